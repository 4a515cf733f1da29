"""Probabilities: more shared is likelier, rivals make it less sure, a word or two prove nothing."""

from math import exp

import numpy as np
import pytest

from ledger.matching.features import features
from ledger.matching.overlap import overlap
from ledger.matching.score import Likely, likely, probabilities, rivalled
from ledger.matching.settings import settings
from ledger.matching.weight import Weigher

QUERY = "The harbour lease in Port Marlow is too dear, the council finds"


def _likely(*candidates: str) -> Likely:
    tokens = features(QUERY)
    pool = [(candidate, tokens & features(candidate)) for candidate in candidates]
    return likely(overlap(QUERY, pool, Weigher({}, 500, tokens)))


def _scores(claims: list[int], *odds: float) -> list[float]:
    return probabilities(claims, np.array(odds), np.ones(len(odds)), np.ones(len(odds)))


def test_more_in_common_is_likelier() -> None:
    told = (QUERY, "Port Marlow's council finds the harbour lease dear", "A lease in Port Marlow")
    odds = _likely(*told).odds.tolist()
    assert odds == sorted(odds, reverse=True)


def test_a_rival_makes_it_less_sure() -> None:
    (alone,) = _scores([1], 2.0)
    one, other = _scores([1, 2], 2.0, 2.0)
    assert one == other < alone


def test_what_others_share_too_makes_it_less_sure() -> None:
    odds, evidence = np.array([2.0, -2.0]), np.ones(2)
    weights = ([20.0, 0.0], [20.0, 10.0], [20.0, 20.0], [20.0, 40.0])
    first = [probabilities([1, 2], odds, np.array(held), evidence)[0] for held in weights]
    assert first[0] > first[1] > first[2] == first[3]


def test_a_contested_answer_is_less_sure_of_every_candidate_in_the_same_order() -> None:
    odds, evidence = np.array([2.0, 1.0, -2.0]), np.ones(3)
    clear, contested = (
        probabilities([1, 2, 3], odds, np.array(held), evidence)
        for held in ([20.0, 5.0, 0.0], [20.0, 19.0, 0.0])
    )
    assert clear[2] > contested[2]
    assert clear == sorted(clear, reverse=True)
    assert contested == sorted(contested, reverse=True)


@pytest.mark.parametrize(
    ("claims", "weights", "shares"),
    [
        pytest.param([1], [5.0], [0.0], id="alone"),
        pytest.param([1, 1], [5.0, 4.0], [0.0, 0.0], id="own-statements"),
        pytest.param([1, 2, 1], [10.0, 5.0, 4.0], [0.5, 1.0, 1.0], id="another-claim"),
        pytest.param([1, 2], [0.0, 0.0], [0.0, 0.0], id="nothing-shared"),
    ],
)
def test_what_share_some_other_claim_has(
    claims: list[int], weights: list[float], shares: list[float]
) -> None:
    assert rivalled(claims, np.array(weights)).tolist() == shares


def test_a_claim_is_no_rival_of_its_own_statements() -> None:
    assert _scores([1, 1], 2.0, 2.0) == _scores([1], 2.0) * 2


def test_the_order_of_probabilities_is_that_of_likelihoods() -> None:
    scores = _scores([1, 2, 3, 4], 4.0, -2.0, 1.0, 3.0)
    assert sorted(range(4), key=lambda at: -scores[at]) == [0, 3, 2, 1]


def test_the_rivals_beyond_the_best_nine_count_nothing() -> None:
    many = list(range(10))
    assert _scores(many, *[3.0] * 10)[0] == _scores([*many, 10], *[3.0] * 10, 0.0)[0]


@pytest.mark.parametrize("odds", [-1e6, 1e6])
def test_no_odds_are_too_long(odds: float) -> None:
    assert all(0 <= score <= 1 for score in _scores([1, 2], odds, 0.0))


def test_little_in_common_proves_nothing() -> None:
    nothing, little, much = _likely("大學調漲學費", "A lease", QUERY).evidence
    assert nothing == 0
    assert little < much <= 1


@pytest.mark.parametrize("held", [1, 2, 4], ids=["bigram", "two", "four"])
def test_what_little_a_chinese_line_shares_proves_in_proportion(held: int) -> None:
    asked = "港口租約太貴"
    tokens = features(asked)
    some = frozenset(sorted(tokens)[:held])
    shared = overlap(asked, [("山", some)], Weigher({}, 0, tokens))
    (proof,), (weight,) = likely(shared).evidence, shared.weight
    model = settings().signs
    assert weight < model.little * model.enough
    assert proof == pytest.approx(1 - exp(-model.little * weight / model.enough))


@pytest.mark.parametrize(
    ("candidate", "may_be_attached"),
    [
        pytest.param("颱風海棠今晨在東岸登陸造成三人受傷", True, id="the same again"),
        pytest.param("颱風海棠今晨在東岸登陸造成七人受傷", True, id="another figure"),
        pytest.param("台风海棠今晨在东岸登陆造成三人受伤", True, id="the other script"),
        pytest.param("颱風杜鵑今晨在東岸登陸造成三人受傷", False, id="another typhoon"),
        pytest.param("颱風海棠今晨在西岸登陸造成三人受傷", False, id="another coast"),
        pytest.param("今晨海棠颱風在東岸登陸造成三人受傷", False, id="other pairs"),
        pytest.param("颱風海棠今晨在東岸登陸造成三人受傷,港口關閉兩天", False, id="more beside"),
    ],
)
def test_only_a_chinese_line_nearly_over_again_can_be_attached(
    candidate: str, *, may_be_attached: bool
) -> None:
    asked = "颱風海棠今晨在東岸登陸造成三人受傷"
    tokens = features(asked)
    pool = [(candidate, tokens & features(candidate))]
    (proof,) = likely(overlap(asked, pool, Weigher({}, 1_000_000, tokens))).evidence
    assert bool(proof >= settings().attach) is may_be_attached


def test_a_short_text_over_again_proves_more_than_its_words() -> None:
    tokens = features("Taxes fall")
    pool = [(text, tokens) for text in ("Taxes fall", "Taxes fall and the harbour lease is dear")]
    again, longer = likely(overlap("Taxes fall", pool, Weigher({}, 500, tokens))).evidence
    assert longer < 0.8 < again < 1


def test_a_word_and_its_concept_prove_no_more_than_one_of_them() -> None:
    query = "A ferry was painted green by schoolchildren"
    tokens = features(query)
    told = ("市長說渡輪漏油\nWhat the mayor said of the ferry", "A ferry leaks, says the mayor")
    pool = [(text, tokens & features(text)) for text in told]
    shared = overlap(query, pool, Weigher({}, 500, tokens))
    across, within = likely(shared).evidence
    assert shared.weight[0] == shared.weight[1]
    assert shared.across_languages.tolist() == [True, False]
    assert 0 < within < across < 0.6
