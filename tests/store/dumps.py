"""Ledgers of earlier revisions as text: one row a line, in the order tables may be filled.

``python -m tests.store.dumps LEDGER > fixtures/schemas/REVISION.jsonl`` writes one, from an SQLite
ledger that the program of that revision filled; it is kept for good and never made anew.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Boolean, Column, Connection, Date, DateTime, Engine, LargeBinary, MetaData

from ledger.store.connecting.engine import WRITES, engine_of
from ledger.store.connecting.place import place_of
from ledger.store.opening.schema import migrations_folder

FOLDER = Path(__file__).parents[2] / "fixtures" / "schemas"
"""The dumps, one of every revision a ledger may stand at."""
DERIVED = {"alembic_version", "sqlite_sequence"}


def restore(database: str, dump: Path) -> None:
    """Fill an empty database with a dump, under the schema of the revision it is named after."""
    engine = engine_of(place_of(database))
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        command.upgrade(_config(connection), dump.stem)
        known = MetaData()
        known.reflect(connection)
        for line in dump.read_text("utf-8").splitlines():
            name, row = json.loads(line)
            table = known.tables[name]
            values = {key: _read(table.c[key], value) for key, value in row.items()}
            connection.execute(table.insert().values(values))
    engine.dispose()


def dumped(path: Path) -> Iterator[str]:
    """Every row of an SQLite ledger as a line: the table's name and what stands in its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        known = MetaData()
        engine = engine_of(place_of(str(path)))
        known.reflect(engine)
        engine.dispose()
        for table in known.sorted_tables:
            if table.name not in DERIVED:
                for row in connection.execute(f'SELECT * FROM "{table.name}"'):
                    line = {key: _written(row[key]) for key in row.keys()}  # noqa: SIM118 - a Row
                    yield json.dumps([table.name, line], ensure_ascii=False)


def migrate(engine: Engine, step: str) -> None:
    """Bring a database one revision forth (``+1``) or back (``-1``)."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        if step == "-1":
            command.downgrade(_config(connection), step)
        else:
            command.upgrade(_config(connection), step)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.attributes["connection"] = connection
    return config


def _written(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def _read(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - what a column holds
    """A value of the dump as its column takes it on either database."""
    if value is None:
        return None
    match column.type:
        case Boolean():
            return bool(value)
        case LargeBinary():
            return bytes.fromhex(value)
        case DateTime(timezone=timezone):
            return datetime.fromisoformat(value).replace(tzinfo=UTC if timezone else None)
        case Date():
            return date.fromisoformat(value)
    return value


if __name__ == "__main__":
    for written in dumped(Path(sys.argv[1])):
        print(written)  # noqa: T201 - its output
