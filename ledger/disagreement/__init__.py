"""Disagreement: two read statements in, relation, code and spans out; origins. Pure."""

from ledger.disagreement.compare import compare, inconsistencies
from ledger.disagreement.side import RELATIONS, WORTH_A_LOOK, Part, Relation, Side, Span
from ledger.disagreement.sources import origins, same_origin

__all__ = [
    "RELATIONS",
    "WORTH_A_LOOK",
    "Part",
    "Relation",
    "Side",
    "Span",
    "compare",
    "inconsistencies",
    "origins",
    "same_origin",
]
