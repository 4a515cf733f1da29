"""Indexes of empty tables built after their first rows: sorted once, and not row by row.

An index over keys in no order is where an archive spends its time: each row opens another page. It
all happens inside the act, so that whoever stops it finds tables and indexes as they were.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, TableClause

from ledger.store.connecting.engine import sparing

_SORTING_KIB = 4 * 1024
"""Pages at hand while an index is made: SQLite sorts in as much memory again."""
_INDEXES = "SELECT sql, name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND "


@contextmanager
def indexed_late(connection: Connection, tables: Sequence[TableClause]) -> Iterator[None]:
    """Go without the plain indexes of some tables until the block ends, if all are empty.

    Those that keep values from coming twice stay. On a server everything does: only the owner of
    a table may change it there.
    """
    if connection.dialect.name != "sqlite" or any(_holds_rows(connection, one) for one in tables):
        yield
        return
    marks = ", ".join("?" * len(tables))
    names = tuple(table.name for table in tables)
    indexes = connection.exec_driver_sql(f"{_INDEXES} tbl_name IN ({marks})", names).all()
    for _, name in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    with sparing(connection, _SORTING_KIB):
        for statement, _ in indexes:
            connection.exec_driver_sql(statement)


def _holds_rows(connection: Connection, table: TableClause) -> bool:
    query = f"SELECT EXISTS (SELECT 1 FROM {table.name})"  # noqa: S608 - our own names
    return bool(connection.exec_driver_sql(query).scalar())
