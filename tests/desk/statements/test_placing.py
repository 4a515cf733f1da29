"""Placing: sure matches are filed, far ones make a claim, and what lies between is asked."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.statements import placing
from ledger.desk.statements.adding import Added
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.placing import Asked, place, similar
from ledger.errors import InvalidField
from tests.desk.ledgers import COST, filed, record, rows, said

FERRY = "The H7 ferry is far ahead of the boats Corran can buy today."
NEAR = said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline")


@pytest.fixture(autouse=True)
def nothing_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is near is asked about, however the score is calibrated."""
    monkeypatch.setattr(placing, "ATTACH_AT", 1.01)


def test_between_sure_and_far_a_person_is_asked_and_nothing_is_written(desk: Desk) -> None:
    record(desk, FERRY, claim=COST)
    asked = place(desk, NEAR)
    assert isinstance(asked, Asked)
    assert [near.claim for near in asked.near] == ["C1"]
    assert len(rows(desk)["statement"]) == 1


@pytest.mark.parametrize(
    ("choice", "claims"),
    [
        pytest.param(Choice(1), {1: 1, 2: 1}, id="that claim"),
        pytest.param(Choice(), {1: 1, 2: 2}, id="a new one"),
    ],
)
def test_the_answer_is_followed(desk: Desk, choice: Choice, claims: dict[int, int]) -> None:
    record(desk, FERRY, claim=COST)
    assert isinstance(place(desk, NEAR, choice), Added)
    assert filed(desk) == claims


def test_what_the_ledger_holds_already_is_not_asked_about(desk: Desk) -> None:
    record(desk, FERRY, claim=COST)
    place(desk, NEAR, Choice())
    again = place(desk, NEAR)
    assert isinstance(again, Added)
    assert not again.added


def test_a_far_statement_makes_a_claim_unasked(desk: Desk) -> None:
    record(desk, FERRY, claim=COST)
    assert isinstance(place(desk, said("The heron has left the greenhouse.")), Added)
    assert filed(desk) == {1: 1, 2: 2}


def test_a_fault_is_told_before_anything_is_asked(desk: Desk) -> None:
    with pytest.raises(InvalidField):
        place(desk, {"text": "Words.", "outlet": ""})


def test_claims_with_next_to_nothing_in_common_are_not_listed(desk: Desk) -> None:
    record(desk, FERRY, claim=COST)
    assert similar(desk, {"text": "A heron lives in the greenhouse of Corran."}, 9) == ()
    assert [found.claim for found in similar(desk, {"text": FERRY}, 9)] == ["C1"]
