"""Casework carried from one ledger to another: nothing lost, nothing twice, nobody overruled."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ledger.desk.casework.assigning import assign, reopen
from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.casework.forecasting import set_due, settle
from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import add_note, link, rename, set_topic, unlink
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import Imported, import_file
from ledger.desk.files_out.exporting import export
from ledger.desk.house.policies import policies, set_policy
from ledger.desk.inbox.proposals import accept
from ledger.desk.inbox.proposing import store
from ledger.desk.looking.showing import conflicts
from ledger.desk.names.aliases import add_alias, list_aliases
from ledger.desk.names.naming import mark_agency, merge_names, rename_name
from ledger.desk.references import parse
from ledger.desk.report.reporting import report_markdown
from ledger.desk.texts.extracting import extract_file
from ledger.desk.undoing import undo
from ledger.desk.verdicts.copies import write_copy
from ledger.desk.verdicts.giving import give_verdict
from ledger.desk.verdicts.scales import add_scale
from ledger.exchange.records import KINDS
from ledger.store.opening.ledger import open_ledger
from tests.desk.ledgers import claim, content, entries, record
from tests.exchange.test_reviews import REVIEW
from tests.exchange.test_scales import GOOD

PAGE = "The port said the pier cost 40 million euros in 2024.\n\u202eIt opened late.\x1b[31m"
COST = "The Tallow Bridge costs {} million euros."


@pytest.fixture
def other(tmp_path: Path, desk: Desk, sqlite_template: Path) -> Iterator[Desk]:
    """A second ledger, empty, of somebody else and three days later."""
    opened = Desk(
        open_ledger(str(shutil.copy(sqlite_template, tmp_path / "other.db"))),
        "bo",
        lambda: desk.clock() + timedelta(days=3),
    )
    yield opened
    opened.close()


@pytest.fixture
def worked(desk: Desk, tmp_path: Path) -> Desk:
    """A ledger in which everything was done at least once, and some of it taken back."""
    for number, outlet in ((40, "Quay Wire"), (60, "The Tideline"), (90, "Fell Times")):
        record(desk, COST.format(number), outlet, claim="What the bridge costs", topic="Bridge")
    record(
        desk, "The bridge opens in 2027.", "Quay Wire", claim="When it opens", said_on="2025-12-01"
    )
    record(desk, "The bridge opens in 2028.", "Fell Times", claim="When it opens")
    for number, text in enumerate(("The ferry stops.", "The tram runs.", "The pier is shut.")):
        record(desk, text, f"Outlet {number}", claim=text)
    jo = replace(desk, actor="jo")
    rename(desk, parse("C2"), "The day it opens")
    set_topic(desk, [parse("C3")], "Ferries")
    add_note(jo, parse("C1"), "ask the port\n=1+1 \u202e")
    add_note(desk, parse("C1"), "to be taken back")
    undo(desk)
    link(desk, parse("C1"), parse("C2"), "part_of")
    link(desk, parse("C3"), parse("C4"), "complement")
    link(desk, parse("C3"), parse("C5"), "same_event")
    unlink(desk, parse("C3"), parse("C5"))
    merge(desk, parse("C3"), [parse("C4")], "one service")
    decide(desk, parse("X1"), "a_holds", "seen the bill")
    decide(jo, parse("X2"), "both_stand", "with the ramp", "scope")
    undo(desk)
    decide(desk, parse("X2"), "unsure", None)
    assign(desk, [parse("X2")], "jo")
    decide(desk, parse("X3"), "both_stand", None, "date")
    reopen(desk, parse("X3"), "a new bill")
    set_policy(desk, "second-reader", "on")
    decide(desk, parse("X3"), "b_holds", "the contract")
    decide(jo, parse("X3"), "both_stand", None, "unit")
    decide(desk, parse("X2"), "b_holds", "the contract")
    set_policy(desk, "publisher", "灣報查核")
    attach(desk, parse("S8"), parse("C3"), "the same pier")
    split(desk, parse("S8"))
    add_alias(desk, "outlet", "Quay Wire", "QW")
    record(desk, "The pier leaks.", "Outlet 0", speaker="Ada Quill", claim="Whether it leaks")
    record(desk, "The pier leaks a lot.", "Outlet 1", speaker="港務局長", claim="Whether it leaks")
    merge_names(desk, "speaker", "Ada Quill", "港務局長")
    merge_names(desk, "outlet", "The Tideline", "Fell Times")
    rename_name(desk, "outlet", "Outlet 0", "Ferry Post")
    mark_agency(desk, "Quay Wire")
    set_due(desk, parse("S4"), date(2027, 12, 31))
    settle(desk, parse("S4"), "did_not", "it did not open", parse("S5"))
    page, copy, scale = tmp_path / "page.txt", tmp_path / "bill.pdf", tmp_path / "scale.toml"
    page.write_text(PAGE, encoding="utf-8")
    copy.write_bytes(b"%PDF \x00\xff")
    scale.write_text(GOOD, encoding="utf-8")
    add_scale(desk, scale)
    store(desk, extract_file(page, outlet="Quay Wire", url="https://example.org/quay"))
    accept(desk, parse("P1"))
    give_verdict(
        desk,
        parse("C1"),
        scale="taiwan",
        rating="錯誤",
        evidence=["S1", "D1", "https://example.org/bill"],
        reason="看過帳單",
        copies=[copy],
    )
    review = tmp_path / "review.json"
    review.write_text(json.dumps(REVIEW), encoding="utf-8")
    import_file(desk, review)
    return desk


def carry(source: Desk, to: Desk, path: Path) -> Imported:
    export(source, "jsonl", path)
    return import_file(to, path)


def test_everything_comes_over_byte_for_byte_and_twice_adds_nothing(
    worked: Desk, other: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "out.jsonl"
    imported = carry(worked, other, path)
    assert [fate for fate in imported.fates if fate.fate != "added"] == []
    assert export(other, "jsonl")[0].decode() == path.read_text("utf-8")
    kinds = [json.loads(line).get("kind") for line in path.read_text("utf-8").splitlines()]
    assert {None, *KINDS} == set(kinds), "every kind there is was carried"
    assert kinds == sorted(kinds, key=[None, *KINDS].index)
    before = content(other)
    again = import_file(other, path)
    assert [fate for fate in again.fates if fate.fate != "known"] == []
    assert content(other) == before
    at_home = import_file(worked, path, dry_run=True).fates
    assert [fate for fate in at_home if fate.fate != "known"] == []
    assert entries(other) == 1, "one file is one act, and the chain holds"


def test_who_decided_and_who_brought_it_here_are_both_told(
    worked: Desk, other: Desk, tmp_path: Path
) -> None:
    carry(worked, other, tmp_path / "out.jsonl")
    (first,) = [found for found in conflicts(other) if found.ref == "X1"]
    there = next(found for found in conflicts(worked) if found.ref == "X1").decisions
    assert [(d.actor, d.imported_by) for d in first.decisions] == [("mira", "bo")]
    assert [(d.at, d.answer, d.reason) for d in first.decisions] == [
        (d.at, d.answer, d.reason) for d in there
    ]
    (given,) = claim(other).verdicts
    assert (given.actor, given.imported_by) == ("mira", "bo")
    assert claim(worked).verdicts[0].imported_by is None
    assert "mira, imported by bo on X1: S1 holds" in report_markdown(other)


def test_what_came_over_is_seen_as_it_was(worked: Desk, other: Desk, tmp_path: Path) -> None:
    carry(worked, other, tmp_path / "out.jsonl")
    for ref in ("C1", "C2", "C3"):
        there, here = claim(worked, ref), claim(other, ref)
        assert (here.wording, here.topic, here.notes) == (there.wording, there.topic, there.notes)
        assert [(k.kind, k.wording) for k in here.links] == [
            (k.kind, k.wording) for k in there.links
        ]
        assert [(v.rating, v.reason, v.actor) for v in here.verdicts] == [
            (v.rating, v.reason, v.actor) for v in there.verdicts
        ]
    assert {p.name: p.value for p in policies(other)} == {p.name: p.value for p in policies(worked)}
    out = tmp_path / "again.pdf"
    write_copy(other, hashlib.sha256(b"%PDF \x00\xff").hexdigest(), out)
    assert out.read_bytes() == b"%PDF \x00\xff"
    assert [known.aliases for known in list_aliases(other, "speaker")] == [
        known.aliases for known in list_aliases(worked, "speaker")
    ]


def test_what_was_decided_here_stays(worked: Desk, other: Desk, tmp_path: Path) -> None:
    for number, outlet in ((60, "The Tideline"), (40, "Quay Wire")):  # the other way around
        record(other, COST.format(number), outlet, claim="What the bridge costs", topic="Bridge")
    decide(other, parse("X1"), "a_holds", "our own look at the bill")
    set_policy(other, "publisher", "Ours")
    give_verdict(
        other, parse("C1"), scale="house", rating="Correct", evidence=["S1"], reason="ours"
    )
    imported = carry(worked, other, tmp_path / "out.jsonl")
    left = {fate.record: fate.reason for fate in imported.fates if fate.fate == "left"}
    assert left == {
        "policy": "here publisher is Ours",
        "decision": "it was decided here, and stays so",
        "verdict": "the house gave a verdict here, and it stays",
    }
    (own,) = [found for found in conflicts(other) if found.ref == "X1"]
    assert [(d.answer, d.actor) for d in own.decisions] == [("a_holds", "bo")]


def test_sides_that_stand_the_other_way_around_keep_their_answer(
    desk: Desk, other: Desk, tmp_path: Path
) -> None:
    for number, outlet in ((40, "Quay Wire"), (60, "The Tideline")):
        record(desk, COST.format(number), outlet)
    decide(desk, parse("X1"), "a_holds", "seen the bill")
    for number, outlet in ((60, "The Tideline"), (40, "Quay Wire")):
        record(other, COST.format(number), outlet)
    assert carry(desk, other, tmp_path / "out.jsonl").left == 0
    (found,) = conflicts(other)
    assert (found.b.text, found.decisions[0].answer) == (COST.format(40), "b_holds")
    assert [found.a.text[start:end] for start, end in found.a_spans] == ["60 million euros"]


def test_one_undo_takes_a_whole_file_back_and_it_may_come_again(
    worked: Desk, other: Desk, tmp_path: Path
) -> None:
    carry(worked, other, tmp_path / "out.jsonl")
    undo(other)
    assert conflicts(other) == []
    assert all("kind" in json.loads(line) for line in export(other, "jsonl")[0].splitlines())
    assert entries(other) == 2
    import_file(other, tmp_path / "out.jsonl")
    (first,) = [found for found in conflicts(other) if found.ref == "X1"]
    assert first.state == "decided"


def test_records_of_some_claims_go_without_the_rules_of_the_house(
    worked: Desk, other: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "some.jsonl"
    export(worked, "jsonl", path, only=[parse("C2")])
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert {row.get("kind") for row in told} == {None, "wording", "forecast"}
    assert import_file(other, path).left == 0
    assert export(other, "jsonl")[0] == path.read_bytes()


def test_a_record_about_nothing_here_is_left_aside(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    note = {"kind": "note", "claim": "Nobody's", "text": "x", "by": "jo", "at": "2025-01-01T00:00Z"}
    path.write_text(json.dumps(note) + "\n", encoding="utf-8")
    (fate,) = import_file(desk, path).fates
    assert (fate.fate, fate.reason) == ("left", "the claim 'Nobody's' is not in this ledger")
    assert entries(desk) == 0
