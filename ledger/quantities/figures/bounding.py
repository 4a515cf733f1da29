"""Bounds ahead of figures: over 95 %, at most 3 days, 逾3萬; but 近3年 is the last three years."""

import re

from ledger.quantities.figures.ages import YEARS_OLD
from ledger.quantities.figures.figure import Figure
from ledger.quantities.numerals.bounds import bound_before, bound_of_scale
from ledger.text.patterns import lazily

# 開盤31.2元,盤中最高31.5元,最低31.1元: what a day's trading reached.
_TRADED = re.compile(r"盘中|开盘|收盘|开出|日内|早盘|午盘|尾盘")
_EXTREMES = frozenset({"最高", "最低"})
_BARE = frozenset("半百千万亿")
# Over two consecutive days: while they went by, not more than two.
_IN_A_ROW = re.compile(r" (?:consecutive|straight|successive) ")
# 近3年 is the last three years; 歷時近3年 is nearly three.
# $3m over two days is no more than two; jailed for over three years is.
_WHILE = re.compile(
    r"(?<! for)(?<! of)(?<! in)(?<! by)(?<! at)(?<! is)(?<! was)(?<! with)(?<! after)(?<! from)"
    r"(?<! just)(?<! well)(?<! took)(?<! lasted)(?<! spent)(?<! and)(?<! or)(?<! to)(?<!,) over "
)
# A deal under the $2 billion plan, a row over a $3 million debt, below the 20-day average.
_ARTICLE = re.compile(r" (?:the|an?|its|their|his|her) $")
_WHERE = frozenset({"over", "under"})
# 最多可领8000元, 最高可达全球营业额的10%, 至少已有12人.
_ALLOWED = re.compile(
    r"(?:(最[多高远大长快重]|至多|顶多)(?:只|仅)?(?:可以?|能够?|需要?|为)(?:[^,。;:、\d]{1,3}|[^,。;:、\d]{1,8}的)"
    r"|(最多|至多|顶多)[^,。;:、\d的是时为人从由]{1,2}"
    r"|(至少|最少|起码)(?:已经?|需要?|须|要|将|会|还?有|[增减]加|减少|[上下][升降]|[提升调]高|降低|成长"
    r"|增长|造成|导致|投[入资]|花费?|耗[资费时]|支付|赔偿|损失|夺走|影响|休息|工作|持有|保留|裁员)[^,。;:、\d]{0,3})$"
)
# 約為去年同期的兩倍, 不得低於總價的兩成: what it is of stands before it; 高於去年的兩成 is exact.
_OF_WHAT = re.compile(
    r"(?<![条公合契预节最])(约|近|将近|接近|超过|逾|不到|不足|至少|[低少]于|[高多]于|不得?[高多]于|不得?[低少]于"
    r"|不得?超过)(?:为|是|达|占)?(?![几些]?[年日来期]|去年的|上[年月季周]|今年的|前一?[年月]|预[期估]的)[^,。;:、\d]{2,12}的$"
)
_OF_WHAT_SIGNS = {
    "约": "~", "近": "near", "将近": "near", "接近": "near", "不到": "<", "不足": "<", "至少": ">=",
    "低于": "<", "少于": "<", "不高于": "<=", "不多于": "<=", "不超过": "<=", "不低于": ">=",
    "不少于": ">=", "不得高于": "<=", "不得多于": "<=", "不得超过": "<=", "不得低于": ">=",
    "不得少于": ">=",
}  # fmt: skip
_AGO = re.compile(r" (?:ago|earlier|before)(?![a-z])")
# 9.79 seconds over 100m.
_TIMED = re.compile(r"(?:seconds?|minutes?|secs|\ds) $")
_SINCE = ("less than", "more than")
# 跌破每桶60美元: a price is below sixty, for each barrel.
_EACH_AHEAD = re.compile(r"每(?:桶|盎司|股|吨|公吨|公斤|斤|升|公升|度|坪|平方|人|户|张|辆|片)$")
_HAN = "\u4e00"
# 近3年營收 and 為近3年最少 are of the last three years; 歷時近3年 is nearly three.
_RECENT = re.compile(r"(?:^|[,.。、;:\s为是创这那但如])$")
_RECENTLY = re.compile(
    r"[以之]?来|[之以]?间|[之以]?内|的?(?:最[高低多少大小强弱差好佳快慢冷热]|新[高低]|首[次度见]|同期|次[高低])"
)
# The law caps rent increases at 3 %, limits speeds to 30 km/h.
_CAPPED = re.compile(
    r"(?:^|[^a-z])(?:cap(?:s|ped|ping)? (?:[a-z]{2,16} ){1,4}at"
    r"|(?<!a )limit(?:s|ed|ing)? (?:[a-z]{2,16} ){1,4}to) $"
)
_CAP_ENDS, _CAP_REACH = ("at ", "to "), 72
_YEARS = (
    "年过",
    "年近",
    "年满",
    "年逾",
    "出头",
    "younger than",
    "older than",
    "no older than",
    "no younger than",
)
# 他年近七十; but 今年近七十家.
_OF_YEARS = lazily(r"(?:^|[^今去明前后当每全同本上近半整多几\d一二两三四五六七八九十百])年[近逾]$")
_OLDEST = 120
_DAY = 48
"""Characters ahead of a price in which the trading it is of is named."""


def bound(lower: str, figures: list[Figure]) -> None:
    """Give the figures of a line the bounds that stand ahead of them."""
    done = 0
    for figure in figures:
        if figure.dimension != "ordinal":
            _bound_ahead(lower, figure, done)
            if figure.bound is not None and figure.unit is None:
                _of_a_life(lower, figure)
        done = figure.end


def _of_a_life(lower: str, figure: Figure) -> None:
    """Make a bare number somebody's age where its bound says so: 年過五十, 三十出頭."""
    at = figure.start if figure.bound is None else figure.bound[0]
    of_years = lower.startswith(_YEARS, at) or _OF_YEARS.search(lower, at - 2, at + 1)
    if of_years and figure.step >= 1 and figure.value < _OLDEST:
        figure.measured_in(YEARS_OLD)


def _bound_ahead(lower: str, figure: Figure, done: int) -> None:
    start = figure.start
    found = bound_before(lower, start)
    if found is None and lower[start] in _BARE:
        found = bound_of_scale(lower, start)
    behind_han = found is None and lower[start - 1 : start] >= _HAN
    if behind_han and "每" in lower[start - 4 : start]:
        each = _EACH_AHEAD.search(lower, start - 4, start)
        found = each and bound_before(lower, each.start())
    if found is None or found[0] < done or _is_no_bound(lower, figure, found, done):
        if figure.sign:
            figure.sign = figure.sign.removeprefix("or=")
        elif found is None and behind_han and (figure.unit is not None or lower[start - 1] == "的"):
            _bound_apart(lower, figure, done)
        elif found is None and lower.endswith(_CAP_ENDS, 0, start):
            _cap(lower, figure, max(done, start - _CAP_REACH))
        return
    start, end, sign = found
    if _was_then(lower, figure, found, done):
        figure.idle = True
        return
    if figure.sign == "or=":
        sign += "=" if sign in ("<", ">") else ""
    elif figure.sign and sign == "~":
        figure.start = start
        return
    figure.start, figure.bound, figure.sign = start, (start, end), sign


def _cap(lower: str, figure: Figure, since: int) -> None:
    """Give a figure the bound that stands apart from it in English: caps increases at 3 %."""
    start = figure.start
    if lower.find("cap", since, start) >= 0 or lower.find("limit", since, start) >= 0:
        figure.sign = "<=" if _CAPPED.search(lower, since, start) is not None else ""


def _bound_apart(lower: str, figure: Figure, done: int) -> None:
    """Give a figure the bound that its verb stands behind: 最多可領8000元.

    The verb may name what is measured and stays outside the figure.
    """
    start = figure.start
    bound = _ALLOWED.search(lower, max(done, start - 12), start)
    if bound is not None:
        figure.bound = bound.span(bound.lastindex or 0)
        figure.sign = ">=" if bound[3] else "<="
    elif lower[start - 1] == "的" and (figure.dimension == "multiple" or _is_part(figure)):
        of = _OF_WHAT.search(lower, max(done, start - 18), start)
        if of is not None:
            figure.bound, figure.sign = of.span(1), _OF_WHAT_SIGNS.get(of[1], ">")


def _is_part(figure: Figure) -> bool:
    """Whether a figure is so much of something, in characters: 两成, 三分之一."""
    numeral = figure.numeral
    if numeral is None or not numeral.worded:
        return False
    return numeral.form == "fraction" or figure.dimension == "percent"


def _is_no_bound(lower: str, figure: Figure, found: tuple[int, int, str], done: int) -> bool:
    """Whether a comparator is something else here: the sign of a range, the last three years."""
    start = found[0]
    if lower[start] == "~":
        return start == done > 0
    words = lower[start : found[1]]
    if _ARTICLE.fullmatch(lower, found[1], figure.start) and (
        words in _WHERE or "-" in lower[figure.core[0] : figure.core[1]]
    ):
        return True
    if words == "over" and figure.dimension == "duration":
        in_a_row = _IN_A_ROW.search(lower, figure.core[0], figure.end) is not None
        return in_a_row or (done > 0 and _while_it_lasted(lower, done, start))
    if words == "over" and figure.dimension == "length":
        return done > 0 and _TIMED.search(lower, start - 9, start) is not None
    if words in _EXTREMES:
        return _TRADED.search(lower, max(0, start - _DAY), start) is not None
    return words == "近" and figure.dimension == "duration" and _is_recent(lower, figure, start)


def _is_recent(lower: str, figure: Figure, start: int) -> bool:
    """Whether 近 says which time and not how long: 近3年營收, 創近十年新高."""
    ahead = _RECENT.search(lower, start - 1, start)
    return ahead is not None or _RECENTLY.match(lower, figure.core[1]) is not None


def _was_then(lower: str, figure: Figure, bound: tuple[int, int, str], done: int) -> bool:
    """Whether something is set against what it was: 40 cents less than a year ago.

    What opened less than a year ago is younger than that.
    """
    form = lower[bound[0] : bound[1]]
    if not form.endswith("er than") and form not in _SINCE:
        return False
    if figure.dimension != "duration" or not _AGO.match(lower, figure.end):
        return False
    return form not in _SINCE or bound[0] == done + 1 > 1


def _while_it_lasted(lower: str, done: int, start: int) -> bool:
    """Whether "over" says in what time the figure ahead of it came about."""
    between = lower[done:start]
    same_sentence = not any(mark in between for mark in ".;:。")
    return same_sentence and _WHILE.match(lower, start - 1) is not None
