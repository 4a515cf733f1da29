"""What the units of a line tell: where a numeral may begin, and where a signal or a term may.

Most of what a reader's tables ask is about single units, and in vain. One look at a unit answers
for all of them.
"""

import re
from collections.abc import Sequence
from itertools import compress, count

from ledger.quantities.chinese_integers import NUMERALS
from ledger.quantities.dates import MONTHS
from ledger.quantities.english import FIRST_WORDS
from ledger.quantities.multiples import MULTIPLE_WORDS
from ledger.quantities.signals import sign_of
from ledger.text.phrases import cut
from ledger.text.terms import terms

ARTICLES = frozenset({"a", "an"})
_READS = frozenset({*FIRST_WORDS, *MONTHS, *MULTIPLE_WORDS, *ARTICLES, "q", "h", "final"})
_ANCHOR = re.compile(rf"[a-z]+|\d+|[{NUMERALS}半几数首翻减腰对]")


Places = list[tuple[int, str]]
"""Where a numeral may begin, with the run, word or character there."""
_Inside = tuple[tuple[int, str], ...]


class _Known(dict[str, tuple[_Inside, str]]):
    """The anchors inside each unit of a text, and its two signs.

    Worked out once for each but long ones of digits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._signs: dict[str, str] = {}

    def __missing__(self, unit: str) -> tuple[_Inside, str]:
        signs = sign_of(unit) + terms().sign(unit)
        # The same few objects for all units: what most units share is then at hand.
        found = _inside(unit), self._signs.setdefault(signs, signs)
        if len(unit) <= _SHORT or not any(map(str.isdecimal, unit)):
            if len(self) >= _MOST:
                self.clear()
            self[unit] = found
        return found


def _inside(unit: str) -> _Inside:
    if len(unit) > _SHORT and unit.isdecimal():
        return ((0, unit),)
    tokens = ((m.start(), m[0]) for m in _ANCHOR.finditer(unit))
    return tuple((at, token) for at, token in tokens if token in _READS or not token.islower())


_MOST = 65536
_SHORT = 4
_KNOWN = _Known()


def marks(lower: str) -> tuple[Places, str, str, Sequence[int]]:
    """What the units of a line tell.

    Returns:
        where a numeral may begin; the sign of each unit in the table of signals, and in the
        glossary; where each unit begins and ends, by turns.
    """
    units = cut(lower)
    if not units.row:
        return [], "", "", ()
    inside, both = zip(*map(_KNOWN.__getitem__, units.row), strict=True)
    bounds, signs = units.bounds, "".join(both)
    places = [
        (bounds[2 * index] + offset, token)
        for index in compress(count(), inside)
        for offset, token in inside[index]
    ]
    return places, signs[::2], signs[1::2], bounds
