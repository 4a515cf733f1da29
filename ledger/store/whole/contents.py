"""All that a ledger holds, table by table: out as values of JSON, and back into an empty database.

The search index is left out: it is derived from the texts and built again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from ledger.errors import InvalidField
from ledger.store.connecting.engine import WRITES
from ledger.store.connecting.session import Session
from ledger.store.journal.canonical import as_json
from ledger.store.journal.rows import rows, write
from ledger.store.opening.ledger import Store
from ledger.store.opening.schema import run_revisions
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import Entry, Posting

Row = Mapping[str, Any]
Contents = Iterable[tuple[str, Iterator[Row]]]
"""The name of each table and its rows, in the order they may be written."""

_DERIVED = sql_table(Posting)


def contents(session: Session) -> Contents:
    """Every row by its key, days and instants spelled out; the same ledger gives the same."""
    for table in Entry.metadata.sorted_tables:
        if table is not _DERIVED:
            yield table.name, map(_spelled, rows(session.connection(), table))


def fill(store: Store, schema: str, tables: Contents) -> None:
    """Build the tables of a revision in an empty database and write what they held, all or none.

    Raises:
        InvalidField: naming the first table whose rows do not fit the revision.
    """
    with store.engine.connect().execution_options(**WRITES) as connection, connection.begin():
        run_revisions(connection, schema)
        known = MetaData()
        known.reflect(connection)
        for name, held in tables:
            try:
                table = known.tables[name]
                write(connection, table, (_typed(table, row) for row in held))
            except OperationalError:
                raise  # the database's surroundings, not what was to be written
            except (SQLAlchemyError, LookupError, TypeError, ValueError) as fault:
                reason = f"it holds what schema {schema} has no place for"
                raise InvalidField(name, reason) from fault


def _spelled(row: Row) -> Row:
    return {name: as_json(value) for name, value in row.items()}


def _typed(table: Table, row: Row) -> Row:
    return {name: _as_column(table.c[name], value) for name, value in row.items()}


def _as_column(column: Column[Any], value: object) -> object:
    read = _READ.get(column.type.python_type)
    return value if read is None or value is None else read(value)


def _moment(written: Any) -> datetime:  # noqa: ANN401 - whatever the file holds; others are refused
    return datetime.fromisoformat(written).astimezone(UTC)


_READ: Mapping[type, Callable[[Any], object]] = {datetime: _moment, date: date.fromisoformat}
