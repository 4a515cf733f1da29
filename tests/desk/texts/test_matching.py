"""Which claims a text is near to, and what would differ."""

import pytest

from ledger.desk.desk import Desk
from ledger.desk.texts.matching import match, match_contract
from ledger.matching import NEAR_AT
from tests.desk.ledgers import content, record, record_new


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
