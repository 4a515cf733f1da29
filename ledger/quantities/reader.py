"""Reading a text: numerals, then units and bounds, then neighbours, then what it is all about."""

import re
from decimal import Decimal
from functools import lru_cache

from ledger.quantities.bounds import bound_after, bound_before, bound_of_scale
from ledger.quantities.context import situate
from ledger.quantities.counts import counted
from ledger.quantities.dates import DateMention
from ledger.quantities.figure import Figure, comparator, interval
from ledger.quantities.homes import at_home
from ledger.quantities.identifiers import named_by
from ledger.quantities.joins import joined
from ledger.quantities.line import Line, line
from ledger.quantities.numeral import Numeral
from ledger.quantities.quantity import Quantity
from ledger.quantities.scanner import scan
from ledger.quantities.signals import signals
from ledger.quantities.tails import extend, weighs
from ledger.quantities.units import Unit, money_before, unit_at, unit_named

_PERCENT = Unit("%", "percent", "%", Decimal(1))
_YEARS_OLD = Unit("year", "age", "month", Decimal(12))
_REST = re.compile(r"[余多几]")
_AGED = re.compile(r"(?:(?:^|[^a-z])aged? |年仅|现年|享年|得年|年龄为?)$")
_MA, _POINT_STEP = Decimal("0.25"), Decimal("0.01")
"""A 碼 is a quarter of a percentage point by definition; nobody rounds to one."""
_TIMES = Unit("times", "multiple", "times", Decimal(1))


@lru_cache(maxsize=65536)
def read(text: str) -> tuple[Quantity, ...]:
    """Every quantity a text states, in order.

    Never raises, whatever the text; the same in Traditional and Simplified Chinese, full and half
    width.
    """
    reading = line(text)
    figures: list[Figure] = []
    dates: list[DateMention] = []
    for found in scan(reading):
        if isinstance(found, DateMention):
            dates.append(found)
            continue
        if figures and found.start < figures[-1].end:
            continue
        figure = _figure(reading, found, figures[-1].end if figures else 0)
        if figure is not None:
            figures.append(figure)
    if not figures and not dates:
        return ()
    if figures:
        moves = signals(reading.lower)
        figures = [f for f in joined(reading, figures, moves) if not f.idle]
        situate(reading, figures, dates, moves)
    every = figures + [figure for date in dates if (figure := _dated(date)) is not None]
    every.sort(key=lambda figure: figure.start)
    return tuple(_quantity(reading, figure) for figure in every)


def _figure(reading: Line, numeral: Numeral, done: int) -> Figure | None:
    """A numeral with its unit, currency and comparator; ``None`` where it is no quantity."""
    lower = reading.lower
    figure = Figure(
        numeral.start,
        numeral.end,
        numeral.value,
        numeral.step,
        numeral,
        (numeral.start, numeral.end),
        high=numeral.high,
        sign=">" if numeral.more else "",
    )
    if numeral.more and (rest := _REST.search(lower, numeral.start, numeral.end)) is not None:
        figure.bound = rest.span()
    if numeral.form == "ordinal":
        figure.dimension, figure.sign = "ordinal", ""
        return figure
    _bound_behind(lower, figure)
    if numeral.form == "percent":
        _apply(figure, _PERCENT)
    elif numeral.form == "multiple":
        _apply(figure, _TIMES)
    else:
        _measure(reading, figure, numeral, done)
        extend(lower, figure)
        if figure.currency == "GBP" and weighs(lower, figure):
            figure.unit_of = unit_named("mass", "pound")
            figure.unit, figure.dimension, figure.currency = "pound", "mass", None
    figure.core = (figure.start, figure.end)
    _bound_behind(lower, figure)
    _bound_ahead(lower, figure, done)
    figure.idle = _idle(reading, figure, numeral)
    return figure


def _measure(reading: Line, figure: Figure, numeral: Numeral, done: int) -> None:
    """Give the figure its unit: the currency ahead, the unit behind, or the noun it counts."""
    ahead = money_before(reading, figure.start)
    if ahead is not None and ahead[0] < done:
        ahead = None
    behind = unit_at(reading, figure.end)
    if ahead is not None and (behind is None or behind[1].currency is not None):
        figure.start = ahead[0]
        if behind is not None and (behind[1].usual or behind[1].currency == ahead[1].currency):
            figure.end = behind[0]
        _apply(figure, _known(reading, ahead[1]))
    elif behind is not None:
        figure.end = behind[0]
        _apply(figure, _known(reading, behind[1]))
    elif _AGED.search(reading.lower, figure.start - 8, figure.start):
        _apply(figure, _YEARS_OLD)
    elif numeral.form != "fraction":
        noun = counted(reading, figure.end)
        if noun is not None:
            figure.dimension, figure.unit = "count", noun[1]
            figure.end = noun[0] if not reading.lower[numeral.end].isspace() else figure.end


def _known(reading: Line, unit: Unit) -> Unit:
    return at_home(reading.lower, unit) if unit.usual else unit


def _apply(figure: Figure, unit: Unit) -> None:
    figure.unit_of, figure.unit = unit, unit.name
    figure.dimension, figure.currency = unit.dimension, unit.currency
    figure.value, figure.step = figure.value * unit.scale, figure.step * unit.scale
    if unit.scale == _MA:
        figure.step = _POINT_STEP
    figure.high = figure.high and figure.high * unit.scale


def _bound_behind(lower: str, figure: Figure) -> None:
    found = None if figure.bound else bound_after(lower, figure.end)
    if found is not None:
        start, figure.end, figure.sign = found
        figure.bound = (start, figure.end)


def _bound_ahead(lower: str, figure: Figure, done: int) -> None:
    found = bound_before(lower, figure.start)
    if found is None and lower[figure.start] in _BARE:
        found = bound_of_scale(lower, figure.start)
    if found is None or found[0] < done or (lower[found[0]] == "~" and found[0] == done > 0):
        if figure.sign == "or=":
            figure.sign = ""
        return
    if figure.sign == "or=":
        figure.sign = found[2] + "=" if found[2] in ("<", ">") else found[2]
    elif figure.sign and found[2] == "~":
        figure.start = found[0]
        return
    else:
        figure.sign = found[2]
    figure.start, figure.bound = found[0], (found[0], found[1])


_BARE = frozenset("半百千万亿")
_COUNTED_ONE = ("person", "vote", "vehicle", "aircraft", "household", "pair", "seat")
_EQUALS = ("是", "为", "于")
_ENDS_HERE = re.compile(
    r"$|[\s,.;:!?、，。；：！？)(\"'%~+-]|[的和与是却而还以至到起或及在这那又了]"
)


def _idle(reading: Line, figure: Figure, numeral: Numeral) -> bool:
    """Whether a number is part of a name or an idiom: this one, Stoxx 600, 三 alone in a word."""
    if figure.unit_of is not None:
        return False
    written = reading.lower[numeral.start : numeral.end]
    if written in ("one", "一") and not figure.sign:
        said = figure.unit is None and reading.lower[numeral.start - 1 : numeral.start] in _EQUALS
        return not said and figure.unit not in _COUNTED_ONE
    whole = numeral.value == numeral.value.to_integral_value() and written.isdigit()
    if whole and figure.unit is None and named_by(reading.key, numeral.start):
        return True
    if figure.unit is None and len(written) == 1 and not written.isascii():
        return _ENDS_HERE.match(reading.lower, numeral.end) is None
    return False


_PART = re.compile(r"Q|H|-\d\d/")


def _dated(found: DateMention) -> Figure | None:
    """A calendar date or year as a figure of its own; parts of years only place other figures."""
    period = found.period
    if (
        period is None
        or not (period[0].isdigit() or period.startswith("--"))
        or _PART.search(period)
    ):
        return None
    day = found.day()
    value = Decimal(found.year) if found.year else Decimal(day.toordinal()) if day else None
    figure = Figure(
        found.start, found.end, value or Decimal(0), Decimal(0), None, (found.start, found.end)
    )
    figure.dimension, figure.period = "date", period
    figure.unit = "year" if found.year else "day" if day else None
    return figure


def _quantity(reading: Line, figure: Figure) -> Quantity:
    start, end = reading.span(figure.start, figure.end)
    ends = interval(figure)
    bound = reading.span(*figure.bound) if figure.bound is not None else None
    text = reading.folding.original
    undated = figure.dimension == "date" and figure.unit is None
    spread = figure.high is not None or figure.interval is not None
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        value=None
        if spread or (figure.dimension == "date" and figure.unit != "year")
        else float(figure.value),
        low=None if undated or ends.low is None else float(ends.low),
        high=None if undated or ends.high is None else float(ends.high),
        low_closed=ends.low_closed and not undated,
        high_closed=ends.high_closed and not undated,
        unit=figure.unit,
        currency=figure.currency,
        dimension=figure.dimension,
        comparator=comparator(figure),
        comparator_text=text[bound[0] : bound[1]] if bound is not None else None,
        change=figure.change,
        measure=figure.measure,
        period=figure.period,
        role=figure.role,
        modality=figure.modality,
        per=figure.per,
        assumed=figure.unit_of is not None and figure.unit_of.usual,
    )
