"""A candidate at a glance: what its wording alone tells, at a hundredth of the cost of reading it.

What a candidate shares with a query the index knows already; how much else it holds, and how alike
the two are letter by letter, is seen here without reading names, terms or quantities again.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from ledger.matching.written import plain
from ledger.text.fold import fold
from ledger.text.tokens import CJK, WORD

GRAM = 4
"""Letters in a row that are compared; measured best for English among 3, 4 and 5."""

_RUN = re.compile(rf"(?P<cjk>[{CJK}]+)|{WORD}")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Glance:
    """One line of text at a glance.

    Attributes:
        key: its match key without links, numbers and dates.
        words: its words, unstemmed, and its pairs of CJK characters.
        grams: four letters in a row, and single CJK characters.
        is_cjk: whether more of these words are pairs of CJK characters than not.
    """

    key: str
    words: frozenset[str]
    grams: frozenset[str]
    is_cjk: bool


@lru_cache(maxsize=16384)
def glance(line: str) -> Glance:
    """Look at one line; a Traditional and a Simplified copy of it look the same."""
    key = _dates_and_numbers().sub(" ", fold(plain(line)))
    words: list[str] = []
    pairs: set[str] = set()
    grams: set[str] = set()
    for run in _RUN.finditer(key):
        found = run.group()
        if run["cjk"] is None:
            words.append(found)
        else:
            grams.update(found)
            pairs.update(map("".join, pairwise(found)))
    row = f" {' '.join(words)} "
    grams.update(row[at : at + GRAM] for at in range(len(row) - GRAM + 1))
    return Glance(key, pairs.union(words), frozenset(grams), len(pairs) > len(words))


@cache
def _dates_and_numbers() -> re.Pattern[str]:
    """What may differ between two tellings of one claim: figures in any spelling, and days."""
    table = files("ledger.matching").joinpath("data")
    numerals = table.joinpath("numerals.txt").read_text(encoding="utf-8").split()
    months = "|".join(table.joinpath("months.txt").read_text(encoding="utf-8").split())
    words = "|".join(sorted(word for word in numerals if word.isascii()))
    signs = "".join(sorted(sign for sign in numerals if not sign.isascii()))
    digits = r"\d[\d.,]*(?:st|nd|rd|th)?"
    day = rf"\b(?:{months})\b(?= *\d)|{digits} (?:of )?(?:{months})\b"
    return re.compile(rf"{day}|{digits}(?:(?:{words})\b)?|\b(?:{words})\b|[{signs}]")
