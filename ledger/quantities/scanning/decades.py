"""Tens of years in words: in his fifties, in their early thirties."""

from decimal import Decimal

from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.times.dates import IN_LIFE

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_REACH = 18


def decade_at(lower: str, at: int, word: str) -> Numeral | None:
    """The tens of somebody's years without their s, as in digits; years of a century are none."""
    if IN_LIFE.search(lower, at - _REACH, at) is None:
        return None
    return Numeral(at, at + len(word) - 1, Decimal(DECADES[word]), Decimal(1), worded=True)
