"""Connections: how SQLite and PostgreSQL are opened, locked and heard when they refuse."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from ledger.errors import Busy, MissingDriver, StoreUnreachable
from ledger.store.place import Place

BUSY_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""

CONNECT_SECONDS = 10
"""How long a server may take to answer at all."""

CACHE_KIB = 64 * 1024
"""Pages SQLite keeps at hand: the lists of common words, which every match reads."""

WRITES = {"writes": True}
"""Execution option of a connection whose transaction will write."""


def engine_of(place: Place) -> Engine:
    """An engine for the place, with foreign keys on and writers queueing.

    Raises:
        MissingDriver: when PostgreSQL is named and psycopg is not installed.
    """
    try:
        if place.path is not None:
            engine = create_engine(place.url)
        else:
            wait = {"connect_timeout": CONNECT_SECONDS}
            engine = create_engine(place.url, pool_pre_ping=True, connect_args=wait)
    except (ImportError, NoSuchModuleError) as error:
        raise MissingDriver(str(place), "postgres") from error
    if place.path is not None:
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, so that a writer can say IMMEDIATE
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def refusals(place: Place) -> Iterator[None]:
    """Say in one line what a database error means for the person who caused it.

    Raises:
        Busy: when another writer kept the lock.
        StoreUnreachable: when the database is away, unreadable, full, damaged or read-only.
    """
    try:
        yield
    except (OperationalError, DBAPIError) as error:
        if isinstance(error, DBAPIError) and not _is_outside(error.orig):
            raise
        if "database is locked" in str(error.orig):
            raise Busy(str(place), BUSY_SECONDS) from error
        raise StoreUnreachable(str(place), _first_line(error.orig)) from error


def _is_outside(fault: Any) -> bool:  # noqa: ANN401 - every driver has its own base class
    """Whether the fault lies with the database's surroundings rather than with our own SQL."""
    if isinstance(fault, sqlite3.DatabaseError):
        return not isinstance(fault, sqlite3.IntegrityError | sqlite3.ProgrammingError)
    return type(fault).__name__ in {"OperationalError", "AdminShutdown", "ConnectionTimeout"}


def _first_line(fault: object) -> str:
    lines = str(fault).strip().splitlines()
    return lines[0] if lines else type(fault).__name__
