"""Disagreement: two read statements in, relation, code and spans out; origins. Pure."""

from ledger.disagreement.compare import compare, inconsistencies
from ledger.disagreement.due import due_day
from ledger.disagreement.side import RELATIONS, WORTH_A_LOOK, Part, Relation, Side, Span
from ledger.disagreement.sources import is_unnamed, origins
from ledger.disagreement.statement.growth import grown
from ledger.disagreement.statement.prepared import prepare

__all__ = [
    "RELATIONS",
    "WORTH_A_LOOK",
    "Part",
    "Relation",
    "Side",
    "Span",
    "compare",
    "due_day",
    "grown",
    "inconsistencies",
    "is_unnamed",
    "origins",
    "prepare",
]
