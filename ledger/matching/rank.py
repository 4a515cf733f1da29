"""The closer look: each shortlisted document's score, and the reasons for it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ledger.matching.features import features
from ledger.matching.overlap import Numbers, overlap
from ledger.matching.profile import measures
from ledger.matching.reasons import reasons
from ledger.matching.score import Likely, likely, probabilities
from ledger.matching.settings import settings
from ledger.matching.weight import Weigher
from ledger.matching.written import plain

ATTACH_AT = settings().attach
"""From this score on a statement may be attached without asking; seldom reached."""
NEAR_AT = settings().near
"""From this score on a claim is shown as near and becomes a question for a person."""
_READ_CLOSER = 20
"""So many of the best candidates are read for what their figures measure; nobody sees more."""


class Candidate(NamedTuple):
    """A document that may say the same.

    Attributes:
        document: its number in the index.
        text: what it is found by: a statement with its speaker and notes, a claim's wording, each
            on its own line.
        shared: which of the query's tokens it holds, where the index was asked; otherwise its text
            is read.
        claim: the claim it belongs to, where it does: a claim is no rival of its own statements.
    """

    document: int
    text: str
    shared: frozenset[str] | None = None
    claim: int | None = None


class Match(NamedTuple):
    """How surely a candidate is about the same claim as the query, and why.

    Attributes:
        document: the candidate's number.
        score: 0 to 1, the probability that the two are the same claim.
        asked: the query.
        text: the candidate's text.
        shared: those of the query's tokens that it holds.
    """

    document: int
    score: float
    asked: str
    text: str
    shared: frozenset[str]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the two share, in short plain words; worked out only where they are shown."""
        return reasons(self.asked, self.text, self.shared)


def rank(
    text: str,
    candidates: Sequence[Candidate],
    frequency: Mapping[str, int],
    documents: int,
    limit: int | None = None,
) -> list[Match]:
    """Score candidates against a text.

    A match is not an agreement: another figure or another date lowers no score.

    Args:
        text: the query.
        candidates: the documents to score, as shortlisted.
        frequency: in how many documents each of the query's tokens is found.
        documents: how many documents there are in all.
        limit: give back at most so many; all when not given.

    Returns:
        One match for each claim, by its best candidate, best first; equal ones by document number.
    """
    if not candidates:
        return []
    asked = features(text)
    weigh = Weigher(frequency, documents, asked)
    held = [asked & _held(found) for found in candidates]
    texts = [found.text for found in candidates]
    claims = [_claim(found) for found in candidates]
    shared = likely(overlap(text, list(zip(texts, held, strict=True)), weigh))
    odds = _read_closer(text, texts, shared)
    scores = probabilities(claims, odds, shared.weight, shared.evidence)
    order = sorted(
        range(len(candidates)), key=lambda at: (-scores[at], -odds[at], candidates[at].document)
    )
    first = dict(zip(map(claims.__getitem__, reversed(order)), reversed(order), strict=True))
    return [
        Match(candidates[at].document, scores[at], text, texts[at], held[at])
        for at in [at for at in order if first[claims[at]] == at][:limit]
    ]


def _held(candidate: Candidate) -> frozenset[str]:
    return features(candidate.text) if candidate.shared is None else candidate.shared


def _claim(candidate: Candidate) -> int:
    return candidate.claim if candidate.claim is not None else -1 - candidate.document


def _read_closer(text: str, texts: Sequence[str], shared: Likely) -> Numbers:
    """The odds, lowered where the best candidates turn out to measure something else."""
    measured, odds = measures(plain(text)), shared.odds.copy()
    if measured:
        for at in np.argsort(-odds, kind="stable")[:_READ_CLOSER]:
            found = measures(texts[at])
            if found and not found & measured:
                odds[at] += shared.other_measure[at]
    return odds
