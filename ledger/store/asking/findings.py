"""What the desk asks of conflicts: plain columns, as whatever is recorded may open many."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from ledger.store.bulk.columns import ASSIGNMENT, CONFLICT, DECISION, VOTE
from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session


class Conflict(NamedTuple):
    """A conflict as it stands; ``tables`` says what each column means."""

    number: int
    claim_number: int
    a_number: int
    b_number: int
    relation: str
    code: str
    explanation: str
    parts: str
    state: str
    live: bool
    entry: int


OPEN_STATES = ("open", "assigned", "reopened")
"""States of a conflict that still wants a person."""

_C = CONFLICT.c
_NUMBERS: BindParameter[int] = bindparam("numbers", expanding=True)
_ALL = select(*(_C[name] for name in Conflict._fields)).order_by(_C.number)
_NUMBERED = _ALL.where(_C.number.in_(_NUMBERS))
_OF_CLAIMS = _ALL.where(_C.live, _C.claim_number.in_(_NUMBERS))
_BETWEEN = _ALL.where(_C.b_number.in_(_NUMBERS))
_OPPOSED = select(_C.a_number, _C.b_number).where(
    _C.live, _C.state != "noted", _C.claim_number.in_(_NUMBERS)
)
_JUDGED = select(DECISION.c.conflict_number).where(DECISION.c.conflict_number.in_(_NUMBERS))
_TAKEN_UP = _JUDGED.union(
    select(VOTE.c.conflict_number).where(VOTE.c.live, VOTE.c.conflict_number.in_(_NUMBERS)),
    select(ASSIGNMENT.c.conflict_number).where(
        ASSIGNMENT.c.live, ASSIGNMENT.c.conflict_number.in_(_NUMBERS)
    ),
)


def live(
    session: Session,
    *,
    states: Sequence[str] | None = None,
    of_statement: int | None = None,
    among: SelectOfScalar[int] | None = None,
) -> list[Conflict]:
    """Live conflicts by number, ascending; only those ``among`` the numbers selected."""
    wanted = _ALL.where(_C.live)
    if among is not None:
        wanted = wanted.where(_C.number.in_(among))
    if states is not None:
        wanted = wanted.where(_C.state.in_(states))
    if of_statement is not None:
        wanted = wanted.where(or_(_C.a_number == of_statement, _C.b_number == of_statement))
    return [*map(Conflict._make, session.connection().execute(wanted))]


def numbered(session: Session, numbers: Iterable[int]) -> list[Conflict]:
    """Conflicts by number, ascending, live or not."""
    found = keyed(session.connection(), _NUMBERED, sorted(set(numbers)))
    return [*map(Conflict._make, found)]


def of_claims(session: Session, claims: Iterable[int]) -> list[Conflict]:
    """The live conflicts of these claims by number, ascending."""
    found = keyed(session.connection(), _OF_CLAIMS, sorted(set(claims)))
    return sorted(map(Conflict._make, found))


def decided(session: Session, claims: Iterable[int]) -> list[Conflict]:
    """Those of them that are decided; the database would look through all that are anywhere."""
    return [conflict for conflict in of_claims(session, claims) if conflict.state == "decided"]


def opposed(session: Session, claims: Iterable[int]) -> list[tuple[int, int]]:
    """The two statements of each of them that is more than worth a look."""
    found = keyed(session.connection(), _OPPOSED, sorted(set(claims)))
    return [(a, b) for a, b in found]


def pairs(session: Session) -> list[tuple[int, int, int]]:
    """Number and both sides of every conflict there ever was, by number."""
    wanted = select(_C.number, _C.a_number, _C.b_number).order_by(_C.number)
    return [(number, a, b) for number, a, b in session.connection().execute(wanted)]


def between(session: Session, numbers: Iterable[int]) -> dict[tuple[int, int], Conflict]:
    """Every conflict, live or not, that has one of these statements as its second side."""
    found = map(Conflict._make, keyed(session.connection(), _BETWEEN, sorted(set(numbers))))
    return {(row.a_number, row.b_number): row for row in found}


def judged(session: Session, numbers: Iterable[int]) -> set[int]:
    """Those of these conflicts that a person ever said anything about."""
    return {number for (number,) in keyed(session.connection(), _JUDGED, sorted(set(numbers)))}


def taken_up(session: Session, numbers: Iterable[int]) -> set[int]:
    """Those that somebody decided or voted on, or that are somebody's to decide."""
    return {number for (number,) in keyed(session.connection(), _TAKEN_UP, sorted(set(numbers)))}
