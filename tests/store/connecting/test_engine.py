"""Connections: writers queue, readers see a snapshot, refusals become one plain line."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ledger.store.connecting import engine, queueing
from ledger.store.connecting.engine import CACHE_KIB, SPARED_KIB, engine_of, sparing
from ledger.store.connecting.place import place_of
from ledger.store.index.lookups import names_of
from ledger.store.opening.ledger import Store, open_ledger
from ledger.store_errors import Busy
from tests.store.conftest import enter_outlet
from tests.times import MORNING


@pytest.fixture
def ledger_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """An empty ledger in a file."""
    path = tmp_path / "ledger.db"
    path.write_bytes(sqlite_template.read_bytes())
    return path


def test_few_pages_are_at_hand_as_long_as_asked(ledger_file: Path) -> None:
    made = engine_of(place_of(str(ledger_file)))
    with made.connect() as connection:
        sizes = [connection.execute(text("PRAGMA cache_size")).scalar()]
        with sparing(connection):
            sizes.append(connection.execute(text("PRAGMA cache_size")).scalar())
        sizes.append(connection.execute(text("PRAGMA cache_size")).scalar())
    made.dispose()
    assert sizes == [-CACHE_KIB, -SPARED_KIB, -CACHE_KIB]


@pytest.mark.parametrize(
    ("pragma", "value"), [("foreign_keys", 1), ("journal_mode", "wal"), ("busy_timeout", 30_000)]
)
def test_every_connection_to_a_file_is_set_up(
    ledger_file: Path, pragma: str, value: object
) -> None:
    made = engine_of(place_of(str(ledger_file)))
    with made.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
    made.dispose()


def test_foreign_keys_are_enforced(store: Store) -> None:
    with pytest.raises(IntegrityError), store.acting("test", actor="mira", at=MORNING) as act:
        act.session.connection().execute(
            text("INSERT INTO outlet (number, name, live, entry) VALUES (1, 'x', TRUE, 999)")
        )


def test_a_reader_keeps_its_snapshot_while_another_writes(store: Store, database: str) -> None:
    enter_outlet(store, "Harbour Courier")
    writer = open_ledger(database)
    with store.reading() as session:
        before = names_of(session, "outlet")
        enter_outlet(writer, "The Tideline")
        assert names_of(session, "outlet") == before
    with store.reading() as session:
        assert len(names_of(session, "outlet")) == 2
    writer.close()


def test_a_writer_kept_waiting_too_long_is_told_so(
    ledger_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(ledger_file, isolation_level=None)) as other:
        store = open_ledger(str(ledger_file))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="try again"):
            enter_outlet(store, "Harbour Courier")
        other.execute("ROLLBACK")
        enter_outlet(store, "Harbour Courier")
        store.close()


def test_a_writer_who_waits_says_so_once_and_goes_on(
    store: Store, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "HEARD_SECONDS", 0.1)
    other, told = open_ledger(database), list[str]()
    with ExitStack() as held:
        held.enter_context(other.acting("test", actor="jo", at=MORNING))
        held.callback(told.append, "done")
        store.waits = held.close
        enter_outlet(store, "Harbour Courier")
    other.close()
    assert told == ["done"]


def test_a_writer_who_need_not_wait_says_nothing(store: Store) -> None:
    store.waits = pytest.fail
    enter_outlet(store, "Harbour Courier")


def test_a_reader_is_not_kept_waiting_by_a_writer(ledger_file: Path) -> None:
    with closing(sqlite3.connect(ledger_file, isolation_level=None)) as other:
        store = open_ledger(str(ledger_file))
        other.execute("BEGIN IMMEDIATE")
        with store.reading() as session:
            assert names_of(session, "outlet") == {}
        store.close()
