"""What the units of a line tell: where a numeral may begin, and where a signal or a term may.

Most of what a reader's tables ask is about single units, and in vain. One look at a unit answers
for all of them.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.quantities.numerals.english import FIRST_WORDS
from ledger.quantities.numerals.multiples import MULTIPLE_SIGNS, MULTIPLE_WORDS
from ledger.quantities.scanning.signals import phrases, signals
from ledger.quantities.times.dates import MONTHS
from ledger.text.phrases import BETWEEN, Mention, Page, Signs
from ledger.text.terms import terms

ARTICLES = frozenset({"a", "an"})
_READS = frozenset({*FIRST_WORDS, *MONTHS, *MULTIPLE_WORDS, *ARTICLES, "final"})
_ANCHOR = re.compile(rf"[a-z]+|\d+|[{NUMERALS}{''.join(MULTIPLE_SIGNS)}半几数首]")
# Q3 and H1 are parts of a year, H200 is a chip.
_PART_OF_YEAR = re.compile(r"q[1-4]|h[12]")


Places = list[tuple[int, str]]
"""Where a numeral may begin, with the run, word or character there."""
_Inside = tuple[tuple[int, str], ...]
_MAY_BEGIN, _BETWEEN, _NOWHERE = "\2", "\1", "\0"


def marks(page: Page) -> Iterator[tuple[Places, list[Mention], list[Mention]]]:
    """What the units of each line of a page tell.

    Yields:
        Where a numeral may begin in a line, its signals (see ``signals``), the measures it names.
    """
    begins, of_signals, of_terms = _signs().of(page.row)
    found = _places(page, begins), signals(of_signals, page), terms().measures(of_terms, page)
    return zip(*found, strict=True)


def _places(page: Page, begins: str) -> Iterator[Places]:
    """Where a numeral may begin in each line, by what its units say about that."""
    row, bounds, first = page.row, page.bounds, 0
    for line_begins, signs in zip(page.begins, begins.split(_BETWEEN), strict=True):
        places: Places = []
        index = signs.find(_MAY_BEGIN)
        while index >= 0:
            unit, start = row[first + index], bounds[2 * (first + index)] - line_begins
            if unit.isdecimal():
                places.append((start, unit))
            else:
                places += [(start + offset, token) for offset, token in _inside(unit)]
            index = signs.find(_MAY_BEGIN, index + 1)
        yield places
        first += len(signs) + 1


@cache
def _signs() -> Signs:
    tables = phrases(), terms().phrases
    numbers = tables[0].numbers | tables[1].numbers
    return Signs(_may_begin, *(table.sign for table in tables), numbers=numbers)


def _may_begin(unit: str) -> str:
    if unit == BETWEEN:
        return _BETWEEN
    return _MAY_BEGIN if unit.isdecimal() or _inside(unit) else _NOWHERE


@lru_cache(maxsize=8192)
def _inside(unit: str) -> _Inside:
    """The places inside a unit where a numeral may begin."""
    tokens = ((m.start(), m[0]) for m in _ANCHOR.finditer(unit))
    return tuple((at, token) for at, token in tokens if _reads(unit, at, token))


def _reads(unit: str, at: int, token: str) -> bool:
    """Whether a numeral or a date may begin with a token of a unit."""
    if token in ("q", "h"):
        return _PART_OF_YEAR.fullmatch(unit, at) is not None
    return token in _READS or not token.islower()
