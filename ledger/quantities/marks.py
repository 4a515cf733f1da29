"""What the units of a line tell: where a numeral may begin, and where a signal or a term may.

Most of what a reader's tables ask is about single units, and in vain. One look at a unit answers
for all of them.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ledger.quantities.chinese_integers import NUMERALS
from ledger.quantities.dates import MONTHS
from ledger.quantities.english import FIRST_WORDS
from ledger.quantities.multiples import MULTIPLE_WORDS
from ledger.quantities.signals import sign_of
from ledger.text.phrases import Signs, cut
from ledger.text.terms import terms

ARTICLES = frozenset({"a", "an"})
_READS = frozenset({*FIRST_WORDS, *MONTHS, *MULTIPLE_WORDS, *ARTICLES, "q", "h", "final"})
_ANCHOR = re.compile(rf"[a-z]+|\d+|[{NUMERALS}半几数首翻减腰对]")


Places = list[tuple[int, str]]
"""Where a numeral may begin, with the run, word or character there."""
_Inside = tuple[tuple[int, str], ...]
_MAY_BEGIN, _NOWHERE = "\1", "\0"


def marks(lower: str) -> tuple[Places, str, str, Sequence[int]]:
    """What the units of a line tell.

    Returns:
        where a numeral may begin; the sign of each unit in the table of signals, and in the
        glossary; where each unit begins and ends, by turns.
    """
    units = cut(lower)
    row, bounds = units.row, units.bounds
    begins, of_signals, of_terms = _signs().of(row)
    places: Places = []
    index = begins.find(_MAY_BEGIN)
    while index >= 0:
        start = bounds[2 * index]
        unit = row[index]
        if unit.isdecimal():
            places.append((start, unit))
        else:
            places += [(start + offset, token) for offset, token in _inside(unit)]
        index = begins.find(_MAY_BEGIN, index + 1)
    return places, of_signals, of_terms, bounds


@cache
def _signs() -> Signs:
    return Signs(_may_begin, sign_of, terms().sign)


def _may_begin(unit: str) -> str:
    return _MAY_BEGIN if unit.isdecimal() or _inside(unit) else _NOWHERE


@lru_cache(maxsize=65536)
def _inside(unit: str) -> _Inside:
    """The places inside a unit where a numeral may begin."""
    tokens = ((m.start(), m[0]) for m in _ANCHOR.finditer(unit))
    return tuple((at, token) for at, token in tokens if token in _READS or not token.islower())
