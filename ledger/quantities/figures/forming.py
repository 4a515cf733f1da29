"""A numeral becomes a figure: it gets its unit, its currency and its comparator."""

import re
from decimal import Decimal

from ledger.quantities.figures.ages import YEARS_OLD, is_age, is_age_group
from ledger.quantities.figures.counts import counted
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.tails import extend
from ledger.quantities.heads import headed
from ledger.quantities.homes import at_home, in_parts
from ledger.quantities.line import Line
from ledger.quantities.numerals.bounds import bound_after
from ledger.quantities.numerals.chinese_integers import OR_SO
from ledger.quantities.numerals.multiples import change_in
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.times.stretches import TIME_SIGNS, stretch_at
from ledger.quantities.units import PERCENT, Unit, money_before, unit_at

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
_ROUND = frozenset("十百千万")
# Won twice in 14 games: how often, and not twice as much.
_TWICE = re.compile(
    r"twice (?:since|in|this|last|an? (?:day|week|month|year)|before|already|during|daily)(?![a-z])"
)
_ONCE = "at one point"
_STREETS = frozenset({"路", "街", "道"})
_STAGED = ("临床", "工程", "项目", "试验", "计划", "开发", "扩建", "建设", "厂房", "基金", "债券")
"""What is of the third 期 is no three of them."""

# A six-figure sum, 两位数: how long a number is, 八字头 how it begins. 四年级 is a year at school,
# 十二码球 a penalty.
_SIZE = re.compile(
    r"-(?:figure|digit)s?(?![a-z])|位数|字头|年级|码(?:球|点|罚|主罚|大?战|射|命中|破门|被扑)"
)
_SIZED = frozenset("-位字年码s")
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
    return figure


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
        figure.start, unit = ahead[0], _known(reading, ahead[1], ahead[0])
        if behind is not None and (behind[1].usual or behind[1].currency == ahead[1].currency):
            figure.end = behind[0]
            unit = in_parts(unit, behind[1])
        figure.measured_in(unit)
    elif behind is not None:
        figure.end = behind[0]
        figure.measured_in(_known(reading, behind[1], figure.start))
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


def _known(reading: Line, unit: Unit, at: int) -> Unit:
    return at_home(reading.lower, unit, at) if unit.usual else unit


# 30 tonnes of oil or more.
_OF_IT_OR = re.compile(r" of [a-z-]{2,16} (or (?:more|less|fewer))(?![a-z])")
# 三分之一強, 兩成弱; 三成強震 is none of it.
_STRENGTHS = {"强": ">", "弱": "near"}
_SO_STRONG = re.compile(r".[强弱](?![势大烈制力震化风度者国硕项点度迫盗权调劲降])")


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
