"""The search index checked against the texts: byte for byte the same when it is built again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.desk.casework.deciding import attach, split
from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import rename, set_topic
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.index.indexing import check_index
from ledger.desk.references import parse
from ledger.desk.texts.matching import match
from ledger.desk.undoing import redo, undo, undo_to
from ledger.store.index.edition import begin
from ledger.store_errors import IndexAstray
from tests.desk.ledgers import record, record_new
from tests.desk.newsroom import write_rows
from tests.times import MORNING

TEXTS = (
    "The town pays 7 million euros a year for the quay.",
    "馬洛港每年為碼頭支付七百萬歐元",
    "The ferry carried 900 passengers on Sunday.",
)

C1, C2, S2, S3 = map(parse, ("C1", "C2", "S2", "S3"))


@pytest.fixture
def told(desk: Desk, tmp_path: Path) -> Desk:
    """Statements from a file, from an archive, under a topic and one by one."""
    lines = [{"text": text, "outlet": "Courier", "topic": "harbour"} for text in TEXTS]
    import_file(desk, write_rows(tmp_path / "in.jsonl", lines))
    old = [{"text": f"{text} again", "outlet": "Tideline"} for text in TEXTS]
    import_file(desk, write_rows(tmp_path / "old.jsonl", old), match=False)
    record(desk, TEXTS[0], "Quay Wire", claim="What the quay costs", speaker="Ada Quill")
    return desk


def test_an_index_follows_the_texts(told: Desk) -> None:
    checked = check_index(told)
    assert not checked.rebuilt
    assert checked.documents == 11


def test_an_index_built_again_gives_the_same_answers(told: Desk) -> None:
    before = [match(told, text, 20) for text in TEXTS]
    kept = check_index(told)
    assert check_index(told, rebuild=True).fingerprint == kept.fingerprint
    assert [match(told, text, 20) for text in TEXTS] == before


def test_an_index_that_lost_a_text_is_told_and_mended(told: Desk) -> None:
    with told.store.acting("test", actor="mira", at=MORNING) as act:
        begin(act.session)
    with pytest.raises(IndexAstray, match="--rebuild-index"):
        check_index(told)
    check_index(told, rebuild=True)
    assert match(told, TEXTS[0], 1)[0].score > 0
    check_index(told)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda desk: rename(desk, C2, "The ferry's passengers"), id="rename"),
        pytest.param(lambda desk: set_topic(desk, [C2], "traffic"), id="topic"),
        pytest.param(lambda desk: attach(desk, S3, C1), id="attach"),
        pytest.param(lambda desk: merge(desk, C1, [C2]), id="merge"),
        pytest.param(lambda desk: split(desk, S2), id="split"),
    ],
)
def test_acts_leave_the_index_as_it_would_be_built_again(
    desk: Desk, act: Callable[[Desk], object]
) -> None:
    """No text unfound and none found by what it was: after, taken back, and done again."""
    record(desk, TEXTS[0], claim="What the quay costs")
    record(desk, TEXTS[1], claim="What the quay costs")
    record_new(desk, TEXTS[2])
    for step in (act, undo, redo):
        step(desk)
        kept = check_index(desk)
        assert kept.fingerprint == check_index(desk, rebuild=True).fingerprint


def test_a_former_wording_finds_its_claim_until_it_is_taken_back(desk: Desk) -> None:
    record_new(desk, TEXTS[2])
    rename(desk, C1, "Sunday trippers")
    rename(desk, C1, "The ferry's passengers")
    check_index(desk, rebuild=True)
    assert [found.claim for found in match(desk, "Sunday trippers", 5)] == ["C1"]
    undo_to(desk, 2)
    assert match(desk, "trippers", 5) == []


def test_a_claim_is_found_by_its_new_topic(desk: Desk) -> None:
    record_new(desk, TEXTS[2])
    set_topic(desk, [C1], "dredging")
    assert [found.claim for found in match(desk, "dredging", 5)] == ["C1"]
