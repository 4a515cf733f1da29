"""The schema's version: read it, bring an older one up to date after a backup, refuse a newer one.

Alembic costs a third of a second to import, so it is imported only when there is something to do,
and an empty file is laid out without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from ledger.store.connecting import roles
from ledger.store.connecting.engine import takes_writes
from ledger.store.connecting.place import Place
from ledger.store.connecting.rights import give_rights
from ledger.store.opening.backup import back_up
from ledger.store_errors import AwaitsUpgrade, NewerSchema, NoLedger, NotALedger, UpgradeFailed

HEAD = "0008"
"""The revision this program writes; a test holds it equal to the newest file in migrations/."""

BETWEEN = ";\n\n"
"""What stands between two statements of the layout."""
LAYOUT = Path(__file__).parents[1] / "data/layout.sql"
"""What all revisions make of an empty file; a test holds it equal to them."""

_UPGRADE_LOCK = 7_011_946
"""PostgreSQL's advisory lock for upgrades, so that two programs starting at once take turns."""


def migrations_folder() -> Path:
    """Where the revisions are: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[2]
    shipped = package / "_migrations"
    return shipped if shipped.is_dir() else package.parent / "migrations"


def schema_of(engine: Engine, place: Place) -> str | None:
    """The revision a database stands at, ``None`` for an empty database.

    Raises:
        NotALedger: when it holds tables that are not ours.
    """
    with engine.connect() as connection:
        return _revision(connection, place)


def _revision(connection: Connection, place: Place) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    refuse_others(tables, place)
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def refuse_others(tables: set[str], place: Place) -> None:
    """Refuse a database whose tables are not ours.

    Raises:
        NotALedger: when they are those of another program.
    """
    if tables and not {"alembic_version", "entry"} <= tables:
        raise NotALedger(str(place))


def bring_up_to_date(reader: Engine, engine: Engine, place: Place, *, create: bool) -> None:
    """Make the schema the one this program knows; most times there is nothing to do.

    Args:
        reader: where the ledger is read; nothing else is asked when it is up to date.
        engine: where it is written.
        place: where it stands.
        create: make the tables of an empty database.

    Raises:
        NoLedger: the database is empty and ``create`` is false.
        NewerSchema: the ledger was written by a newer program.
        AwaitsUpgrade: it is behind, and this login may not change its schema.
        UpgradeFailed: a revision failed; the ledger is as it was.
    """
    found = schema_of(reader, place)
    if found == HEAD:
        return
    if found is None:
        if not create:
            raise NoLedger(str(place))
        _upgrade(engine, place)
        return
    if found not in _known_revisions():
        raise NewerSchema(str(place), found, HEAD)
    if not _may_upgrade(engine):
        raise AwaitsUpgrade(str(place), found, HEAD)
    backup = back_up(engine, place, label=f"{found}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    try:
        _upgrade(engine, place)
    except Exception as error:
        raise UpgradeFailed(str(place), found, HEAD, backup, str(error)) from error


def _may_upgrade(engine: Engine) -> bool:
    """Whether the login may change the schema; where it may change a file, it may change that."""
    with engine.connect() as connection:
        return takes_writes(connection) and (
            connection.dialect.name == "sqlite" or roles.is_owner(connection, at_will=True)
        )


def _known_revisions() -> set[str]:
    return {file.name.split("_")[0] for file in (migrations_folder() / "versions").glob("*.py")}


def _upgrade(engine: Engine, place: Place) -> None:
    """Run the revisions in one transaction, with foreign keys off while tables are rebuilt.

    An empty file needs none: what they would make of it is at hand.

    SQLite rebuilds a table by dropping it; with foreign keys on, that deletes or refuses. They can
    only be switched outside a transaction, and everything is checked before the commit.
    """
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        sqlite = connection.dialect.name == "sqlite"
        with _foreign_keys_off(connection), connection.begin():
            take_turns(connection)
            if not sqlite:
                roles.become_owner(connection)
            elif _revision(connection, place) is None:
                _lay_out(connection)
            if _revision(connection, place) != HEAD:
                run_revisions(connection)
            if sqlite:
                _check_foreign_keys(connection)
            elif roles.is_shared(connection):
                give_rights(connection)


def _lay_out(connection: Connection) -> None:
    """Make the tables of an empty file as all revisions would, in a tenth of the time."""
    for statement in LAYOUT.read_text(encoding="utf-8").split(BETWEEN):
        connection.exec_driver_sql(statement)


def take_turns(connection: Connection) -> None:
    """Wait until no other program is at the schema; SQLite's writers take turns by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))


def run_revisions(connection: Connection, to: str = "head") -> None:
    """Run the revisions that are missing, up to one, in the connection's transaction."""
    from alembic import command  # noqa: PLC0415 - only when there is something to do
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


@contextmanager
def _foreign_keys_off(connection: Connection) -> Iterator[None]:
    """Let SQLite's tables be dropped and made anew."""
    if connection.dialect.name != "sqlite":
        yield
        return
    _foreign_keys(connection, on=False)
    try:
        yield
    finally:
        _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch enforcement on the bare driver connection, where no transaction is open."""
    connection.connection.cursor().execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        message = f"table {broken[0]} row {broken[1]} points at nothing in {broken[2]}"
        raise RuntimeError(message)
