"""Claims that somebody judged different: what keeps two of them apart."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Select, bindparam, or_, select

from ledger.store.bulk.columns import CONFLICT, DECISION, FILING, QUESTION
from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session

if TYPE_CHECKING:
    from ledger.store.tables.ledger import Decision

_CONFLICT, _QUESTION, _DECISION = CONFLICT.c, QUESTION.c, DECISION.c
_A, _B = FILING.alias(), FILING.alias()
_CLAIMS: BindParameter[int] = bindparam("claims", expanding=True)
_PARTED = (  # put together once, as it is asked whenever a statement is added
    select(_A.c.claim_number, _B.c.claim_number)
    .join(CONFLICT, _CONFLICT.a_number == _A.c.statement_number)
    .join(_B, _CONFLICT.b_number == _B.c.statement_number)
    .where(_CONFLICT.state == "decided", _A.c.live, _B.c.live)
    .where(_A.c.claim_number.in_(_CLAIMS), _B.c.claim_number.in_(_CLAIMS))
    .union(
        select(_QUESTION.claim_number, _A.c.claim_number)
        .join(_A, _QUESTION.statement_number == _A.c.statement_number)
        .where(_QUESTION.live, _QUESTION.state == "different", _A.c.live)
        .where(_QUESTION.claim_number.in_(_CLAIMS), _A.c.claim_number.in_(_CLAIMS))
    )
)


def judged_apart(session: Session, one: int, other: int) -> "Decision | None":
    """The latest decision that keeps two claims apart.

    Somebody said that a statement of one does not belong to the other, or moved it away from
    there, or said of a pair of statements that they are about different claims.
    """
    questioned = _refused(one, other)
    statements = sorted(session.connection().execute(questioned).scalars())
    number = session.connection().execute(_latest_about(one, other, statements)).scalar()
    if number is None:
        return None
    from ledger.store.asking.rulings import decision  # noqa: PLC0415 - found seldom, and maps every table

    return decision(session, number)


def _of(claim: int) -> Select[Any]:
    """The statements that stand under a claim."""
    numbers = select(FILING.c.statement_number)
    return numbers.where(FILING.c.live, FILING.c.claim_number == claim)


def _refused(one: int, other: int) -> Select[Any]:
    """The statements of either claim that somebody said do not belong to the other."""
    statement, claim = _QUESTION.statement_number, _QUESTION.claim_number
    return select(statement).where(
        _QUESTION.live,
        _QUESTION.state == "different",
        or_((claim == one) & statement.in_(_of(other)), (claim == other) & statement.in_(_of(one))),
    )


def _latest_about(one: int, other: int, refused: Sequence[int]) -> Select[Any]:
    """The latest decision that stands about a pair of two claims, or about refused statements."""
    a, b = _CONFLICT.a_number, _CONFLICT.b_number
    parted = select(_CONFLICT.number).where(
        _CONFLICT.state == "decided",
        or_(a.in_(_of(one)) & b.in_(_of(other)), a.in_(_of(other)) & b.in_(_of(one))),
    )
    beside = select(_CONFLICT.number).where(or_(a.in_(refused), b.in_(refused)))
    superseded = select(_DECISION.supersedes).where(_DECISION.supersedes.is_not(None))
    said = select(_DECISION.number).where(
        _DECISION.answer.in_(("different_claims", "same_claim")),
        _DECISION.number.not_in(superseded),
        or_(
            _DECISION.conflict_number.in_(parted),
            _DECISION.conflict_number.in_(beside),
            _DECISION.statement_number.in_(refused),
        ),
    )
    return said.order_by(_DECISION.number.desc()).limit(1)


def perhaps_apart(session: Session, claims: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of these claims between which ``judged_apart`` may find a decision, in order.

    One question for all of them: most claims were never judged, and each pair costs two.
    """
    pairs = keyed(session.connection(), _PARTED, sorted(set(claims)))
    found = {(min(pair), max(pair)) for pair in pairs}
    return sorted(pair for pair in found if pair[0] != pair[1])
