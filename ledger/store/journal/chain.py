"""The journal: every act closes with one entry, and every entry covers the one before it.

An entry's ``changes`` is a JSON list with one item for each row written, or for a block of them:

- ``[table, key, digest]`` for a row that was added;
- ``[table, key, digest, before, after]`` for a row that changed, with the columns that did;
- ``[table, first, digest, count]`` for so many rows that were added, numbered from ``first`` on;
- the same with a list as ``first`` for so many of those added, in the order of their keys.

``digest`` is the row's seal after the act, so the last digest of a row says what it must look like
now, and walking ``before`` backwards from a row's ``entry`` tells its whole history. A block has
one seal for all its rows as they were added, for an archive adds them by the thousand.
"""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import Column
from sqlalchemy import select as select_columns
from sqlalchemy.orm import QueryableAttribute, defer
from sqlmodel import col, func, select

from ledger.store.bulk.columns import ENTRY
from ledger.store.bulk.keyed import asked
from ledger.store.connecting.session import Session
from ledger.store.journal.canonical import canonical, instant, sha256
from ledger.store.tables.base import Table, sql_table
from ledger.store.tables.ledger import Entry

GENESIS = "0" * 64
"""What the first entry names as the one before it."""

WITHOUT_CHANGES = defer(cast("QueryableAttribute[str]", Entry.changes))
"""Option of a query for entries: what each changed is loaded only where it is looked at."""

_HEAD = select_columns(ENTRY.c.number, ENTRY.c.hash).order_by(ENTRY.c.number.desc()).limit(1)

_PAGE = 500
"""Entries read at once, without what they changed."""

Key = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One row written by an act.

    Attributes:
        table: the table's name.
        key: the row's primary key.
        digest: the row's seal after the act; ``None`` for one of a block.
        before: the changed columns as they were; ``None`` for a row that was added.
        after: the changed columns as they became; ``None`` for a row that was added.
    """

    table: str
    key: Key
    digest: str | None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None

    def written(self) -> str:
        """The change as it stands in the entry."""
        if self.before is None:
            return added(self.table, self.key, str(self.digest))
        key = list(self.key) if isinstance(self.key, tuple) else self.key
        columns = [dict(self.before), dict(self.after or {})]
        return canonical([self.table, key, self.digest, *columns])

    def rows(self) -> "Iterator[Change]":
        """Itself, as the change of one row."""
        yield self

    def wrote(self, table: str, key: Key) -> bool:
        """Whether it wrote this row."""
        return (self.table, self.key) == (table, key)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows added one after the other by an act, sealed as one.

    Attributes:
        table: the table's name.
        keys: their primary keys.
        digest: their seal as they were added.
    """

    table: str
    keys: range
    digest: str

    def written(self) -> str:
        """The block as it stands in the entry."""
        return f'["{self.table}",{self.keys.start},"{self.digest}",{len(self.keys)}]'

    def rows(self) -> Iterator[Change]:
        """The change of each row."""
        return (Change(self.table, key, None) for key in self.keys)

    def wrote(self, table: str, key: Key) -> bool:
        """Whether it wrote this row."""
        return table == self.table and key in self.keys


@dataclass(frozen=True, slots=True)
class Strewn:
    """Rows added by an act among those of others, never to change, sealed as one.

    They follow each other in the order of their keys once the rows of other entries are left out.

    Attributes:
        table: the table's name.
        first: the lowest of their primary keys.
        digest: their seal.
        count: how many there are.
    """

    table: str
    first: tuple[int, ...]
    digest: str
    count: int

    def written(self) -> str:
        """The rows as they stand in the entry."""
        return added(self.table, self.first, self.digest)[:-1] + f",{self.count}]"

    def rows(self) -> Iterator[Change]:
        """None of them: which they are, the rows themselves say."""
        return iter(())

    def wrote(self, table: str, key: Key) -> bool:
        """Whether it is the first of them; that is all it knows."""
        return (self.table, self.first) == (table, key)


Written = Change | Block | Strewn
"""What an item of an entry stands for."""


def added(table: str, key: Key, seal: str) -> str:
    """A row that was added, as it stands in the entry; an import writes it for every row."""
    spelled = f"[{','.join(map(str, key))}]" if isinstance(key, tuple) else str(key)
    return f'["{table}",{spelled},"{seal}"]'


def unpacked(item: list[Any]) -> Written:
    """The change, or the rows, an entry's item stands for."""
    table, key, seal, *rest = item
    if len(rest) == 1:
        (count,) = rest
        if isinstance(key, list):
            return Strewn(table, tuple(key), seal, count)
        return Block(table, range(key, key + count), seal)
    return Change(table, tuple(key) if isinstance(key, list) else key, seal, *rest)


def written_by(entry: Entry) -> Iterator[Written]:
    """What an entry wrote, in order."""
    return map(unpacked, json.loads(entry.changes))


def rows_of(entry: Entry) -> list[Change]:
    """What an entry wrote, row by row, in order; without rows that are strewn."""
    return [change for written in written_by(entry) for change in written.rows()]


def as_columns(table: type[Table], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the journal, which spells days and instants as text, as the columns hold them."""
    columns = sql_table(table).c
    return {name: _as_column(columns[name], value) for name, value in values.items()}


def _as_column(column: Column[Any], value: object) -> object:
    kind = column.type.python_type
    if isinstance(value, str) and kind in {date, datetime}:
        return kind.fromisoformat(value)
    return value


class Head(NamedTuple):
    """The newest entry, as far as the next one and an anchor need to know it."""

    number: int
    hash: str


def journal_head(session: Session) -> Head | None:
    """The head of the journal, or ``None`` for a ledger nothing was done to."""
    found = asked(session.connection(), _HEAD)
    return Head._make(found[0]) if found else None


def last_entry(session: Session) -> Entry | None:
    """The newest entry, or ``None`` for a ledger nothing was done to.

    What it changed is loaded only where it is looked at; of an import that is a long text.
    """
    newest = select(Entry).order_by(col(Entry.number).desc()).limit(1)
    return session.orm.exec(newest.options(WITHOUT_CHANGES)).first()


def entries(session: Session) -> Generator[Entry, None, None]:
    """All entries, oldest first, a few at a time; close it when leaving before its end."""
    ordered = select(Entry).order_by(col(Entry.number))
    with closing(session.orm.exec(ordered.execution_options(yield_per=50))) as found:
        yield from found


def recent_entries(session: Session) -> Iterator[Entry]:
    """The journal, newest first, a page at a time, as most look no further than the first.

    What each act changed is loaded only where it is looked at.
    """
    newest_first = select(Entry).order_by(col(Entry.number).desc()).limit(_PAGE)
    wanted = newest_first.options(WITHOUT_CHANGES)
    page = session.orm.exec(wanted).all()
    while page:
        yield from page
        page = session.orm.exec(wanted.where(col(Entry.number) < page[-1].number)).all()


def first_since(session: Session, moment: datetime) -> int | None:
    """The first entry at a moment or later; all after it count, whatever a clock set back says."""
    wanted = select(func.min(col(Entry.number))).where(Entry.at >= moment)
    return session.orm.exec(wanted).one()


def trail(session: Session, table: type[Table], number: int) -> list[Entry]:
    """The entries that wrote one row, newest first; none for a row there never was.

    Each row names the entry that wrote it last, and each entry says which one wrote it before.
    """
    row = session.orm.get(table, number)
    latest: int | None = row.model_dump()["entry"] if row is not None else None
    written: list[Entry] = []
    while latest is not None:
        written.append(session.orm.get_one(Entry, latest))
        latest = _entry_before(written[-1], str(table.__tablename__), number)
    return written


def _entry_before(entry: Entry, table: str, number: int) -> int | None:
    """The entry that wrote the row before this one did; ``None`` when this one added it."""
    for change in written_by(entry):
        if change.wrote(table, number):
            before = change.before if isinstance(change, Change) else None
            return int(before["entry"]) if before is not None else None
    return None


def entry_hash(fields: Mapping[str, object]) -> str:
    """SHA-256 over everything an entry says, the hash of the entry before it included."""
    covered = {name: value for name, value in fields.items() if name != "hash"}
    return _hash_over({**covered, "changes": sha256(str(covered["changes"]))})


def _hash_over(covered: Mapping[str, object]) -> str:
    """The same, where the SHA-256 of its changes stands for them."""
    return sha256(canonical(covered))


def sealed(
    previous: Head | None,
    *,
    at: datetime,
    actor: str,
    act: str,
    summary: str,
    undoes: int | None,
    changes: str,
) -> dict[str, object]:
    """The row of the next entry but for its changes, hashed over itself and the entry before it.

    Args:
        previous: the entry before it, if there is one.
        at: when the act happened.
        actor: who did it.
        act: what it was.
        summary: one line for the history.
        undoes: the entry it takes back, if that is what it does.
        changes: the SHA-256 of its changes.
    """
    fields: dict[str, object] = {
        "number": previous.number + 1 if previous is not None else 1,
        "at": at,
        "actor": actor,
        "act": act,
        "summary": summary,
        "undoes": undoes,
        "previous": previous.hash if previous is not None else GENESIS,
    }
    return {**fields, "hash": _hash_over({**fields, "at": instant(at), "changes": changes})}


def recomputed(entry: Entry) -> str:
    """The hash an entry should carry for what it says."""
    return entry_hash({**entry.model_dump(), "at": instant(entry.at)})
