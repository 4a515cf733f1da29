"""One act: one transaction, the rows it writes, and the journal entry that closes it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Float, func, insert, select, update
from sqlmodel import Session

from ledger.store.canonical import digest
from ledger.store.journal import Change, Key, last_entry, sealed
from ledger.store.table import Table

CHUNK = 2_000
"""Rows handed to the driver at once; more brings nothing and holds memory."""


class Act:
    """The writing side of one transaction.

    Rows go in through ``insert`` and ``update`` and nowhere else, which is how the journal comes to
    know of each of them. Whoever opened the act closes it with ``close``; if it wrote nothing, no
    entry is made.

    Attributes:
        session: for reading inside the same transaction.
        number: the number of the entry that will close the act.
        at: when the act happens.
        actor: who does it.
        summary: one line for the history; may be set until the act closes.
        undoes: the number of the entry this act takes back, if that is what it does.
        abandoned: set to leave the ledger as it was, for a trial run.
    """

    def __init__(self, session: Session, *, act: str, actor: str, at: datetime) -> None:
        self.session = session
        self.act = act
        self.actor = actor
        self.at = at
        self.summary = ""
        self.abandoned = False
        self.undoes: int | None = None
        self._previous = last_entry(session)
        self._changes: list[Change] = []
        self._next: dict[str, int] = {}
        self.number = self._previous.number + 1 if self._previous is not None else 1

    def next_number(self, table: type[Table]) -> int:
        """A number no row of the table has; counts on with every call."""
        name = str(table.__tablename__)
        if name not in self._next:
            numbers = table.metadata.tables[name].c.number
            highest = self._connection.execute(select(func.max(numbers))).scalar()
            self._next[name] = (highest or 0) + 1
        number = self._next[name]
        self._next[name] += 1
        return number

    def insert(self, table: type[Table], rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows; columns left out take the table's defaults."""
        sql_table = table.metadata.tables[str(table.__tablename__)]
        complete = [_complete(table, {**row, "entry": self.number}) for row in rows]
        self._changes += [Change(sql_table.name, _key(table, row), digest(row)) for row in complete]
        for start in range(0, len(complete), CHUNK):
            self._connection.execute(insert(sql_table), complete[start : start + CHUNK])

    def update(self, table: type[Table], key: Key, /, **values: object) -> None:
        """Change columns of one row; columns that already hold the value are left out."""
        sql_table = table.metadata.tables[str(table.__tablename__)]
        where = [
            column == part for column, part in zip(sql_table.primary_key, _parts(key), strict=True)
        ]
        row = dict(self._connection.execute(select(sql_table).where(*where)).mappings().one())
        after = {name: value for name, value in values.items() if row[name] != value}
        if not after:
            return
        after["entry"] = self.number
        before = {name: row[name] for name in after}
        seal = digest({**row, **after})
        self._changes.append(Change(sql_table.name, key, seal, before, after))
        self._connection.execute(update(sql_table).where(*where).values(**after))
        self.session.expire_all()

    def close(self) -> None:
        """Write the entry that covers the act, unless nothing was written."""
        if not self._changes:
            return
        row = sealed(
            self._previous,
            at=self.at,
            actor=self.actor,
            act=self.act,
            summary=self.summary,
            undoes=self.undoes,
            changes=self._changes,
        )
        self._connection.execute(insert(Table.metadata.tables["entry"]), [row])

    @property
    def _connection(self) -> Connection:
        return self.session.connection()


class _Column(NamedTuple):
    """What completing a row needs to know of a column."""

    name: str
    default: object
    is_float: bool


@cache
def _columns(table: type[Table]) -> tuple[_Column, ...]:
    """A table's columns with the values they take when left out."""
    return tuple(
        _Column(
            column.name,
            table.model_fields[column.name].get_default(),
            isinstance(column.type, Float),
        )
        for column in table.metadata.tables[str(table.__tablename__)].columns
    )


def _complete(table: type[Table], row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with every column, typed as the database will give it back."""
    complete: dict[str, Any] = {}
    for column in _columns(table):
        value = row.get(column.name, column.default)
        complete[column.name] = float(value) if column.is_float and value is not None else value
    return complete


def _key(table: type[Table], row: Mapping[str, Any]) -> Key:
    columns = table.metadata.tables[str(table.__tablename__)].primary_key
    parts = tuple(row[column.name] for column in columns)
    return parts[0] if len(parts) == 1 else parts


def _parts(key: Key) -> tuple[int, ...]:
    return key if isinstance(key, tuple) else (key,)
