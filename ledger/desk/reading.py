"""What the readers make of texts alone, read or compared: no ledger is opened, nothing is written.

This file brings no store: a person who asks about one sentence does not wait for a database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ledger.disagreement import Side, compare
from ledger.quantities import Quantity, as_contract, interval_text, period_text, read

_SIDE_FIELDS = ("text", "speaker", "outlet", "said_on", "relayed_from")


@dataclass(frozen=True, slots=True)
class ReadQuantity:
    """One figure, for people and as the contract spells it."""

    interval: str
    note: str
    contract: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts are to each other."""

    relation: str
    code: str
    explanation: str
    parts: tuple[dict[str, Any], ...]


def quantities(text: str) -> list[ReadQuantity]:
    """The figures in a text."""
    return [ReadQuantity(interval_text(q), _note(q), as_contract(q)) for q in read(text)]


def contracts(text: str) -> list[dict[str, Any]]:
    """The figures in a text as the contract spells them, nothing for people."""
    return [as_contract(q) for q in read(text)]


def _note(quantity: Quantity) -> str:
    """What is measured and for when, where the text says so."""
    measure = (quantity.measure or "").replace("_", " ")
    period = period_text(quantity.period) if quantity.period else ""
    return ", ".join(part for part in (measure, period, quantity.modality) if part)


def relation(a: Side, b: Side) -> Compared:
    """Compare two texts, each with what is known of its source."""
    found = compare(a, b)
    parts = tuple(
        {"a": list(p.a), "b": list(p.b), "code": p.code, "relation": p.relation}
        for p in found.parts
    )
    return Compared(found.relation, found.code, found.explanation, parts)


def side_from(given: str | Mapping[str, Any]) -> Side:
    """One side of a comparison: a text, or an object with a text and what is known of its source.

    Raises:
        InvalidField: when a field does not hold what it should.
    """
    if isinstance(given, str):
        return Side(given)
    from ledger.model import NewStatement  # noqa: PLC0415 - only an object needs it checked

    known = NewStatement.checked(
        {"outlet": "-", **{name: given[name] for name in _SIDE_FIELDS if name in given}}
    )
    outlet = given.get("outlet")
    return Side(known.text, known.speaker, outlet, known.said_on, known.relayed_from)
