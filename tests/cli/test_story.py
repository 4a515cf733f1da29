"""From an empty ledger to a published report, through the command line alone.

A desk of three files 160 statements, decides twelve conflicts (one decision is undone, one
overruled by a second reader), gives five verdicts, corrects one of them and publishes two reports a
day apart whose difference is what was done that day.
"""

import difflib
import json
import re
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from ledger.desk.desk import Desk
from tests.cli.program import HOUSE, Program, assert_golden
from tests.times import MORNING

NEWSROOM = HOUSE / "fixtures" / "newsroom.jsonl"
STATEMENTS = 160
DECISIONS = 12
VERDICTS = 5


@pytest.fixture
def filed(program: Program, tmp_path: Path) -> Program:
    """An empty ledger, then the first statements of the newsroom."""
    rows = NEWSROOM.read_text(encoding="utf-8").splitlines()[:STATEMENTS]
    (tmp_path / "day.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert program.done("import", "day.jsonl").startswith(f"day.jsonl: added {STATEMENTS} ")
    return program


def a_day_later(program: Program) -> None:
    """Set the clock on by a day."""
    seconds = count()

    def later() -> datetime:
        return MORNING + timedelta(days=1, seconds=next(seconds))

    program.monkeypatch.setattr(Desk.__init__, "__defaults__", (later,))


def open_conflicts(program: Program) -> list[str]:
    """What wants a person, by reference."""
    return [found["ref"] for found in json.loads(program.done("conflicts", "--open", "--json"))]


def verdict(program: Program, claim: dict[str, Any], rating: str, *more: str) -> None:
    """Give a verdict that rests on every statement of a claim."""
    evidence = ",".join(said["ref"] for said in claim["statements"])
    number = str(claim["ref"])[1:]
    program.done(
        *("verdict", str(claim["ref"]), "--scale", "taiwan", "--rating", rating),
        *("--evidence", evidence, "--reason", "seen the papers", "--short", f"Claim {number}"),
        *("--url", f"https://quay.example/{number}", *more),
    )


def test_from_an_empty_ledger_to_two_reports(filed: Program, tmp_path: Path) -> None:
    desk = filed
    desk.done("policy", "publisher", "The Quay")
    desk.done("policy", "second-reader", "on")
    waiting = open_conflicts(desk)
    taken = waiting[:DECISIONS]
    assert len(taken) == DECISIONS

    for ref in taken:
        desk.done("assign", ref, "bo")
        desk.done("decide", ref, "--both-stand", "--because", "scope", "--reason", "two counts")
    for ref in taken[1:]:
        agreed = ("--both-stand", "--because", "scope")
        assert desk.done("decide", ref, *agreed, "--as", "bo").endswith("both stand (scope)\n")
    overruled = ("decide", taken[0], "--holds", "a", "--reason", "the papers", "--as", "bo")
    assert "two readers disagree" in desk.done(*overruled)
    assert "mira read it as both stand" in desk.done("show", taken[0])
    assert desk.done("undo", "--as", "bo").startswith("took back entry ")
    assert "two readers disagree" in desk.done(*overruled)
    assert taken[0] in open_conflicts(desk)

    disputed = json.loads(desk.done("conflicts", "--json"))
    named = dict.fromkeys(conflict["claim"] for conflict in disputed)
    shown = (json.loads(desk.done("show", ref, "--json")) for ref in named)
    claims = [claim for claim in shown if claim["origins"] > 1][:VERDICTS]
    assert len(claims) == VERDICTS
    for claim in claims:
        verdict(desk, claim, "正確")
    first = desk.done("report", "--method", "-o", "monday.md")
    assert first == "wrote monday.md\n"

    a_day_later(desk)
    verdict(desk, claims[0], "部分錯誤")
    desk.done("rename", claims[1]["ref"], "改寫的主張")
    desk.done("report", "--method", "-o", "tuesday.md")

    removed, added = _difference(tmp_path / "monday.md", tmp_path / "tuesday.md")
    ref, other = claims[0]["ref"], claims[1]["ref"]
    assert any("(superseded)" in line for line in added)
    assert any("部分錯誤" in line for line in added)
    assert any(f"改寫的主張 ({other})" in line for line in added)
    told = {"(superseded)", "部分錯誤", "改寫的主張", "As of", "verdicts", "Evidence", "- S"}
    assert [line for line in added if line and not any(word in line for word in told)] == []
    assert all(word in "".join(removed) for word in ("As of", str(claims[1]["wording"])[:9]))

    changes = desk.done("report", "--since", "2025-12-16")
    assert f"verdict: {ref}: 部分錯誤 (taiwan)" in changes
    assert f"rename: {other} is worded: 改寫的主張" in changes
    assert desk.done("report", "--method", "--as-of", "2025-12-15", "-o", "again.md")
    assert (tmp_path / "again.md").read_bytes() == (tmp_path / "monday.md").read_bytes()

    desk.done("export", "--format", "claimreview", "-o", "reviews.jsonld")
    reviews = json.loads((tmp_path / "reviews.jsonld").read_text(encoding="utf-8"))
    assert len(reviews) == VERDICTS
    assert {review["author"]["name"] for review in reviews} == {"The Quay"}
    rated = sorted(review["reviewRating"]["alternateName"] for review in reviews)
    assert rated == ["正確"] * 4 + ["部分錯誤"]

    assert _errors(desk) <= {("decided-anew", taken[0]), ("stale-verdict", ref)}
    assert ("decided-anew", taken[0]) in _errors(desk)
    desk.done("verify")


def test_every_format_is_the_same_to_the_byte(bridge: Program) -> None:
    bridge.done("policy", "publisher", "The Quay")
    bridge.done("topic", "C2", "@Ferries")
    bridge.done(
        *("verdict", "C1", "--rating", "Misleading", "--evidence", "S1,S2,https://a.example/1"),
        *("--reason", "two figures", "--url", "https://quay.example/1"),
    )
    for name in ("jsonl", "csv", "claimreview"):
        assert_golden(f"export {name}", bridge.done("export", "--format", name))
    page = bridge.done("report", "--lang", "zh-Hant")
    assert_golden("report zh-Hant", re.sub("[0-9a-f]{64}", "its hash", page))
    assert_golden("check", bridge("check").out)


def _errors(program: Program) -> set[tuple[str, str]]:
    """What check finds wanting at level error: code and reference."""
    found = json.loads(program("check", "--json").out)
    return {(f["code"], f["ref"]) for f in found if f["level"] == "error"}


def _difference(before: Path, after: Path) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = (path.read_text(encoding="utf-8").splitlines() for path in (before, after))
    lines = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
    return (
        [line[1:] for line in lines if line.startswith("-")],
        [line[1:] for line in lines if line.startswith("+")],
    )
