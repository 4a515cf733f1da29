"""Browsing: which claims a filter lets through, on both databases alike."""

import pytest

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.looking.browsing import Order, browse, let_through
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from tests.desk.ledgers import BRIDGE, record, record_new


@pytest.fixture
def claims(desk: Desk) -> Desk:
    """C1 disputed, C2 in Chinese by jo, C3 decided."""
    record(desk, "The bridge costs 40 million euros.", said_on="2025-03-01", topic="Roads")
    record(desk, "The bridge costs 60 million euros.", "The Tideline", speaker="Ada Quill")
    jo = Desk(desk.store, "jo", desk.clock)
    traffic = {"claim": BRIDGE, "topic": "交通經濟"}
    record(jo, "大橋五月通車。", "霧港財經", published_on="2025-04-02", **traffic)
    record(desk, "Herons (%_) lay 4 eggs.", claim="Herons")
    record(desk, "Herons (%_) lay 9 eggs.", "The Tideline", claim="Herons")
    decide(desk, parse("X2"), "both_stand", None, "scope")
    return desk


@pytest.mark.parametrize(
    ("written", "refs"),
    [
        pytest.param("", ["C3", "C2", "C1"], id="all, newest first"),
        pytest.param("euros bridge", ["C1"], id="words in any order"),
        pytest.param("bridg", ["C2", "C1"], id="a word half typed"),
        pytest.param("通车", ["C2"], id="two characters in the other script"),
        pytest.param("%", ["C3"], id="a percent sign is itself"),
        pytest.param("speaker:ada", ["C1"], id="part of a speaker's name"),
        pytest.param("outlet:雾港", ["C2"], id="part of an outlet's name in the other script"),
        pytest.param("topic:road", ["C1"], id="part of a topic"),
        pytest.param("topic:经济", ["C2"], id="part of a topic in the other script"),
        pytest.param("status:open", ["C1"], id="open conflicts"),
        pytest.param("status:decided", ["C3"], id="decided ones"),
        pytest.param("after:2025-04-01", ["C2"], id="published after"),
        pytest.param("before:2025-03-01", ["C1"], id="said on the day itself"),
        pytest.param("by:jo", ["C2"], id="who recorded it"),
        pytest.param("added:2025-12-15 by:mira", ["C3", "C1"], id="recorded since"),
        pytest.param("added:2025-12-16", [], id="nothing since"),
        pytest.param("speaker:ada after:2025-02-01", [], id="one statement must fit all"),
        pytest.param("bridge status:decided", [], id="words and a state"),
    ],
)
def test_which_claims_a_filter_lets_through(claims: Desk, written: str, refs: list[str]) -> None:
    found = browse(claims, written)
    assert [row.ref for row in found.rows] == refs
    assert found.total == len(refs)


def test_a_row_counts_what_stands_under_the_claim(claims: Desk) -> None:
    row = browse(claims, "status:open").rows[0]
    assert (row.statements, row.outlets, str(row.latest)) == (2, 2, "2025-03-01")
    assert (row.topic, row.status) == ("Roads", "open")


def test_a_page_is_as_long_as_asked_and_says_how_many_there_are(claims: Desk) -> None:
    found = browse(claims, "", limit=2)
    assert ([row.ref for row in found.rows], found.total) == (["C3", "C2"], 3)


def test_what_was_taken_back_is_not_listed(claims: Desk) -> None:
    for _ in range(3):
        undo(claims)
    assert [row.ref for row in browse(claims, "").rows] == ["C2", "C1"]


@pytest.mark.databases("sqlite", "postgresql")
@pytest.mark.parametrize(
    ("order", "refs"),
    [
        pytest.param("newest", ["C3", "C2", "C1"], id="newest first"),
        pytest.param("said", ["C2", "C1", "C3"], id="a claim without days comes last"),
        pytest.param("conflicts", ["C1", "C3", "C2"], id="decided ones do not count"),
        pytest.param("wording", ["C3", "C1", "C2"], id="folded"),
    ],
)
def test_claims_come_in_the_order_asked(claims: Desk, order: Order, refs: list[str]) -> None:
    assert [row.ref for row in browse(claims, "", order=order).rows] == refs
    assert [row.ref for row in browse(claims, "", 2, order).rows] == refs[:2]


@pytest.mark.parametrize(
    ("order", "refs"),
    [
        pytest.param("newest", ["C3", "C2", "C1"], id="newest first"),
        pytest.param("best", ["C1", "C3", "C2"], id="in the wording itself, the shortest first"),
    ],
)
def test_the_best_match_says_it_itself(desk: Desk, order: Order, refs: list[str]) -> None:
    record(desk, "The old pier is closed.", claim="Pier repairs")
    record(desk, "The pier reopens.", claim="When the harbour opens again")
    record(desk, "A pier is 80 metres long.", claim="How long the new pier at Corran is")
    assert [row.ref for row in browse(desk, "pier", order=order).rows] == refs
    assert let_through(desk, "PIER", order) == [parse(ref) for ref in refs]


def test_a_row_counts_the_conflicts_that_wait(claims: Desk) -> None:
    assert [row.open for row in browse(claims, "").rows] == [0, 0, 1]


def test_everything_a_filter_lets_through_can_be_named(claims: Desk) -> None:
    assert let_through(claims, "eggs") == [parse("C3")]
    assert let_through(claims, "status:decided") == [parse("C3")]
    assert let_through(claims, "") == [parse("C3"), parse("C2"), parse("C1")]


@pytest.mark.databases("sqlite", "postgresql")
@pytest.mark.parametrize("typed", ["élys", "ÉLYS", "Élys", "Пал", "пал", "100%", "harb"])
def test_a_word_half_typed_is_found_in_any_case(desk: Desk, typed: str) -> None:
    record_new(desk, "Harbour fees at the Élysée rose by 100%, says the Палата.")
    record_new(desk, "The pier is closed.")
    assert [row.ref for row in browse(desk, typed).rows] == ["C1"]
