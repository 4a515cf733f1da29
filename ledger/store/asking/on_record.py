"""Which statements the ledger holds, and which of them wait for its reader."""

from collections.abc import Iterable

from sqlalchemy import bindparam, func
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import Quantity, Statement

_STATEMENT = sql_table(Statement).c
# Put together once: asked whenever a statement is recorded.
_BY_ID = sql_select(_STATEMENT.id, _STATEMENT.number).where(
    _STATEMENT.id.in_(bindparam("ids", expanding=True))
)


def known_ids(session: Session, ids: Iterable[str]) -> dict[str, int]:
    """Which of these statement ids the ledger holds, and under which number."""
    return dict(keyed(session.connection(), _BY_ID, sorted(set(ids))))


def unread(session: Session, reader: int, among: range | None) -> list[int]:
    """Statements the given version of the reader has not looked at, by number; of all, or of some.

    Readers come in turn, and each reads again all there is at once. What holds no figures counts as
    looked at once anything was read again, and where nothing an older reader read comes after it.
    """
    older = select(Quantity.statement_number).where(Quantity.reader < reader)
    newer = select(Quantity.statement_number).where(Quantity.reader >= reader)
    last = select(func.max(Quantity.statement_number)).where(Quantity.reader < reader)
    number, until = col(Statement.number), last.scalar_subquery()
    wanted = select(Statement.number).where(number <= until, number.not_in(newer))
    read_again = col(Quantity.statement_number).in_(older)
    if session.orm.exec(newer.where(read_again).limit(1)).first() is not None:
        wanted = wanted.where(number.in_(older))
    if among is not None:
        wanted = wanted.where(number >= among.start, number < among.stop)
    return list(session.orm.exec(wanted.order_by(number)))
