"""Disagreement: two read statements in, relation, code and spans out; origins. Pure."""

from ledger.disagreement.compare import compare, compare_each, inconsistencies
from ledger.disagreement.due import due_day
from ledger.disagreement.side import RELATIONS, WORTH_A_LOOK, Part, Relation, Side, Span
from ledger.disagreement.sources import is_unnamed, origins
from ledger.disagreement.statement.growth import grown

__all__ = [
    "RELATIONS",
    "WORTH_A_LOOK",
    "Part",
    "Relation",
    "Side",
    "Span",
    "compare",
    "compare_each",
    "due_day",
    "grown",
    "inconsistencies",
    "is_unnamed",
    "origins",
]
