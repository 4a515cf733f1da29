"""When a statement about the future falls due: the day after which what it says can be seen."""

import calendar
from datetime import date

from ledger.disagreement.statement.periods import dated, stretch


def due_day(period: str | None, said_on: date) -> date | None:
    """The last day of a period that was still to come when something was said.

    Args:
        period: what the figure is for, as ``Quantity.period`` writes it.
        said_on: the day it was said.

    Returns:
        ``None`` for a period that had begun, or that names no days.
    """
    found = stretch(dated(period, said_on))
    if found is None or found.calendar != "stated":
        return None
    if found.first <= (said_on.year, said_on.month, said_on.day):
        return None
    year, month, day = found.last
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
