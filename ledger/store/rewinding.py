"""The ledger as it was: every row as the journal says it stood at a moment.

Rows are never deleted, and each entry keeps what it changed as it was before. Walking the entries
after the moment backwards says which rows were not there yet and how the others read; the copy
made from that is an ordinary ledger in a folder that goes away with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlmodel import col
from sqlmodel import select as select_rows

from ledger.store.engine import WRITES
from ledger.store.journal import Key, as_columns, rows_of
from ledger.store.ledger import Store, store_at
from ledger.store.place import place_of
from ledger.store.session import Session
from ledger.store.table import Table
from ledger.store.tables import JOURNALLED, Entry

_AT_ONCE = 2_000
"""Rows read and written at a time."""

Earlier = Mapping[tuple[str, Key], Mapping[str, Any] | None]
"""How rows stood: the columns that have changed since, or ``None`` for one not there yet."""


@contextmanager
def rewound(store: Store, moment: datetime) -> Iterator[Store]:
    """A copy of the ledger as it stood before a moment, thrown away at the end."""
    with TemporaryDirectory(prefix="factledger-") as folder:
        place = place_of(str(Path(folder) / "ledger.db"))
        with store.reading() as session, store_at(place) as past:
            _copy(session, past, _last_before(session, moment))
            yield past


def _last_before(session: Session, moment: datetime) -> int:
    """The last entry before a moment; all before it count, whatever a clock set back says."""
    return session.orm.exec(select_rows(func.max(Entry.number)).where(Entry.at < moment)).one() or 0


def _copy(session: Session, past: Store, last: int) -> None:
    earlier = _earlier(session, last)
    with past.engine.connect() as plain:
        target = plain.execution_options(**WRITES)
        with target.begin():
            Table.metadata.create_all(target)
            stood = (row.model_dump() for row in _entries(session, last))
            _write(target, Entry, stood)
            for table in JOURNALLED:
                _write(target, table, _rows(session, table, earlier))


def _earlier(session: Session, last: int) -> Earlier:
    """How the rows written since an entry stood after it."""
    newest_first = select_rows(Entry).where(Entry.number > last).order_by(col(Entry.number).desc())
    earlier: dict[tuple[str, Key], dict[str, Any] | None] = {}
    for entry in session.orm.exec(newest_first):
        for change in reversed(rows_of(entry)):
            row = (change.table, change.key)
            known = earlier.get(row) or {}
            earlier[row] = None if change.before is None else {**known, **change.before}
    return earlier


def _entries(session: Session, last: int) -> Iterable[Entry]:
    ordered = select_rows(Entry).where(Entry.number <= last).order_by(col(Entry.number))
    return session.orm.exec(ordered.execution_options(yield_per=50))


def _rows(session: Session, table: type[Table], earlier: Earlier) -> Iterator[dict[str, Any]]:
    """The rows of a table that were there, as they were."""
    sql_table = table.metadata.tables[str(table.__tablename__)]
    keys = [column.name for column in sql_table.primary_key]
    ordered = select(sql_table).order_by(*sql_table.primary_key)
    found = session.connection().execute(ordered.execution_options(yield_per=_AT_ONCE))
    for row in found.mappings():
        parts = tuple(row[name] for name in keys)
        before = earlier.get((sql_table.name, parts[0] if len(parts) == 1 else parts), {})
        if before is not None:
            yield {**row, **as_columns(table, before)}


def _write(target: Connection, table: type[Table], rows: Iterable[dict[str, Any]]) -> None:
    sql_table = table.metadata.tables[str(table.__tablename__)]
    waiting: list[dict[str, Any]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _AT_ONCE:
            target.execute(insert(sql_table), waiting)
            waiting = []
    if waiting:
        target.execute(insert(sql_table), waiting)
