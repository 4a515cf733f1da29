"""The index of a ledger that another program wrote: noticed when it is opened, and built again."""

import csv
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.index.indexing import check_index
from ledger.desk.index.pending import tokens
from ledger.desk.sitting import sit_down
from ledger.desk.texts.matching import match
from ledger.progress import Progress
from ledger.store.index.edition import EDITION
from ledger.store.tables.ledger import Posting
from ledger.text.names import blocks
from tests.desk.ledgers import entries, outlet_names, record
from tests.desk.newsroom import write_rows
from tests.times import MORNING

HOUSE = Path(__file__).parents[2]
TEXT = "The ferry carried 900 passengers on Sunday."
TOKENS = {12: "470445403dc2cdd8"}
"""What the tokens of the demo's statements and of all shipped names hash to in an edition."""
_POSTING = Posting.metadata.tables["posting"]
_IS_MARK = _POSTING.c.token.startswith("#edition")


class Watch:
    """Counts how often somebody was told that the index is built again."""

    def __init__(self) -> None:
        self.times = 0
        self.heard: list[str] = []

    @contextmanager
    def __call__(self) -> Iterator[Progress]:
        self.times += 1
        yield lambda doing, _done, _total: self.heard.append(doing)


def test_tokens_are_those_of_their_edition() -> None:
    found = hashlib.sha256()
    for line in _lines("fixtures/newsroom.jsonl"):
        found.update(repr(sorted(tokens(json.loads(line)["text"]))).encode())
    for row in csv.reader(_lines("ledger/text/data/names.csv")):
        found.update(repr([sorted(blocks(form)) for form in row]).encode())
        found.update(repr([sorted(tokens(form)) for form in row]).encode())
    assert {EDITION: found.hexdigest()[:16]} == TOKENS, (
        "texts or names give other tokens than before: raise EDITION, so that older ledgers are "
        "indexed again, and keep the new hash here"
    )


@pytest.fixture
def older(desk: Desk, database: str) -> str:
    """Where a ledger stands whose index has other words and no names, from an older program."""
    record(desk, TEXT, "Harbour Courier")
    with desk.store.acting("test", actor="mira", at=MORNING) as act:
        connection = act.session.connection()
        connection.execute(delete(_POSTING).where(_POSTING.c.token.startswith("#outlet")))
        connection.execute(update(_POSTING).where(~_IS_MARK).values(token="_" + _POSTING.c.token))
        connection.execute(update(_POSTING).where(_IS_MARK).values(first=EDITION - 1))
    assert match(desk, TEXT, 1) == []
    return database


def test_an_index_of_an_older_edition_is_built_again_once_and_said(older: str) -> None:
    watch = Watch()
    for _ in range(2):
        with sit_down(older, "jo", watched=watch) as desk:
            assert [found.claim for found in match(desk, TEXT, 1)] == ["C1"]
            check_index(desk)
            assert entries(desk) == 1
    assert watch.times == 1
    assert "indexing" in watch.heard


def test_names_are_found_by_likeness_in_a_ledger_from_before_they_were_indexed(older: str) -> None:
    with sit_down(older, "jo") as desk:
        record(desk, "The ferry is late.", "Harbour Courier Ltd")
        assert outlet_names(desk) == ["Harbour Courier"]


def test_an_index_without_an_edition_is_built_again(older: str) -> None:
    with sit_down(older, "jo") as desk, desk.acting("test") as act:
        act.session.connection().execute(delete(_POSTING).where(_IS_MARK))
    watch = Watch()
    with sit_down(older, "jo", watched=watch) as desk:
        check_index(desk)
    assert watch.times == 1


@pytest.mark.parametrize("archive", [False, True], ids=["imported", "loaded as an archive"])
def test_a_new_ledger_is_of_the_present_edition(tmp_path: Path, *, archive: bool) -> None:
    watch, place = Watch(), str(tmp_path / "ledger.db")
    path = write_rows(tmp_path / "in.jsonl", [{"text": TEXT, "outlet": "Courier"}])
    with sit_down(place, "jo", create=True, watched=watch) as desk:
        import_file(desk, path, match=not archive)
    with sit_down(place, "jo", watched=watch) as desk:
        check_index(desk)
    assert watch.times == 0


def _lines(path: str) -> list[str]:
    return (HOUSE / path).read_text(encoding="utf-8").splitlines()
