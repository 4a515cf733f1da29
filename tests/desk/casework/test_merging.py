"""Merging claims: everything moves, nothing a person judged different is joined."""

from collections.abc import Callable

import pytest

from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.casework.merging import merge
from ledger.desk.casework.questioning import answer, questions
from ledger.desk.casework.tending import add_note, link
from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts, find, history, show
from ledger.desk.references import parse
from ledger.desk.statements import filing
from ledger.desk.statements.adding import add
from ledger.desk.undoing import undo
from ledger.errors import JudgedDifferent, Merged, NotFound, OneClaim
from tests.desk.ledgers import COST, acts, claim, content, entries, filed, record, record_new, said

FORTY = "The Tallow Bridge costs 40 million euros."
SIXTY = "The Tallow Bridge costs 60 million euros."


@pytest.fixture
def apart(desk: Desk) -> Desk:
    """One claim by two names: C1 with S1, C2 with S2 and S3, which differ."""
    record(desk, FORTY)
    record(desk, SIXTY, "The Tideline", claim="The price of the Tallow Bridge", topic="Bridges")
    record(
        desk,
        "The Tallow Bridge costs 90 million euros.",
        "Quay Wire",
        claim="The price of the Tallow Bridge",
    )
    return desk


@pytest.fixture
def asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A bridge, C1; a ferry, C2; and S3, of which Q1 asks whether it belongs to the ferry."""
    monkeypatch.setattr(filing, "ATTACH_AT", 1.01)
    record_new(desk, "The Tallow Bridge opens in May.")
    record(desk, "The H7 ferry is far ahead of the boats Corran can buy today.")
    add(desk, said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline"))
    return desk


def test_everything_moves_and_is_compared_where_it_stands(apart: Desk) -> None:
    assert merge(apart, parse("C1"), [parse("C2")], "one bridge, one price") == 2
    assert filed(apart) == {1: 1, 2: 1, 3: 1}
    assert {(c.claim, c.a.ref, c.b.ref) for c in conflicts(apart)} == {
        ("C1", "S1", "S2"),
        ("C1", "S1", "S3"),
        ("C1", "S2", "S3"),
    }
    assert claim(apart).topic == "Bridges"
    assert "merge" in [entry.act for entry in history(apart, parse("C2"))]
    entries(apart)


def test_a_merged_claim_says_where_it_went(apart: Desk) -> None:
    merge(apart, parse("C1"), [parse("C2")])
    with pytest.raises(Merged, match="C2 was merged into C1"):
        show(apart, parse("C2"))
    assert [found.ref for found in find(apart, "Tallow Bridge 60", 9)] == ["C1"]


def test_a_file_that_names_the_merged_claim_finds_the_one_it_became(apart: Desk) -> None:
    merge(apart, parse("C1"), [parse("C2")])
    added = record(apart, "It costs 61 million.", claim="the PRICE of the Tallow Bridge")
    assert added.statement.claim == "C1"


def test_what_was_decided_before_stays_decided(apart: Desk) -> None:
    decide(apart, parse("X1"), "b_holds", "seen the bill")
    merge(apart, parse("C1"), [parse("C2")])
    stands = {c.ref: (c.claim, c.state) for c in conflicts(apart)}
    assert stands.pop("X1") == ("C1", "decided")
    assert set(stands.values()) == {("C1", "open")}


def test_notes_and_links_go_to_the_claim_that_stays(apart: Desk) -> None:
    record_new(apart, "The pier is closed.")
    add_note(apart, parse("C2"), "ask the port")
    link(apart, parse("C2"), parse("C3"), "part_of")
    link(apart, parse("C1"), parse("C2"), "same_event")
    merge(apart, parse("C1"), [parse("C2")])
    assert [note.text for note in claim(apart).notes] == ["ask the port"]
    assert [(found.kind, found.claim) for found in claim(apart).links] == [("part_of", "C3")]
    undo(apart)
    assert [note.text for note in claim(apart, "C2").notes] == ["ask the port"]
    assert [found.kind for found in claim(apart).links] == ["same_event"]


def _split(desk: Desk) -> None:
    record(desk, SIXTY, "The Tideline")
    split(desk, parse("S2"), "another bridge")


def _decide(desk: Desk) -> None:
    record(desk, SIXTY, "The Tideline")
    decide(desk, parse("X1"), "different_claims", "another bridge")


def _attach(desk: Desk) -> None:
    record_new(desk, "The bridge over the Sable costs 60 million euros.")
    attach(desk, parse("S2"), parse("C1"))
    attach(desk, parse("S2"), parse("C2"), "another bridge")


@pytest.mark.parametrize("judge", [_split, _decide, _attach])
@pytest.mark.parametrize("order", [("C1", "C2"), ("C2", "C1")], ids=["into one", "into other"])
def test_what_somebody_judged_different_is_not_joined(
    desk: Desk, judge: Callable[[Desk], None], order: tuple[str, str]
) -> None:
    record(desk, FORTY)
    judge(desk)
    before = content(desk)
    with pytest.raises(JudgedDifferent) as refused:
        merge(desk, parse(order[0]), [parse(order[1])])
    assert "mira on 2025-" in str(refused.value)
    assert "another bridge" in str(refused.value)
    assert content(desk) == before


def test_what_was_judged_different_and_taken_back_can_be_joined(desk: Desk) -> None:
    record(desk, FORTY)
    _split(desk)
    undo(desk)
    undo(desk)
    add(desk, said(SIXTY, "The Tideline", claim="Another wording"))
    merge(desk, parse("C1"), [parse("C3")])
    assert filed(desk) == {1: 1, 2: 1}


def test_only_two_claims_that_are_there_can_be_merged(apart: Desk) -> None:
    before = content(apart)
    with pytest.raises(OneClaim):
        merge(apart, parse("C1"), [parse("C1")])
    with pytest.raises(OneClaim):
        merge(apart, parse("C1"), [parse("C2"), parse("C2")])
    with pytest.raises(NotFound):
        merge(apart, parse("C1"), [parse("C9")])
    with pytest.raises(NotFound):
        merge(apart, parse("C9"), [parse("C1")])
    assert content(apart) == before


def test_several_become_one_in_one_act_and_are_taken_back_in_one(apart: Desk) -> None:
    record_new(apart, "The Tallow Bridge was 45 million euros.")
    link(apart, parse("C2"), parse("C3"), "same_event")
    before = filed(apart)
    assert merge(apart, parse("C1"), [parse("C3"), parse("C2")], "one price") == 3
    assert filed(apart) == {1: 1, 2: 1, 3: 1, 4: 1}
    assert claim(apart).links == ()
    assert acts(apart)[-1] == "merge"
    entries(apart)
    undo(apart)
    assert filed(apart) == before
    assert [found.claim for found in claim(apart, "C2").links] == ["C3"]
    entries(apart)


@pytest.mark.parametrize(
    ("keep", "gone"), [("C3", ["C1", "C2"]), ("C1", ["C3", "C2"]), ("C2", ["C3", "C1"])]
)
def test_one_pair_judged_different_keeps_all_apart(desk: Desk, keep: str, gone: list[str]) -> None:
    record(desk, FORTY)
    _split(desk)
    record_new(desk, "The Tallow Bridge was 45 million euros.")
    before = content(desk)
    with pytest.raises(JudgedDifferent, match="another bridge"):
        merge(desk, parse(keep), [parse(ref) for ref in gone])
    assert content(desk) == before


def test_a_merge_is_taken_back_whole(apart: Desk) -> None:
    merge(apart, parse("C1"), [parse("C2")])
    undo(apart)
    assert filed(apart) == {1: 1, 2: 2, 3: 2}
    assert [(c.claim, c.a.ref, c.b.ref) for c in conflicts(apart)] == [("C2", "S2", "S3")]
    assert record(apart, "It costs 62 million.", claim=COST).statement.claim == "C1"
    entries(apart)


def test_not_the_same_holds_for_what_a_claim_became(asked: Desk) -> None:
    answer(asked, parse("Q1"), same=False)
    merge(asked, parse("C1"), [parse("C2")])
    with pytest.raises(JudgedDifferent):
        merge(asked, parse("C1"), [parse("C3")])
    undo(asked)
    with pytest.raises(JudgedDifferent):
        merge(asked, parse("C2"), [parse("C3")])
    entries(asked)


def test_an_open_question_is_asked_of_the_claim_that_stays(asked: Desk) -> None:
    merge(asked, parse("C1"), [parse("C2")])
    assert [(found.statement.ref, found.claim) for found in questions(asked)] == [("S3", "C1")]
    undo(asked)
    assert [(found.statement.ref, found.claim) for found in questions(asked)] == [("S3", "C2")]
