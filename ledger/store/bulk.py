"""Rows into a table in bulk: tuples for the driver, past what SQLAlchemy does for each row."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Dialect, Table

Values = Iterable[tuple[Any, ...]]
_MARKS = {"qmark": "?", "pyformat": "%s"}
"""How a driver wants a value's place marked."""


def insert_rows(connection: Connection, table: Table, names: tuple[str, ...], rows: Values) -> None:
    """Add rows.

    Args:
        connection: where to, inside a transaction.
        table: the table.
        names: its columns, in the order the rows give them.
        rows: what stands in them.
    """
    statement, spelled = _prepared(connection.dialect, table, names)
    written = [_spelled(row, spelled) for row in rows] if spelled else list(rows)
    if written:
        connection.exec_driver_sql(statement, written)


_Spelling = Callable[[Any], Any]


def _spelled(row: tuple[Any, ...], spelled: tuple[tuple[int, _Spelling], ...]) -> tuple[Any, ...]:
    values = list(row)
    for at, spell in spelled:
        values[at] = spell(values[at])
    return tuple(values)


@lru_cache(maxsize=256)
def _prepared(
    dialect: Dialect, table: Table, names: tuple[str, ...]
) -> tuple[str, tuple[tuple[int, _Spelling], ...]]:
    """The statement for a driver, and how it wants those values spelled that it has no type for."""
    quote = dialect.identifier_preparer.quote
    places = ", ".join([_MARKS[dialect.paramstyle]] * len(names))
    columns = ", ".join(map(quote, names))
    kinds = [table.c[name].type for name in names]
    spellings = [
        kind.dialect_impl(dialect).bind_processor(dialect)
        if isinstance(kind, Date | DateTime)  # drivers take all else as it is
        else None
        for kind in kinds
    ]
    return (
        f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({places})",  # noqa: S608 - our names
        tuple((at, spell) for at, spell in enumerate(spellings) if spell is not None),
    )
