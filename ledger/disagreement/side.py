"""What goes in and what comes out: a side of a comparison, its aligned parts and their relation."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

RelationName = Literal["agree", "disagree", "not_comparable"]

RELATIONS: dict[str, RelationName] = {
    "attribution_conflict": "disagree",
    "polarity": "disagree",
    "unit_mismatch": "disagree",
    "numeric_disjoint": "disagree",
    "bound_dropped": "disagree",
    "internal_arithmetic": "disagree",
    "same": "agree",
    "unit_equivalence": "agree",
    "rounding": "agree",
    "bounds_overlap": "agree",
    "measure_mismatch": "not_comparable",
    "modality": "not_comparable",
    "revision": "not_comparable",
    "period_mismatch": "not_comparable",
    "unaligned": "not_comparable",
    "no_quantity": "not_comparable",
}
"""Every code and the relation it stands for, the most telling first: of several aligned parts the
pair takes the first."""

WORTH_A_LOOK = frozenset({"measure_mismatch", "modality", "revision"})
"""Codes that open no conflict but stay visible: a person can turn one into a conflict."""


class Side(NamedTuple):
    """One statement as it is compared.

    Attributes:
        text: the words, verbatim.
        speaker: who said them; ``None`` when the outlet speaks in its own voice.
        outlet: who published them.
        said_on: the day they were said.
        relayed_from: the outlet or agency the publisher quotes.
    """

    text: str
    speaker: str | None = None
    outlet: str | None = None
    said_on: date | None = None
    relayed_from: str | None = None


class Span(NamedTuple):
    """Code points ``start`` to ``end`` of an original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """Two places that speak of one thing, and how they relate.

    Attributes:
        a: where in the first text.
        b: where in the second text.
        code: one of ``RELATIONS``.
        relation: what the code stands for.
    """

    a: Span
    b: Span
    code: str
    relation: RelationName


@dataclass(frozen=True, slots=True)
class Relation:
    """How two statements relate.

    Attributes:
        relation: agree, disagree or not comparable.
        code: why, one of ``RELATIONS``.
        explanation: one plain English sentence with both sides' own words.
        parts: what was set against what, in the order of the texts.
    """

    relation: RelationName
    code: str
    explanation: str
    parts: tuple[Part, ...] = ()
