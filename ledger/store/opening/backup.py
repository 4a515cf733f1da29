"""Copies of a ledger: an SQLite file page by page, a PostgreSQL database table by table.

A copy is made beside its name and takes it in one step, so that what bears the name is whole.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import Engine, inspect, text

from ledger.progress import Progress, unheard
from ledger.store.connecting.engine import to_read
from ledger.store.connecting.place import Place
from ledger.store.connecting.roles import become_owner

MAGIC = b"SQLite format 3\x00"
"""What an SQLite file begins with."""

_PAGES_AT_ONCE = 8_192
_MARK = int.from_bytes(b"flbk")
_MARK_AT = slice(68, 72)
"""Where an SQLite file keeps the number of the application it belongs to (its file format, 1.3)."""


def back_up(engine: Engine, place: Place, *, label: str) -> str:
    """Copy every row before the schema is touched; returns where the copy stands.

    SQLite is copied with its own backup API into a file beside the ledger; PostgreSQL into a schema
    of the same database, because a server's disk is not ours to write to.
    """
    if place.path is not None:
        target = place.path.with_name(f"{place.path.name}.backup-{label}")
        with whole(target) as waiting:
            copy_file(place.path, waiting)
        return str(target)
    return _copy_tables(engine, label)


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A name to write a file under that becomes the target when the block ends well.

    Only its owner may read it: it holds all that the ledger does. A link is followed.
    """
    target = target.resolve()
    waiting = target.with_name(f".{token_hex(8)}.part")
    os.close(os.open(waiting, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield waiting
        _sync(waiting, os.O_RDWR)  # Windows syncs only what may be written
        waiting.replace(target)
        if sys.platform != "win32":  # where no folder can be opened
            _sync(target.parent, os.O_RDONLY)
    finally:
        for name in (waiting, *beside(waiting)):
            name.unlink(missing_ok=True)


def beside(path: Path) -> tuple[Path, Path]:
    """The files SQLite keeps beside one: its log and the log's index."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def copy_file(path: Path, target: Path, progress: Progress = unheard) -> None:
    """One snapshot of an SQLite file, which is only read."""
    with closing(sqlite3.connect(to_read(path), uri=True, isolation_level=None)) as source:
        source.execute("BEGIN")  # a copy by parts begins anew at every write it sees, and sees none
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        copy_pages(source, target, progress)


def copy_pages(source: sqlite3.Connection, target: Path, progress: Progress = unheard) -> None:
    """One snapshot of an SQLite database, whoever writes to it meanwhile."""

    def tell(_: int, left: int, pages: int) -> None:
        progress("copying pages", pages - left, pages)

    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)


def seal(path: Path, *, backup: bool) -> None:
    """Make an SQLite file its owner's, without a log beside it, and say whether it is a backup."""
    path.chmod(0o600)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {_MARK if backup else 0}")
        connection.execute("PRAGMA journal_mode = DELETE")


def is_copy(path: Path) -> bool:
    """Whether a file is an SQLite ledger that was sealed as a backup."""
    with path.open("rb") as file:
        header = file.read(_MARK_AT.stop)
    return header.startswith(MAGIC) and int.from_bytes(header[_MARK_AT]) == _MARK


def _sync(path: Path, how: int) -> None:
    """Wait until a file, or the names in a folder, stand on the disk."""
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy_tables(engine: Engine, label: str) -> str:
    schema = f"factledger_backup_{label}".lower().replace("-", "_")
    quote = engine.dialect.identifier_preparer.quote
    with engine.begin() as connection:
        become_owner(connection)
        tables = inspect(connection).get_table_names()
        connection.execute(text(f"CREATE SCHEMA {quote(schema)}"))
        for table in tables:
            name = quote(table)
            connection.execute(text(f"CREATE TABLE {quote(schema)}.{name} AS TABLE {name}"))
    return f"schema {schema}"
