"""Multiples said in one word: doubled, threefold, 翻一番, 減半."""

from decimal import Decimal

from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.numeral import Numeral

_TABLE = [(row["form"], Decimal(row["value"])) for row in rows("multiples.csv")]
_LEXICON = Lexicon(_TABLE)

MULTIPLE_WORDS = frozenset(form.partition("-")[0] for form, _ in _TABLE if form.isascii())
"""The English words a multiple may begin with."""


def multiple_at(lower: str, at: int) -> Numeral | None:
    """The multiple that begins at ``at``; what was doubled is now twice what it was."""
    found = _LEXICON.at(lower, at)
    if found is None:
        return None
    end, value = found
    return Numeral(at, end, value, Decimal(0), "multiple", worded=True)
