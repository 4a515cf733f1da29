"""Multiples said in one word: doubled, threefold, 翻一番, 減半."""

from decimal import Decimal
from string import ascii_lowercase

from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.quantities.numerals.numeral import Form, Numeral
from ledger.quantities.quantity import Change

_TABLE = list(rows("multiples.csv"))
_CHANGES: dict[str, Change] = {row["form"]: row["change"] for row in _TABLE if row["change"]}  # type: ignore[misc] # the table's words
_KNOWN = frozenset(ascii_lowercase + NUMERALS + "半")
_LEXICON = Lexicon((row["form"], (row["value"], row["unit"])) for row in _TABLE)

MULTIPLE_WORDS = frozenset(row["form"].partition("-")[0] for row in _TABLE if row["form"].isascii())
"""The English words a multiple may begin with."""
MULTIPLE_SIGNS = frozenset(row["form"][0] for row in _TABLE if row["form"][0] not in _KNOWN)
"""The characters a multiple in Chinese may begin with, and no other numeral: 翻一番, 减半."""


def multiple_at(lower: str, at: int) -> Numeral | None:
    """The multiple that begins at ``at``; what was doubled is now twice what it was.

    Some of the table's forms only look like one and have no value: double-digit, a double room.
    """
    found = _LEXICON.at(lower, at)
    if found is None or not found[1][0]:
        return None
    end, (value, unit) = found
    form: Form = "percent" if unit == "%" else "multiple"
    return Numeral(at, end, Decimal(value), Decimal(0), form, worded=True)


def change_in(written: str) -> Change | None:
    """Which way something went that doubled or halved; ``None`` for twice and 半價."""
    return _CHANGES.get(written)
