"""A third statement between two claims that somebody judged different: said, and by whom."""

import pytest

from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.bridging import Apart, bridged, bridged_by
from ledger.desk.texts.matching import match
from ledger.desk.undoing import undo
from tests.desk.ledgers import record, said

DEAR = "The Tallow Bridge over the harbour of Port Marlow costs 40 million euros."
DEARER = "The Tallow Bridge over the harbour of Port Marlow costs 60 million euros."
THIRD = "The Tallow Bridge over the harbour of Port Marlow costs 50 million euros."


@pytest.fixture
def apart(desk: Desk) -> Desk:
    """C1 and C2, about one bridge by their words; a person said they are not one claim."""
    record(desk, DEAR)
    record(desk, DEARER, "The Tideline")
    decide(desk, parse("X1"), "different_claims", "one is the road alone")
    return desk


def _told(desk: Desk, text: str) -> tuple[Apart, ...]:
    found = match(desk, text, 20)
    with desk.reading() as session:
        return bridged(session, found)


def _judged(desk: Desk) -> tuple[Apart, ...]:
    return (Apart("C1", "C2", desk.actor, desk.today()),)


def test_a_text_near_both_is_told_who_judged_them_different(apart: Desk) -> None:
    assert _told(apart, THIRD) == _judged(apart)


def test_a_text_near_neither_is_told_nothing(apart: Desk) -> None:
    assert _told(apart, "The ferry stops at nine.") == ()


def test_claims_nobody_judged_are_not_apart(desk: Desk) -> None:
    record(desk, DEAR)
    add(desk, said(DEARER, "The Tideline"), Choice())
    assert len(match(desk, THIRD, 20)) == 2
    assert _told(desk, THIRD) == ()


def test_a_judgement_taken_back_keeps_nothing_apart(apart: Desk) -> None:
    undo(apart)
    assert _told(apart, THIRD) == ()


@pytest.mark.parametrize("choice", [None, Choice(), Choice(2)], ids=["score", "new", "chosen"])
def test_adding_between_them_is_warned_about(apart: Desk, choice: Choice | None) -> None:
    assert add(apart, said(THIRD, "Quay Wire"), choice).apart == _judged(apart)


def test_attaching_between_them_is_warned_about(apart: Desk) -> None:
    add(apart, said(THIRD, "Quay Wire"), Choice())
    assert bridged_by(apart, parse("S3"), parse("C1")) == _judged(apart)
    attach(apart, parse("S3"), parse("C1"))
    assert bridged_by(apart, parse("S3"), parse("C2")) == _judged(apart)


def test_what_goes_back_where_it_came_from_bridges_nothing(desk: Desk) -> None:
    record(desk, DEAR)
    record(desk, DEARER, "The Tideline")
    split(desk, parse("S2"))
    assert bridged_by(desk, parse("S2"), parse("C1")) == ()
