"""Outlets and speakers, and every name they go by."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlmodel import col, select

from ledger.store.asking.among import among
from ledger.store.connecting.session import Session
from ledger.store.tables.ledger import Outlet, OutletAlias, Speaker, SpeakerAlias


class Named(NamedTuple):
    """An outlet or a speaker; one that was merged into another is no longer live."""

    number: int
    name: str
    kind: str | None
    live: bool


class Alias(NamedTuple):
    """One name an outlet or a speaker goes by."""

    number: int
    owner: int
    alias: str
    key: str


def named(session: Session, table: type[Outlet] | type[Speaker]) -> list[Named]:
    """Every outlet or speaker by number."""
    rows = select(table.number, table.name, table.kind, table.live).order_by(col(table.number))
    return [Named(*row) for row in session.orm.exec(rows)]


def aliases(
    session: Session,
    table: type[OutletAlias] | type[SpeakerAlias],
    numbers: Iterable[int] | None = None,
) -> list[Alias]:
    """Live aliases by number, ascending; all of them when no numbers are given."""
    rows = (
        select(table.number, table.owner, table.alias, table.key)
        .where(col(table.live))
        .order_by(col(table.number))
    )
    found = (
        session.orm.exec(rows)
        if numbers is None
        else among(session, rows, col(table.number), numbers)
    )
    return [Alias(*row) for row in found]
