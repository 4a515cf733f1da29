"""Refusals: what a fault of SQLite or PostgreSQL means, told in one line to who caused it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from ledger.store.connecting import engine
from ledger.store.connecting.place import Place
from ledger.store.connecting.rights import role_wanted
from ledger.store_errors import (
    Busy,
    Damaged,
    NoDatabase,
    NoRoom,
    NotAllowed,
    OnlyReadable,
    PackedLedger,
    ReadOnly,
    StoreError,
    StoreUnreachable,
)
from ledger.text.patterns import lazily


@contextmanager
def refusals(place: Place) -> Iterator[None]:
    """Say in one line what a database error means for the person who caused it.

    Raises:
        Busy: when another writer kept the lock.
        NoRoom: when the disk is full.
        NotAllowed: when the login may not do this.
        ReadOnly: when the server, or the session, takes no writes.
        OnlyReadable: when a file may be read alone.
        Damaged: when the database's pages do not hold together.
        PackedLedger: when the file is an archive of a ledger.
        StoreUnreachable: when the database is away or unreadable.
    """
    try:
        yield
    except DBAPIError as error:
        refusal = _refusal(place, error.orig)
        if refusal is None:
            raise
        raise refusal from error
    except sqlite3.DatabaseError as fault:
        refusal = _refusal(place, fault)
        if refusal is None:
            raise
        raise refusal from fault
    except ValueError as fault:
        if place.path is None or not _is_garbled(fault):
            raise
        raise Damaged(str(place), "what stands in it cannot be read") from fault


def is_forbidden(fault: object) -> bool:
    """Whether a server lets the login not do something."""
    return not _kinds(fault).isdisjoint(_FORBIDDEN)


def _is_garbled(fault: ValueError) -> bool:
    """Whether a file's schema is no text any more, or a day in it no day."""
    schema = isinstance(fault, UnicodeDecodeError) and b"database schema" in fault.object
    return schema or "isoformat string" in str(fault)


def _refusal(place: Place, fault: object) -> StoreError | None:
    """What a driver's fault means; ``None`` when it lies in our own SQL."""
    called = _kinds(fault)
    for these, meaning in _MEANINGS:
        if called & these:
            return meaning(str(place), _first_line(fault))
    if isinstance(fault, sqlite3.OperationalError) and "decode to UTF-8" in str(fault):
        return Damaged(str(place), "a text in it is no longer text")
    if not _is_outside(fault):
        return None
    told = _first_line(fault)
    return StoreUnreachable(str(place), f"{told}; {_what_helps(told, place)}")


def _kinds(fault: object) -> set[object]:
    """What a fault is called: SQLite's code, exact and broad, or the class psycopg gives it."""
    code = getattr(fault, "sqlite_errorcode", None)
    return {type(fault).__name__} if code is None else {code, code & 0xFF}


_NO_ROOM: set[object] = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,  # what a quota and a limit on the size of files look like
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    "DiskFull",
}
_DAMAGED: set[object] = {sqlite3.SQLITE_CORRUPT, "DataCorrupted", "IndexCorrupted"}
_FORBIDDEN: set[object] = {"InsufficientPrivilege", "DependentObjectsStillExist"}
_PACKED = b"PK\x03\x04"


def _no_database(place: str, _: str) -> StoreError:
    """A file that is no database may be a backup that was never unpacked."""
    with suppress(OSError), Path(place).open("rb") as file:
        if file.read(len(_PACKED)) == _PACKED:
            return PackedLedger(place)
    return NoDatabase(place)


_MEANINGS: tuple[tuple[set[object], Callable[[str, str], StoreError]], ...] = (
    ({sqlite3.SQLITE_BUSY, "LockNotAvailable"}, lambda place, _: Busy(place, engine.BUSY_SECONDS)),
    (_NO_ROOM, lambda place, _: NoRoom(place)),
    ({sqlite3.SQLITE_NOTADB}, _no_database),
    (_DAMAGED, Damaged),
    (_FORBIDDEN, lambda place, told: NotAllowed(place, told, role_wanted(told))),
    ({"ReadOnlySqlTransaction"}, lambda place, _: ReadOnly(place)),
    ({sqlite3.SQLITE_READONLY}, lambda place, _: OnlyReadable(place)),
)


def _is_outside(fault: object) -> bool:
    """Whether the fault lies with the database's surroundings rather than with our own SQL."""
    if isinstance(fault, sqlite3.DatabaseError):
        return not isinstance(fault, sqlite3.IntegrityError | sqlite3.ProgrammingError)
    return type(fault).__name__ in {
        "OperationalError",
        "AdminShutdown",
        "CrashShutdown",
        "CannotConnectNow",
        "ConnectionTimeout",
    }


_HELPS = {
    "password": "its password belongs in ~/.pgpass, a service file or PGPASSWORD",
    "does not exist": "make it on the server first, or name another with --db",
}
"""What helps, by a word PostgreSQL says."""


def _what_helps(told: str, place: Place) -> str:
    if place.path is None:
        for word, helps in _HELPS.items():
            if word in told:
                return helps
    return "check the place, or name another with --db"


_ON_THE_WAY = lazily(r'(?:FATAL: |connection to server at "[^"]*"[^:]* failed:|fe_sendauth:) +')


def _first_line(fault: object) -> str:
    """What happened, without the way there that PostgreSQL tells before it."""
    lines = str(fault).strip().splitlines()
    return _ON_THE_WAY.split(lines[0])[-1] if lines else type(fault).__name__
