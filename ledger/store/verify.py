"""Recomputing the chain and every row's seal: was anything done behind the journal's back?"""

import json
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import select

from ledger.model import identity_of
from ledger.store.backup import Told
from ledger.store.canonical import digest
from ledger.store.engine import refusals
from ledger.store.journal import GENESIS, Key, entries, last_entry, recomputed, unpacked
from ledger.store.ledger import Store
from ledger.store.place import Place
from ledger.store.session import Session
from ledger.store.table import Table
from ledger.store.tables import (
    JOURNALLED,
    Entry,
    Statement,
)
from ledger.store_errors import Damaged, Tampered

Seals = dict[str, dict[Key, str]]
"""The last seal the journal holds for each row, by table and key."""

Rows = Generator[tuple[Key, Mapping[str, Any]], None, None]

_EVERY = 500
"""Rows between two reports."""

_REFERENCES = {"statement": "S", "claim": "C", "conflict": "X", "document": "D"}


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and found to be as it was written.

    Attributes:
        entries: length of the journal's chain.
        rows: rows whose seal was recomputed.
        head: hash of the newest entry.
    """

    entries: int
    rows: int
    head: str


def verify_store(
    store: Store, shown: Place | None = None, progress: Told = lambda *_: None
) -> Verified:
    """Look at the pages of a file, then recompute the chain and every row.

    Args:
        store: the ledger.
        shown: the place to name in messages, where that is another.
        progress: told how many entries and rows were looked at.

    Raises:
        Damaged: when the pages do not hold together.
        Tampered: as :func:`verify`.
    """
    place = shown or store.place
    with refusals(place), store.reading() as session:
        verify_pages(session, place)
        return verify(session, progress)


def verify_pages(session: Session, place: Place) -> None:
    """Ask SQLite what it finds wrong with its file; a server looks after its own pages.

    Raises:
        Damaged: naming the first thing it finds.
    """
    if session.connection().dialect.name == "sqlite":
        found = str(session.connection().exec_driver_sql("PRAGMA integrity_check(1)").scalar())
        if found != "ok":
            raise Damaged(str(place), found.splitlines()[-1])


def verify(session: Session, progress: Told = lambda *_: None) -> Verified:
    """Recompute the chain, then every row.

    Raises:
        Tampered: naming the first row that differs from what the journal says of it.
    """
    newest = last_entry(session)
    length = newest.number if newest is not None else 0
    seals: Seals = {str(table.__tablename__): {} for table in JOURNALLED}
    count, head = 0, GENESIS
    with closing(entries(session)) as chain:
        for entry in chain:
            count += 1
            _verify_entry(entry, count, head)
            head = entry.hash
            for change in map(unpacked, json.loads(entry.changes)):
                seals[change.table][change.key] = change.digest
            if count % _EVERY == 0 or count == length:
                progress("verifying entries", count, length)
    recorded = sum(map(len, seals.values()))
    rows = 0
    for table in JOURNALLED:
        rows = _verify_table(session, table, seals, rows, recorded, progress)
    return Verified(count, rows, head)


def _verify_entry(entry: Entry, expected: int, previous: str) -> None:
    """Check that an entry stands where it should, follows the last one and says what it said."""
    if entry.number != expected:
        raise Tampered(f"entry {expected}", "it is missing from the journal")
    if entry.previous != previous:
        raise Tampered(f"entry {expected}", "it does not follow from the entry before it")
    if recomputed(entry) != entry.hash:
        raise Tampered(f"entry {expected}", "its content does not match its hash")


def _verify_table(
    session: Session, table: type[Table], seals: Seals, rows: int, recorded: int, progress: Told
) -> int:
    """Check one table's rows against their seals; how many rows were checked by now."""
    name = str(table.__tablename__)
    expected = seals[name]
    with closing(_rows(session, table)) as found:
        for key, row in found:
            rows += 1
            _verify_row(table, key, row, expected.pop(key, None))
            if rows % _EVERY == 0 or rows == recorded:
                progress("verifying rows", rows, recorded)
    for key in expected:
        raise Tampered(_place(name, key), "the journal recorded it and it is gone")
    return rows


def _verify_row(table: type[Table], key: Key, row: Mapping[str, Any], seal: str | None) -> None:
    place = _place(str(table.__tablename__), key)
    if seal is None:
        raise Tampered(place, "the journal does not know it")
    if table is Statement and row["id"] != identity_of(row):
        raise Tampered(place, "its words do not match its id")
    if digest(row) != seal:
        raise Tampered(place, "it is not as the journal recorded it")


def _rows(session: Session, table: type[Table]) -> Rows:
    """Every row of a table by key, a thousand at a time."""
    sql_table = table.metadata.tables[str(table.__tablename__)]
    keys = [column.name for column in sql_table.primary_key]
    ordered = select(sql_table).order_by(*sql_table.primary_key)
    streamed = session.connection().execute(ordered.execution_options(yield_per=1000))
    with closing(streamed.mappings()) as found:
        for row in found:
            parts = tuple(row[name] for name in keys)
            yield (parts[0] if len(parts) == 1 else parts), cast("Mapping[str, Any]", row)


def _place(table: str, key: Key) -> str:
    """A row as a person would look it up."""
    if table in _REFERENCES:
        return f"{_REFERENCES[table]}{key}"
    if table == "filing":
        return f"the claim of S{key}"
    if table == "quantity" and isinstance(key, tuple):
        return f"figure {key[2]} of S{key[0]}"
    return f"{table.replace('_', ' ')} {key}"
