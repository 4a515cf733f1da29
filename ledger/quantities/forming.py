"""A numeral becomes a figure: it gets its unit, its currency and its comparator."""

import re
from decimal import Decimal

from ledger.quantities.bounds import bound_after, bound_before, bound_of_scale
from ledger.quantities.counts import counted
from ledger.quantities.figure import Figure
from ledger.quantities.homes import at_home
from ledger.quantities.idle import is_idle
from ledger.quantities.line import Line
from ledger.quantities.numeral import Numeral
from ledger.quantities.tails import extend, weighs
from ledger.quantities.units import Unit, money_before, unit_at, unit_named

_PERCENT = Unit("%", "percent", "%", Decimal(1))
_TIMES = Unit("times", "multiple", "times", Decimal(1))
_YEARS_OLD = Unit("year", "age", "month", Decimal(12))
_MA, _POINT_STEP = Decimal("0.25"), Decimal("0.01")
"""A 碼 is a quarter of a percentage point by definition; nobody rounds to one."""
_LARGEST = 60
"""Digits before the point of the largest figure worth reading; more is a slip or an attack."""
_REST = re.compile(r"[余多几]")
_AGED = re.compile(
    r"(?:(?:^|[^a-z])(?:aged?(?: between| from| under| over)?|(?:children|adults|people|those|"
    r"anyone|men|women|girls|boys|kids|minors|teenagers|pensioners|workers|residents|voters|patients)"
    r"(?: aged)? (?:under|over|below|above)) |年仅|现年|享年|得年|年龄为?)$"
)
_AGED_ENDS = frozenset({"仅", "年", "龄", "为", "ed ", "ge ", "en ", "om ", "er ", "ow ", "ve "})
# Jane Doe, 45, said: an age between commas behind a name.
_NAME_AHEAD = re.compile(
    r"(?:[A-Z](?!\w+day,)[\w'.-]{1,40}|(?:^|[^a-z])(?:[Ss]?he|wife|husband|son|daughter)), $"
)
_COMMA = re.compile(r",(?! ?\d)")
_OLDEST = 120
# Half a point, a quarter of an hour; millions of dollars.
_PART_OF = re.compile(r" (?:of )?an? (?=[a-z])")
_MANY_OF = re.compile(r" of (?=[a-z])")
_MANY = frozenset({"currency", "length", "mass", "area", "duration"})
"""What hundreds or thousands "of" can be said of and still be a unit."""
# "Percent of twenty", with no number ahead, is how some write twenty percent.
_PERCENT_OF = re.compile(r"(?:^|[^a-z\d] ?|[a-z] )(per ?cents? of )$")
_BARE = frozenset("半百千万亿")
# 近3年 is the last three years; 歷時近3年 is nearly three.
_RECENT = re.compile(r"(?:^|[,.。、;:\s])$")


def formed(reading: Line, numeral: Numeral, done: int) -> Figure | None:
    """A numeral with its unit, currency and comparator; ``None`` where it is no figure at all.

    Args:
        reading: the line.
        numeral: the number found in it.
        done: where the figure before ends; words up to there are taken.
    """
    lower = reading.lower
    if numeral.value.adjusted() > _LARGEST:
        return None
    start, end, value, step, form, high, more, _, _ = numeral
    figure = Figure(start, end, value, step, numeral, (start, end), high)
    if form == "ordinal":
        figure.dimension = "ordinal"
        return figure
    if more:
        figure.sign = ">"
        if (rest := _REST.search(lower, start, end)) is not None:
            figure.bound = rest.span()
    ends = lower[end : end + 1] in _NOTHING_FOLLOWS
    if not ends:
        _bound_behind(lower, figure)
    if form == "percent":
        _apply(figure, _PERCENT)
    elif form == "multiple":
        _apply(figure, _TIMES)
    else:
        _measure(reading, figure, numeral, done, ends=ends)
        if figure.unit_of is not None:
            extend(lower, figure)
            if figure.currency == "GBP" and weighs(lower, figure):
                figure.unit_of = unit_named("mass", "pound")
                figure.unit, figure.dimension, figure.currency = "pound", "mass", None
    figure.core = (figure.start, figure.end)
    if figure.end != end:
        _bound_behind(lower, figure)
    _bound_ahead(lower, figure, done)
    figure.idle = figure.unit_of is None and is_idle(reading, figure, numeral)
    return figure


_NOTHING_FOLLOWS = frozenset({"", *",.;:!?。、)\"'"})
"""What ends the words of a figure right after its number."""


def _measure(reading: Line, figure: Figure, numeral: Numeral, done: int, *, ends: bool) -> None:
    """Give the figure its unit: the currency ahead, the unit behind, or the noun it counts."""
    if _cohort(reading.lower, figure):
        return
    ahead = money_before(reading, figure.start)
    if ahead is not None and ahead[0] < done:
        ahead = None
    behind = None if ends else _unit_behind(reading, figure.end, numeral)
    if ahead is not None and (behind is None or behind[1].currency is not None):
        figure.start = ahead[0]
        if behind is not None and (behind[1].usual or behind[1].currency == ahead[1].currency):
            figure.end = behind[0]
        _apply(figure, _known(reading, ahead[1]))
    elif behind is not None:
        figure.end = behind[0]
        _apply(figure, _known(reading, behind[1]))
    elif _is_age(reading, figure):
        _apply(figure, _YEARS_OLD)
    elif numeral.form != "fraction":
        noun = None if ends else counted(reading, figure.end)
        share = None
        if reading.lower.startswith(" of ", figure.start - 4):
            share = _PERCENT_OF.search(reading.lower, figure.start - 12, figure.start)
        if noun is None and share is not None and share.start(1) >= done:
            figure.start = share.start(1)
            _apply(figure, _PERCENT)
        elif noun is not None:
            figure.dimension, figure.unit = "count", noun[1]
            figure.end = noun[0] if not reading.lower[numeral.end].isspace() else figure.end


# Under-18s, over-65s, 16-to-24s: people of an age, not seconds.
_COHORT = re.compile(r"(?:^|[^a-z])(under|over|to)-$")
_COHORT_SIGNS = {"under": "<", "over": ">"}
_PLURAL = re.compile(r"s(?![a-z])")


def _cohort(lower: str, figure: Figure) -> bool:
    """Give a figure the age it stands for in the name of an age group."""
    start = figure.start
    if lower[start - 1 : start] != "-" or _PLURAL.match(lower, figure.end) is None:
        return False
    ahead = _COHORT.search(lower, max(0, start - 7), start)
    if ahead is None:
        return False
    figure.end += 1
    _apply(figure, _YEARS_OLD)
    if ahead[1] in _COHORT_SIGNS:
        figure.start, figure.bound = ahead.start(1), ahead.span(1)
        figure.sign = _COHORT_SIGNS[ahead[1]]
    return True


def _unit_behind(reading: Line, end: int, numeral: Numeral) -> tuple[int, Unit] | None:
    """The unit after a number, also where "of" or an article stands between the two."""
    found = unit_at(reading, end)
    if found is not None or not numeral.worded:
        return found
    if numeral.form == "fraction" and (link := _PART_OF.match(reading.lower, end)) is not None:
        return unit_at(reading, link.end() - 1)
    if numeral.more and (link := _MANY_OF.match(reading.lower, end)) is not None:
        found = unit_at(reading, link.end() - 1)
    return found if found is not None and found[1].dimension in _MANY else None


def _is_age(reading: Line, figure: Figure) -> bool:
    """Whether the words around a bare number make it an age: aged 35, children under 5."""
    lower, start = reading.lower, figure.start
    ahead = lower[max(0, start - 3) : start]
    if ahead[-1:] in _AGED_ENDS or ahead in _AGED_ENDS:
        return _AGED.search(lower, max(0, start - 28), start) is not None
    if not ahead.endswith(", ") or not _COMMA.match(lower, figure.end):
        return False
    name = _NAME_AHEAD.search(reading.key, max(0, start - 45), start)
    return name is not None and 0 < figure.value < _OLDEST


def _known(reading: Line, unit: Unit) -> Unit:
    return at_home(reading.lower, unit) if unit.usual else unit


def _apply(figure: Figure, unit: Unit) -> None:
    figure.unit_of, figure.unit = unit, unit.name
    figure.dimension, figure.currency = unit.dimension, unit.currency
    if unit.scale == 1:
        return
    figure.value, figure.step = figure.value * unit.scale, figure.step * unit.scale
    if unit.scale == _MA:
        figure.step = _POINT_STEP
    figure.high = figure.high and figure.high * unit.scale


def _bound_behind(lower: str, figure: Figure) -> None:
    if figure.bound is None and (found := bound_after(lower, figure.end)) is not None:
        start, figure.end, figure.sign = found
        figure.bound = (start, figure.end)


def _bound_ahead(lower: str, figure: Figure, done: int) -> None:
    found = bound_before(lower, figure.start)
    if found is None and lower[figure.start] in _BARE:
        found = bound_of_scale(lower, figure.start)
    if found is None or found[0] < done or _is_no_bound(lower, figure, found, done):
        if figure.sign:
            figure.sign = figure.sign.removeprefix("or=")
        return
    start, end, sign = found
    if figure.sign == "or=":
        sign += "=" if sign in ("<", ">") else ""
    elif figure.sign and sign == "~":
        figure.start = start
        return
    figure.start, figure.bound, figure.sign = start, (start, end), sign


def _is_no_bound(lower: str, figure: Figure, found: tuple[int, int, str], done: int) -> bool:
    """Whether a comparator is something else here: the sign of a range, the last three years."""
    start = found[0]
    if lower[start] == "~":
        return start == done > 0
    recent = lower[start : found[1]] == "近" and figure.dimension == "duration"
    return recent and _RECENT.search(lower, start - 1, start) is not None
