"""One act: one transaction, the rows it writes, and the journal entry that closes it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice, repeat
from typing import Any

from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    Float,
    Integer,
    Select,
    String,
    func,
    insert,
    select,
    update,
)
from sqlalchemy import Table as SqlTable
from sqlmodel import AutoString

from ledger.store.bulk.inserting import insert_columns, insert_rows
from ledger.store.bulk.keyed import asked
from ledger.store.connecting.session import Session
from ledger.store.journal.canonical import block_digest, digest, plain_seal
from ledger.store.journal.chain import Block, Change, Key, Strewn, added, journal_head, sealed
from ledger.store.journal.rows import key_of
from ledger.store.journal.told import Told
from ledger.store.tables.base import Table, sql_table
from ledger.store.tables.ledger import Entry
from ledger.store_errors import RowKept

CHUNK = 2_000
"""Rows handed to the driver at once; more brings nothing and holds memory."""

TOGETHER = 250
"""Rows of a block sealed as one."""

_SPELLED_ALIKE = (AutoString, Boolean, Date, Integer, String)
"""Types of columns whose values every spelling of JSON writes alike."""

_ENTRY = sql_table(Entry)


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
        self._previous = journal_head(session)
        self._told = Told()
        self._has_begun = False
        self._strewn: dict[type[Table], tuple[int, int]] = {}
        self._next: dict[type[Table], int] = {}
        self.number = self._previous.number + 1 if self._previous is not None else 1

    def next_number(self, table: type[Table]) -> int:
        """A number no row of the table has; counts on with every call."""
        return self.next_numbers(table, 1).start

    def next_numbers(self, table: type[Table], count: int) -> range:
        """So many numbers no row of the table has."""
        if table not in self._next:
            ((highest,),) = asked(self._connection, _highest(table))
            self._next[table] = (highest or 0) + 1
        numbers = range(self._next[table], self._next[table] + count)
        self._next[table] = numbers.stop
        return numbers

    def add(self, table: type[Table], row: Mapping[str, Any]) -> int:
        """Add one row under the next number; gives the number back."""
        number = self.next_number(table)
        self.insert(table, [{"number": number, **row}])
        return number

    def insert(self, table: type[Table], rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows, which are taken a few thousand at a time; columns left out take defaults."""
        shape = _shape(table)
        waiting = iter(rows)
        while chunk := [shape.complete(row, self.number) for row in islice(waiting, CHUNK)]:
            keys, seals = map(shape.key, chunk), map(shape.seal, chunk)
            changes = map(added, repeat(shape.name), keys, seals)
            self._keep(",".join(changes))  # one text of many holds far less memory
            values = map(dict.values, chunk)
            insert_rows(self._connection, shape.table, shape.columns, values)

    def insert_block(self, table: type[Table], columns: Mapping[str, Sequence[Any]]) -> None:
        """Add rows told column by column, numbered one after the other and sealed together.

        Columns left out take their defaults. Where one is changed behind the journal's back,
        ``verify`` can say no more than among which ``TOGETHER`` it is.
        """
        shape = _shape(table)
        (key,) = shape.table.primary_key
        count = len(columns[key.name])
        complete = shape.columns_of(columns, count, self.number)
        is_plain = all(complete[name].count(None) == count for name in shape.apart)
        seal = plain_seal if is_plain else block_digest
        for start in range(0, count, TOGETHER):
            rows = list(
                zip(*(held[start : start + TOGETHER] for held in complete.values()), strict=True)
            )
            first = columns[key.name][start]
            block = Block(shape.name, range(first, first + len(rows)), seal(rows))
            self._keep(block.written())
        if count:
            insert_columns(self._connection, shape.table, shape.columns, [*complete.values()])

    def strew(
        self, table: type[Table], names: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Add rows to a table of which none ever changes, in whatever order.

        They are sealed ``TOGETHER`` in the order of their keys, and so not before the act closes.

        Args:
            table: one that has other columns in its key than a number of its own.
            names: its columns, in the order the rows give them; those left out take defaults.
            rows: the rows, taken a few thousand at a time.
        """
        shape = _shape(table)
        (leading, *_) = shape.table.primary_key
        waiting = iter(rows)
        while chunk := list(islice(waiting, CHUNK)):
            self._begin()
            told = dict(zip(names, zip(*chunk, strict=True), strict=True))
            reached = [*self._strewn.get(table, ()), *told[leading.name]]
            self._strewn[table] = min(reached), max(reached)
            columns = shape.columns_of(told, len(chunk), self.number)
            insert_columns(self._connection, shape.table, shape.columns, [*columns.values()])

    def update(self, table: type[Table], key: Key, /, **values: object) -> None:
        """Change columns of one row; columns that already hold the value are left out."""
        this = sql_table(table)
        where = [column == part for column, part in zip(this.primary_key, _parts(key), strict=True)]
        row = dict(self._connection.execute(select(this).where(*where)).mappings().one())
        after = {name: value for name, value in values.items() if row[name] != value}
        if not after:
            return
        after["entry"] = self.number
        before = {name: row[name] for name in after}
        seal = digest({**row, **after})
        self._keep(Change(this.name, key, seal, before, after).written())
        written = self._connection.execute(update(this).where(*where).values(**after))
        if written.rowcount != 1:  # a policy of the database hides what may not be changed
            raise RowKept(this.name)
        self.session.expire()

    def close(self) -> None:
        """Write the entry that covers the act, unless nothing was written."""
        for table, span in self._strewn.items():
            self._seal_strewn(table, span)
        if not self._told:
            return
        row = self._sealed(self._told.sha256())
        if self._stands_first:
            # Were its number set, SQLite would go through every table for rows that name another.
            this = _ENTRY.c.number == row.pop("number")
            row["changes"] = self._told.room()
            self._connection.execute(update(_ENTRY).where(this).values(row))
            self._told.put(self._connection, self.number)
        else:
            row["changes"] = b"".join(self._told.written()).decode()
            self._connection.execute(insert(_ENTRY), [row])

    def _keep(self, changes: str) -> None:
        """Keep what is about to be written for the entry."""
        self._begin()
        self._told.add(changes)

    def _begin(self) -> None:
        """Let the entry stand before the first row that names it, where it can.

        SQLite counts rows that name an entry yet to come, and while there are any looks for more
        with each row; so there it stands before them, without a hash until it is complete.
        """
        if self._stands_first and not self._has_begun:
            begun = {**self._sealed(""), "changes": "", "hash": ""}
            self._connection.execute(insert(_ENTRY), [begun])
        self._has_begun = True

    def _seal_strewn(self, table: type[Table], span: tuple[int, int]) -> None:
        """Seal what was strewn, all of it between two numbers in the first part of its key."""
        columns, key = _shape(table).columns, [*sql_table(table).primary_key]
        places = [columns.index(part.name) for part in key]
        query = (
            select(*map(sql_table(table).c.__getitem__, columns))
            .where(key[0].between(*span), sql_table(table).c.entry == self.number)
            .order_by(*key)
            .execution_options(yield_per=TOGETHER)
        )
        with self._connection.execute(query) as found:
            for rows in ([*map(tuple, lot)] for lot in found.partitions()):
                first = tuple(map(rows[0].__getitem__, places))
                seal = block_digest(rows)
                self._keep(Strewn(_shape(table).name, first, seal, len(rows)).written())

    def _sealed(self, changes: str) -> dict[str, object]:
        return sealed(
            self._previous,
            at=self.at,
            actor=self.actor,
            act=self.act,
            summary=self.summary,
            undoes=self.undoes,
            changes=changes,
        )

    @property
    def _stands_first(self) -> bool:
        """Whether the entry can be completed where it stands; a server never changes one."""
        return self._connection.dialect.name == "sqlite"

    @property
    def _connection(self) -> Connection:
        return self.session.connection()


@dataclass(frozen=True, slots=True)
class _Shape:
    """What adding rows to a table needs to know of it.

    Attributes:
        table: the table.
        defaults: every column with the value it takes when left out, sorted as digests sort them.
        floats: the columns the database gives back as floats, whatever number went in.
        key: a row's primary key.
        apart: the columns whose values not every spelling of JSON writes alike.
    """

    table: SqlTable
    defaults: Mapping[str, object]
    floats: tuple[str, ...]
    key: Callable[[Mapping[str, Any]], Key]
    apart: tuple[str, ...]

    @property
    def name(self) -> str:
        """The table's name."""
        return self.table.name

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column, in the order of a complete row."""
        return tuple(self.defaults)

    def complete(self, row: Mapping[str, Any], entry: int) -> dict[str, Any]:
        """The row with every column, typed as the database will give it back."""
        complete = {**self.defaults, **row, "entry": entry}
        if len(complete) > len(self.defaults):
            complete = {name: complete[name] for name in self.defaults}
        for name in self.floats:
            if complete[name] is not None:
                complete[name] = float(complete[name])
        return complete

    def columns_of(
        self, told: Mapping[str, Sequence[Any]], count: int, entry: int
    ) -> dict[str, Sequence[Any]]:
        """So many rows told column by column, with every column, typed likewise."""
        columns = {
            name: told.get(name, [default] * count) for name, default in self.defaults.items()
        }
        columns["entry"] = [entry] * count
        for name in self.floats:
            columns[name] = [one if one is None else float(one) for one in columns[name]]
        return columns

    def seal(self, row: dict[str, Any]) -> str:
        """The digest of a complete row."""
        if self.apart and any(row[name] is not None for name in self.apart):
            return digest(row)
        return plain_seal(row)


@cache
def _shape(table: type[Table]) -> _Shape:
    this = sql_table(table)
    return _Shape(
        table=this,
        defaults={name: table.model_fields[name].get_default() for name in sorted(this.c.keys())},
        floats=tuple(c.name for c in this.columns if isinstance(c.type, Float)),
        key=key_of(this),
        apart=tuple(c.name for c in this.columns if not isinstance(c.type, _SPELLED_ALIKE)),
    )


@cache
def _highest(table: type[Table]) -> Select[tuple[int | None]]:
    return select(func.max(sql_table(table).c.number))


def _parts(key: Key) -> tuple[int, ...]:
    return key if isinstance(key, tuple) else (key,)
