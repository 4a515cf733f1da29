"""The schema: revisions and tables agree, older ledgers are upgraded, newer ones refused."""

import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from ledger.store.opening import schema
from ledger.store.opening.ledger import Store, open_ledger
from ledger.store.tables.base import Table
from ledger.store_errors import NewerSchema, NoLedger, NotALedger, UpgradeFailed
from tests.store.layout import laid_out

HEAD = schema.HEAD
"""The revision before the tests pretend to know one more."""

NEXT_REVISION = f"""
import sqlalchemy as sa
from alembic import op
revision = "later"
down_revision = "{HEAD}"
branch_labels = None
depends_on = None

def upgrade():
    with op.batch_alter_table("outlet") as batch:
        batch.add_column(sa.Column("country", sa.String))
    {{fault}}
"""


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets the program know one revision more than it does."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.migrations_folder(), folder, ignore=shutil.ignore_patterns("*.pyc"))
    (folder / "versions" / "later_countries.py").write_text(NEXT_REVISION.format(fault=""))
    monkeypatch.setattr(schema, "HEAD", "later")
    monkeypatch.setattr(schema, "migrations_folder", lambda: folder)
    return folder


def test_the_head_the_program_knows_is_the_newest_revision() -> None:
    scripts = ScriptDirectory(str(schema.migrations_folder()))
    assert scripts.get_current_head() == schema.HEAD


def test_the_revisions_build_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_an_empty_file_is_laid_out_as_the_revisions_do() -> None:
    assert schema.LAYOUT.read_text(encoding="utf-8") == laid_out()


def test_a_new_file_has_every_table_of_the_layout(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "new.db"), create=True).close()
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        made = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    layout = schema.LAYOUT.read_text(encoding="utf-8").split(schema.BETWEEN)
    assert [sql for (sql,) in made] == layout[:-1]
    assert schema_of_file(tmp_path / "new.db") == HEAD


def test_a_new_file_is_of_a_revision_newer_than_the_layout(
    tmp_path: Path, next_revision: Path
) -> None:
    assert next_revision.exists()
    open_ledger(str(tmp_path / "new.db"), create=True).close()
    assert schema_of_file(tmp_path / "new.db") == "later"


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, type(constraint).__name__)
        for table in Table.metadata.sorted_tables
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []


def test_an_older_ledger_is_upgraded_after_a_backup(populated: str, next_revision: Path) -> None:
    assert next_revision.exists()
    upgraded = open_ledger(populated)
    with upgraded.engine.connect() as connection:
        rows = connection.execute(text("SELECT name, country FROM outlet")).all()
        aliases = connection.execute(text("SELECT count(*) FROM outlet_alias")).scalar()
        upgraded_kind = connection.dialect.name
        schemas = (
            connection.execute(text("SELECT nspname FROM pg_namespace")).scalars().all()
            if upgraded_kind == "postgresql"
            else []
        )
    upgraded.close()
    assert [tuple(row) for row in rows] == [("Harbour Courier", None)]
    assert aliases == 1
    if upgraded_kind == "postgresql":
        assert any(name.startswith(f"factledger_backup_{HEAD}") for name in schemas)
    else:
        backup = next(Path(populated).parent.glob(f"ledger.db.backup-{HEAD}-*"))
        assert schema_of_file(backup) == HEAD
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(
    populated: str, next_revision: Path
) -> None:
    revision = next_revision / "versions" / "later_countries.py"
    revision.write_text(NEXT_REVISION.format(fault="op.drop_table('no_such_table')"))
    with pytest.raises(UpgradeFailed, match="nothing was changed"):
        open_ledger(populated)
    revision.write_text(NEXT_REVISION.format(fault=""))
    mended = open_ledger(populated)
    with mended.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM outlet_alias")).scalar() == 1
    mended.close()


def test_a_newer_ledger_is_refused_and_named(database: str) -> None:
    opened = open_ledger(database)
    with opened.engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(NewerSchema, match=f"schema 9999, newer than the {HEAD}"):
        open_ledger(database)


def test_a_database_of_something_else_is_refused(database: str) -> None:
    opened = open_ledger(database)
    with opened.engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.execute(text("DROP TABLE alembic_version"))
    opened.close()
    with pytest.raises(NotALedger):
        open_ledger(database)


def test_a_missing_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoLedger, match="factledger demo"):
        open_ledger(str(tmp_path / "nowhere.db"))
    assert list(tmp_path.iterdir()) == []


def schema_of_file(path: Path) -> str:
    """The revision a copy stands at, read without upgrading it."""
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
