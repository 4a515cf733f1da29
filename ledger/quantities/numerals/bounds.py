"""Comparators: the words that make a figure a bound or an estimate, before it or after it.

The signs follow one rule table: ~ about, ``near`` up to but below, ``short`` the same where the
words say below (just under), > and < open, >= and <= closed.
"""

import re

from ledger.quantities.lexicon import Lexicon, rows

# What may stand between comparator and number without changing either: 超過了, 不到全球的,
# at least the. Of two with one end the longer stands first.
_WHOLES = "全球总量 全国总量 全球 全国 全体 总量 总额 总数 总人口 人口 营收 国内生产总值 gdp"
_OF_ALL = tuple(f"{whole}的" for whole in _WHOLES.split())
_FILLERS = (*_OF_ALL, *"了为有达是的到其", "其中", " the", " a", " an", " another", " only")
_MOST_FILLERS = 2
_FILLERS_BY_END = {
    end: tuple(f for f in _FILLERS if f[-1] == end) for end in {filler[-1] for filler in _FILLERS}
}

# 5000 or more than 4500: the second bound is the next figure's; 1.2 +/- 0.1 is no 1.2+.
_GOES_ON = re.compile(r" than [\d.a-z-]| to [\d.-]|(?<![上下]) ?\d|/-")
# 3天內 is within three days, 3年內部調查 an inquiry; 99元起 is from 99 on, 3人起訴 are accused.
_ONLY = {
    "内": re.compile(r"(?![容部阁政地外科存需陆幕心线战线销衣])"),
    "plus": re.compile(r"$|[,.;:)]| (?:years|people|percent)"),
    "起": re.compile(r"(?<=[元块币岁镑磅折%]起)(?=$|[^\u3400-\u9fff]|[的跳])"),
}
"""Forms that other words begin with, and what has to stand behind them."""


_TABLE = [*rows("comparators.csv")]
_BEFORE, _BARE, _AFTER = (
    Lexicon((row["form"], row["sign"]) for row in _TABLE if row["side"] == side)
    for side in ("before", "bare", "after")
)
_ENDS = frozenset(row["form"][-2:] for row in _TABLE if row["side"] == "before")
_ENDS |= {filler[-2:] for filler in _FILLERS}
"""What a comparator, or a filler behind it, can end with."""
_AFTER_BEGINS = frozenset(row["form"][0] for row in _TABLE if row["side"] == "after")


def bound_before(lower: str, at: int, fillers: int = _MOST_FILLERS) -> tuple[int, int, str] | None:
    """The comparator before a figure that begins at ``at``: its start, its end and its sign.

    Args:
        lower: the key in lower case.
        at: where the figure begins.
        fillers: how many may stand between the two.
    """
    end = at - 1 if lower[at - 1 : at] == " " else at
    last = lower[end - 1 : end]
    if lower[end - 2 : end] not in _ENDS and last not in _ENDS:
        return None
    found = _BEFORE.before(lower, end)
    if found is not None:
        return None if found[1] == "none" else (found[0], end, found[1])
    if fillers:
        for filler in _FILLERS_BY_END.get(last, ()):
            if lower.endswith(filler, 0, end):
                return bound_before(lower, end - len(filler), fillers - 1)
    return None


def bound_of_scale(lower: str, at: int) -> tuple[int, int, str] | None:
    """The comparator before a bare scale or a half: 上百, 过半."""
    found = _BARE.before(lower, at)
    return None if found is None else (found[0], at, found[1])


def bound_after(lower: str, at: int) -> tuple[int, int, str] | None:
    """The comparator after a number or unit that ends at ``at``: its start, end and sign."""
    start = at + 1 if lower[at : at + 1] == " " else at
    if lower[start : start + 1] not in _AFTER_BEGINS:
        return None
    found = _AFTER.at(lower, start)
    if found is None or _GOES_ON.match(lower, found[0]):
        return None
    only = _ONLY.get(lower[start : found[0]])
    if only is not None and only.match(lower, found[0]) is None:
        return None
    return start, found[0], found[1]
