"""Where in a line a numeral may begin: digits, words of numbers, characters of numbers."""

import re
from itertools import compress, count

from ledger.quantities.chinese_integers import NUMERALS
from ledger.quantities.dates import MONTHS
from ledger.quantities.english import FIRST_WORDS
from ledger.quantities.multiples import MULTIPLE_WORDS
from ledger.text.phrases import cut

ARTICLES = frozenset({"a", "an"})
_READS = frozenset({*FIRST_WORDS, *MONTHS, *MULTIPLE_WORDS, *ARTICLES, "q", "h", "final"})
_ANCHOR = re.compile(rf"[a-z]+|\d+|[{NUMERALS}半几数首翻减腰对]")


_Inside = tuple[tuple[int, str], ...]


class _Anchors(dict[str, _Inside]):
    """The anchors inside each unit of a text, worked out once for each but long ones of digits."""

    def __missing__(self, unit: str) -> _Inside:
        if len(unit) > _SHORT and unit.isdecimal():
            return ((0, unit),)
        tokens = ((m.start(), m[0]) for m in _ANCHOR.finditer(unit))
        found = tuple((at, token) for at, token in tokens if token in _READS or not token.islower())
        if len(unit) <= _SHORT or not any(map(str.isdecimal, unit)):
            if len(self) >= _MOST:
                self.clear()
            self[unit] = found
        return found


_MOST = 65536
_SHORT = 4
_OF_UNIT = _Anchors()


def anchors(lower: str) -> list[tuple[int, str]]:
    """Every place of a line where a numeral may begin, with the run, word or character there."""
    units = cut(lower)
    inside = [*map(_OF_UNIT.__getitem__, units.row)]
    return [
        (units.bounds[2 * index] + offset, token)
        for index in compress(count(), inside)
        for offset, token in inside[index]
    ]
