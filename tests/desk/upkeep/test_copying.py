"""A ledger moved to another database is the same ledger, or nothing arrived."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts, save
from ledger.desk.files_out.exporting import export_to
from ledger.desk.looking.showing import conflicts, find, history
from ledger.desk.references import Reference
from ledger.desk.texts.matching import match, match_contract
from ledger.desk.undoing import undo
from ledger.desk.upkeep.copying import copy_ledger
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.store.opening.ledger import open_ledger
from ledger.store_errors import CopyDiffers, Tampered, TargetNotEmpty
from tests.desk.ledgers import content, record, rows
from tests.desk.newsroom import fixture_rows
from tests.times import MORNING

QUERIES = ("輝達H200", "bridge budget", "Trump", "利率", "5%")


@pytest.fixture
def target(database: str) -> Iterator[Desk]:
    """A desk at an empty ledger."""
    opened = Desk(open_ledger(database), "mira", lambda: MORNING)
    yield opened
    opened.close()


@pytest.fixture
def worked(sqlite_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk at a file of two statements that differ, a decision and a draft."""
    path = tmp_path / "worked.db"
    path.write_bytes(sqlite_template.read_bytes())
    opened = Desk(open_ledger(str(path)), "mira", lambda: MORNING)
    record(opened, "The bridge cost 30 million euros.")
    record(opened, "The bridge cost 50 million euros.", "The Tideline")
    decide(opened, Reference("conflict", 1), "a_holds", "the bill")
    save(opened, {"text": "half a sent"})
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(
    newsroom: Desk, tmp_path: Path, sqlite_template: Path, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """A desk at an empty ledger on the other kind of database than the newsroom's."""
    path = tmp_path / "ledger.db"
    path.write_bytes(sqlite_template.read_bytes())
    on_a_server = newsroom.store.place.path is None
    place = str(path) if on_a_server else request.getfixturevalue("empty_postgres")
    opened = Desk(open_ledger(place), "jo", lambda: MORNING)
    yield opened
    opened.close()


def test_a_copy_is_the_same_in_all_a_person_sees(
    newsroom: Desk, elsewhere: Desk, tmp_path: Path
) -> None:
    heard: dict[str, tuple[int, int]] = {}
    verified = copy_ledger(newsroom, elsewhere, lambda *told: heard.update({told[0]: told[1:]}))
    assert verified == verify_ledger(newsroom) == verify_ledger(elsewhere)
    assert content(elsewhere) == content(newsroom)
    assert conflicts(elsewhere, noted=True) == conflicts(newsroom, noted=True)
    assert history(elsewhere) == history(newsroom)
    for query in QUERIES:
        ours, theirs = (match_contract(match(desk, query, 20)) for desk in (elsewhere, newsroom))
        assert ours == theirs
        assert find(elsewhere, query, 20) == find(newsroom, query, 20)
    for name, desk in (("ours", newsroom), ("theirs", elsewhere)):
        export_to(desk, tmp_path / f"{name}.jsonl")
    assert (tmp_path / "ours.jsonl").read_bytes() == (tmp_path / "theirs.jsonl").read_bytes()
    assert [name for name, (done, total) in heard.items() if done != total] == []
    assert heard["statement"][0] == len(fixture_rows())


def test_drafts_go_along_and_work_goes_on(worked: Desk, target: Desk) -> None:
    copy_ledger(worked, target)
    assert drafts(target) == drafts(worked) != []
    assert record(target, "The bridge cost 31 million euros.").statement.ref == "S3"
    assert undo(target).act == "add"
    assert undo(target).act == undo(worked).act == "decide"
    assert verify_ledger(target).entries == 6


def test_a_ledger_that_holds_something_is_not_copied_over(worked: Desk, target: Desk) -> None:
    record(target, "The ferry is late.")
    before = content(target)
    with pytest.raises(TargetNotEmpty, match="not empty"):
        copy_ledger(worked, target)
    assert content(target) == before


def test_a_ledger_touched_behind_its_back_is_named_and_leaves_the_target_empty(
    worked: Desk, target: Desk
) -> None:
    with worked.acting("test") as act:
        act.session.connection().execute(text("UPDATE claim SET topic = 'x' WHERE number = 1"))
    with pytest.raises(Tampered, match="C1"):
        copy_ledger(worked, target)
    _is_empty(target)


def test_a_copy_that_lost_something_is_thrown_away(worked: Desk, target: Desk) -> None:
    with target.acting("test") as act:
        connection = act.session.connection()
        connection.execute(text(LOSES_DRAFTS[connection.dialect.name]))
    with pytest.raises(CopyDiffers, match="nothing of it was kept"):
        copy_ledger(worked, target)
    _is_empty(target)


LOSES_DRAFTS = {
    "sqlite": "CREATE TRIGGER lost BEFORE INSERT ON draft BEGIN SELECT RAISE(IGNORE); END",
    "postgresql": "CREATE RULE lost AS ON INSERT TO draft DO INSTEAD NOTHING",
}


def _is_empty(desk: Desk) -> None:
    assert {name: rows for name, rows in rows(desk).items() if rows} == {}
