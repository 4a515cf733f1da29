"""Two texts set against each other, for people and for programs. No ledger is opened."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.disagreement import Relation, Side, compare, compare_each

Sides = tuple[Side, Side]
_SIDE_FIELDS = ("text", "speaker", "outlet", "said_on", "relayed_from")


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts are to each other."""

    relation: str
    code: str
    explanation: str
    parts: tuple[dict[str, Any], ...]


def relation(a: Side, b: Side) -> Compared:
    """Compare two texts, each with what is known of its source."""
    return Compared(**_contract(compare(a, b)))


def contracts(pairs: Sequence[Sides]) -> Iterator[dict[str, Any]]:
    """The same of many pairs, as the contract spells it."""
    return map(_contract, compare_each(pairs))


def _contract(found: Relation) -> dict[str, Any]:
    return {
        "relation": found.relation,
        "code": found.code,
        "explanation": found.explanation,
        "parts": tuple(
            [
                {"a": [*part.a], "b": [*part.b], "code": part.code, "relation": part.relation}
                for part in found.parts
            ]
        ),
    }


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
