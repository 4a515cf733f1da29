"""From what is shared to a probability, with a look at the rivals.

Two steps, both logistic, their coefficients in ``data/score.toml``. How *likely* a candidate is
depends on what it shares alone. How *sure* it is depends on its rivals too: a candidate that stands
well above all other claims, and shares more than any of them, is more often the right one than the
first of ten that are all alike. And where even the first shares no more than its rivals do, what is
meant may be none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np

from ledger.matching.overlap import Numbers, Overlap
from ledger.matching.settings import Model, settings

RIVALS = 9
"""So many of the best other claims are rivals."""
_LEAST_WEIGHT = 1e-9
_MOST_ODDS = 700.0
"""Beyond these a probability cannot be told from nought."""


@dataclass(frozen=True, slots=True)
class Likely:
    """How much speaks for each candidate of a pool.

    Attributes:
        odds: log odds, before its rivals are known.
        other_measure: what it loses of them if its figures measure something else.
        weight: the weight of all it shares.
        evidence: how much what is shared can prove, from 0 to 1.
    """

    odds: Numbers
    other_measure: Numbers
    weight: Numbers
    evidence: Numbers


def likely(shared: Overlap) -> Likely:
    """How much speaks for each candidate, by the coefficients for its sort of pair.

    Where two sorts fit, by those that speak more for it: a Chinese statement under an English claim
    may be asked for in words or in concepts.

    However alike, two texts that share but a word or two tell nothing, unless the one is the other
    over again; and however much they share, what one of them says alone may tell them apart.
    """
    made = settings()
    model, across = made.signs if shared.is_cjk else made.words, made.across_languages
    in_words = _added_up(shared, model)
    repeats = made.repeat_proves * shared.repeats**made.repeat_steepness
    proof = np.minimum(_proof(shared.weight, model), _ceiling(shared, model))
    if not shared.across_languages.any():
        other_measure = np.full(len(in_words), model.other_measure)
        return Likely(in_words, other_measure, shared.weight, np.maximum(proof, repeats))
    in_concepts = _added_up(shared, across)
    by_concepts = shared.across_languages & (~shared.same_language | (in_concepts > in_words))
    proof = np.where(by_concepts, np.maximum(proof, _proof(_told(shared), across)), proof)
    return Likely(
        np.where(by_concepts, in_concepts, in_words),
        np.where(by_concepts, across.other_measure, model.other_measure),
        shared.weight,
        np.maximum(proof, repeats),
    )


def _told(shared: Overlap) -> Numbers:
    """The weight that is shared across languages.

    A concept weighs a part of a word, because its words mostly count too. Where the candidate has
    a line in the query's own language they do, and a word and its concept would be told twice.
    """
    words = shared.weight - shared.in_concepts
    spared = np.where(shared.same_language, 1 - settings().concept_share, 0.0)
    told: Numbers = shared.weight - spared * words
    return told


def _proof(weight: Numbers, model: Model) -> Numbers:
    """How much so much shared weight can prove, from 0 to 1."""
    share = weight / model.enough
    proof: Numbers = 1 - np.exp(-share * np.maximum(share, model.little))
    return proof


def _ceiling(shared: Overlap, model: Model) -> Numbers:
    """The most that sharing can prove, beside all that a side says alone, from 0 to 1.

    One word of eight is another typhoon, though the other seven prove as much as can be proved. The
    same characters in another order say another thing as often, so pairs count as well.
    """
    in_common = np.minimum(shared.signals["letters_of_line"], shared.signals["words_of_query"])
    ceiling: Numbers = 1 - model.doubt * (1 - in_common)
    return ceiling


def probabilities(
    claims: Sequence[int], odds: Numbers, weight: Numbers, evidence: Numbers
) -> list[float]:
    """The probability, to four digits, that each candidate is the same claim as the query.

    Args:
        claims: the claim of each candidate; a claim is no rival of its own statements.
        odds: how likely each is, as log odds.
        weight: the weight of all it shares.
        evidence: how much what it shares can prove, from 0 to 1.
    """
    sure = settings().certainty
    ahead, beside = odds - against(claims, odds), rivalled(claims, weight)
    total = sure["intercept"] + sure["likelihood"] * odds + sure["margin"] * ahead
    total += sure["rivalled"] * beside
    first = int(np.argmax(_bounded(total, evidence)))
    scores = _bounded(total + sure["contested"] * beside[first], evidence)
    return [round(score, 4) for score in scores.tolist()]


def _bounded(total: Numbers, evidence: Numbers) -> Numbers:
    scores: Numbers = evidence / (1 + np.exp(-np.maximum(total, -_MOST_ODDS)))
    return scores


def against(claims: Sequence[int], odds: Numbers) -> Numbers:
    """How likely the best rivals of each candidate are on average."""
    leading = _leading(claims, odds)[: RIVALS + 1]
    best = [one for _, one in leading]
    of_others = _average(best[:RIVALS], len(best))
    against = {claim: _average([*best, -one], len(best) - 1) for claim, one in leading}
    return np.array([against.get(claim, of_others) for claim in claims])


def rivalled(claims: Sequence[int], weight: Numbers) -> Numbers:
    """The most weight another claim shares, as a share of each candidate's own, at most 1."""
    (first, most), (_, next_most) = (*_leading(claims, weight), (0, 0.0))[:2]
    of_others = np.where(np.array(claims) == first, next_most, most)
    return np.minimum(of_others / np.maximum(weight, _LEAST_WEIGHT), 1.0)


def _leading(claims: Sequence[int], numbers: Numbers) -> list[tuple[int, float]]:
    """The claims with the highest number of each, highest first; of equal ones the smaller."""
    best: dict[int, float] = {}
    for lowered, claim in sorted(zip((-numbers).tolist(), claims, strict=True)):
        best.setdefault(claim, -lowered)
    return [*best.items()]


def _average(odds: Sequence[float], rivals: int) -> float:
    """Of the odds of so many rivals, which add up to these; a missing one is as any stranger."""
    missing = max(RIVALS - rivals, 0)
    return (fsum(odds) + settings().certainty["stranger"] * missing) / RIVALS


def _added_up(shared: Overlap, made: Model) -> Numbers:
    total = np.zeros(len(shared.weight))
    for signal, value in made.coefficients.items():
        total += value * shared.signals[signal]
    return total
