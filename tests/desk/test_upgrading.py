"""Ledgers of earlier revisions, full of work: upgraded, they say and remember what they did."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, text

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.long_work.rereading import reread
from ledger.desk.long_work.rescanning import rescan
from ledger.desk.looking.showing import conflicts
from ledger.store.asking import same_claim
from ledger.store.connecting.engine import engine_of
from ledger.store.connecting.place import place_of
from ledger.store.opening.ledger import open_ledger
from tests.desk.ledgers import entries, filed, rows_of
from tests.desk.newsroom import PATH, write_rows
from tests.store.dumps import FOLDER, migrate, restore
from tests.times import MORNING

DUMPS = sorted(FOLDER.glob("*.jsonl"))
DERIVED = {"alembic_version", "posting"}
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def older(request: pytest.FixtureRequest, database: str) -> str:
    """Where a ledger of an earlier revision stands, full of work."""
    _empty(database)
    restore(database, request.param)
    return database


@pytest.fixture
def upgraded(older: str) -> Iterator[Desk]:
    """A desk at that ledger, opened by the program as it is now."""
    desk = Desk(open_ledger(older), "mira", lambda: MORNING)
    yield desk
    desk.close()


def _empty(database: str) -> None:
    """Take the schema of today away again."""
    place = place_of(database)
    if place.path is not None:
        place.path.unlink()
        return
    engine = engine_of(place)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def _rows(engine: Engine, known: MetaData) -> Rows:
    """What stands in the tables and columns known, in order."""
    with engine.connect() as connection:
        kept = (table for table in known.sorted_tables if table.name not in DERIVED)
        return rows_of(connection, kept)


def test_every_row_is_as_it_was_and_the_journal_vouches_for_it(older: str) -> None:
    engine, known = engine_of(place_of(older)), MetaData()
    known.reflect(engine)
    before = _rows(engine, known)
    upgraded = Desk(open_ledger(older), "mira")
    assert entries(upgraded) == len(before["entry"])
    assert _rows(engine, known) == before
    assert min(len(before[name]) for name in ("statement", "conflict", "decision")) > 0
    upgraded.close()
    engine.dispose()


def test_a_ledger_goes_one_step_back_and_forth_again(older: str) -> None:
    open_ledger(older).close()
    engine, known = engine_of(place_of(older)), MetaData()
    migrate(engine, "-1")
    known.reflect(engine)
    before = _rows(engine, known)
    assert min(len(before[name]) for name in ("statement", "conflict", "decision")) > 0
    migrate(engine, "+1")
    assert _rows(engine, known) == before
    engine.dispose()
    open_ledger(older).close()


@pytest.mark.databases("sqlite")
def test_the_newest_dump_holds_something_of_every_table(database: str) -> None:
    _empty(database)
    restore(database, DUMPS[-1])
    engine, known = engine_of(place_of(database)), MetaData()
    known.reflect(engine)
    engine.dispose()
    lines = DUMPS[-1].read_text("utf-8").splitlines()
    assert {json.loads(line)[0] for line in lines} == known.tables.keys() - {"alembic_version"}


def test_what_was_decided_stands_and_not_the_same_is_remembered(
    upgraded: Desk, tmp_path: Path
) -> None:
    answers, before = _answers(upgraded), filed(upgraded)
    assert DECIDED.items() <= answers.items()
    assert before[10] == 6  # parted from C2, as different claims
    assert before[19] != 2  # said not to belong to C2
    rows = [json.loads(line) for line in PATH.read_text("utf-8").splitlines()]
    known = [row for row in rows if row.get("claim") in CLAIMS]
    again = import_file(upgraded, write_rows(tmp_path / "again.jsonl", known))
    assert again.recording.added == 0
    reread(upgraded)
    rescan(upgraded)
    assert filed(upgraded) == before
    assert _answers(upgraded) == answers
    with upgraded.reading() as session:
        asked = same_claim.of_statements(session, [10, 19])
    assert {at: row.state for at, row in asked.items() if at[1] == 2} == {
        (10, 2): "different",
        (19, 2): "different",
    }
    entries(upgraded)


def _answers(desk: Desk) -> dict[str, tuple[str, list[str]]]:
    """The state of the conflicts somebody answered, and every answer to them."""
    return {
        found.ref: (found.state, [decision.answer for decision in found.decisions])
        for found in conflicts(desk)
        if found.decisions
    }


DECIDED = {
    "X1": ("decided", ["a_holds"]),
    "X4": ("open", ["b_holds", "undone", "unsure"]),
    "X8": ("decided", ["different_claims"]),
    "X11": ("decided", ["both_stand"]),
}
CLAIMS = {
    "What the Gull Bridge in Marrowick cost",
    "H200政策讓美國在晶片上領先中國多久",
    "How long the Gull Bridge in Marrowick is",
}
"""The claims of the newsroom fixture that the dumped ledger holds."""
