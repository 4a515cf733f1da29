"""How many of what: counts that stay quick in a ledger of millions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlmodel import col, func, select

from ledger.store.connecting.session import Session
from ledger.store.journal.chain import first_since
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import (
    Claim,
    Conflict,
    Filing,
    Proposal,
    Question,
    Statement,
)


def live_claims(session: Session) -> int:
    """How many claims there are."""
    return session.orm.exec(select(func.count()).where(col(Claim.live))).one()


def filed_after(session: Session, number: int) -> int:
    """How many statements of higher numbers are filed; one that was taken back no longer is."""
    rows = (col(Filing.live), col(Filing.statement_number) > number)
    return session.orm.exec(select(func.count()).where(*rows)).one()


def in_state(
    session: Session, table: type[Conflict | Question | Proposal], states: Sequence[str]
) -> int:
    """The live rows of a table in one of these states."""
    rows = sql_table(table).c
    counted = select(func.count()).where(rows.live, rows.state.in_(states))
    return session.orm.exec(counted).one()


def last_statement_before(session: Session, moment: datetime) -> int:
    """The number of the last statement recorded before an instant; 0 when there is none."""
    first = first_since(session, moment)
    wanted = select(Statement.number).order_by(col(Statement.number).desc()).limit(1)
    if first is not None:
        wanted = wanted.where(Statement.entry < first)
    return session.orm.exec(wanted).first() or 0


def statements_by(session: Session, kind: Literal["outlet", "speaker"]) -> dict[int, int]:
    """How many live statements each outlet published or each speaker said, by number."""
    column = Statement.outlet_number if kind == "outlet" else Statement.speaker_number
    counted = (
        select(column, func.count())
        .join(Filing, col(Filing.statement_number) == Statement.number)
        .where(col(Filing.live), col(column).is_not(None))
        .group_by(col(column))
    )
    return {number: count for number, count in session.orm.exec(counted) if number is not None}
