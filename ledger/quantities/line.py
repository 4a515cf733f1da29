"""The text a reader works on: a folded key without needless spaces, and the way back."""

import re
from functools import cache
from itertools import chain
from typing import NamedTuple

from ledger.quantities.chinese_integers import NUMERALS
from ledger.text.fold import Folded, folded
from ledger.text.tuples import made

_HAN = "\u3400-\u9fff\uf900-\ufaff〇"
# 500万 30人 are two figures, 7万 5千 is one: a space goes unless a new number starts after it.
_DIGITS = NUMERALS.translate(str.maketrans("", "", "十百千万亿兆"))
_NEEDLESS = (
    rf" (?:(?<=[{_HAN}] )(?:(?=[{_HAN}])|(?=-?\d)(?<![{NUMERALS}] )|(?=\d+ ?[十百千万]))"
    rf"|(?<=\d )(?=[{_HAN}])(?![{_DIGITS}]))"
)


class Line(NamedTuple):
    """One text made ready to read.

    Attributes:
        key: folded to Simplified, half width and plain quotes; case kept, for MW is not mW.
        lower: the key in lower case, character for character.
        folding: where the folded text came from.
        places: for each character of the key its place in the folded text, and that text's end;
            ``None`` when nothing was taken out.
    """

    key: str
    lower: str
    folding: Folded
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that ``key[start:end]`` came from."""
        if self.places is not None:
            start, end = self.places[start], self.places[end - 1] + 1
        if self.folding.offsets is None:
            return start, end
        return self.folding.span(start, end)


@cache
def _needless() -> re.Pattern[str]:
    """Spaces to leave out; compiled when there are some, as the classes take long."""
    return re.compile(_NEEDLESS)


def line(text: str) -> Line:
    """Fold a text for reading."""
    folding = folded(text, keep_case=True)
    key, places = folding.key, None
    if (
        " " in key
        and not key.isascii()
        and (gaps := [m.start() for m in _needless().finditer(key)])
    ):
        places = _without(len(key), gaps)
        key = "".join(map(key.__getitem__, places[:-1]))
    lower = key.lower()
    if len(lower) != len(key):
        lower = _in_step(key)
    return made(Line, (key, lower, folding, places))


def _without(length: int, gaps: list[int]) -> tuple[int, ...]:
    kept, done = [], 0
    for gap in gaps:
        kept.append(range(done, gap))
        done = gap + 1
    return (*chain.from_iterable(kept), *range(done, length + 1))


def _in_step(key: str) -> str:
    """Lower case, character for character: İ alone would grow."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in key)
