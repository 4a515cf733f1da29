"""Questions that write nothing: what a text is near to, what two texts are to each other."""

from datetime import date

import pytest

from ledger.desk.comparing import match, match_contract, quantities, relation, side_from
from ledger.desk.desk import Desk
from ledger.errors import InvalidField
from ledger.matching import NEAR_AT
from tests.desk.statements import content, record, record_new


def test_a_match_names_claim_statement_and_importers_ref(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.", ref="r1")
    before = content(desk)
    (found,) = match_contract(match(desk, "The Tallow Bridge costs 40 million euros.", 20))
    assert (found["claim"], found["statement"], found["ref"]) == ("C1", "S1", "r1")
    assert NEAR_AT < found["score"] <= 1
    assert found["reasons"]
    assert content(desk) == before


def test_a_match_across_languages_finds_a_claim_told_in_chinese_only(desk: Desk) -> None:
    record_new(desk, "支持者說,放行H200讓美國在晶片上領先中國約18個月。")
    record_new(desk, "The ferry sails at noon.")
    assert match(desk, "US gets ~18-month lead in chips over China", 20)[0].claim == "C1"


def test_what_differs_is_told_beside_the_score(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    found = match(desk, "The Tallow Bridge costs 60 million euros.", 20)[0]
    assert found.code == "numeric_disjoint"
    assert found.differs
    assert found.score > NEAR_AT


def test_nothing_is_said_to_differ_where_nothing_does(desk: Desk) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    assert match(desk, "The Tallow Bridge costs 40 million euros.", 20)[0].differs is None


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_matches_come_best_first_up_to_the_limit(desk: Desk, limit: int) -> None:
    record_new(desk, "The Tallow Bridge costs 40 million euros.")
    record_new(desk, "The Tallow Bridge opens in May.")
    record_new(desk, "The Tallow Bridge is old.")
    found = match(desk, "What does the Tallow Bridge cost in euros?", limit)
    assert len(found) == limit
    assert [near.score for near in found] == sorted((n.score for n in found), reverse=True)


@pytest.mark.parametrize("text", ["", " ", "\x1b[31m", "…", "\u200b", "a" * 20_000])
def test_any_text_may_be_asked_about(desk: Desk, text: str) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    assert match(desk, text, 20) == []


def test_an_empty_ledger_is_near_to_nothing(desk: Desk) -> None:
    assert match(desk, "The Tallow Bridge costs 40 million euros.", 20) == []


def test_two_texts_are_compared_with_spans() -> None:
    found = relation(side_from("It costs 40 million euros."), side_from("It costs 60 million."))
    assert found.relation in {"disagree", "not_comparable"}
    agreed = relation(side_from("a lead of 18 months"), side_from("a lead of a year and a half"))
    assert agreed.relation == "agree"
    (part,) = agreed.parts
    assert part["a"] == [10, 19]


def test_a_side_may_say_what_is_known_of_its_source() -> None:
    side = side_from({"text": "x", "speaker": "y", "outlet": "z", "said_on": "2025-12-01", "id": 7})
    assert (side.text, side.speaker, side.outlet) == ("x", "y", "z")
    assert side.said_on == date(2025, 12, 1)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="no text"),
        pytest.param({"text": ""}, id="empty text"),
        pytest.param({"text": "x", "said_on": "soon"}, id="no date"),
        pytest.param({"text": "x", "speaker": 7}, id="a number for a name"),
    ],
)
def test_a_side_that_is_not_well_formed_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InvalidField):
        side_from(given)


def test_figures_are_told_for_people_and_for_programs() -> None:
    (found,) = quantities("It costs about 40 million euros.")
    assert (found.contract["value"], found.contract["currency"]) == (40e6, "EUR")
    assert "36" in found.interval
    assert quantities("No figure here.") == []
