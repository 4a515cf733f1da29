"""Connections: how SQLite and PostgreSQL are opened and locked."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from ledger.store.connecting.place import Place
from ledger.store.connecting.queueing import begin_to_write, in_silence
from ledger.store_errors import MissingDriver, StoreUnreachable

BUSY_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""

CONNECT_SECONDS = 10
"""How long a server may take to answer at all."""

CACHE_KIB = 64 * 1024
"""Pages SQLite keeps at hand: the lists of common words, which every match reads."""

SPARED_KIB = 8 * 1024
"""The same while a file is taken in, which fills whatever it is given with pages it writes."""

WRITES = {"writes": True}
"""Execution option of a connection whose transaction will write; ``waits`` is told of waiting."""


def engine_of(place: Place) -> Engine:
    """An engine for the place, with foreign keys on and writers queueing.

    A file that may not be written is opened for reading alone.

    Raises:
        MissingDriver: when PostgreSQL is named and psycopg is not installed.
        StoreUnreachable: when a host or port of the URL is none.
    """
    try:
        if place.path is not None:
            reading = _only_reading(place.path)
            engine = create_engine(place.url, **({"creator": reading} if reading else {}))
            event.listen(engine, "connect", _open_to_read if reading else _open_to_write)
            event.listen(engine, "begin", _begin_sqlite)
        else:
            wait = place.url.query.get("connect_timeout", CONNECT_SECONDS)
            arguments = {"connect_timeout": wait}
            engine = create_engine(place.url, pool_pre_ping=True, connect_args=arguments)
    except (ImportError, NoSuchModuleError) as error:
        raise MissingDriver(str(place), "postgres") from error
    except ArgumentError as error:
        raise StoreUnreachable(str(place), "a host or port in it cannot be read") from error
    return engine


def _only_reading(path: Path) -> Callable[[], sqlite3.Connection] | None:
    """How to connect to a file that may be read alone; ``None`` for any other."""
    folder = path.absolute().parent
    if not path.exists() or (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        return None
    return partial(sqlite3.connect, to_read(path), uri=True, check_same_thread=False)


def to_read(path: Path) -> str:
    """The address by which SQLite opens a file it must not write to.

    Where SQLite may not lay its log beside a file it reads none, and only takes the file if told
    that nobody changes it, which holds as long as nobody who may write opens it.
    """
    folder = path.absolute().parent
    alone = not os.access(folder, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?{'immutable=1' if alone else 'mode=ro'}"


def _open_to_write(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    _open_sqlite(connection, entry)
    connection.execute("PRAGMA journal_mode = WAL")


def _open_to_read(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
    _open_sqlite(connection, entry)
    connection.execute("PRAGMA query_only = ON")


def _open_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, so that a writer can say IMMEDIATE
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


@contextmanager
def sparing(connection: Connection, kib: int | None = None) -> Iterator[None]:
    """Keep few pages at hand in this process while much is written.

    Args:
        connection: what writes.
        kib: how much of them; ``SPARED_KIB`` when left out.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{kib or SPARED_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {before}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("writes", False):
        driver: Any = connection.connection.driver_connection
        begin_to_write(driver, BUSY_SECONDS, options.get("waits", in_silence))
    else:
        connection.exec_driver_sql("BEGIN")


def takes_writes(connection: Connection) -> bool:
    """Whether anything can be written there: a server may follow another, a file be read alone."""
    if connection.dialect.name == "sqlite":
        return not connection.exec_driver_sql("PRAGMA query_only").scalar()
    return not connection.exec_driver_sql("SELECT pg_is_in_recovery()").scalar()
