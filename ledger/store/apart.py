"""Claims that somebody judged different: what keeps two of them apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import BindParameter, bindparam, or_, select

from ledger.store.columns import CONFLICT, DECISION, FILING, QUESTION
from ledger.store.keyed import keyed
from ledger.store.session import Session

if TYPE_CHECKING:
    from ledger.store.tables import Decision

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
    of = {
        claim: select(FILING.c.statement_number).where(
            FILING.c.live, FILING.c.claim_number == claim
        )
        for claim in (one, other)
    }
    refused = select(_QUESTION.statement_number).where(
        _QUESTION.live,
        _QUESTION.state == "different",
        or_(
            (_QUESTION.claim_number == one) & _QUESTION.statement_number.in_(of[other]),
            (_QUESTION.claim_number == other) & _QUESTION.statement_number.in_(of[one]),
        ),
    )
    statements = sorted(session.connection().execute(refused).scalars())
    a, b = _CONFLICT.a_number, _CONFLICT.b_number
    parted = select(_CONFLICT.number).where(
        _CONFLICT.state == "decided",
        or_(a.in_(of[one]) & b.in_(of[other]), a.in_(of[other]) & b.in_(of[one])),
    )
    beside = select(_CONFLICT.number).where(or_(a.in_(statements), b.in_(statements)))
    superseded = select(_DECISION.supersedes).where(_DECISION.supersedes.is_not(None))
    said = (
        select(_DECISION.number)
        .where(
            _DECISION.answer.in_(("different_claims", "same_claim")),
            _DECISION.number.not_in(superseded),
            or_(
                _DECISION.conflict_number.in_(parted),
                _DECISION.conflict_number.in_(beside),
                _DECISION.statement_number.in_(statements),
            ),
        )
        .order_by(_DECISION.number.desc())
        .limit(1)
    )
    number = session.connection().execute(said).scalar()
    if number is None:
        return None
    from ledger.store.queries import decision  # noqa: PLC0415 - found seldom, and maps every table

    return decision(session, number)


def perhaps_apart(session: Session, claims: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of these claims between which ``judged_apart`` may find a decision, in order.

    One question for all of them: most claims were never judged, and each pair costs two.
    """
    pairs = keyed(session.connection(), _PARTED, sorted(set(claims)))
    found = {(min(pair), max(pair)) for pair in pairs}
    return sorted(pair for pair in found if pair[0] != pair[1])
