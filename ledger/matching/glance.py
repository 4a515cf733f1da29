"""A candidate at a glance: what its wording alone tells, at a tenth of the cost of reading it.

What a candidate shares with a query the index knows already. How much else it holds, and how alike
the two are letter by letter, is seen here without reading names, terms or quantities again.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ledger.matching.written import plain
from ledger.text.fold import fold
from ledger.text.tokens import CJK, WORD, tokens

GRAM = 4
"""So many letters in a row are compared."""

_WORD = re.compile(WORD)
_CJK = re.compile(f"[{CJK}]")


@dataclass(frozen=True, slots=True)
class Glance:
    """One line of text at a glance.

    Attributes:
        key: its match key without links, numbers and dates.
        words: its stemmed words and its pairs of neighbouring CJK characters.
        grams: four letters in a row, and single CJK characters.
        is_cjk: whether it has more CJK characters than words.
    """

    key: str
    words: frozenset[str]
    grams: frozenset[str]
    is_cjk: bool


@lru_cache(maxsize=16384)
def glance(line: str) -> Glance:
    """Look at one line; a Traditional and a Simplified copy of it look the same."""
    key = _dates_and_numbers().sub(" ", fold(plain(line)))
    words, signs = _WORD.findall(key), _CJK.findall(key)
    grams = frozenset(signs).union(*map(_letters, words))
    return Glance(key, frozenset(tokens(key)), grams, len(signs) > len(words))


@lru_cache(maxsize=65536)
def _letters(word: str) -> frozenset[str]:
    """Four letters in a row, the gaps around the word included."""
    row = f" {word} "
    return frozenset(row[at : at + GRAM] for at in range(len(row) - GRAM + 1))


@cache
def _dates_and_numbers() -> re.Pattern[str]:
    """What may differ between two tellings of one claim: figures in any spelling, and days."""
    numerals, months = _listed("numerals.txt"), "|".join(_listed("months.txt"))
    words = "|".join(word for word in numerals if word.isascii())
    signs = "".join(sign for sign in numerals if not sign.isascii())
    digits = r"\d[\d.,]*(?:st|nd|rd|th)?"
    day = rf"\b(?:{months})\b(?= *\d)|{digits} (?:of )?(?:{months})\b"
    return re.compile(rf"{day}|{digits}(?:(?:{words})\b)?|\b(?:{words})\b|[{signs}]")


def _listed(name: str) -> list[str]:
    text = files("ledger.matching").joinpath("data", name).read_text(encoding="utf-8")
    return sorted(text.split())
