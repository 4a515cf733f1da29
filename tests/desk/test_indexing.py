"""The search index checked against the texts: byte for byte the same when it is built again."""

from pathlib import Path

import pytest

from ledger.desk.comparing import match
from ledger.desk.desk import Desk
from ledger.desk.importing import import_file
from ledger.desk.indexing import check_index
from ledger.store.edition import begin
from ledger.store_errors import IndexAstray
from tests.desk.newsroom import write_rows
from tests.desk.statements import record
from tests.times import MORNING

TEXTS = (
    "The town pays 7 million euros a year for the quay.",
    "馬洛港每年為碼頭支付七百萬歐元",
    "The ferry carried 900 passengers on Sunday.",
)


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
