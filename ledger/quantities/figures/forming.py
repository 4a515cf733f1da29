"""A numeral becomes a figure: it gets its unit, its currency and its comparator."""

import re
from decimal import Decimal

from ledger.quantities.figures.ages import YEARS_OLD, is_age, is_age_group
from ledger.quantities.figures.counts import counted
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.idle import is_idle
from ledger.quantities.figures.tails import extend
from ledger.quantities.heads import headed
from ledger.quantities.homes import at_home, in_parts
from ledger.quantities.line import Line
from ledger.quantities.numerals.bounds import bound_after, bound_before, bound_of_scale
from ledger.quantities.numerals.chinese_integers import OR_SO
from ledger.quantities.numerals.multiples import change_in
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.times.stretches import TIME_SIGNS, stretch_at
from ledger.quantities.units import PERCENT, Unit, money_before, unit_at
from ledger.text.patterns import lazily

_TIMES = Unit("times", "multiple", "times", Decimal(1))
_LARGEST = 60
"""Digits before the point of the largest figure worth reading; more is a slip or an attack."""
_REST = re.compile(r"[余多几]")
# Half a point, a quarter of an hour; millions of dollars.
_PART_OF = re.compile(r" (?:of )?an? (?=[a-z])")
# Three consecutive quarters, two full years; or the unit of a table or a form in brackets, of which
# one letter is more often a mark or a party.
_APART = re.compile(
    r" (?:consecutive|straight|successive|full|whole|more|further)(?= )"
    r"| ?([(<\[])(?=[a-z]{2}|[^\x00-\x7f]|%)"
)
_CLOSING = {"(": ")", "<": ">", "[": "]"}
_MANY_OF = re.compile(r" of (?=[a-z])")
_MANY = frozenset({"currency", "length", "mass", "area", "duration"})
"""What hundreds or thousands "of" can be said of and still be a unit."""
# "Percent of twenty", with no number ahead, is how some write twenty percent.
_PERCENT_OF = re.compile(r"(?:^|[^a-z\d] ?|[a-z] )(per ?cents? of )$")
_FACTOR = re.compile(r"(?:^|[^a-z])by an? factor of $")
_ABOUT = "来"
_BARE, _ROUND = frozenset("半百千万亿"), frozenset("十百千万")
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
    r"|(至少|最少|起码)(?:已经?|需要?|须|要|将|会|还?有)[^,。;:、\d]{0,3})$"
)
# 約為去年同期的兩倍: what a multiple is of stands before it.
_OF_WHAT = re.compile(
    r"(?<![条公合契预节])(约|近|将近|接近|超过|逾|不到|至少)(?:为|是|达)?[^,。;:、\d]{2,12}的$"
)
_OF_WHAT_SIGNS = {
    "约": "~", "近": "near", "将近": "near", "接近": "near", "不到": "<", "至少": ">=",
}  # fmt: skip
# Won twice in 14 games: how often, and not twice as much.
_TWICE = re.compile(
    r"twice (?:since|in|this|last|an? (?:day|week|month|year)|before|already|during|daily)(?![a-z])"
)
_AGO = re.compile(r" (?:ago|earlier|before)(?![a-z])")
# 9.79 seconds over 100m.
_TIMED = re.compile(r"(?:seconds?|minutes?|secs|\ds) $")
_SINCE = ("less than", "more than")
# 跌破每桶60美元: a price is below sixty, for each barrel.
_ONCE = "at one point"
_STREETS = frozenset({"路", "街", "道"})
_STAGED = ("临床", "工程", "项目", "试验", "计划", "开发", "扩建", "建设", "厂房", "基金", "债券")
"""What is of the third 期 is no three of them."""
_EACH_AHEAD = re.compile(r"每(?:桶|盎司|股|吨|公吨|公斤|斤|升|公升|度|坪|平方|人|户|张|辆|片)$")
_HAN = "\u4e00"
_RECENT = re.compile(r"(?:^|[,.。、;:\s])$")

# A six-figure sum, 两位数: how long a number is. 四年级 is a year at school.
_SIZE = re.compile(r"-(?:figure|digit)s?(?![a-z])|位数|年级")
_SIZED = frozenset("-位年s")
_NOTHING_FOLLOWS = frozenset({"", *",.;:!?。、)\"'"})
"""What ends the words of a figure right after its number."""


def formed(reading: Line, numeral: Numeral, done: int) -> Figure | None:
    """A numeral with its unit, currency and comparator; ``None`` where it is no figure at all.

    Args:
        reading: the line.
        numeral: the number found in it.
        done: where the figure before ends; words up to there are taken.
    """
    lower = reading.lower
    start, end, value, step, form, high, more, _, _ = numeral
    behind = lower[end : end + 1]
    if (
        value.adjusted() > _LARGEST
        or (behind in _SIZED and _is_no_figure(lower, start, end))
        or lower.startswith(_ONCE, start - 3)
    ):
        return None
    figure = Figure(start, end, value, step, numeral, (start, end), high)
    if form == "ordinal":
        figure.dimension = "ordinal"
        return None if _is_of_law(lower, start, end) else figure
    if more or (end - start > _SHORTEST_OPEN and lower[end - 2] == _ABOUT):
        _leave_open(lower, figure, more=more)
    follows = "" if behind in _NOTHING_FOLLOWS else _follows(lower, figure)
    if form == "percent":
        figure.measured_in(PERCENT)
    elif form == "multiple":
        _multiply(lower, figure)
    else:
        _measure(reading, figure, numeral, done, follows)
        if figure.unit_of is not None:
            extend(lower, figure)
    figure.core = (figure.start, figure.end)
    if figure.end != end and figure.bound is None:
        _bound_behind(lower, figure)
    _bound_ahead(lower, figure, done)
    if figure.bound is not None and figure.unit is None:
        _of_a_life(lower, figure)
    figure.idle |= figure.unit_of is None and is_idle(reading, figure, numeral)
    return figure


_YEARS = ("年过", "年近", "年满", "年逾", "出头")
# 他年近七十; but 今年近七十家.
_OF_YEARS = lazily(r"(?:^|[^今去明前后当每全同本上近半整多几\d一二两三四五六七八九十百])年[近逾]$")
_OLDEST = 120


def _of_a_life(lower: str, figure: Figure) -> None:
    """Make a bare number somebody's age where its bound says so: 年過五十, 三十出頭."""
    at = figure.start if figure.bound is None else figure.bound[0]
    of_years = lower.startswith(_YEARS, at) or _OF_YEARS.search(lower, at - 2, at + 1)
    if of_years and figure.step >= 1 and figure.value < _OLDEST:
        figure.measured_in(YEARS_OLD)


_SHORTEST_OPEN = 2
"""Characters of a number without a 来 in it at most: 十来万 has three."""


def _leave_open(lower: str, figure: Figure, *, more: bool) -> None:
    """Give a number the bound that a rest inside it makes: 500余万, 20来万."""
    start, end = figure.core
    if more:
        figure.sign = ">"
        if (rest := _REST.search(lower, start, end)) is not None:
            figure.bound = rest.span()
    elif figure.high is None:
        figure.sign, figure.bound = "~", (end - 2, end - 1)


_PARTS_OF_LAW = frozenset("条款项号")
# 刑法第271條第2項; 第三條生產線 is the third line.
_LAW_AHEAD = re.compile(
    r"(?:[法例约章规则程宪定令]》?|[依据按用照]|违反|触犯|符合|援引|修[改正]|[条款])$"
)
_LAW_BEHIND = re.compile(
    r"条(?:第|之\d|的?规定|$|[,。、;:)》])|号(?:决议|令|文件|公告|提案|法案|通告|通知|函|建议)"
)


def _is_of_law(lower: str, start: int, end: int) -> bool:
    """Whether an ordinal numbers a part of a law, or nothing at all: second to none."""
    if lower[end : end + 1] not in _PARTS_OF_LAW:
        return lower.startswith(" to none", end)
    return (
        _LAW_AHEAD.search(lower, start - 3, start) is not None
        or _LAW_BEHIND.match(lower, end) is not None
    )


# Two 747s are built and no seconds.
_JETS = re.compile(r"7[0-8]7s(?![a-z])")


def _is_no_figure(lower: str, start: int, end: int) -> bool:
    """Whether digits say how long a number is, or are of a model's name: fifty Boeing 787s."""
    if lower[end] == "s":
        named = _JETS.match(lower, start) is not None or headed(lower, start)
        return named and not lower[end + 1 : end + 2].isalpha()
    return _SIZE.match(lower, end) is not None


def _multiply(lower: str, figure: Figure) -> None:
    """Make a figure a multiple, or a count of times."""
    if _TWICE.match(lower, figure.start):
        figure.dimension, figure.unit = "count", "time"
        return
    figure.measured_in(_TIMES)
    figure.change = change_in(lower[figure.core[0] : figure.core[1]])


def _follows(lower: str, figure: Figure) -> str:
    """What stands right behind a figure, and behind the bound there, which it is given."""
    if figure.bound is None:
        _bound_behind(lower, figure)
    return lower[figure.end : figure.end + 1]


def _measure(reading: Line, figure: Figure, numeral: Numeral, done: int, follows: str) -> None:
    """Give the figure its unit: the currency ahead, the unit behind, or the noun it counts.

    Args:
        reading: the line.
        figure: the figure.
        numeral: its number.
        done: where the figure before ends.
        follows: what stands right behind it, nothing for a mark that ends its words.
    """
    if follows == "s" and is_age_group(reading.lower, figure):
        return
    behind = _unit_behind(reading, figure.end, follows, numeral) if follows else None
    ahead = None
    if behind is None or behind[1].currency is not None:
        ahead = money_before(reading, figure.start)
    if ahead is not None and ahead[0] >= done:
        figure.start, unit = ahead[0], _known(reading, ahead[1])
        if behind is not None and (behind[1].usual or behind[1].currency == ahead[1].currency):
            figure.end = behind[0]
            unit = in_parts(unit, behind[1])
        figure.measured_in(unit)
    elif behind is not None:
        figure.end = behind[0]
        figure.measured_in(_known(reading, behind[1]))
    elif is_age(reading, figure):
        figure.measured_in(YEARS_OLD)
    elif numeral.form != "fraction":
        _count(reading, figure, done, follows)


def _count(reading: Line, figure: Figure, done: int, follows: str) -> None:
    """Give a number without a unit the noun it counts; "percent of" ahead makes it a percentage."""
    lower, start = reading.lower, figure.start
    # Nothing is counted in tenths before a hyphen: a 7.2-magnitude quake.
    counts = follows and not (follows == "-" and figure.step < 1)
    noun = counted(reading, figure.end) if counts else None
    if noun is not None:
        figure.dimension, figure.unit = "count", noun[1]
        # 中山路二段, 三期临床
        figure.idle = (noun[1] == "段" and lower[start - 1 : start] in _STREETS) or (
            noun[1] == "期" and lower.startswith(_STAGED, noun[0])
        )
        if not lower[figure.core[1]].isspace():
            figure.end = noun[0]
    elif lower.startswith(" of ", start - 4):
        if _FACTOR.search(lower, start - 16, start):
            figure.measured_in(_TIMES)
            return
        share = _PERCENT_OF.search(lower, start - 12, start)
        if share is not None and share.start(1) >= done:
            figure.start = share.start(1)
            figure.measured_in(PERCENT)


def _unit_behind(
    reading: Line, end: int, follows: str, numeral: Numeral
) -> tuple[int, Unit] | None:
    """The unit after a number, also where "of" or an article stands between the two."""
    found = unit_at(reading, end)
    if found is not None:
        return found
    if follows in TIME_SIGNS:
        time = stretch_at(reading.lower, numeral.start, end)
        return None if time is None else (end + 1, time)
    if (apart := _APART.match(reading.lower, end)) is not None:
        return _bracketed(reading, apart) if apart[1] else _running(reading, apart)
    if not numeral.worded:
        return None
    if numeral.form == "fraction" and (link := _PART_OF.match(reading.lower, end)) is not None:
        return unit_at(reading, link.end() - 1)
    if numeral.more and (link := _MANY_OF.match(reading.lower, end)) is not None:
        found = unit_at(reading, link.end() - 1)
    return found if found is not None and found[1].dimension in _MANY else None


def _running(reading: Line, words: re.Match[str]) -> tuple[int, Unit] | None:
    """The unit of time after the words that say how so many ran: three consecutive quarters."""
    found = unit_at(reading, words.end())
    return found if found is not None and found[1].dimension == "duration" else None


def _bracketed(reading: Line, opened: re.Match[str]) -> tuple[int, Unit] | None:
    """The unit after a number where it alone stands in brackets: 20 (kg), 20 <kg>."""
    if (found := unit_at(reading, opened.end())) is None:
        return None
    closed, unit = found
    alone = reading.lower[closed : closed + 1] == _CLOSING[opened[1]]
    return (closed + 1, unit) if alone else None


def _known(reading: Line, unit: Unit) -> Unit:
    return at_home(reading.lower, unit) if unit.usual else unit


# 30 tonnes of oil or more.
_OF_IT_OR = re.compile(r" of [a-z-]{2,16} (or (?:more|less|fewer))(?![a-z])")
# The law caps rent increases at 3 %, limits speeds to 30 km/h.
_CAPPED = re.compile(
    r"(?:^|[^a-z])(?:cap(?:s|ped|ping)? (?:[a-z]{2,16} ){1,4}at"
    r"|(?<!a )limit(?:s|ed|ing)? (?:[a-z]{2,16} ){1,4}to) $"
)
# 三分之一強, 兩成弱; 三成強震 is none of it.
_STRENGTHS = {"强": ">", "弱": "near"}
_SO_STRONG = re.compile(r".[强弱](?![势大烈制力震化风度者国硕项点度迫盗权调劲降])")
_CAP_ENDS, _CAP_REACH = ("at ", "to "), 72


def _bound_behind(lower: str, figure: Figure) -> None:
    end = figure.end
    if lower.startswith(" of ", end) and (more := _OF_IT_OR.match(lower, end)) is not None:
        figure.bound, figure.end = more.span(1), more.end()
        figure.sign = ">=" if more[1] == "or more" else "<="
        return
    if lower[end - 1] in _ROUND and OR_SO.match(lower, end):
        figure.bound, figure.end, figure.sign = (end, end + 1), end + 1, "~"
        return
    if lower[end : end + 1] in _STRENGTHS and _SO_STRONG.match(lower, end - 1):
        fraction = figure.numeral is not None and figure.numeral.form == "fraction"
        if fraction or figure.dimension == "percent":
            figure.bound, figure.end = (end, end + 1), end + 1
            figure.sign = _STRENGTHS[lower[end]]
            return
    if (found := bound_after(lower, figure.end)) is not None:
        start, figure.end, figure.sign = found
        figure.bound = (start, figure.end)


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
        elif found is None and behind_han and figure.unit is not None:
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
    elif figure.dimension == "multiple" and lower[start - 1] == "的":
        of = _OF_WHAT.search(lower, max(done, start - 18), start)
        if of is not None:
            figure.bound, figure.sign = of.span(1), _OF_WHAT_SIGNS.get(of[1], ">")


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
    recent = words == "近" and figure.dimension == "duration"
    return recent and _RECENT.search(lower, start - 1, start) is not None


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
