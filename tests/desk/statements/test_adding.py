"""Adding one statement: where it goes, what it is near to, and what it contradicts."""

from collections.abc import Sequence
from typing import Any

import pytest

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import Added, add
from ledger.desk.statements.filing import Choice
from ledger.desk.texts.matching import ClaimMatch
from ledger.errors import InvalidField, NotFound
from ledger.matching import NEAR_AT
from ledger.store.asking import same_claim
from tests.desk.ledgers import COST, acts, content, entries, record, record_new, said


def test_a_statement_that_names_its_claim_is_given(desk: Desk) -> None:
    added = record(desk, "The Tallow Bridge costs 40 million euros.")
    assert (added.basis, added.score, added.statement.claim) == ("given", None, "C1")
    assert added.added


def test_a_claim_a_person_chose_wins_over_the_one_named(desk: Desk) -> None:
    record_new(desk, "The ferry sails at noon.")
    added = add(desk, said("Budget talk.", claim=COST), Choice(1))
    assert (added.basis, added.statement.claim) == ("person", "C1")


def test_a_person_may_ask_for_a_new_claim_though_one_is_the_same(desk: Desk) -> None:
    record_new(desk, "The ferry sails at noon.")
    added = add(desk, said("The ferry sails at noon.", "The Tideline"), Choice())
    assert (added.basis, added.statement.claim) == ("person", "C2")
    assert [near.claim for near in added.near] == ["C1"]


def test_a_claim_that_is_not_there_is_refused_and_nothing_written(desk: Desk) -> None:
    with pytest.raises(NotFound, match="C7"):
        add(desk, said("The ferry sails at noon."), Choice(7))
    assert acts(desk) == []


def test_the_same_words_again_are_matched(desk: Desk) -> None:
    words = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."
    add(desk, said(words))
    added = add(desk, said(words, "The Tideline"))
    assert (added.basis, added.statement.claim) == ("matched", "C1")
    assert added.score is not None
    assert added.near == ()


def test_words_of_another_matter_make_a_new_claim(desk: Desk) -> None:
    add(desk, said("The Marrowick ferry carried 900 passengers on Sunday."))
    added = add(desk, said("央行今天把利率維持不變。", "The Tideline"))
    assert (added.basis, added.statement.claim, added.near) == ("new", "C2", ())


def test_a_near_claim_becomes_a_question_for_a_person(desk: Desk) -> None:
    added = _near_but_not_the_same(desk)
    assert added.basis == "new"
    assert added.near[0].claim == "C1"
    with desk.reading() as session:
        asked = same_claim.open_questions(session)
        assert [(q.statement_number, q.claim_number) for q in asked] == [(2, 1)]
        assert all(question.score >= NEAR_AT for question in asked)


def test_what_differs_from_a_near_claim_is_said(desk: Desk) -> None:
    add(desk, said("The unemployment rate of Marrowick was 6.1 percent in November."))
    added = add(
        desk, said("Statisticians put Marrowick's jobless rate for November at 7.4 percent.")
    )
    assert added.near[0].differs is not None
    assert "6.1 percent" in added.near[0].differs


def test_a_near_claim_with_nothing_to_compare_differs_in_nothing(desk: Desk) -> None:
    added = _near_but_not_the_same(desk)
    assert added.near[0].differs is None


def test_a_conflict_is_told_to_the_one_who_adds(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    added = record(desk, "The Tallow Bridge costs 60 million euros.", "The Tideline")
    (conflict,) = added.conflicts
    assert (conflict.code, conflict.relation, conflict.state) == (
        "numeric_disjoint",
        "disagree",
        "open",
    )
    spans = [conflict.a.text[slice(*span)] for span in conflict.a_spans]
    assert any("40 million" in span for span in spans)


def test_adding_again_says_that_it_stands_already(desk: Desk) -> None:
    first = record(desk, "The Tallow Bridge costs 40 million euros.")
    before = content(desk)
    again = record(desk, "The Tallow Bridge costs 40 million euros.")
    assert not again.added
    assert again.statement == first.statement
    assert content(desk) == before


def test_every_statement_added_is_one_entry_that_says_where_it_went(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The Tallow Bridge costs 41 million euros.")
    assert acts(desk) == ["add", "add"]
    assert entries(desk) == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        pytest.param({"text": "", "outlet": "x"}, "text", id="no words"),
        pytest.param({"text": " \n", "outlet": "x"}, "text", id="blank words"),
        pytest.param({"text": "x"}, "outlet", id="no outlet"),
        pytest.param({"text": "x" * 20_001, "outlet": "x"}, "text", id="too long"),
        pytest.param({"text": "a\0b", "outlet": "x"}, "text", id="NUL"),
        pytest.param({"text": "a\ud800", "outlet": "x"}, "text", id="half a character"),
        pytest.param({"text": "x", "outlet": "x", "mood": "y"}, "mood", id="unknown field"),
        pytest.param({"text": "x", "outlet": "x", "said_on": "soon"}, "said_on", id="no date"),
    ],
)
def test_what_is_not_well_formed_is_refused_and_nothing_written(
    desk: Desk, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidField) as caught:
        add(desk, fields)
    assert caught.value.field == field
    assert acts(desk) == []


def _near_but_not_the_same(desk: Desk) -> Added:
    add(desk, said("The Marrowick ferry carried 900 passengers across the Tallow on Sunday."))
    return add(desk, said("The Marrowick ferry lost 12 passengers in a storm.", "The Tideline"))


def test_near_claims_are_told_before_anything_is_written(desk: Desk) -> None:
    add(desk, said("The unemployment rate of Marrowick was 6.1 percent in November."))
    before = content(desk)
    seen: list[tuple[list[str], bool]] = []

    def tell(near: Sequence[ClaimMatch]) -> None:
        seen.append(([found.claim for found in near], content(desk) == before))

    fields = said("Statisticians put Marrowick's jobless rate for November at 7.4 percent.")
    add(desk, fields, tell=tell)
    add(desk, fields, tell=tell)
    assert seen == [(["C1"], True)]
