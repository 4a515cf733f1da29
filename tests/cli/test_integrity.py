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
