"""Ledgers many tests begin with: the newsroom, which they only read, and one with a conflict."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.store.opening.ledger import open_ledger
from tests.desk.ledgers import record
from tests.desk.newsroom import PATH
from tests.times import MORNING


@pytest.fixture(scope="session")
def newsroom_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The newsroom fixture in an SQLite file, to be read only."""
    place = str(tmp_path_factory.mktemp("newsroom") / "ledger.db")
    yield from _newsroom(place)


@pytest.fixture(scope="session")
def newsroom_postgresql(postgres: Engine) -> Iterator[Desk]:
    """The newsroom fixture on PostgreSQL, to be read only."""
    with postgres.connect() as connection:
        connection.execute(text("CREATE DATABASE newsroom"))
    url = postgres.url.set(database="newsroom").render_as_string(hide_password=False)
    yield from _newsroom(url)


@pytest.fixture
def disputed(desk: Desk) -> Desk:
    """A ledger with one claim, two statements and one open conflict, X1."""
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The Tallow Bridge costs 60 million euros.", "The Tideline")
    return desk


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def newsroom(request: pytest.FixtureRequest) -> Desk:
    """The newsroom fixture, once on each kind of database."""
    desk: Desk = request.getfixturevalue(f"newsroom_{request.param}")
    return desk


def _newsroom(place: str) -> Iterator[Desk]:
    desk = Desk(open_ledger(place, create=True), "mira", lambda: MORNING)
    import_file(desk, PATH)
    yield desk
    desk.close()
