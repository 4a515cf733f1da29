"""Hostile text through every command: nothing that reaches a screen may act, hide or reorder."""

import json
from pathlib import Path
from typing import Any

import pytest

from ledger.desk.files_in.importing import import_file
from ledger.desk.sitting import sit_down
from ledger.text.display import show
from tests.cli.program import HOUSE, Ending, Program

HOSTILE = HOUSE / "fixtures" / "hostile.jsonl"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").split("\n") if line
]


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds every hostile row."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with sit_down(str(path), "mira\x1b[31m\u202e", create=True) as desk:
        import_file(desk, HOSTILE)
    return path


@pytest.fixture
def hostile(program: Program, hostile_ledger: Path) -> Program:
    """The program at that ledger."""
    program.monkeypatch.setenv("FACTLEDGER_DB", str(hostile_ledger))
    return program


def harmless(ended: Ending) -> bool:
    """Whether a screen shows both streams as they are."""
    return show(ended.out) == ended.out and show(ended.err) == ended.err


@pytest.mark.parametrize("row", ROWS, ids=[row["ref"] for row in ROWS])
def test_every_row_is_shown_as_text_by_every_command(hostile: Program, row: dict[str, Any]) -> None:
    text = row["text"]
    for command in (
        ["match", "--limit=3", "--", text],
        ["find", "--limit=3", "--", text],
        ["quantities", "--", text],
        ["compare", "--", text, "12 % of the quay"],
        ["show", "--", text],
    ):
        ended = hostile(*command)
        assert harmless(ended), command
        assert ended.code in {0, 2}


@pytest.fixture(scope="module")
def growing_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a ledger grows by one hostile row after the other."""
    return tmp_path_factory.mktemp("growing") / "ledger.db"


@pytest.mark.parametrize("row", ROWS, ids=[row["ref"] for row in ROWS])
def test_every_row_is_recorded_word_for_word(
    program: Program, growing_ledger: Path, row: dict[str, Any]
) -> None:
    program.monkeypatch.setenv("FACTLEDGER_DB", str(growing_ledger))
    outlet, speaker = row["outlet"], row.get("speaker", "said")
    options = [f"--outlet={outlet}", f"--speaker={speaker}", f"--notes={row['notes']}"]
    said = program("add", *options, "--", row["text"])
    assert (said.code, harmless(said)) == (0, True)
    number = said.out.split(" recorded under ")[0].split("S")[-1]
    recorded = json.loads(program.done("show", f"S{number}", "--json"))
    assert (recorded["text"], recorded["outlet"]) == (row["text"], outlet.strip())
    assert harmless(program("show", recorded["claim"]))


@pytest.mark.parametrize(
    "command",
    [
        ["conflicts", "--look"],
        ["history"],
        ["report"],
        ["alias", "list"],
        ["alias", "list", "--kind=outlet"],
        ["find", "hostile"],
        ["verify"],
    ],
    ids=" ".join,
)
def test_lists_of_everything_are_shown_as_text(hostile: Program, command: list[str]) -> None:
    ended = hostile(*command)
    assert (ended.code, harmless(ended)) == (0, True)


def test_a_hostile_name_and_reason_are_shown_as_text(bridge: Program) -> None:
    reason = "\x1b]52;c;x\x07\u202e\nS9  under C9"
    bridge.done(
        "decide",
        "X1",
        "--both-stand",
        "--because",
        "unit",
        "--reason",
        reason,
        "--as",
        "\x1b[31mmira\u202e",
    )
    for command in (["conflicts"], ["history"], ["show", "X1"], ["undo"], ["report"]):
        ended = bridge(*command)
        assert (ended.code, harmless(ended)) == (0, True)
        assert "\nS9" not in ended.out
