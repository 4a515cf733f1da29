"""The text a reader works on: a folded key without needless marks, and the way back."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.text.fold import Folded, folded

_HAN = "\u3400-\u9fff\uf900-\ufaff〇"
# 500万 30人 are two figures, 7万 5千 is one: a space goes unless a new number starts after it.
_DIGITS = NUMERALS.translate(str.maketrans("", "", "十百千万亿兆"))
_NEEDLESS = (
    rf" (?:(?<=[{_HAN}] )(?:(?=[{_HAN}])|(?=-?\d)(?<![{NUMERALS}] )|(?=\d+ ?[十百千万]))"
    rf"|(?<=\d )(?=[{_HAN}])(?![{_DIGITS}]))"
)

# 五、六成 and 三、四十人 name a span, as 五六成 does; 三、四年級 are grades, 一、二審 two courts.
_SPANS = ("一二", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五")
_SPAN = (
    rf"、(?<![第、\d{_DIGITS}].、)"
    rf"(?:{'|'.join(f'(?<={pair[0]}、)(?={pair[1]})' for pair in _SPANS)})"
    r"(?=.(?:[十百千万亿成名人天岁倍元吨]|年(?![级代])|个(?!月大)|分钟|小时|公里|公斤|次(?!世界)))"
)


# 1·5億 and 12·5% are decimals, in a type without points; 9·11事件 is a day, 5·1假期 a holiday.
_DOTS = "·・‧"
_SCALED = (
    r"(?:[千百]?[万亿兆]|%|个?百分点|[元倍吨米度岁]|[美欧日港]元|公[里尺斤吨顷]|[千厘毫]米|[千毫]克|小时|兆瓦"
    r"| ?(?:[mbt]n|(?:m|b|tr)illion|percent|per cent)(?![a-z]))"
)
_DECIMAL_DOT = (
    rf"(?<![\d.第{_DOTS}])(\d{{1,4}})[{_DOTS}](?=\d{{1,3}}{_SCALED})"
    rf"|(?<![{NUMERALS}\d第{_DOTS}])([〇零一二三四五六七八九十百]{{1,4}})[{_DOTS}]"
    r"(?=[〇零一二三四五六七八九]{1,3}[万亿兆])"
)


@dataclass(slots=True)
class Line:
    """One text made ready to read.

    Attributes:
        key: folded to Simplified, half width and plain quotes; case kept, for MW is not mW; no
            space inside a number, no mark between the two digits of a span (五、六成), and a point
            where a dot in the middle of the line stands for one (1·5億).
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
    """What to leave out; compiled when there is some, as the classes take long."""
    return re.compile(f"{_NEEDLESS}|{_SPAN}")


@cache
def _decimal_dot() -> re.Pattern[str]:
    """A number up to the dot that is its point, in digits or in characters."""
    return re.compile(_DECIMAL_DOT)


def _with_point(number: re.Match[str]) -> str:
    return f"{number[1]}." if number[1] else f"{number[2]}点"


def line(text: str) -> Line:
    """Fold a text for reading."""
    folding = folded(text, keep_case=True)
    key, places = folding.key, None
    if not key.isascii() and ("·" in key or "・" in key or "‧" in key):
        key = _decimal_dot().sub(_with_point, key)
    if (
        (" " in key or "、" in key)
        and not key.isascii()
        and (gaps := [m.start() for m in _needless().finditer(key)])
    ):
        places = _without(len(key), gaps)
        key = "".join(map(key.__getitem__, places[:-1]))
    lower = key.lower()
    if len(lower) != len(key):
        lower = _in_step(key)
    return Line(key, lower, folding, places)


def _without(length: int, gaps: list[int]) -> tuple[int, ...]:
    kept, done = [], 0
    for gap in gaps:
        kept.append(range(done, gap))
        done = gap + 1
    return (*chain.from_iterable(kept), *range(done, length + 1))


def _in_step(key: str) -> str:
    """Lower case, character for character: İ alone would grow."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in key)
