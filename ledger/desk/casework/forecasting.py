"""Forecasts: statements about the future, the day they fall due, and what then happened.

A figure for a period still to come when it was said is a forecast by itself; a person can say so of
any other statement. What fell due waits for somebody to say what happened.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ledger.desk.decisions import filed
from ledger.desk.desk import Desk
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import Views
from ledger.desk.references import Reference
from ledger.disagreement import due_day
from ledger.errors import NoDueDay, ReasonRequired
from ledger.quantities import READER
from ledger.store.asking import forecasts as kept
from ledger.store.connecting.session import Session
from ledger.store.journal.act import Act
from ledger.store.tables.casework import Forecast

Outcome = Literal["came_true", "partly", "did_not", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class ForecastView:
    """One forecast.

    Attributes:
        statement: what was said.
        due_on: the day after which it can be seen.
        basis: ``given`` by a person, or ``read`` from the period its figure is for.
        outcome: what happened, once somebody said so.
        settled_by: the statement of what happened.
        reason: why it came out so.
    """

    statement: StatementView
    due_on: date
    basis: Literal["given", "read"]
    outcome: str | None
    settled_by: str | None
    reason: str | None


def forecasts(desk: Desk, *, due_by: date | None = None) -> list[ForecastView]:
    """The forecasts of the ledger, those due first in front.

    Args:
        desk: where to look.
        due_by: only those that are due by the end of this day and that nobody settled.
    """
    with desk.reading() as session:
        said, days = falling_due(session, due_by)
        views = Views(session).statements(days)
    return [
        _view(views[number], days[number], said.get(number))
        for number in sorted(days, key=lambda number: (days[number], number))
        if views[number].claim is not None
    ]


def falling_due(session: Session, by: date | None) -> tuple[dict[int, Forecast], dict[int, date]]:
    """What people said of forecasts, and when each falls due, as they said or else as was read.

    Args:
        session: where to look.
        by: only the days of those that are due by the end of this one and that nobody settled.
    """
    said = {n: row for n, row in kept.forecasts(session).items() if row.live}
    days = {**_days_read(session), **{n: row.due_on for n, row in said.items()}}
    if by is not None:
        settled = {number for number, row in said.items() if row.outcome is not None}
        days = {n: due for n, due in days.items() if due <= by and n not in settled}
    return said, days


def _days_read(session: Session) -> dict[int, date]:
    """When statements fall due by the periods their figures are for; the last of several."""
    days: dict[int, date] = {}
    for number, period, said_on in kept.periods(session, READER):
        due = due_day(period, said_on)
        if due is not None:
            days[number] = max(due, days.get(number, due))
    return days


def set_due(desk: Desk, statement: Reference, due_on: date) -> None:
    """Say when a statement about the future falls due; what was said of its outcome stays.

    Raises:
        NotFound: when the ledger holds no such statement.
    """
    with desk.acting("due") as act:
        number = filed(act, statement).statement_number
        act.summary = f"{statement} on {due_on}"
        row = kept.forecasts(act.session).get(number)
        _write(act, number, row, {"due_on": due_on})


def settle(
    desk: Desk,
    statement: Reference,
    outcome: Outcome,
    reason: str | None,
    by: Reference | None = None,
) -> None:
    """Say what came of a forecast, why, and by which statement that is known.

    Raises:
        NotFound: when the ledger holds no such statement.
        NoDueDay: when nothing says when it falls due.
        ReasonRequired: when there is neither a reason nor a statement of what happened.
    """
    if by is None and not (reason and reason.strip()):
        raise ReasonRequired
    with desk.acting("settle") as act:
        number = filed(act, statement).statement_number
        settled_by = filed(act, by).statement_number if by is not None else None
        row = kept.forecasts(act.session).get(number)
        due_on = row.due_on if row is not None else _days_read(act.session).get(number)
        if due_on is None:
            raise NoDueDay(str(statement))
        act.summary = f"{statement}: {outcome.replace('_', ' ')}"
        said = {"outcome": outcome, "settled_by": settled_by, "reason": reason}
        _write(act, number, row, {"due_on": due_on, **said})


def _write(act: Act, number: int, row: Forecast | None, said: Mapping[str, object]) -> None:
    if row is not None:
        emptied = {} if row.live else {"outcome": None, "settled_by": None, "reason": None}
        act.update(Forecast, row.number, **{**emptied, **said, "live": True})
        return
    act.add(Forecast, {"statement_number": number, **said})


def _view(statement: StatementView, due_on: date, row: Forecast | None) -> ForecastView:
    if row is None:
        return ForecastView(statement, due_on, "read", None, None, None)
    by = f"S{row.settled_by}" if row.settled_by is not None else None
    return ForecastView(statement, due_on, "given", row.outcome, by, row.reason)
