"""New evidence under a decided conflict opens it again; another relay of a known voice does not."""

from pathlib import Path
from typing import Any

import pytest

from ledger.desk.casework.because import Because
from ledger.desk.casework.deciding import Answer, decide
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.long_work.rereading import reread
from ledger.desk.references import Reference
from ledger.desk.undoing import undo
from tests.desk.ledgers import COST, conflict, entries, filed, record, said
from tests.desk.newsroom import write_rows

pytestmark = pytest.mark.databases("sqlite")

X1 = Reference("conflict", 1)
FORTY = "The Tallow Bridge costs 40 million euros."
SIXTY = "The Tallow Bridge costs 60 million euros."
NINETY = "The Tallow Bridge costs 90 million euros."


@pytest.fixture
def disputed(desk: Desk) -> Desk:
    """S1 says 40 and S2 says 60, quoting Ada Quill."""
    record(desk, FORTY)
    record(desk, SIXTY, "The Tideline", speaker="Ada Quill")
    return desk


@pytest.mark.parametrize(
    ("answer", "text", "fields", "opens"),
    [
        pytest.param("a_holds", SIXTY, {}, True, id="a new voice for the other side"),
        pytest.param("a_holds", NINETY, {}, True, id="a new voice for a third figure"),
        pytest.param("a_holds", SIXTY, {"speaker": "Ada Quill"}, False, id="the same voice again"),
        pytest.param("a_holds", FORTY, {}, False, id="a new voice for the side that holds"),
        pytest.param("b_holds", FORTY, {}, True, id="against the other side"),
        pytest.param("both_stand", SIXTY, {}, False, id="for one of two that stand"),
        pytest.param("both_stand", NINETY, {}, True, id="against both that stand"),
        pytest.param("unsure", NINETY, {}, False, id="nothing was decided"),
    ],
)
def test_what_opens_a_decided_conflict(
    disputed: Desk, answer: Answer, text: str, fields: dict[str, Any], *, opens: bool
) -> None:
    because: Because | None = "definition" if answer == "both_stand" else None
    decide(disputed, X1, answer, "seen the bill", because)
    record(disputed, text, "Quay Wire", **fields)
    found = conflict(disputed)
    assert (found.state == "reopened") == opens
    assert (found.decisions[-1].answer == "reopened") == opens
    if opens:
        assert str(found.decisions[-1].reason).startswith("S3 speaks against S")
        undo(disputed)
        assert conflict(disputed).state == "decided"
    entries(disputed)


def test_an_import_says_what_it_opened_again(disputed: Desk, tmp_path: Path) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    path = write_rows(tmp_path / "in.jsonl", [said(NINETY, "Quay Wire", claim=COST)])
    assert import_file(disputed, path).recording.reopened == (1,)
    assert import_file(disputed, path).recording.reopened == ()
    assert [d.answer for d in conflict(disputed).decisions] == ["a_holds", "reopened"]


@pytest.mark.databases("sqlite", "postgresql")
def test_not_the_same_outlasts_imports_and_rereading(desk: Desk, tmp_path: Path) -> None:
    rows = [said(FORTY, claim=COST), said(SIXTY, "The Tideline", claim=COST)]
    path = write_rows(tmp_path / "in.jsonl", rows)
    import_file(desk, path)
    decide(desk, X1, "different_claims", "another bridge")
    apart = filed(desk)
    assert apart == {1: 1, 2: 2}
    for _ in range(2):
        import_file(desk, path)
        reread(desk)
        assert filed(desk) == apart
        assert conflict(desk).state == "decided"
    entries(desk)
