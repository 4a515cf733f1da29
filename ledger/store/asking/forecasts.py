"""Statements about the future: what people said of them, and which name a period."""

from datetime import date

from sqlmodel import col, select

from ledger.store.asking.asked import said_day
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Forecast
from ledger.store.tables.ledger import Filing, Quantity, Statement


def forecasts(session: Session) -> dict[int, Forecast]:
    """What people said of forecasts, live or not, by statement."""
    rows = session.orm.exec(select(Forecast).order_by(col(Forecast.number)))
    return {row.statement_number: row for row in rows}


def periods(session: Session, reader: int) -> list[tuple[int, str, date]]:
    """The periods that filed statements of a known day name, each with that day.

    Args:
        session: where to look.
        reader: the version of the reader whose reading counts.
    """
    day = said_day()
    wanted = (
        select(Quantity.statement_number, Quantity.period, day)
        .join(Statement, col(Statement.number) == Quantity.statement_number)
        .join(Filing, col(Filing.statement_number) == Quantity.statement_number)
        .where(
            Quantity.reader == reader,
            col(Quantity.period).is_not(None),
            col(Filing.live),
            day.is_not(None),
        )
        .order_by(col(Quantity.statement_number), col(Quantity.position))
    )
    rows = session.orm.exec(wanted)
    return [(number, period, said_on) for number, period, said_on in rows if period is not None]
