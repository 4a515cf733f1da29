"""Putting one ledger in the place of another, which is kept aside; before or after, never between.

Of a file, the pages are replaced in one transaction under a lock nobody else gets; where the pages
cannot even be opened, the name is given to another file in one step. On a server the tables move to
a schema of their own and new ones are filled, all in one transaction.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.schema import CreateSchema

from ledger.store.connecting.engine import BUSY_SECONDS, WRITES
from ledger.store.connecting.place import Place, place_of
from ledger.store.connecting.refusing import refusals
from ledger.store.connecting.rights import give_rights
from ledger.store.connecting.roles import become_owner, is_owner, is_shared
from ledger.store.connecting.session import Session
from ledger.store.opening.backup import beside, copy_pages, whole
from ledger.store.opening.ledger import store_at
from ledger.store.opening.schema import refuse_others, run_revisions, take_turns
from ledger.store.tables.ledger import Entry
from ledger.store.whole.copying import pour
from ledger.store.whole.verify import verify
from ledger.store_errors import InUse, NotAllowed

_HOLD_SECONDS = 2.0


def replace(place: Place, staged: Path, *, label: str) -> str | None:
    """Put a verified ledger where another may stand.

    Args:
        place: where it is to stand.
        staged: the SQLite file it is in, which nobody else has open.
        label: what the ledger it replaces is called from now on.

    Returns:
        Where the replaced ledger stands now; ``None`` when there was none.

    Raises:
        InUse: another program has the file open.
        NotALedger: another database stands there.
        NotAllowed: a shared ledger stands there, and the login is no admin of it.
        StoreError: the database refuses; the ledger is as it was.
    """
    if place.path is None:
        return _replace_tables(place, staged, f"factledger_replaced_{label}".lower())
    return _replace_file(place, place.path, staged, label)


def _replace_file(place: Place, path: Path, staged: Path, label: str) -> str | None:
    with refusals(place):
        if not path.exists() or not path.stat().st_size:
            _give_name(staged, path)
            return None
        aside = path.with_name(f"{path.name}.replaced-{label}")
        try:
            _replace_pages(staged, path, place, aside)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:
            if not _is_unreadable(fault):
                raise
            _keep_unreadable(path, aside)
            _give_name(staged, path)
    return str(aside)


def _replace_pages(staged: Path, path: Path, place: Place, aside: Path) -> None:
    with closing(sqlite3.connect(path, timeout=_HOLD_SECONDS, isolation_level=None)) as held:
        _hold(held, place)
        with whole(aside) as waiting:
            copy_pages(held, waiting)
        with closing(sqlite3.connect(staged)) as source:
            source.backup(held)


def _hold(connection: sqlite3.Connection, place: Place) -> None:
    """Lock the file against everybody, readers too, until the connection is closed."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    refuse_others(tables, place)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise InUse(str(place)) from fault
        raise
    connection.execute("COMMIT")


def _is_unreadable(fault: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """Whether no database opens the file; a schema that is no text cannot even be complained of."""
    if isinstance(fault, UnicodeDecodeError):
        return True
    return fault.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _keep_unreadable(path: Path, aside: Path) -> None:
    """Copy what no database opens, log and all; nobody can be at work in it."""
    for name, kept in zip((path, *beside(path)), (aside, *beside(aside)), strict=True):
        if name.exists():
            with whole(kept) as waiting:
                shutil.copyfile(name, waiting)


def _give_name(staged: Path, path: Path) -> None:
    """A log left by another file must not be taken for this one's."""
    for leftover in beside(path):
        leftover.unlink(missing_ok=True)
    staged.replace(path)


def _replace_tables(place: Place, staged: Path, schema: str) -> str | None:
    with (
        store_at(place_of(str(staged))) as source,
        source.reading() as session,
        store_at(place) as target,
        refusals(place),
        target.engine.connect() as plain,
    ):
        connection = plain.execution_options(**WRITES)
        with connection.begin():
            take_turns(connection)
            shared = is_shared(connection)
            if shared and not is_owner(connection, at_will=True):
                raise NotAllowed(str(place), "only an admin replaces it", "admin")
            become_owner(connection)
            moved = _move_tables(connection, place, schema)
            run_revisions(connection)
            if shared:
                give_rights(connection)
            pour(session, connection)
            verify(Session(connection))
    return f"schema {schema}" if moved else None


def _move_tables(connection: Connection, place: Place, schema: str) -> bool:
    """Move a ledger's tables, with all that hangs on them, to a schema of their own."""
    found = set(inspect(connection).get_table_names())
    ours = sorted(found & {*Entry.metadata.tables, "alembic_version"})
    refuse_others(found, place)
    if not ours:
        return False
    connection.execute(text(f"SET LOCAL lock_timeout = {int(BUSY_SECONDS * 1000)}"))
    connection.execute(text("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE"))
    connection.execute(CreateSchema(schema))
    quote = connection.dialect.identifier_preparer.quote
    for table in ours:
        connection.execute(text(f"ALTER TABLE {quote(table)} SET SCHEMA {quote(schema)}"))
    return True
