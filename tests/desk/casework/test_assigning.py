"""From open to assigned, decided and reopened, by hand."""

import pytest

from ledger.desk.casework.assigning import assign, reopen
from ledger.desk.casework.deciding import attach, decide
from ledger.desk.casework.merging import merge
from ledger.desk.desk import Desk
from ledger.desk.long_work.rereading import reread
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import Reference, parse
from ledger.desk.undoing import redo, undo
from ledger.errors import InvalidField, NotDecided, NotFound, ReasonRequired
from tests.desk.ledgers import conflict, content, entries, filed, record_new

pytestmark = pytest.mark.databases("sqlite")

X1 = Reference("conflict", 1)


def test_a_conflict_goes_from_open_to_assigned_decided_and_reopened(disputed: Desk) -> None:
    assign(disputed, [X1], " bo ")
    assert (conflict(disputed).state, conflict(disputed).assignee) == ("assigned", "bo")
    assert [found.ref for found in conflicts(disputed, assignee="bo")] == ["X1"]
    assert conflicts(disputed, assignee="mira") == []
    decide(disputed, X1, "unsure", None)
    assert conflict(disputed).state == "assigned"
    decide(disputed, X1, "both_stand", None, "scope")
    assert [(d.answer, d.because) for d in conflict(disputed).decisions] == [
        ("unsure", None),
        ("both_stand", "scope"),
    ]
    reopen(disputed, X1, "a new bill")
    found = conflict(disputed)
    assert (found.state, found.assignee) == ("reopened", "bo")
    assert [(d.answer, d.reason) for d in found.decisions][-1] == ("reopened", "a new bill")
    assert conflicts(disputed, open_only=True) == [found]
    undo(disputed)
    assert conflict(disputed).state == "decided"
    entries(disputed)


@pytest.mark.databases("sqlite", "postgresql")
def test_a_conflict_changes_hands_and_comes_back_to_nobody(disputed: Desk) -> None:
    for name in ("bo", "ada", None, "bo"):
        assign(disputed, [X1], name)
        assert conflict(disputed).assignee == name
        assert conflict(disputed).state == ("assigned" if name else "open")
    for name in (None, "ada", "bo", None):
        undo(disputed)
        assert conflict(disputed).assignee == name
    entries(disputed)


def test_the_typed_reason_comes_back_with_the_decision(disputed: Desk) -> None:
    decide(disputed, X1, "both_stand", None, "unit")
    undo(disputed)
    redo(disputed)
    assert [(d.answer, d.because) for d in conflict(disputed).decisions if not d.superseded] == [
        ("both_stand", "unit")
    ]
    entries(disputed)


@pytest.mark.databases("sqlite", "postgresql")
def test_an_earlier_decision_stands_again_when_the_later_is_taken_back(disputed: Desk) -> None:
    decide(disputed, X1, "a_holds", "seen the bill")
    decide(disputed, X1, "b_holds", "the bill is forged")
    assert [d.superseded for d in conflict(disputed).decisions] == [True, False]
    undo(disputed)
    assert [(d.answer, d.superseded) for d in conflict(disputed).decisions] == [
        ("a_holds", False),
        ("b_holds", True),
        ("undone", False),
    ]


def test_what_cannot_be_assigned_or_reopened_is_refused(disputed: Desk) -> None:
    before = content(disputed)
    with pytest.raises(NotFound):
        assign(disputed, [Reference("conflict", 9)], "bo")
    with pytest.raises(InvalidField):
        assign(disputed, [X1], "  ")
    with pytest.raises(NotDecided, match="X1 is open"):
        reopen(disputed, X1, "why not")
    with pytest.raises(ReasonRequired):
        reopen(disputed, X1, " ")
    assert content(disputed) == before


def test_a_conflict_found_again_is_still_whose_it_was(disputed: Desk) -> None:
    assign(disputed, [X1], "bo")
    before = content(disputed)
    reread(disputed)
    assert content(disputed) == before
    record_new(disputed, "The Tallow Bridge was 45 million euros.")
    merge(disputed, parse("C2"), [parse("C1")])
    assert (conflict(disputed).state, conflict(disputed).assignee) == ("assigned", "bo")


def test_a_statement_attached_where_it_stands_leaves_all_as_it_was(disputed: Desk) -> None:
    assign(disputed, [X1], "bo")
    attach(disputed, parse("S2"), parse("C1"))
    assert (conflict(disputed).state, conflict(disputed).assignee) == ("assigned", "bo")
    assert filed(disputed) == {1: 1, 2: 1}
    entries(disputed)
