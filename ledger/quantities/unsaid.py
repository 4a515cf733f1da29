"""What a bare number counts, where words ahead of it say so.

A crowd of 20,000 is people, and the number of beds that fell to 9,000 counts beds.
"""

import re

from ledger.quantities.counts import noun_ahead
from ledger.quantities.figure import Figure

_GATHERED = re.compile(
    r"(?:^|[^a-z])(?:crowds?|audiences?|gatherings?|congregation|attendance|workforce|"
    r"delegation|jury|crew|squad|staff|team|family) of (?:just |only )?$"
)
_GATHERS = (" of ", " just ", " only ")
"""What that ends with."""
_NEAR = 96
"""How many characters ahead of a figure the words "number of" may stand."""


def name_counted(lower: str, figure: Figure, clause: tuple[int, int]) -> None:
    """Give a number without a unit the noun that its clause counts by it."""
    start = figure.start
    if lower[start - 1 : start] != " ":
        return
    if lower.endswith(_GATHERS, 0, start) and _GATHERED.search(lower, start - 24, start):
        figure.dimension, figure.unit = "count", "person"
    elif noun := noun_ahead(lower, max(clause[0], start - _NEAR), start):
        figure.dimension, figure.unit = "count", noun
