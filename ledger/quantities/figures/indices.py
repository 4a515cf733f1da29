"""Levels of an index whose points go unsaid: the Nikkei closed below 38,000."""

import re
from decimal import Decimal
from functools import cache

from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import alternation, rows

INDICES = tuple(row["name"] for row in rows("indices.csv"))
"""One of these stands in every line about an index."""
_LOWEST = Decimal(100)
_REACH = 96
"""How many characters ahead of its level an index may be named."""
_REACHED = re.compile(
    r"(?:(?:^|[^a-z])(?:at|to|from|of|near|hit|hits|reached|touched|regained|crossed|level)"
    r"|[收报至到在于见达破])(?: a record| a new high of)? ?$"
)
_SENTENCE_ENDS = re.compile(r"[。!?;]|\. ")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{alternation(INDICES)})(?![a-z])")


def name_level(lower: str, figure: Figure) -> None:
    """Give a bare number its points where an index named ahead of it got there."""
    start = figure.start
    if figure.dimension != "number" or figure.unit is not None or figure.value < _LOWEST:
        return
    if figure.bound is None and _REACHED.search(lower, start - 16, start) is None:
        return
    since = max(0, start - _REACH)
    named = [*_named().finditer(lower, since, start)]
    if named and _SENTENCE_ENDS.search(lower, named[-1].end(), start) is None:
        figure.dimension = figure.unit = "index_point"
