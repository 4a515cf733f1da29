"""Decisions of people: recorded with reason and name, and never overruled by the machine."""

from pathlib import Path

import pytest

from ledger.desk.casework.deciding import Answer, Ruling, attach, decide, decide_all, split
from ledger.desk.desk import Desk
from ledger.desk.files_in.importing import import_file
from ledger.desk.looking.showing import conflicts, show
from ledger.desk.references import Reference, parse
from ledger.desk.statements.adding import add
from ledger.desk.undoing import undo
from ledger.errors import DecidedMeanwhile, KindRequired, NotFound, ReasonRequired
from tests.desk.ledgers import (
    COST,
    acts,
    conflict,
    content,
    entries,
    filed,
    record,
    record_new,
    said,
    standing,
)
from tests.desk.newsroom import write_rows

FERRY = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."


@pytest.mark.parametrize(
    ("answer", "reason", "state", "claims"),
    [
        pytest.param("a_holds", "seen the bill", "decided", {1: 1, 2: 1}, id="one holds"),
        pytest.param("b_holds", "seen the bill", "decided", {1: 1, 2: 1}, id="the other holds"),
        pytest.param("both_stand", None, "decided", {1: 1, 2: 1}, id="both stand"),
        pytest.param("unsure", None, "open", {1: 1, 2: 1}, id="unsure leaves it open"),
        pytest.param("different_claims", None, "decided", {1: 1, 2: 2}, id="apart for good"),
    ],
)
def test_an_answer_is_kept_with_who_and_why(
    disputed: Desk, answer: Answer, reason: str | None, state: str, claims: dict[int, int]
) -> None:
    decide(disputed, parse("X1"), answer, reason, "scope" if answer == "both_stand" else None)
    found = conflict(disputed)
    assert found.state == state
    assert [(d.answer, d.reason, d.actor) for d in found.decisions] == [(answer, reason, "mira")]
    assert filed(disputed) == claims
    assert acts(disputed)[-1] == "decide"
    assert entries(disputed) == 3


@pytest.mark.parametrize("answer", ["a_holds", "b_holds"])
@pytest.mark.parametrize("reason", [None, "", " \t"], ids=["none", "empty", "blank"])
def test_holding_one_against_another_needs_a_reason(
    disputed: Desk, answer: Answer, reason: str | None
) -> None:
    before = content(disputed)
    with pytest.raises(ReasonRequired):
        decide(disputed, parse("X1"), answer, reason)
    assert content(disputed) == before


def test_that_both_stand_needs_the_kind_of_difference(disputed: Desk) -> None:
    before = content(disputed)
    with pytest.raises(KindRequired, match=r"date.*scope.*misquote"):
        decide(disputed, parse("X1"), "both_stand", "two ways of counting")
    assert content(disputed) == before


@pytest.mark.parametrize("number", [2, 999_999_999])
def test_what_is_not_there_cannot_be_decided(disputed: Desk, number: int) -> None:
    before = content(disputed)
    with pytest.raises(NotFound):
        decide(disputed, Reference("conflict", number), "both_stand", None, "scope")
    with pytest.raises(NotFound):
        attach(disputed, Reference("statement", 1), Reference("claim", number))
    with pytest.raises(NotFound):
        attach(disputed, Reference("statement", number + 1), Reference("claim", 1))
    with pytest.raises(NotFound):
        split(disputed, Reference("statement", number + 1))
    assert content(disputed) == before


def test_a_decided_conflict_stays_decided_when_the_statements_come_again(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "both_stand", None, "scope")
    record(disputed, "The Tallow Bridge costs 60 million euros.", "The Tideline")
    assert conflicts(disputed, open_only=True) == []
    assert conflict(disputed).state == "decided"


def test_a_later_answer_stands_beside_the_earlier_one(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "unsure", None)
    decide(disputed, parse("X1"), "b_holds", "the bill came")
    assert [d.answer for d in conflict(disputed).decisions] == ["unsure", "b_holds"]


def test_a_third_source_opens_conflicts_of_its_own_beside_a_decided_one(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "a_holds", "seen the bill")
    added = record(disputed, "The Tallow Bridge costs 90 million euros.", "Quay Wire")
    assert [(c.a.ref, c.b.ref) for c in added.conflicts] == [("S1", "S3"), ("S2", "S3")]


def test_a_statement_moved_away_takes_its_open_conflicts_with_it(disputed: Desk) -> None:
    assert split(disputed, parse("S2")) == Reference("claim", 2)
    assert conflicts(disputed) == []
    entries(disputed)


def test_a_statement_moved_back_has_its_conflicts_again(disputed: Desk) -> None:
    split(disputed, parse("S2"))
    attach(disputed, parse("S2"), parse("C1"))
    assert [(c.ref, c.state) for c in conflicts(disputed)] == [("X1", "open")]
    entries(disputed)


def test_a_statement_moved_to_another_claim_is_compared_there(disputed: Desk) -> None:
    record_new(disputed, "The Tallow Bridge costs 90 million euros.", "Quay Wire")
    attach(disputed, parse("S3"), parse("C1"))
    assert [(c.a.ref, c.b.ref) for c in conflicts(disputed)] == [
        ("S1", "S2"),
        ("S1", "S3"),
        ("S2", "S3"),
    ]


def test_attaching_a_statement_where_it_stands_changes_nothing_about_it(disputed: Desk) -> None:
    attach(disputed, parse("S2"), parse("C1"))
    assert filed(disputed) == {1: 1, 2: 1}
    assert [(c.ref, c.state) for c in conflicts(disputed)] == [("X1", "open")]
    entries(disputed)


@pytest.mark.parametrize("way", ["split", "attach", "decide"])
def test_different_is_remembered_and_never_attached_again(desk: Desk, way: str) -> None:
    add(desk, said(FERRY))
    second = said(FERRY.replace("900", "700"), "The Tideline", claim=None)
    assert add(desk, second).statement.claim == "C1"
    if way == "decide":
        decide(desk, parse("X1"), "different_claims", None)
    elif way == "split":
        split(desk, parse("S2"))
    else:
        record_new(desk, "The pier is closed.")
        attach(desk, parse("S2"), parse("C2"))
    stood = filed(desk)[2]
    assert stood != 1
    again = add(desk, second)
    assert not again.added
    assert filed(desk)[2] == stood


def test_different_is_remembered_through_an_import_of_the_same_file(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "in.jsonl", [said(FERRY), said(FERRY, "The Tideline")])
    import_file(desk, path)
    assert filed(desk) == {1: 1, 2: 1}
    split(desk, parse("S2"))
    before = content(desk)
    import_file(desk, path)
    assert content(desk) == before


def test_same_is_remembered_against_the_file_that_named_another_claim(
    desk: Desk, tmp_path: Path
) -> None:
    lines = [said("Pier 1 is open.", claim="Pier 1"), said("Pier 2 is open.", claim="Pier 2")]
    path = write_rows(tmp_path / "in.jsonl", lines)
    import_file(desk, path)
    attach(desk, parse("S2"), parse("C1"), "one pier by two names")
    import_file(desk, path)
    assert filed(desk) == {1: 1, 2: 1}


def test_a_conflict_withdrawn_with_its_statement_cannot_be_decided(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The Tallow Bridge costs 60 million euros.", "The Tideline")
    undo(desk)
    with pytest.raises(NotFound, match="X1"):
        decide(desk, parse("X1"), "both_stand", None, "scope")


def test_a_claim_given_by_a_split_is_worded_after_the_statement(disputed: Desk) -> None:
    split(disputed, parse("S2"))
    found = show(disputed, Reference("claim", 2))
    assert getattr(found, "wording", COST) == "The Tallow Bridge costs 60 million euros."


def test_what_somebody_decided_meanwhile_is_not_decided_over(disputed: Desk) -> None:
    decide(Desk(disputed.store, "jo", disputed.clock), parse("X1"), "a_holds", "saw the bill")
    before = content(disputed)
    with pytest.raises(DecidedMeanwhile, match=r"by jo: S1 holds .saw the bill"):
        decide_all(disputed, [Ruling(parse("X1"), "b_holds", seen=0)], "no")
    assert content(disputed) == before


def test_who_saw_the_earlier_decision_may_decide_again(disputed: Desk) -> None:
    decide(disputed, parse("X1"), "unsure", None)
    decide_all(disputed, [Ruling(parse("X1"), "b_holds", seen=1)], "the bill came")
    assert conflict(disputed).state == "decided"


@pytest.fixture
def outvoted(disputed: Desk) -> Desk:
    """Three outlets against one: conflicts X1, X2 and X3 share the second statement."""
    for outlet in ("Quay Post", "Moor Echo"):
        text = f"The Tallow Bridge costs 40 million euros, so the {outlet}."
        record(disputed, text, outlet)
    return disputed


def test_conflicts_answered_together_are_one_act_and_one_undo(outvoted: Desk) -> None:
    before = standing(outvoted)
    refs = [found.ref for found in conflicts(outvoted, open_only=True)]
    assert len(refs) == 3
    decide_all(outvoted, [Ruling(parse(ref), "both_stand") for ref in refs], "other years", "date")
    assert acts(outvoted).count("decide") == 1
    assert conflicts(outvoted, open_only=True) == []
    undo(outvoted)
    assert standing(outvoted) == before


def test_of_several_against_one_the_one_leaves(outvoted: Desk) -> None:
    refs = [found.ref for found in conflicts(outvoted, open_only=True)]
    decide_all(outvoted, [Ruling(parse(ref), "different_claims") for ref in refs], None)
    assert filed(outvoted) == {1: 1, 2: 2, 3: 1, 4: 1}


def test_one_that_cannot_be_decided_leaves_all_undecided(outvoted: Desk) -> None:
    before = content(outvoted)
    with pytest.raises(NotFound):
        decide_all(outvoted, [Ruling(parse(r), "both_stand") for r in ("X1", "X99")], None, "date")
    assert content(outvoted) == before
