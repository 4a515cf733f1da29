"""Rows into a table in bulk: tuples for the driver, past what SQLAlchemy does for each row."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Date, Dialect, TableClause, TypeDecorator

Values = Iterable[Iterable[Any]]
_MARKS = {"qmark": "?", "pyformat": "%s"}
"""How a driver wants a value's place marked."""


def insert_rows(
    connection: Connection, table: TableClause, names: tuple[str, ...], rows: Values
) -> None:
    """Add rows.

    Args:
        connection: where to, inside a transaction.
        table: the table.
        names: its columns, in the order the rows give them.
        rows: what stands in them.
    """
    if columns := list(zip(*rows, strict=True)):
        insert_columns(connection, table, names, columns)


def insert_columns(
    connection: Connection,
    table: TableClause,
    names: tuple[str, ...],
    columns: Sequence[Sequence[Any]],
) -> None:
    """Add rows, at least one, told column by column.

    Args:
        connection: where to, inside a transaction.
        table: the table.
        names: its columns.
        columns: what stands in each, row by row.
    """
    literals = tuple(_literal(column) for column in columns)
    statement, spelled = _prepared(connection.dialect, table, names, literals)
    given = list(columns)
    for at, spell in spelled:
        spelling = {value: spell(value) for value in set(given[at])}
        given[at] = [*map(spelling.__getitem__, given[at])]
    varying = [column for column, said in zip(given, literals, strict=True) if said is None]
    connection.exec_driver_sql(statement, list(zip(*varying, strict=True)))


_Spelling = Callable[[Any], Any]
_LITERALS: dict[object, str] = {None: "NULL", True: "TRUE", False: "FALSE"}


def _literal(column: Sequence[Any]) -> str | None:
    """What a column of one such value all through is written as: binding it takes far longer."""
    value = column[0]
    if not (value is None or value is True or value is False) or column.count(value) < len(column):
        return None
    return _LITERALS[value]


@lru_cache(maxsize=256)
def _prepared(
    dialect: Dialect, table: TableClause, names: tuple[str, ...], literals: tuple[str | None, ...]
) -> tuple[str, tuple[tuple[int, _Spelling], ...]]:
    """The statement for a driver, and how it wants those values spelled that it has no type for."""
    quote = dialect.identifier_preparer.quote
    mark = _MARKS[dialect.paramstyle]
    places = ", ".join(said or mark for said in literals)
    columns = ", ".join(map(quote, names))
    kinds = [table.c[name].type for name in names]
    spellings = [
        kind.dialect_impl(dialect).bind_processor(dialect)
        if isinstance(kind, Date | TypeDecorator)  # drivers take all else as it is
        else None
        for kind in kinds
    ]
    return (
        f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({places})",  # noqa: S608 - our names
        tuple((at, spell) for at, spell in enumerate(spellings) if spell is not None),
    )
