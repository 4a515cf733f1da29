"""Endings: one line on standard error, and the code other programs rely on."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from ledger.cli.diagnostics import ExitCode
from tests.cli.program import Program, in_a_process


def test_codes_stay_as_they_are() -> None:
    assert [int(code) for code in ExitCode] == [0, 1, 2, 3, 130]


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("postgresql://nobody:sekrit@127.0.0.1:1/x", "Connection refused"),
        ("mysql://nobody:sekrit@127.0.0.1/x", "only SQLite files and PostgreSQL are spoken"),
        ("postgresql://nobody:sekrit@127.0.0.1:port/x", "it is not a database URL"),
    ],
    ids=["nobody answers", "another database", "no URL"],
)
def test_a_database_away_is_3_with_what_to_do_and_its_password_a_secret(
    program: Program, url: str, complaint: str
) -> None:
    said = program.refused("verify", "--db", url, code=3)
    assert complaint in said.rpartition("; ")[0]
    assert "sekrit" not in said


@pytest.mark.parametrize(
    ("command", "told"),
    [(["restore"], "'FILE' (a backup)"), (["show"], "'REF' (C12, S48, X7 or D3)")],
    ids=["a word", "a reference"],
)
def test_what_is_missing_is_told_within_a_sentence(
    program: Program, command: list[str], told: str
) -> None:
    assert program.refused(*command).startswith(f"missing argument {told};")


def test_a_password_is_in_no_suggestion(program: Program) -> None:
    program.monkeypatch.setenv("FACTLEDGER_DB", "postgresql://nobody:sekrit@127.0.0.1:1/x")
    ended = program("add", "The ferry stops.", "--outlet", "Radio")
    assert (ended.code, "sekrit" in ended.out + ended.err) == (3, False)


def test_a_database_of_something_else_is_left_alone(program: Program) -> None:
    connection = sqlite3.connect(program.ledger)
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.commit()
    connection.close()
    for command in (["verify"], ["add", "The ferry stops.", "--outlet", "Radio"]):
        assert "is a database but not a ledger" in program.refused(*command, code=3)


@pytest.mark.parametrize("kind", ["a folder", "a text", "under a file"])
def test_a_place_that_is_no_database_is_3(program: Program, tmp_path: Path, kind: str) -> None:
    (tmp_path / "text").write_text("The ferry stops at nine.\n" * 100, encoding="utf-8")
    place = {"a folder": tmp_path, "a text": tmp_path / "text", "under a file": "text/ledger.db"}
    said = program.refused("add", "x", "--outlet=Radio", "--db", str(place[kind]), code=3)
    wrong = f"the ledger at {place[kind]} cannot be opened: "
    if kind == "a text":
        wrong = f"{place[kind]} is not a ledger, or no longer: file is not a database"
    assert said.startswith(wrong)


def test_interrupted_is_130(bridge: Program) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    bridge.monkeypatch.setattr("ledger.desk.upkeep.verifying.verify_store", interrupted)
    ended = bridge("verify")
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.strip() == "factledger: interrupted; what was not finished was not written"


def test_a_reader_that_goes_away_is_no_fault(bridge: Program) -> None:
    read, write = os.pipe()
    os.close(read)
    bridge.capsys.readouterr()
    with os.fdopen(write, "w") as gone:
        ended = in_a_process("report", stdout=gone)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(bridge: Program) -> None:
    assert bridge.ledger.exists()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = in_a_process("report", stdout=full)
    assert ended.returncode == 2
    assert ended.stderr == "factledger: standard output: no space left on device\n"


def test_outside_text_in_a_complaint_is_shown_not_obeyed(program: Program) -> None:
    assert program.refused("show", "\x1b]0;owned\x07\nnext", code=3).isprintable()
    said = program.refused("add", "x", "--outlet=Radio", "--claim", "\x1b]0;owned\x07\n\u202e")
    assert said == "'␛]0;owned␇⏎⟨U+202E⟩' is not a reference; write it like C12"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("match x --limit abc", "must be a whole number; try", id="no number"),
        pytest.param("match x --limit 0", "must be at least 1; try", id="too few"),
        pytest.param("merge C1", "'C13' (the claim, or claims, that become part of it)", id="gone"),
        pytest.param("show", "missing argument 'REF' (C12, S48, X7 or D3); try", id="a reference"),
        pytest.param("conflicts --for nobody", "there are no conflicts for nobody", id="nobody's"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(bridge: Program, typed: str, told: str) -> None:
    assert told in bridge(*typed.split()).err


def test_a_text_too_long_says_how_long_one_may_be(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "long.jsonl"
    file.write_text(json.dumps({"text": "x" * 30_000, "outlet": "Radio"}), encoding="utf-8")
    said = program("import", str(file)).err
    assert "line 1, field text: is longer than 20000 characters" in said
