"""Ledgers to test with: an SQLite file and a database on a real PostgreSQL, both empty."""

import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, text

from ledger.desk.desk import Desk
from ledger.store.opening.ledger import Store, open_ledger
from tests.servers import server
from tests.times import MORNING

TEMPLATE = "ledger_template"
BOTH = ("sqlite", "postgresql")

# A busy machine is not a fault, and what fails once fails each time: --hypothesis-profile=wide
# looks for what nobody has seen yet.
settings.register_profile("unhurried", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None, max_examples=1000)
settings.load_profile("unhurried")

# What is run in the background ignores Ctrl-C, and so would the programs that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Engine]:
    """A PostgreSQL server, started once per run, with an empty ledger to copy from."""
    with server() as running:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            running.run(f"ALTER SYSTEM SET {setting} = off")  # ten times as quick
        running.run("SELECT pg_reload_conf()", f"CREATE DATABASE {TEMPLATE}")
        open_ledger(running.url(TEMPLATE), create=True).close()
        yield running.admin


@pytest.fixture
def empty_postgres(
    postgres: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The URL of an empty ledger on PostgreSQL."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    name = f"ledger_{next(_numbers)}"
    with postgres.connect() as connection:
        # Twice as quick as through the journal, where nothing is flushed to the disk.
        copied = f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY"
        connection.execute(text(copied))
    yield _url(postgres, name)
    with postgres.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to copy from."""
    path = tmp_path_factory.mktemp("template") / "ledger.db"
    open_ledger(str(path), create=True).close()
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--every-database`` runs on both what ``databases`` puts on one to save time."""
    parser.addoption("--every-database", action="store_true", help="Run every test on both.")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Put a test on both kinds of database, unless the mark nearest to it names them."""
    if "database" in metafunc.fixturenames:
        both = metafunc.config.getoption("every_database")
        mark = None if both else metafunc.definition.get_closest_marker("databases")
        metafunc.parametrize("database", mark.args if mark else BOTH, indirect=True)


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """Where an empty ledger stands, once on each kind of database a test is put on."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("empty_postgres"))
    return str(shutil.copy(sqlite_template, tmp_path / "ledger.db"))


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """An open, empty ledger."""
    opened = open_ledger(database)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that moves one second each time it is looked at, from one morning on."""
    seconds = count()
    return lambda: MORNING + timedelta(seconds=next(seconds))


@pytest.fixture
def desk(store: Store, clock: Callable[[], datetime]) -> Desk:
    """A desk at an empty ledger, with mira sitting at it."""
    return Desk(store, "mira", clock)


_numbers = count(1)


def _url(server: Engine, name: str) -> str:
    return server.url.set(database=name).render_as_string(hide_password=False)
