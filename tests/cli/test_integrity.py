"""verify on the command line."""

import json
import sqlite3
from pathlib import Path

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


def test_an_anchor_is_kept_and_held_against_the_journal(bridge: Program, tmp_path: Path) -> None:
    kept = tmp_path / "anchors.txt"
    for wording in ("The bridge", "The harbour bridge"):
        with kept.open("a", encoding="utf-8") as file:
            file.write(bridge.done("verify", "--anchor"))
        bridge.done("rename", "C1", wording)
    told = bridge.done("verify", "--anchor", str(kept)).splitlines()
    assert told[-1] == "the journal still begins as 2 anchors kept it"
    one, two = kept.read_text(encoding="utf-8").splitlines()
    assert (one[:2], two[:2]) == ("3:", "4:")
    bridge.done("verify", one)
    kept.write_text(f"{one}\n", encoding="utf-8-sig")
    bridge.done("verify", str(kept))
    changed = two.replace(two[2:4], "00" if two[2:4] != "00" else "11", 1)
    assert bridge.refused("verify", changed, code=1).startswith("entry 4: ")
    assert "no anchor" in bridge.refused("verify", "yesterday's")
    assert "no anchor" in bridge.refused("verify", "longer than any name" * 20)


def test_check_names_what_is_wanting_and_ends_with_one_on_an_error(bridge: Program) -> None:
    found = bridge.done("check").splitlines()
    assert "warning: C1: no-link: no statement of it has a link or a document" in found
    assert any(line.startswith("note: X1: open-conflict: ") for line in found)
    bridge.done("verdict", "C1", "--rating", "Wrong", "--evidence", "S1", "--reason", "the bill")
    ended = bridge("check", "--json")
    assert ended.code == 1
    errors = [f for f in json.loads(ended.out) if f["level"] == "error"]
    assert {(f["code"], f["ref"]) for f in errors} == {("verdict-origins", "C1")}
    bridge.done("policy", "check.verdict-origins", "note")
    told = bridge("check")
    assert told.code == 0, "a verdict that is not published yet fails nothing"
    assert "note: C1: claimreview-field: " in told.out
    bridge.done("policy", "check.claimreview-field", "error")
    assert bridge("check").code == 1


def test_rescan_reads_an_archive_and_says_what_it_found(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    texts = [f"The Tallow ferry carried {n} passengers to Port Marlow on Sunday." for n in (90, 70)]
    lines = [{"text": text, "outlet": f"Radio {n}"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert program.done("import", "--no-match", str(path)) == (
        f"{path}: added 2 statements, under 2 claims, 'factledger rescan' reads and compares them\n"
    )
    told = program.done("rescan")
    assert told == (
        "looked through 2 statements, 2 of them read for the first time: "
        "1 new near pair to judge, 1 open conflict seen; decisions are as they were\n"
    )
    again = json.loads(program.done("rescan", "--json"))
    assert again == {"statements": 2, "read": 0, "near": 0, "conflicts": []}


def test_work_is_shared_by_as_many_as_are_asked_for(bridge: Program) -> None:
    once = bridge.done("rescan", "--processes", "1", "--json")
    assert json.loads(bridge.done("reread", "--processes", "1", "--json"))["found"] == 0
    assert json.loads(once)["statements"] > 0
    assert "--processes" in bridge.refused("rescan", "--processes", "0")
    told = bridge.refused("rescan", "--scheduler", "nowhere://8786", code=3)
    assert told.startswith("no scheduler with a worker answers at nowhere://8786; ")
