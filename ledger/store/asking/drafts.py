"""Unfinished forms. They are not acts: no entry tells of them, and they go once saved."""

from datetime import datetime

from sqlalchemy import delete, insert, update
from sqlmodel import col, select

from ledger.store.connecting.session import Session
from ledger.store.journal.act import Act
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import Draft

_DRAFT = sql_table(Draft)


def keep(act: Act, number: int | None, content: str) -> int:
    """Write a draft, over the one it was before if that still stands; gives back its number."""
    row = {"actor": act.actor, "content": content, "at": act.at}
    connection = act.session.connection()
    if number is not None:
        mine = (_DRAFT.c.number == number, _DRAFT.c.actor == act.actor)
        if connection.execute(update(_DRAFT).where(*mine).values(**row)).rowcount:
            return number
    fresh = act.next_number(Draft)
    connection.execute(insert(_DRAFT), [{"number": fresh, **row}])
    return fresh


def drop(act: Act, number: int) -> None:
    """Take away a draft of the one who acts."""
    mine = (_DRAFT.c.number == number, _DRAFT.c.actor == act.actor)
    act.session.connection().execute(delete(_DRAFT).where(*mine))


def kept(session: Session, actor: str) -> list[tuple[int, str, datetime]]:
    """Number, content and time of a person's drafts, newest first."""
    wanted = (
        select(Draft)
        .where(Draft.actor == actor)
        .order_by(col(Draft.at).desc(), col(Draft.number).desc())
    )
    return [(row.number, row.content, row.at) for row in session.orm.exec(wanted)]
