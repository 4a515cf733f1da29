"""Finding the claims a statement may belong to: text in, scored matches with reasons out. Pure."""

from ledger.matching.features import features, sought
from ledger.matching.rank import ATTACH_AT, NEAR_AT, Candidate, Match, rank
from ledger.matching.shortlist import sharing, shortlist

__all__ = [
    "ATTACH_AT",
    "NEAR_AT",
    "Candidate",
    "Match",
    "features",
    "rank",
    "sharing",
    "shortlist",
    "sought",
]
