"""Writers take turns: how one waits until another is done, and lets whoever it works for know."""

import sqlite3
from collections.abc import Callable
from time import sleep

from sqlalchemy import Connection, text

Waits = Callable[[], None]
"""Told once, when a writer has waited for a second and goes on waiting."""

HEARD_SECONDS = 1.0
"""How long a writer waits in silence, and how long SQLite may keep it from hearing a Ctrl-C."""

_WRITERS_LOCK = 7_011_947
"""PostgreSQL's advisory lock of this database's writers; a lock on a table takes more rights."""
_TRIES = 20


def in_silence() -> None:
    """Nobody is told."""


def begin_to_write(driver: sqlite3.Connection, seconds: float, waits: Waits) -> None:
    """Begin a transaction of SQLite that writes, once no other does.

    Args:
        driver: the driver's own connection.
        seconds: how long to wait.
        waits: told when that takes long.

    Raises:
        sqlite3.OperationalError: when another wrote all the time.
    """
    steps = max(1, round(seconds / HEARD_SECONDS))
    driver.execute(f"PRAGMA busy_timeout = {int(seconds / steps * 1000)}")
    try:
        for step in range(1, steps + 1):
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as fault:
                if step == steps or fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                if step == 1:
                    waits()
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def queue_up(connection: Connection, waits: Waits) -> None:
    """Wait for other writers: SQLite's did as they began, PostgreSQL's do here.

    Args:
        connection: in a transaction that has begun.
        waits: told when that takes long.
    """
    if connection.dialect.name != "postgresql":
        return
    for _ in range(_TRIES):
        if connection.execute(text(f"SELECT pg_try_advisory_xact_lock({_WRITERS_LOCK})")).scalar():
            return
        sleep(HEARD_SECONDS / _TRIES)
    waits()
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})"))
