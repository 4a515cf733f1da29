"""Which one of a kind is meant, where each goes by a number or a name: line 3, 環狀線."""

import re
from collections.abc import Iterator
from functools import cache

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.two_sets import by_kind, others_of_a_kind
from ledger.text.patterns import lazily
from ledger.text.tables import rows

_NUMBER = r"[一二三四五六七八九十\d]{1,4}"
_SITE = lazily(
    r"([\u4e00-\u9fff]{2})"
    r"(线|大桥|隧道|车站|机场|水库|大学|高中|国中|国小|小学|中学|医院|高速|公路|铁路|电厂|核电站|"
    r"球场|体育馆|博物馆|美术馆|图书馆|动物园|公园|航空|码头|港口|大楼|社区|油田|煤矿|矿场|工厂|厂区|分行|校区|园区|基地)"
)


@cache
def _numbered() -> re.Pattern[str]:
    """What goes by a number, with that: in English by a table of such things."""
    names = "|".join(row["word"] for row in rows("ledger.disagreement", "numbered.csv"))
    return re.compile(
        rf"({_NUMBER}) ?(号|期)|第({_NUMBER})(周|轮|期|届|集|章|回|场|站|区)|"
        rf"(?<![a-z])({names})\.?[ -](\d{{1,4}})(?!\d)"
        r"|(?<![a-z])(?:under-|u-?)(\d\d)(?![\ds])"  # teams by their age, but no under-18s
    )


_DIGITS = str.maketrans("一二三四五六七八九", "123456789")


def other_number(x: Passage, y: Passage) -> bool:
    """Whether each names a thing by another number: line 3 and line 5, 三號線 and 五號線."""
    ours = by_kind(_numbers(x))
    return bool(ours) and others_of_a_kind(ours, by_kind(_numbers(y)))


def other_numbers(a: Prepared, b: Prepared) -> bool:
    """The same of two texts, in whatever clause: whether each names only other ones of a kind."""
    ours, theirs = (by_kind(n for said in text.passages for n in _numbers(said)) for text in (a, b))
    return others_of_a_kind(ours, theirs)


def _numbers(passage: Passage) -> Iterator[tuple[str, str]]:
    """What things are that go by numbers, each with its number."""
    for match in _numbered().finditer(passage.reading.folded.key, passage.start, passage.end):
        kind = match[2] or match[4] or match[5] or "under"
        number = match[1] or match[3] or match[6] or match[7]
        yield kind, number.translate(_DIGITS)


def other_site(x: Passage, y: Passage) -> bool:
    """Whether each names another one of a kind of works or houses: 環狀線 and 萬大線."""
    return others_of_a_kind(by_kind(_sites(x)), by_kind(_sites(y)))


def other_sites(a: Prepared, b: Prepared) -> bool:
    """The same of two texts, in whatever clause."""
    if not (a.is_chinese and b.is_chinese):
        return False
    return others_of_a_kind(
        *(by_kind(s for said in one.passages for s in _sites(said)) for one in (a, b))
    )


def _sites(passage: Passage) -> Iterator[tuple[str, str]]:
    """The kinds of works and houses, each with its name; a steering word is part of no name."""
    if passage.reading.is_chinese:
        for site in _SITE.finditer(passage.reading.folded.key, passage.start, passage.end):
            if not any(s.start < site.end(1) and site.start() < s.end for s in passage.signals):
                yield site[2], site[1]


def is_a_number_of(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is the number a thing goes by: the 3 of line 3."""
    begin, end = max(0, figure.start - _TO_A_NUMBER), figure.end + _TO_A_SIGN
    return _numbered().search(reading.folded.key, begin, end) is not None


_TO_A_NUMBER, _TO_A_SIGN = 13, 2
"""Characters of the key: from the longest kind of thing that has a number up to that number, and
from a number to 号 or 周."""
