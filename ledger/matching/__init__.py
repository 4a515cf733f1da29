"""Finding the claims a statement may belong to: text in, scored matches with reasons out. Pure."""

from ledger.matching.features import (
    features,
    features_of_each,
    keys_of_each,
    read_each,
    sought,
    words,
    words_of_each,
)
from ledger.matching.gained import gained_and_lost
from ledger.matching.hopeful import hopeful
from ledger.matching.joining import Archive, Lists
from ledger.matching.profile import is_concept
from ledger.matching.promising import promising
from ledger.matching.rank import ATTACH_AT, NEAR_AT, Candidate, Match, rank
from ledger.matching.segments import Segments, hashed
from ledger.matching.shortlist import sharing, shortlist
from ledger.matching.spelled import spelled, ways
from ledger.matching.stated import stated
from ledger.matching.tally import Documents, added_up
from ledger.matching.turns import Holders, Turns
from ledger.matching.weight import weight

__all__ = [
    "ATTACH_AT",
    "NEAR_AT",
    "Archive",
    "Candidate",
    "Documents",
    "Holders",
    "Lists",
    "Match",
    "Segments",
    "Turns",
    "added_up",
    "features",
    "features_of_each",
    "gained_and_lost",
    "hashed",
    "hopeful",
    "is_concept",
    "keys_of_each",
    "promising",
    "rank",
    "read_each",
    "sharing",
    "shortlist",
    "sought",
    "spelled",
    "stated",
    "ways",
    "weight",
    "words",
    "words_of_each",
]
