"""The open conflicts that a filter lets through."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from ledger.store.asking import browsing, findings
from ledger.store.asking.asked import Asked, of_conflict, of_statement, topics_holding
from ledger.store.connecting.session import Session
from ledger.store.tables.ledger import Claim, Conflict, Statement


def fitting(
    session: Session, asked: Asked, among: Sequence[int] | None = None
) -> list[findings.Conflict]:
    """The open conflicts that fit, by number.

    Args:
        session: where to look.
        asked: what is asked: of one of the two statements, and of the claim.
        among: only conflicts of these claims; of all for ``None``.
    """
    conditions = [*of_conflict(asked), *_between(session, asked)]
    fit = select(Conflict.number).where(*conditions) if conditions else None
    found = findings.live(session, states=findings.OPEN_STATES, among=fit)
    if among is None and asked.parts:
        among = browsing.fitting(session, Asked(parts=asked.parts))
    wanted = None if among is None else frozenset(among)
    return [row for row in found if wanted is None or row.claim_number in wanted]


def _between(session: Session, asked: Asked) -> list[ColumnElement[bool]]:
    """What the claim of a conflict, and one of its two sides, must be."""
    conditions: list[ColumnElement[bool]] = []
    if asked.topic:
        told = select(Claim.number).where(
            col(Claim.topic).in_(topics_holding(session, asked.topic))
        )
        conditions.append(col(Conflict.claim_number).in_(told))
    if spoken := of_statement(asked):
        said = select(Statement.number).where(*spoken)
        conditions.append(or_(col(Conflict.a_number).in_(said), col(Conflict.b_number).in_(said)))
    return conditions
