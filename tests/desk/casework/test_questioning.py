"""Questions: a person says once whether it is the same claim, and is not asked again."""

import pytest

from ledger.desk.casework.questioning import answer, questions
from ledger.desk.desk import Desk
from ledger.desk.long_work.rescanning import rescan
from ledger.desk.references import parse
from ledger.desk.statements import filing
from ledger.desk.statements.adding import add
from ledger.desk.undoing import undo
from ledger.errors import NotFound
from tests.desk.ledgers import COST, acts, filed, record, said

FERRY = "The H7 ferry is far ahead of the boats Corran can buy today."


@pytest.fixture
def asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """S2 under a claim of its own, near C1, however the score is calibrated."""
    monkeypatch.setattr(filing, "ATTACH_AT", 1.01)
    record(desk, FERRY, claim=COST)
    add(desk, said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline"))
    return desk


def test_a_question_shows_both_sides(asked: Desk) -> None:
    (found,) = questions(asked)
    assert (found.ref, found.statement.ref, found.claim, found.wording) == ("Q1", "S2", "C1", COST)
    assert [member.ref for member in found.members] == ["S1"]
    assert 0 < found.score < 1


@pytest.mark.parametrize(("same", "claims"), [(True, {1: 1, 2: 1}), (False, {1: 1, 2: 2})])
def test_an_answer_stands_for_good(asked: Desk, *, same: bool, claims: dict[int, int]) -> None:
    answer(asked, parse("Q1"), same=same)
    assert filed(asked) == claims
    assert questions(asked) == []
    with pytest.raises(NotFound):
        answer(asked, parse("Q1"), same=same)


@pytest.mark.parametrize("same", [True, False])
def test_an_answer_taken_back_is_asked_again(asked: Desk, *, same: bool) -> None:
    answer(asked, parse("Q1"), same=same)
    undo(asked)
    assert [found.ref for found in questions(asked)] == ["Q1"]
    assert filed(asked) == {1: 1, 2: 2}
    assert acts(asked)[-1] == "undo"


def test_what_nobody_asked_cannot_be_answered(asked: Desk) -> None:
    with pytest.raises(NotFound):
        answer(asked, parse("Q9"), same=True)


@pytest.mark.parametrize(("is_refused", "claim"), [(False, "C1"), (True, "C3")])
def test_no_score_attaches_against_not_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, is_refused: bool, claim: str
) -> None:
    """The recording is taken back by its author; a colleague's question and answer stand."""
    colleague = Desk(desk.store, "rosa", desk.clock)
    record(desk, FERRY, claim=COST)
    monkeypatch.setattr(filing, "NEAR_AT", 1.01)
    words = said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline")
    add(desk, words)
    rescan(colleague)
    if is_refused:
        answer(colleague, parse("Q1"), same=False)
    undo(desk, desk.actor)
    monkeypatch.setattr(filing, "NEAR_AT", 0.0)
    monkeypatch.setattr(filing, "ATTACH_AT", 0.0)
    assert add(desk, words).statement.claim == claim
