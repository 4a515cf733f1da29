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

from sqlmodel import col, func, select

from ledger.store.connecting.engine import WRITES
from ledger.store.connecting.place import place_of
from ledger.store.connecting.session import Session
from ledger.store.journal.chain import Key, as_columns, rows_of
from ledger.store.journal.rows import key_of, rows, write
from ledger.store.opening.ledger import Store, store_at
from ledger.store.tables.base import Table, sql_table
from ledger.store.tables.ledger import JOURNALLED, Entry

_AT_ONCE = 50
"""Entries held at once; that of a large import is megabytes."""
Earlier = Mapping[tuple[str, Key], Mapping[str, Any]]
"""How rows that have changed since stood: those columns."""


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
    return session.orm.exec(select(func.max(Entry.number)).where(Entry.at < moment)).one() or 0


def _copy(session: Session, past: Store, last: int) -> None:
    earlier = _earlier(session, last)
    with past.engine.connect() as plain:
        target = plain.execution_options(**WRITES)
        with target.begin():
            Table.metadata.create_all(target)
            stood = (row.model_dump() for row in _entries(session, last))
            write(target, sql_table(Entry), stood)
            for table in JOURNALLED:
                write(target, sql_table(table), _rows(session, table, earlier, last))


def _earlier(session: Session, last: int) -> Earlier:
    """How the rows written since an entry stood after it."""
    newest_first = select(Entry).where(Entry.number > last).order_by(col(Entry.number).desc())
    earlier: dict[tuple[str, Key], dict[str, Any]] = {}
    for entry in session.orm.exec(newest_first.execution_options(yield_per=_AT_ONCE)):
        for change in reversed(rows_of(entry)):
            known = earlier.pop((change.table, change.key), {})
            if change.before is not None:
                earlier[change.table, change.key] = {**known, **change.before}
    return earlier


def _entries(session: Session, last: int) -> Iterable[Entry]:
    ordered = select(Entry).where(Entry.number <= last).order_by(col(Entry.number))
    return session.orm.exec(ordered.execution_options(yield_per=_AT_ONCE))


def _rows(
    session: Session, table: type[Table], earlier: Earlier, last: int
) -> Iterator[dict[str, Any]]:
    """The rows of a table that were there after an entry, as they were."""
    this = sql_table(table)
    key = key_of(this)
    for row in rows(session.connection(), this):
        before = earlier.get((this.name, key(row)))
        if before is not None:
            yield {**row, **as_columns(table, before)}
        elif row["entry"] <= last:
            yield dict(row)
