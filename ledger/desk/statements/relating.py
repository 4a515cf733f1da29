"""Comparing the statements of one claim, and remembering what is worth a person's time."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from ledger.desk.names.sources import Sources
from ledger.disagreement import WORTH_A_LOOK, Part, Relation, Side, Span, compare, inconsistencies
from ledger.gathering import gathered
from ledger.quantities import read
from ledger.store.asking import findings, rulings
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Conflict

Sided = Sequence[tuple[int, Side]]
"""Statements of one claim by number, each as one side of a comparison."""

_FIGURES_DISAGREE = frozenset({"numeric_disjoint", "unit_mismatch"})


@dataclass(frozen=True, slots=True)
class Found:
    """A relation worth keeping: between two statements, the smaller number first, or in one."""

    claim: int
    a: int
    b: int
    relation: Relation

    @classmethod
    def told(cls, row: Mapping[str, Any]) -> Self:
        """One that was told as JSON."""
        relation = row["relation"]
        parts = tuple(
            Part(Span(*part["a"]), Span(*part["b"]), part["code"], part["relation"])
            for part in relation["parts"]
        )
        return cls(row["claim"], row["a"], row["b"], Relation(**{**relation, "parts": parts}))

    @property
    def state(self) -> str:
        """``open`` for a disagreement, ``noted`` for what is only worth a look."""
        return "open" if self.relation.relation == "disagree" else "noted"


def relate(
    session: Session,
    claims: set[int],
    fresh: Container[int],
    near: Mapping[int, Sequence[int]] | None = None,
) -> list[Found]:
    """Look at each fresh statement by itself, beside all others of its claim, and beside near ones.

    Args:
        session: where the statements and their filings already stand.
        claims: the claims the fresh statements belong to.
        fresh: numbers of the statements that were not compared before.
        near: for a fresh statement the claims near its own, which it may belong to as well.
    """
    others = {claim for claims_near in (near or {}).values() for claim in claims_near}
    sided = _by_claim(session, claims | others)
    found: list[Found] = []
    for claim in sorted(claims & sided.keys()):
        found += _in_themselves(claim, sided[claim], fresh)
        found += _between(claim, sided[claim], fresh)
        for number, side in sided[claim]:
            for other in (near or {}).get(number, ()):
                found += _across(claim, (number, side), sided.get(other, ()))
    return found


def telling(session: Session, claims: Mapping[int, int], faulty: Iterable[int]) -> set[int]:
    """The claims under which fresh statements can contradict something, if only themselves.

    Args:
        session: where they stand.
        claims: the claim of each statement.
        faulty: those whose own figures cannot all hold.
    """
    return lookups.shared(session, claims.values()) | {claims[n] for n in faulty}


def _by_claim(session: Session, claims: set[int]) -> dict[int, Sided]:
    """The statements of every claim, by number."""
    under = lookups.filed_under(session, claims)
    filed = gathered((claim, statement) for statement, claim in under)
    wanted = (number for numbers in filed.values() for number in numbers)
    rows = list(lookups.statements(session, wanted))
    sources = Sources.of(session, rows)
    sides = {row.number: sources.side(row) for row in rows}
    return {claim: [(n, sides[n]) for n in numbers] for claim, numbers in filed.items()}


def _in_themselves(claim: int, sides: Sided, fresh: Container[int]) -> Iterator[Found]:
    """Statements whose own figures cannot all hold; the first fault stands for all."""
    for number, side in sides:
        if number in fresh:
            for relation in inconsistencies(side)[:1]:
                yield Found(claim, number, number, relation)


def _between(claim: int, sides: Sided, fresh: Container[int]) -> Iterator[Found]:
    for position, (a, side_a) in enumerate(sides):
        for b, side_b in sides[position + 1 :]:
            if a not in fresh and b not in fresh:
                continue
            relation = compare(side_a, side_b, one_claim=True)
            if relation.relation == "disagree" or relation.code in WORTH_A_LOOK:
                yield Found(claim, a, b, relation)


def _across(claim: int, own: tuple[int, Side], others: Sided) -> Iterator[Found]:
    """A statement beside those of a near claim: only figures of one stated measure count.

    Nobody has said that the two speak of the same thing, so more is asked for than within a claim.
    """
    number, side = own
    for other, other_side in others:
        (a, side_a), (b, side_b) = sorted([(number, side), (other, other_side)], key=_number)
        relation = compare(side_a, side_b)
        if relation.code in _FIGURES_DISAGREE and _one_measure(side_a, side_b, relation):
            yield Found(claim, a, b, relation)


def _one_measure(a: Side, b: Side, relation: Relation) -> bool:
    """Whether every pair of figures that disagree states the same measure."""
    measured_a = {(q.start, q.end): q.measure for q in read(a.text)}
    measured_b = {(q.start, q.end): q.measure for q in read(b.text)}
    pairs = [
        (measured_a.get((part.a[0], part.a[1])), measured_b.get((part.b[0], part.b[1])))
        for part in relation.parts
        if part.relation == "disagree"
    ]
    return all(ours is not None and ours == theirs for ours, theirs in pairs)


def _number(numbered: tuple[int, Side]) -> int:
    return numbered[0]


def remember(act: Act, found: Sequence[Found]) -> list[int]:
    """Write the relations down; gives back the numbers of the open conflicts among them.

    A pair compared before keeps its row. What a person judged stays as the person left it, and what
    is somebody's to decide stays theirs.
    """
    known = findings.between(act.session, (pair.b for pair in found))
    numbers = [row.number for row in known.values()]
    judged = findings.judged(act.session, numbers)
    assigned = rulings.assignees(act.session, numbers)
    opened: list[int] = []
    rows: list[dict[str, object]] = []
    for pair in found:
        earlier = known.get((pair.a, pair.b))
        number = earlier.number if earlier is not None else act.next_number(Conflict)
        state = "assigned" if pair.state == "open" and number in assigned else pair.state
        finding = {"state": state, **_columns(pair)}
        if earlier is None:
            rows.append({"number": number, **finding})
        elif number in judged:
            act.update(Conflict, number, live=True, claim_number=pair.claim)
        else:
            act.update(Conflict, number, live=True, **finding)
        if pair.state == "open":
            opened.append(number)
    act.insert(Conflict, rows)
    return opened


def _columns(pair: Found) -> dict[str, object]:
    parts = [
        {"a": part.a, "b": part.b, "code": part.code, "relation": part.relation}
        for part in pair.relation.parts
    ]
    return {
        "claim_number": pair.claim,
        "a_number": pair.a,
        "b_number": pair.b,
        "relation": pair.relation.relation,
        "code": pair.relation.code,
        "explanation": pair.relation.explanation,
        "parts": json.dumps(parts),
    }
