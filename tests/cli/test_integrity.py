"""verify on the command line."""

import json
import sqlite3

from tests.cli.program import Program


def test_an_untouched_ledger_verifies(bridge: Program) -> None:
    first, second = bridge.done("verify").splitlines()
    assert first.startswith("3 entries and ")
    assert first.endswith(" rows are as they were written")
    assert second.startswith("newest entry: ")


def test_json_gives_the_head(bridge: Program) -> None:
    verified = json.loads(bridge.done("verify", "--json"))
    assert verified["entries"] == 3
    assert len(verified["head"]) == 64


def test_a_row_changed_behind_its_back_is_named_and_ends_with_1(bridge: Program) -> None:
    with sqlite3.connect(bridge.ledger) as connection:
        connection.execute("UPDATE claim SET wording = 'The bridge is free.' WHERE number = 1")
    connection.close()
    assert bridge.refused("verify", code=1).startswith("C1: ")


def test_check_names_what_is_wanting_and_ends_with_one_on_an_error(bridge: Program) -> None:
    found = bridge.done("check").splitlines()
    assert "warning: C1: no-link: no statement of it has a link or a document" in found
    assert any(line.startswith("note: X1: open-conflict: ") for line in found)
    bridge.done("verdict", "C1", "--rating", "Wrong", "--evidence", "S1", "--reason", "the bill")
    ended = bridge("check", "--json")
    assert ended.code == 1
    errors = [f for f in json.loads(ended.out) if f["level"] == "error"]
    assert {(f["code"], f["ref"]) for f in errors} == {
        ("verdict-origins", "C1"),
        ("claimreview-field", "C1"),
    }
    for code in ("verdict-origins", "claimreview-field"):
        bridge.done("policy", f"check.{code}", "note")
    assert bridge("check").code == 0
