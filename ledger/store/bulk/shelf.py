"""Statements on their way into the ledger, kept on disk while they wait, so that memory stays flat.

A file may say a statement twice, and statements are filed in another order than they stand in, so
none can be filed before the last is read. A temporary database keeps, finds and sorts them; it is
SQLite's own, whatever the ledger's, and gone when it is closed.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from ledger.model import DAYS, FIELDS
from ledger.store.bulk.batches import batches
from ledger.store.bulk.numbers import Numbers

_COLUMNS = ("place", "id", "key", "source", *FIELDS)
_QUOTED = ", ".join(f'"{name}"' for name in _COLUMNS)
_SET_UP = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -4000;
CREATE TABLE shelf (place INTEGER PRIMARY KEY, id UNIQUE, {_QUOTED.partition('"id", ')[2]});
"""
_PUT = f"INSERT OR REPLACE INTO shelf VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - marks
_IN_ORDER = f"""
SELECT place FROM shelf ORDER BY claim IS NULL,
CASE WHEN claim IS NULL THEN coalesce(said_on, published_on, '{date.max}') END,
CASE WHEN claim IS NULL THEN key END, CASE WHEN claim IS NULL THEN source END, place
"""  # noqa: S608 - our names

_AT_ONCE = 10_000
"""Places told at a time."""


class Shelf:
    """Statements by their places, counted from 0 in the order they came."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.executescript(_SET_UP)
        self._many = 0

    def __len__(self) -> int:
        """How many there are."""
        return self._many

    def add(self, columns: Mapping[str, Sequence[Any]]) -> list[int]:
        """Keep some; one that came before keeps its place, and says what it says now.

        Args:
            columns: the fields of statements, and beside them the ``id`` of each, in hex, the
                ``key`` of its text and that of its outlet, the ``source``.

        Returns:
            The place of each.
        """
        ids = [*map(bytes.fromhex, columns["id"])]  # half as long, for the table and its index
        places = self._places(ids)
        spelled = {**columns, "id": ids, "place": places}
        for name in DAYS:
            spelled[name] = [day and day.isoformat() for day in columns[name]]
        rows = zip(*(spelled[name] for name in _COLUMNS), strict=True)
        self._connection.execute("BEGIN")
        self._connection.executemany(_PUT, rows)
        self._connection.execute("COMMIT")
        return places

    def _places(self, ids: Sequence[bytes]) -> list[int]:
        known = dict(self._among("SELECT id, place FROM shelf WHERE id", ids))
        for one in ids:
            if one not in known:
                known[one] = self._many
                self._many += 1
        return [known[one] for one in ids]

    def in_order(self) -> Numbers:
        """The places in the order statements are filed.

        Those that name their claim come first, as they came. The rest go by day and by what they
        say, alike in both Chinese scripts.
        """
        # All at once: while a query is open SQLite holds all it sorted by.
        places = Numbers(np.uint32)
        cursor = self._connection.execute(_IN_ORDER)
        while some := cursor.fetchmany(_AT_ONCE):
            places.extend([place for (place,) in some], len(some))
        places.rest()
        return places

    def ids(self, places: Sequence[int]) -> list[str]:
        """The ids of those at some places."""
        found = dict(self._among("SELECT place, id FROM shelf WHERE place", places))
        return [found[place].hex() for place in places]

    def taken(self, places: Sequence[int]) -> dict[str, list[Any]]:
        """Those at some places, in that order, with the columns they were added with."""
        query = f"SELECT {_QUOTED} FROM shelf WHERE place"  # noqa: S608 - our names
        found = {row[0]: row for row in self._among(query, places)}
        rows = [found[place] for place in places]
        columns = dict(zip(_COLUMNS, map(list, zip(*rows, strict=True)), strict=False))
        told: dict[str, list[Any]] = {name: columns.get(name, []) for name in _COLUMNS[1:]}
        told["id"] = [*map(bytes.hex, told["id"])]
        for name in DAYS:
            told[name] = [day and date.fromisoformat(day) for day in told[name]]
        return told

    def claims(self) -> Iterator[tuple[int, str]]:
        """The claim that is named, with the place, where a statement names one."""
        query = "SELECT place, claim FROM shelf WHERE claim IS NOT NULL ORDER BY place"
        yield from self._connection.execute(query)

    def _among(self, query: str, values: Sequence[Any]) -> Iterator[Any]:
        for batch in batches(values):
            yield from self._connection.execute(
                f"{query} IN ({', '.join('?' * len(batch))})", batch
            )

    def close(self) -> None:
        """Let go of all of them."""
        self._connection.close()
