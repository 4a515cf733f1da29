"""A copy of the ledger beside it, made before its schema is touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from ledger.store.place import Place, make_private
from ledger.store.roles import become_owner


def back_up(engine: Engine, place: Place, *, label: str) -> str:
    """Copy every row; returns where the copy stands.

    SQLite is copied with its own backup API into a file beside the ledger; PostgreSQL into a schema
    of the same database, because a server's disk is not ours to write to.
    """
    if place.path is not None:
        return str(_copy_file(place.path, label))
    return _copy_tables(engine, label)


def _copy_file(path: Path, label: str) -> Path:
    target = path.with_name(f"{path.name}.backup-{label}")
    make_private(target)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


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
