"""From what is shared to a probability, with a look at the rivals.

Two steps, both logistic, their coefficients in ``data/score.toml``. How *likely* a candidate is
depends on what it shares alone. How *sure* it is depends on its rivals too: a candidate that stands
well above all other claims is more often the right one than the first of ten that are all alike.
"""

from collections.abc import Sequence
from math import exp, fsum

from ledger.matching.overlap import Overlap
from ledger.matching.settings import Model, settings

RIVALS = 9
"""So many of the best other claims are rivals."""


def likelihood(shared: Overlap) -> float:
    """How much speaks for a candidate: log odds, before its rivals are known."""
    return _likelihood(shared, model(shared))


def probabilities(
    claims: Sequence[int], shared: Sequence[Overlap], likely: Sequence[float]
) -> list[float]:
    """The probability, to four digits, that each candidate is the same claim as the query.

    Args:
        claims: the claim of each candidate; a claim is no rival of its own statements.
        shared: what each shares with the query.
        likely: the likelihood of each.
    """
    best: dict[int, float] = {}
    for claim, one in zip(claims, likely, strict=True):
        best[claim] = max(one, best.get(claim, one))
    leading = sorted(best.items(), key=lambda row: (-row[1], row[0]))[: RIVALS + 1]
    return [
        _probability(overlap, one, [rival for other, rival in leading if other != claim][:RIVALS])
        for claim, overlap, one in zip(claims, shared, likely, strict=True)
    ]


def model(shared: Overlap) -> Model:
    """The coefficients for this sort of pair; where both fit, those that speak more for it.

    A Chinese statement under an English claim may be asked for in words or in concepts.
    """
    made = settings()
    same_language = made.signs if shared.is_cjk else made.words
    if not shared.across_languages:
        return same_language
    if not shared.same_language:
        return made.across_languages
    both = (same_language, made.across_languages)
    return max(both, key=lambda one: _likelihood(shared, one))


def _likelihood(shared: Overlap, made: Model) -> float:
    return fsum(value * shared.signals[signal] for signal, value in made.coefficients.items())


def margin(likely: float, rivals: Sequence[float]) -> float:
    """How far a candidate stands above its rivals; missing ones are as likely as any stranger."""
    missing = RIVALS - len(rivals)
    return likely - (fsum(rivals) + settings().certainty["stranger"] * missing) / RIVALS


def evidence(shared: Overlap) -> float:
    """How much the weight of what is shared can prove, from 0 to 1.

    However alike, two texts that share but a word or two tell nothing.
    """
    return 1 - exp(-((shared.weight / model(shared).enough) ** 2))


def _probability(shared: Overlap, likely: float, rivals: Sequence[float]) -> float:
    sure = settings().certainty
    ahead = margin(likely, rivals)
    total = sure["intercept"] + sure["likelihood"] * likely + sure["margin"] * ahead
    return round(evidence(shared) / (1 + exp(-total)), 4)
