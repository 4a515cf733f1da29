"""Moving a ledger whole from one database to another, journal, drafts and index included."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, Row, Table, func, insert, select

from ledger.progress import Progress, unheard
from ledger.store.connecting.session import Session
from ledger.store.index.postings import fingerprint
from ledger.store.journal.act import Act
from ledger.store.journal.chain import journal_head
from ledger.store.tables.ledger import Entry

_TABLES = Entry.metadata.sorted_tables
"""Every table, in an order in which rows may be written."""

_AT_ONCE = {"entry": 50}
"""Rows held at once; the entry of a large import is megabytes."""
_OTHERWISE_AT_ONCE = 2_000


def copy(source: Session, act: Act, progress: Progress) -> bool:
    """Write every row of one ledger into another that is empty; gives back whether it was empty.

    Args:
        source: one snapshot of what is copied.
        act: a transaction at an empty ledger of the same schema. It gets no entry of its own.
        progress: told the table, the rows done and the rows there are.
    """
    target = act.session.connection()
    if any(_count(target, table) for table in _TABLES):
        return False
    pour(source, target, progress)
    return True


def pour(source: Session, target: Connection, progress: Progress = unheard) -> None:
    """Write every row, the index as well, into the empty tables of another database."""
    for table in _TABLES:
        _pour(source.connection(), target, table, progress)


def alike(ours: Session, theirs: Session) -> bool:
    """Whether two ledgers agree: one that verifies and is like the other is the same ledger."""
    return _summary(ours) == _summary(theirs)


def _pour(source: Connection, target: Connection, table: Table, progress: Progress) -> None:
    done, total = 0, _count(source, table)
    for rows in _chunks(source, table):
        target.execute(insert(table), [dict(row._mapping) for row in rows])  # noqa: SLF001 - SQLAlchemy's public name for it
        done += len(rows)
        progress(table.name, done, total)


def _chunks(source: Connection, table: Table) -> Iterator[list[Row[tuple[object, ...]]]]:
    """A table's rows by key, some at a time."""
    size = _AT_ONCE.get(table.name, _OTHERWISE_AT_ONCE)
    ordered = select(table).order_by(*table.primary_key)
    with source.execution_options(yield_per=size).execute(ordered) as rows:
        while chunk := list(islice(rows, size)):
            yield chunk


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _summary(session: Session) -> tuple[list[int], str | None, str]:
    """How many rows each table has, what the journal ends in, and what the index holds."""
    counts = [_count(session.connection(), table) for table in _TABLES]
    newest = journal_head(session)
    return counts, newest.hash if newest is not None else None, fingerprint(session)
