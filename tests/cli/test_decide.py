"""decide, attach, split and undo on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (["--holds", "a", "--reason", "the contract"], "X1: a holds\n"),
        (["--holds", "b", "--reason", "the contract"], "X1: b holds\n"),
        (["--both-stand", "--because", "scope"], "X1: both stand (scope)\n"),
        (["--both-stand", "--reason", "Scope: the north only"], "X1: both stand (scope)\n"),
        (["--different-claims"], "X1: different claims\n"),
        (["--unsure"], "X1: unsure\n"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_each_answer_is_taken(bridge: Program, answer: list[str], said: str) -> None:
    assert bridge.done("decide", "X1", *answer) == said


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["X1", "--holds", "a"], "this decision needs a reason"),
        (["X1", "--both-stand", "--reason", "2: counts"], "that both stand needs the kind"),
        (["X1"], "give one answer: --holds a"),
        (["X1", "--unsure", "--both-stand"], "give one answer: --holds a"),
        (["X1", "--holds", "c"], "invalid value for '--holds': 'c' is not one of 'a', 'b'"),
        (["X1", "--holds", "a", "--reason", " "], "invalid value for '--reason': it is blank"),
        (["X9", "--unsure"], "the ledger holds no X9"),
        (["C1", "--unsure"], "'C1' is a claim; here goes one like X12"),
        ([], "missing argument 'X7'"),
    ],
    ids=[
        "a side without a reason",
        "both without a kind",
        "no answer",
        "two answers",
        "a third side",
        "a blank reason",
        "no such conflict",
        "not a conflict",
        "nothing",
    ],
)
def test_a_wrong_decision_is_refused(bridge: Program, arguments: list[str], complaint: str) -> None:
    assert bridge.refused("decide", *arguments).startswith(complaint)
    assert "open" in bridge.done("show", "X1")


def test_undo_opens_a_decided_conflict_again(bridge: Program) -> None:
    bridge.done("decide", "X1", "--both-stand", "--because", "date")
    assert bridge.done("undo") == "took back entry 4, decide: X1: both stand\n"
    assert bridge.done("conflicts", "--open").startswith("X1  open")


def test_undo_of_a_batch_takes_the_import_and_all_since(bridge: Program, tmp_path: Path) -> None:
    file = tmp_path / "tuesday.jsonl"
    file.write_text('{"text": "The quay opens in May.", "outlet": "Tidewater Courier"}\n', "utf-8")
    bridge.done("import", str(file))
    bridge.done("note", "C2", "asked the harbour office")
    undone = bridge.done("undo", "--batch").splitlines()
    assert [line.split(":")[0] for line in undone] == [
        "took back entry 5, note",
        "took back entry 4, import",
    ]
    again = "did entry 4 again, import: 1 statement from tuesday.jsonl and the 1 after it"
    assert bridge.done("redo").strip() == again


def test_undo_of_a_batch_where_none_was_imported(bridge: Program) -> None:
    assert bridge.refused("undo", "--batch").startswith("no import is left to undo")


def test_undo_goes_back_act_by_act_until_nothing_is_left(bridge: Program) -> None:
    undone = [bridge.done("undo") for _ in range(3)]
    assert [line.split(",")[0] for line in undone] == [f"took back entry {n}" for n in (3, 2, 1)]
    assert " has nothing left to undo; " in bridge.refused("undo")


def test_undo_leaves_alone_what_a_colleague_did(bridge: Program) -> None:
    bridge.done("--as", "noor", "rename", "C1", "When the bridge opens")
    assert bridge.done("undo").startswith("took back entry 3, ")
    assert "C1  When the bridge opens" in bridge.done("find")
    assert bridge.done("redo").startswith("did entry 3 again, ")


def test_undo_down_to_an_entry_takes_back_whatever_was_done_since(bridge: Program) -> None:
    bridge.done("--as", "noor", "rename", "C1", "When the bridge opens")
    undone = bridge.done("undo", "--to", "3").splitlines()
    assert [line.split(",")[0] for line in undone] == ["took back entry 4", "took back entry 3"]
    assert "entry 3 is taken back already" in bridge.refused("undo", "--to", "3")
    assert "has no entry 99; " in bridge.refused("undo", "--to", "99")
    assert "exclude each other" in bridge.refused("undo", "--to", "3", "--batch")


def test_a_statement_moves_and_stands_alone_again(bridge: Program) -> None:
    assert bridge.done("attach", "S3", "C1") == "S3 is under C1\n"
    assert "under C1" in bridge.done("show", "S3")
    assert bridge.done("split", "S3", "--reason", "a ferry") == "S3 is under C3, on its own\n"


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["attach", "S9", "C1"], "S9"),
        (["attach", "S1", "C9"], "C9"),
        (["split", "S9"], "S9"),
    ],
    ids=["no such statement", "no such claim", "nothing to split"],
)
def test_nothing_moves_that_is_not_there(
    bridge: Program, arguments: list[str], missing: str
) -> None:
    assert bridge.refused(*arguments).startswith(f"the ledger holds no {missing}")


def test_bytes_that_are_not_text_are_refused(bridge: Program) -> None:
    assert bridge.refused("split", "S3", "--reason", "\udcff").startswith(
        "invalid value for '--reason': it is not text in UTF-8"
    )


def test_what_stands_between_claims_judged_different_is_told(bridge: Program) -> None:
    bridge.done("decide", "X1", "--different-claims")
    text = "The harbour bridge will cost 45 million euros."
    judged = "C1 and C3, which mira judged different on "
    assert judged in bridge.done("match", text)
    assert json.loads(bridge.done("match", text, "--json"))["apart"][0]["b"] == "C3"
    assert judged in bridge.done("add", text, "--outlet", "Quay Wire", "--new")
    assert judged in bridge.done("attach", "S4", "C1")


def test_whoever_decides_second_is_told_of_the_first(bridge: Program) -> None:
    bridge.done("decide", "X1", "--holds", "a", "--reason", "the contract", "--as", "jo")
    told = bridge.done("decide", "X1", "--holds", "b", "--reason", "the bill")
    first, second = told.splitlines()
    assert first == "X1: b holds"
    assert second.startswith("  in place of ")
    assert second.endswith(" jo: a holds: the contract")
