"""verdict and scale on the command line."""

import json
from pathlib import Path

from tests.cli.program import Program
from tests.exchange.test_scales import GOOD

GIVE = ("verdict", "C1", "--scale", "taiwan", "--rating", "部分錯誤", "--reason", "看過帳單")


def test_a_verdict_is_given_shown_and_taken_back(bridge: Program) -> None:
    given = bridge.done(*GIVE, "--evidence", "S1,https://example.org/a,b")
    assert given.splitlines() == [
        "C1",
        "verdict: 部分錯誤 (taiwan), mira, 15 Dec 2025",
        "  看過帳單",
        "  rests on S1",
        "  rests on https://example.org/a,b",
    ]
    assert "verdict: 部分錯誤" in bridge.done("show", "C1")
    bridge.done("attach", "S1", "C2")
    assert "  stale: S1 was moved to C2" in bridge.done("show", "C1")
    bridge.done("undo")
    assert bridge.done("undo") == "took back entry 4, verdict: C1: 部分錯誤 (taiwan)\n"
    assert "verdict" not in bridge.done("show", "C1")


def test_a_verdict_answers_in_json(bridge: Program) -> None:
    given = json.loads(bridge.done(*GIVE, "--evidence", "S1", "--json"))
    assert (given["rating"], given["value"], given["evidence"][0]["ref"]) == ("部分錯誤", "2", "S1")


def test_a_verdict_without_evidence_or_reason_is_refused(bridge: Program) -> None:
    assert bridge.refused(*GIVE).startswith("missing option '--evidence'")
    assert bridge.refused("verdict", "C1", "--rating", "Wrong", "--evidence", "S1").startswith(
        "this decision needs a reason"
    )
    assert bridge.refused(*GIVE, "--evidence", "rumour").startswith("'rumour' is no evidence")


def test_scales_are_listed_and_added(bridge: Program, tmp_path: Path) -> None:
    names = {scale["name"] for scale in json.loads(bridge.done("scale", "list", "--json"))}
    assert {"averitec", "house", "politifact", "snopes", "taiwan"} == names
    (tmp_path / "quay.toml").write_text(GOOD, encoding="utf-8")
    assert bridge.done("scale", "add", "quay.toml") == "quay: Holds water, Leaks, Adrift\n"
    assert "quay  The Quay's own" in bridge.done("scale", "list")
