"""The second reader: two people, blind to each other, decide together or send it back."""

import pytest

from ledger.desk.casework.assigning import reopen
from ledger.desk.casework.because import Because
from ledger.desk.casework.deciding import Answer, decide
from ledger.desk.casework.reviewing import review_queue
from ledger.desk.desk import Desk
from ledger.desk.house.policies import policies, set_policy
from ledger.desk.looking.showing import conflicts, history
from ledger.desk.references import Reference
from ledger.desk.undoing import undo
from ledger.errors import BadPolicy, InvalidField, UnknownPolicy
from tests.desk.ledgers import conflict, entries, filed

pytestmark = pytest.mark.databases("sqlite")

X1 = Reference("conflict", 1)


@pytest.fixture
def disputed(disputed: Desk) -> Desk:
    """One open conflict, X1, in a ledger that asks for a second reader."""
    set_policy(disputed, "second-reader", "on")
    return disputed


@pytest.fixture
def bo(disputed: Desk) -> Desk:
    """Bo at the same ledger."""
    return Desk(disputed.store, "bo", disputed.clock)


def test_a_first_answer_waits_and_nobody_sees_it(disputed: Desk) -> None:
    assert decide(disputed, X1, "a_holds", "seen the bill") == "waiting"
    found = conflict(disputed)
    assert (found.state, found.waiting, found.votes, found.decisions) == ("open", "mira", (), ())
    newest = history(disputed)[0]
    assert newest.summary == "X1: answered, waits for a second reader"


@pytest.mark.databases("sqlite", "postgresql")
def test_a_second_reader_who_agrees_decides(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    assert decide(bo, X1, "a_holds", "so did I") == "decided"
    found = conflict(disputed)
    assert (found.state, found.waiting) == ("decided", None)
    assert [(d.answer, d.reason, d.actor) for d in found.decisions] == [
        ("a_holds", "seen the bill; so did I", "bo")
    ]
    assert [(v.actor, v.answer, v.dissents) for v in found.votes] == [
        ("mira", "a_holds", False),
        ("bo", "a_holds", False),
    ]
    entries(disputed)


@pytest.mark.parametrize(
    ("answer", "because"),
    [("b_holds", None), ("both_stand", "scope"), ("different_claims", None)],
)
def test_a_second_reader_who_disagrees_sends_it_back(
    disputed: Desk, bo: Desk, answer: Answer, because: Because | None
) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    assert decide(bo, X1, answer, "the bill is forged", because) == "reopened"
    found = conflict(disputed)
    assert found.state == "reopened"
    assert [(v.actor, v.answer, v.because, v.dissents) for v in found.votes] == [
        ("mira", "a_holds", None, True),
        ("bo", answer, because, True),
    ]
    assert [d.answer for d in found.decisions] == ["dissent"]
    assert filed(disputed) == {1: 1, 2: 1}
    assert conflicts(disputed, open_only=True) == [found]


def test_dissent_is_kept_when_it_is_decided_later(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    decide(bo, X1, "b_holds", "the bill is forged")
    decide(disputed, X1, "b_holds", "it was")
    assert decide(bo, X1, "b_holds", "as I said") == "decided"
    found = conflict(disputed)
    assert [v.dissents for v in found.votes] == [True, True, False, False]
    assert [d.answer for d in found.decisions] == ["dissent", "b_holds"]


def test_one_and_the_same_person_is_not_two_readers(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    assert decide(disputed, X1, "b_holds", "looked again") == "waiting"
    assert decide(bo, X1, "b_holds", "I agree") == "decided"
    assert [v.answer for v in conflict(disputed).votes] == ["b_holds", "b_holds"]


def test_both_must_name_the_same_kind_of_difference(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "both_stand", None, "scope")
    assert decide(bo, X1, "both_stand", None, "date") == "reopened"


def test_different_claims_part_only_once_both_say_so(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "different_claims", None)
    assert filed(disputed) == {1: 1, 2: 1}
    decide(bo, X1, "different_claims", None)
    assert filed(disputed) == {1: 1, 2: 2}


def test_unsure_needs_no_second_reader(disputed: Desk) -> None:
    assert decide(disputed, X1, "unsure", None) == "open"


@pytest.mark.databases("sqlite", "postgresql")
def test_an_answer_that_waits_can_be_taken_back(disputed: Desk, bo: Desk) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    undo(disputed)
    assert conflict(disputed).waiting is None
    assert decide(bo, X1, "b_holds", "no") == "waiting"
    decide(disputed, X1, "b_holds", "no")
    undo(disputed)
    assert (conflict(disputed).state, conflict(disputed).waiting) == ("open", "bo")
    entries(disputed)


@pytest.mark.parametrize("name", ["mira", "bo"])
def test_no_answer_waits_once_the_rule_is_lifted_and_one_decides(disputed: Desk, name: str) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    set_policy(disputed, "second-reader", "off")
    whoever = Desk(disputed.store, name, disputed.clock)
    assert decide(whoever, X1, "b_holds", "the bill is forged") == "decided"
    assert conflict(disputed).waiting is None
    reopen(disputed, X1, "a new bill")
    assert [case.refs for case in review_queue(disputed).cases] == [("X1",)]
    undo(disputed)
    undo(disputed)
    assert (conflict(disputed).state, conflict(disputed).waiting) == ("open", "mira")


def test_a_policy_says_what_it_may_and_is_undone(disputed: Desk) -> None:
    said = {rule.name: rule.value for rule in policies(disputed)}
    assert said["second-reader"] == "on"
    undo(disputed)
    assert decide(disputed, X1, "both_stand", None, "scope") == "decided"
    with pytest.raises(UnknownPolicy):
        set_policy(disputed, "third-reader", "on")
    with pytest.raises(UnknownPolicy):
        policies(disputed, "third-reader")
    with pytest.raises(BadPolicy):
        set_policy(disputed, "second-reader", "maybe")
    with pytest.raises(InvalidField):
        set_policy(disputed, "publisher", " ")
    set_policy(disputed, "publisher", "The Quay")
    set_policy(disputed, "second-reader", "on")
    assert [rule.value for rule in policies(disputed, "publisher")] == ["The Quay"]
