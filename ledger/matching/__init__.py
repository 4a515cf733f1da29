"""Finding the claims a statement may belong to: text in, scored matches with reasons out. Pure."""

from ledger.matching.features import features, sought, words, words_of_each
from ledger.matching.promising import promising
from ledger.matching.rank import ATTACH_AT, NEAR_AT, Candidate, Match, rank
from ledger.matching.shortlist import sharing, shortlist

__all__ = [
    "ATTACH_AT",
    "NEAR_AT",
    "Candidate",
    "Match",
    "features",
    "promising",
    "rank",
    "sharing",
    "shortlist",
    "sought",
    "words",
    "words_of_each",
]
