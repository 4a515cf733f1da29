"""The closer look: each shortlisted document's score, and the reasons for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from ledger.matching.overlap import Overlap, overlap
from ledger.matching.profile import profile
from ledger.matching.reasons import reasons
from ledger.matching.settings import settings
from ledger.matching.weight import Weigher

ATTACH_AT = settings().attach
"""From this score on a statement may be attached without asking; seldom reached."""
NEAR_AT = settings().near
"""From this score on a claim is shown as near and becomes a question for a person."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may say the same.

    Attributes:
        document: its number in the index.
        text: what it is found by: a statement with its notes and speaker, or a claim's wording.
    """

    document: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """How surely a candidate is about the same claim as the query, and why.

    Attributes:
        document: the candidate's number.
        score: 0 to 1, the probability that the two are the same claim.
        reasons: what the two share, in short plain words for a person.
    """

    document: int
    score: float
    reasons: tuple[str, ...]


def rank(
    text: str, candidates: Sequence[Candidate], frequency: Mapping[str, int], documents: int
) -> list[Match]:
    """Score candidates against a text.

    A match is not an agreement: another figure or another date lowers no score.

    Args:
        text: the query.
        candidates: the documents to score, as shortlisted.
        frequency: in how many documents each of the query's tokens is found.
        documents: how many documents there are in all.

    Returns:
        One match for each candidate, best first; equal ones by document number.
    """
    query = profile(text)
    weigh = Weigher(frequency, documents, query.words | query.concepts | query.figures)
    matches = []
    for candidate in candidates:
        shared = overlap(query, profile(candidate.text), weigh)
        matches.append(Match(candidate.document, score(shared), reasons(text, shared)))
    return sorted(matches, key=lambda match: (-match.score, match.document))


def score(shared: Overlap) -> float:
    """The probability that two documents which share this are the same claim, to four digits."""
    made = settings().across_languages if shared.across_languages else settings().same_language
    total = sum(value * shared.signals[signal] for signal, value in made.coefficients.items())
    evidence = 1 - exp(-((shared.weight / made.enough) ** 2))
    return round(evidence / (1 + exp(-total)), 4)
