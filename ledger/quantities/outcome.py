"""Figures and dates as the quantities this room gives out."""

import re
from decimal import Decimal

from ledger.quantities.figures.figure import COMPARATORS, Figure, interval
from ledger.quantities.line import Line
from ledger.quantities.quantity import Quantity
from ledger.quantities.times.dates import DateMention
from ledger.text.tuples import made

_NOUGHT = Decimal(0)
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
    day = None if found.year else found.day()
    value = Decimal(found.year) if found.year else Decimal(day.toordinal()) if day else None
    figure = Figure(
        found.start, found.end, value or _NOUGHT, _NOUGHT, None, (found.start, found.end)
    )
    figure.dimension, figure.period = "date", period
    figure.unit = "year" if found.year else "day" if day else None
    return figure


def quantity_of(reading: Line, figure: Figure) -> Quantity:
    """The figure as it leaves this room, with spans in the original text."""
    text, dimension, unit = reading.folding.original, figure.dimension, figure.unit
    start, end, bound = figure.start, figure.end, figure.bound
    if reading.places is not None or reading.folding.offsets is not None:
        start, end = reading.span(start, end)
        bound = bound and reading.span(*bound)
    low, high, low_closed, high_closed = interval(figure)
    spread = figure.high is not None or (figure.interval is not None and not figure.sign)
    if dimension == "date" and unit is None:
        low, high, low_closed, high_closed = None, None, False, False
    fields = (
        text[start:end],
        start,
        end,
        None if low is None else float(low),
        None if high is None else float(high),
        low_closed,
        high_closed,
        None if spread or (dimension == "date" and unit != "year") else float(figure.value),
        unit,
        figure.currency,
        dimension,
        "range" if spread else COMPARATORS[figure.sign],
        text[bound[0] : bound[1]] if bound is not None else None,
        figure.change,
        figure.measure,
        figure.period,
        figure.role,
        figure.modality,
        figure.per,
        figure.unit_of is not None and figure.unit_of.usual,
    )
    return made(Quantity, fields)
