"""Whether it is the same claim: what was asked of people, and what they said."""

from collections.abc import Iterable

from sqlmodel import col, select

from ledger.store.asking.among import among
from ledger.store.connecting.session import Session
from ledger.store.tables.ledger import Question


def open_questions(session: Session) -> list[Question]:
    """The questions that wait for a person, by number, ascending."""
    wanted = select(Question).where(col(Question.live), Question.state == "open")
    return list(session.orm.exec(wanted.order_by(col(Question.number))))


def about(session: Session, statement: int, claim: int) -> list[Question]:
    """What was asked about one statement and one claim: one row or none."""
    wanted = select(Question).where(
        Question.statement_number == statement, Question.claim_number == claim
    )
    return list(session.orm.exec(wanted))


def to_claim(session: Session, claim: int) -> list[Question]:
    """What was ever asked about one claim, live or not, by number."""
    wanted = select(Question).where(Question.claim_number == claim)
    return list(session.orm.exec(wanted.order_by(col(Question.number))))


def of_statements(session: Session, statements: Iterable[int]) -> dict[tuple[int, int], Question]:
    """What was ever asked about these statements, live or not, by statement and claim."""
    rows = among(session, select(Question), col(Question.statement_number), statements)
    return {(row.statement_number, row.claim_number): row for row in rows}


def refused(session: Session, statements: Iterable[int]) -> dict[int, set[int]]:
    """The claims a person said these statements do not belong to, and has not taken back."""
    claims: dict[int, set[int]] = {}
    for (statement, claim), question in of_statements(session, statements).items():
        if question.live and question.state == "different":
            claims.setdefault(statement, set()).add(claim)
    return claims
