"""demo: a ledger to look at, and commands that work when they are typed."""

import json
import shlex
from pathlib import Path

from markdown_it import MarkdownIt

from tests.cli.program import Program

CLOSING = "What to type next:\n"


def test_the_demo_shows_conflicts_and_says_what_to_type(program: Program) -> None:
    said = program.done("demo")
    assert Path("factledger-demo/ledger.db").exists()
    assert len(json.loads(_at_demo(program, "conflicts", "--open", "--json"))) >= 8
    assert "  open  numeric_disjoint  " in said
    suggested = _suggested(said)
    assert suggested.pop(-2)[1] == "ui", "which wants a terminal"
    for command in suggested:
        ended = program(*command[1:])
        assert (command[0], ended.code, ended.err) == ("factledger", 0, "")
        assert ended.out


def test_the_lead_is_found_where_only_chinese_sources_speak(program: Program) -> None:
    program.done("demo")
    matches = json.loads(_at_demo(program, "match", "US gets ~18-month lead", "--json"))["matches"]
    claim = json.loads(_at_demo(program, "show", matches[0]["claim"], "--json"))
    assert {s["language"] for s in claim["statements"]} <= {"zh-Hant", "zh-Hans"}
    assert matches[0]["score"] > 2 * matches[1]["score"]


def test_a_second_run_adds_nothing_and_writes_the_same_report(program: Program) -> None:
    program.done("demo", "--dir", "there")
    page = Path("there/report.md").read_bytes()
    assert "added nothing, 263 known already" in program.done("demo", "--dir", "there")
    assert Path("there/report.md").read_bytes() == page


def test_the_report_is_markdown_of_many_parts(program: Program) -> None:
    program.done("demo")
    page = Path("factledger-demo/report.md").read_text(encoding="utf-8")
    tokens = MarkdownIt("commonmark").parse(page)
    assert sum(token.type == "heading_open" for token in tokens) > 20
    assert not any(token.type.startswith("html") for token in tokens)


def test_a_demo_whose_conflicts_are_all_decided_still_ends_well(program: Program) -> None:
    program.done("demo")
    program.monkeypatch.setattr("ledger.desk.demonstrating.conflicts", lambda *_, **__: [])
    assert "--both-stand" not in program.done("demo")


def test_a_folder_that_cannot_be_made_is_one_line(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert program.refused("demo", "--dir", "file").startswith("file: file exists")


def _at_demo(program: Program, *arguments: str) -> str:
    return program.done(*arguments, "--db", "factledger-demo/ledger.db")


def _suggested(said: str) -> list[list[str]]:
    return [shlex.split(line) for line in said.split(CLOSING)[1].splitlines()]
