"""What the units of a line tell: where a numeral may begin, its signals, the measures it names."""

import re
from bisect import bisect
from collections.abc import Iterator
from itertools import compress

from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.quantities.numerals.english import FIRST_WORDS
from ledger.quantities.numerals.multiples import MULTIPLE_SIGNS, MULTIPLE_WORDS
from ledger.quantities.scanning.decades import DECADES
from ledger.quantities.scanning.signals import signals
from ledger.quantities.times.dates import MONTHS
from ledger.text.phrases import Mention, Page, units
from ledger.text.terms import terms

ARTICLES = frozenset({"a", "an"})
_READS = frozenset({*FIRST_WORDS, *MONTHS, *MULTIPLE_WORDS, *ARTICLES, *DECADES, "final"})
_ANCHOR = re.compile(rf"[a-z]+|\d+|[{NUMERALS}{''.join(MULTIPLE_SIGNS)}半几数首]")
# Q3 and H1 are parts of a year, H200 is a chip.
_PART_OF_YEAR = re.compile(r"q[1-4]|h[12]")


Places = list[tuple[int, str]]
"""Where a numeral may begin, with the run, word or character there."""
_Inside = tuple[tuple[int, str], ...]
_SHORT = 3
"""Digits of a number that is remembered as words are."""
_MOST_UNITS = 21_800
"""Units remembered: with some more a dict takes twice the room."""


def marks(page: Page) -> Iterator[tuple[Places, list[Mention], list[Mention]]]:
    """What the units of each line of a page tell.

    Yields:
        Where a numeral may begin in a line, its signals (see ``signals``), the measures it names.
    """
    return zip(_places(page), signals(page), terms().measures(page), strict=True)


def may_be_read(key: str) -> bool:
    """Whether a numeral or a date may begin anywhere in a folded key: where not, none is read."""
    return any(map(_INSIDE.__getitem__, units(key)))


def _places(page: Page) -> list[Places]:
    """Where a numeral may begin in each line."""
    begins, bounds = page.begins, page.bounds
    places: list[Places] = [[] for _ in begins]
    inside = [*map(_INSIDE.__getitem__, page.row)]
    for at in compress(range(len(inside)), inside):
        start = bounds[2 * at]
        line = bisect(begins, start) - 1
        start -= begins[line]
        for offset, token in inside[at]:
            places[line].append((start + offset, token))
    return places


class _Insides(dict[str, _Inside]):
    """The places inside each unit where a numeral may begin; mostly there is none."""

    def __missing__(self, unit: str) -> _Inside:
        if unit.isdecimal() and len(unit) > _SHORT:  # numbers have no end
            return ((0, unit),)
        tokens = ((m.start(), m[0]) for m in _ANCHOR.finditer(unit))
        found = tuple((at, token) for at, token in tokens if _reads(unit, at, token))
        if len(self) < _MOST_UNITS:
            self[unit] = found
        return found


_INSIDE = _Insides()


def _reads(unit: str, at: int, token: str) -> bool:
    """Whether a numeral or a date may begin with a token of a unit."""
    if token in ("q", "h"):
        return _PART_OF_YEAR.fullmatch(unit, at) is not None
    return token in _READS or not token.islower()
