"""Figures and dates as the quantities this room gives out."""

import re
from decimal import Decimal

from ledger.quantities.dates import DateMention
from ledger.quantities.figure import Figure, comparator, interval
from ledger.quantities.line import Line
from ledger.quantities.quantity import Quantity

_PART = re.compile(r"Q|H|-\d\d/")


def dated(found: DateMention) -> Figure | None:
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


def quantity_of(reading: Line, figure: Figure) -> Quantity:
    """The figure as it leaves this room, with spans in the original text."""
    start, end = reading.span(figure.start, figure.end)
    ends = interval(figure)
    bound = reading.span(*figure.bound) if figure.bound is not None else None
    text = reading.folding.original
    undated = figure.dimension == "date" and figure.unit is None
    day = figure.dimension == "date" and figure.unit != "year"
    spread = figure.high is not None or figure.interval is not None
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        value=None if spread or day else float(figure.value),
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
