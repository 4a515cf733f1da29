"""Probabilities: more shared is likelier, rivals make it less sure, a word or two prove nothing."""

from dataclasses import replace

from ledger.matching.features import features
from ledger.matching.overlap import Overlap, overlaps
from ledger.matching.score import evidence, likelihood, probabilities
from ledger.matching.weight import Weigher

QUERY = "The harbour lease in Port Marlow is too dear, the council finds"


def _shared(candidate: str) -> Overlap:
    tokens = features(QUERY)
    pool = [(candidate, tokens & features(candidate))]
    return overlaps(QUERY, pool, Weigher({}, 500, tokens))[0]


def test_more_in_common_is_likelier() -> None:
    told = (QUERY, "Port Marlow's council finds the harbour lease dear", "A lease in Port Marlow")
    likely = [likelihood(_shared(candidate)) for candidate in told]
    assert likely == sorted(likely, reverse=True)


def test_a_rival_makes_it_less_sure() -> None:
    shared = _shared("A lease in Port Marlow")
    likely = likelihood(shared)
    (alone,) = probabilities([1], [shared], [likely])
    beside = probabilities([1, 2], [shared, shared], [likely, likely])
    assert beside[0] == beside[1] < alone


def test_a_claim_is_no_rival_of_its_own_statements() -> None:
    shared = _shared("Port Marlow's council finds the lease dear")
    likely = likelihood(shared)
    assert probabilities([1, 1], [shared] * 2, [likely] * 2) == [
        *probabilities([1], [shared], [likely]) * 2
    ]


def test_the_order_of_probabilities_is_that_of_likelihoods() -> None:
    shared = _shared(QUERY)
    likely = [4.0, -2.0, 1.0, 3.0]
    scores = probabilities([1, 2, 3, 4], [shared] * 4, likely)
    assert sorted(range(4), key=lambda at: -scores[at]) == [0, 3, 2, 1]


def test_little_in_common_proves_nothing() -> None:
    assert evidence(replace(_shared(QUERY), weight=0.0)) == 0
    assert evidence(_shared("A lease")) < evidence(_shared(QUERY)) <= 1
