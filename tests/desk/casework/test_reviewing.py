"""The review: disputes in order, their figures, and answers in the letters of the conflicts."""

from datetime import date

import pytest

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import Answer, decide_all
from ledger.desk.casework.reviewing import review_queue, typed_reason
from ledger.desk.casework.tending import set_topic
from ledger.desk.desk import Desk
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import parse
from tests.desk.ledgers import record

pytestmark = pytest.mark.databases("sqlite")

SIDES = ("The Tideline", "Quay Post", "Moor Echo")


def outvoted(desk: Desk) -> Desk:
    """Three outlets say 40, one says 70 and comes last."""
    for outlet in SIDES:
        record(desk, f"The {outlet} writes that the bridge costs 40 million euros.", outlet)
    record(desk, "The bridge costs 70 million euros.", "Fell Times")
    return desk


@pytest.mark.parametrize(
    ("written", "answer", "read"),
    [
        pytest.param("", "both_stand", (None, None), id="nothing"),
        pytest.param("2", "both_stand", (None, "scope"), id="a number alone"),
        pytest.param("2", "a_holds", ("scope", "scope"), id="it will do as a reason"),
        pytest.param("2: the north", "a_holds", ("the north", "scope"), id="a number and words"),
        pytest.param("scope: the north", "b_holds", ("the north", "scope"), id="a name and words"),
        pytest.param("2 witnesses", "a_holds", ("2 witnesses", None), id="a figure is no kind"),
        pytest.param("scope", "a_holds", ("scope", None), id="a word is no kind"),
        pytest.param("see: the bill", "a_holds", ("see: the bill", None), id="another colon"),
        pytest.param("scope", "both_stand", (None, "scope"), id="a name alone where one is asked"),
        pytest.param(" Scope : [/] ", "a_holds", ("[/]", "scope"), id="spaces and case"),
    ],
)
def test_a_reason_as_typed(
    written: str, answer: Answer, read: tuple[str | None, str | None]
) -> None:
    assert typed_reason(written, answer) == read


def test_where_no_kinds_are_listed_a_number_is_a_number() -> None:
    assert typed_reason("2: see the bill", "a_holds", numbered=False) == ("2: see the bill", None)
    assert typed_reason("unit: tonnes", "a_holds", numbered=False) == ("tonnes", "unit")


@pytest.mark.databases("sqlite", "postgresql")
def test_one_against_many_is_one_case(desk: Desk) -> None:
    queue = review_queue(outvoted(desk))
    (case,) = queue.cases
    assert (case.dispute.pivot.ref, len(case.refs), queue.conflicts) == ("S4", 3, 3)
    assert case.drawing is not None
    assert {bar.ref for bar in case.drawing.bars} == {"S1", "S2", "S3", "S4"}


def test_the_letters_of_a_dispute_are_those_of_its_conflicts(desk: Desk) -> None:
    (case,) = review_queue(outvoted(desk)).cases
    assert [(letter, view.ref) for letter, _, view in case.dispute.sides()] == [
        ("A", "S1"),
        ("A", "S2"),
        ("A", "S3"),
        ("B", "S4"),
    ]
    decide_all(desk, case.rulings("b_holds"), "saw the bill")
    for found in conflicts(desk):
        assert (found.b.ref, [d.answer for d in found.decisions]) == ("S4", ["b_holds"])


def test_what_is_decided_does_not_wait(desk: Desk) -> None:
    (case,) = review_queue(outvoted(desk)).cases
    decide_all(desk, case.rulings("both_stand"), None, "scope")
    assert review_queue(desk).cases == ()


def test_what_somebody_is_unsure_of_still_waits_with_the_decision_seen(desk: Desk) -> None:
    (case,) = review_queue(outvoted(desk)).cases
    decide_all(desk, case.rulings("unsure"), None)
    cases = review_queue(desk).cases
    assert {ruling.seen for one in cases for ruling in one.rulings("unsure")} == {1}


def test_what_is_assigned_to_oneself_comes_first_and_what_is_a_colleagues_last(desk: Desk) -> None:
    for place, low in (("Marrow", 40), ("Fennel", 20), ("Corran", 30)):
        for outlet, cost in (("Tideline", low), ("Quay Post", low * 2)):
            record(desk, f"The {place} bridge costs {cost} million euros.", outlet, claim=place)
    assign(desk, [parse("X1", "conflict")], "jo")
    assign(desk, [parse("X3", "conflict")], desk.actor)
    assert [case.refs for case in review_queue(desk).cases] == [("X3",), ("X2",), ("X1",)]


@pytest.mark.databases("sqlite", "postgresql")
@pytest.mark.parametrize(
    ("written", "left"),
    [
        pytest.param("", ["X1", "X2", "X3"], id="all"),
        pytest.param("fennel", ["X2"], id="a word of the claim"),
        pytest.param("outlet:quay", ["X1", "X2"], id="one of the two outlets"),
        pytest.param("speaker:oost", ["X3"], id="who said one of them"),
        pytest.param("speaker:quill", [], id="who only speaks of it beside the conflict"),
        pytest.param("outlet:tideline speaker:oost", [], id="not half from either side"),
        pytest.param("topic:harb", ["X1"], id="the topic of the claim"),
        pytest.param("after:2025-12-05", ["X2"], id="said since a day"),
        pytest.param("before:2025-11-30", ["X3"], id="said until a day"),
        pytest.param("added:today", ["X1", "X2", "X3"], id="recorded since a day"),
        pytest.param("by:nobody", [], id="recorded by whom"),
        pytest.param("for:jo", ["X1"], id="for whom"),
        pytest.param("status:open", ["X1", "X2", "X3"], id="all that is reviewed is open"),
        pytest.param("status:decided", [], id="what is decided is not reviewed"),
        pytest.param("fenn", ["X2"], id="half a word"),
    ],
)
def test_a_filter_leaves_the_conflicts_that_fit(desk: Desk, written: str, left: list[str]) -> None:
    for place, day, low, second, speaker in (
        ("Marrow", date(2025, 12, 1), 40, "Quay Post", None),
        ("Fennel", date(2025, 12, 9), 20, "Quay Post", None),
        ("Corran", date(2025, 11, 29), 30, "Moor Echo", "Hanna Oost"),
    ):
        said = f"The {place} bridge costs {{}} million euros."
        record(desk, said.format(low), "Tideline", claim=place, said_on=day)
        record(desk, said.format(low * 2), second, speaker=speaker, claim=place, said_on=day)
        seen = f"Many have seen the {place} bridge."
        record(desk, seen, "Fell Times", speaker="Ada Quill", claim=place, said_on=day)
    set_topic(desk, [parse("C1", "claim")], "Harbour")
    assign(desk, [parse("X1", "conflict")], "jo")
    found = review_queue(desk, written)
    assert sorted(ref for case in found.cases for ref in case.refs) == left
    assert found.conflicts == len(left)


def test_what_is_ones_own_is_ready_first_however_many_are_open(desk: Desk) -> None:
    for low, place in enumerate(("Marrow", "Fennel", "Corran", "Selby"), 10):
        for outlet, cost in (("Tideline", low), ("Quay Post", low * 3)):
            record(desk, f"The {place} bridge costs {cost} million euros.", outlet, claim=place)
    assign(desk, [parse("X4", "conflict")], desk.actor)
    queue = review_queue(desk, at_once=2)
    assert [case.refs for case in queue.cases] == [("X4",), ("X1",)]
    assert (queue.ready, queue.conflicts) == (2, 4)
    first = review_queue(desk, at_once=1, first=parse("C3", "claim"))
    assert [case.refs for case in first.cases] == [("X3",)]


def test_the_conflicts_of_one_claim_are_made_ready_together(desk: Desk) -> None:
    (case,) = review_queue(outvoted(desk), at_once=1).cases
    assert len(case.refs) == len(SIDES)
