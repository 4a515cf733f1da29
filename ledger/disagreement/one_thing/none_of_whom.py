"""None of whom: that no passengers were hurt says nothing of two drivers."""

import re

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily
from ledger.text.tokens import stem

_NO = lazily(r"no ([a-z]+)", re.IGNORECASE)
_ANYBODY = frozenset(
    {"one", "people", "body", "injuries", "casualties", "deaths", "fatalities", "victims"}
)
_TO_ITS_NOUN = 30
"""Characters of the key behind a figure in which the noun it counts stands."""


def none_of_others(figure: Figure, reading: Reading, other: Figure) -> bool:
    """Whether a figure is none of those whom the other, of another text, does not count."""
    none = _NO.match(figure.quantity.text) if figure.quantity.value == 0 else None
    if none is None or none[1].lower() in _ANYBODY:
        return False
    counted = reading.folded.key[other.start : other.end + _TO_ITS_NOUN]
    return stem(none[1].lower()) not in map(stem, counted.split())
