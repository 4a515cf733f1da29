"""What is kept beside claims: notes, links and the wordings they had before."""

from collections.abc import Iterable
from typing import TypeAlias, TypeVar

from sqlalchemy import BindParameter, bindparam, or_
from sqlalchemy import select as sql_select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from ledger.store.casework import (
    Assignment,
    Difference,
    Evidence,
    Link,
    Note,
    Verdict,
    Vote,
    Wording,
)
from ledger.store.table import Table
from ledger.store.tables import Claim, Conflict, Decision, Filing, Question

Row = TypeVar("Row", Note, Link, Verdict, Evidence, Assignment, Vote, Difference, Decision)
Column: TypeAlias = Mapped[int] | Mapped[int | None]
_BATCH = 500
"""Values in one IN list; every SQLite build allows at least 999 parameters."""
_CONFLICT, _FILING, _QUESTION = (
    Filing.metadata.tables[name] for name in ("conflict", "filing", "question")
)
_A, _B = _FILING.alias(), _FILING.alias()
_CLAIMS: BindParameter[int] = bindparam("claims", expanding=True)
_PARTED = (  # put together once, as it is asked whenever a statement is added
    sql_select(_A.c.claim_number, _B.c.claim_number)
    .join(_CONFLICT, _CONFLICT.c.a_number == _A.c.statement_number)
    .join(_B, _CONFLICT.c.b_number == _B.c.statement_number)
    .where(_CONFLICT.c.state == "decided", _A.c.live, _B.c.live)
    .where(_A.c.claim_number.in_(_CLAIMS), _B.c.claim_number.in_(_CLAIMS))
    .union(
        sql_select(_QUESTION.c.claim_number, _A.c.claim_number)
        .join(_A, _QUESTION.c.statement_number == _A.c.statement_number)
        .where(_QUESTION.c.live, _QUESTION.c.state == "different", _A.c.live)
        .where(_QUESTION.c.claim_number.in_(_CLAIMS), _A.c.claim_number.in_(_CLAIMS))
    )
)


def notes(session: Session, claims: Iterable[int]) -> list[Note]:
    """The notes on these claims, in the order they were written."""
    wanted = select(Note).where(col(Note.live))
    return among(session, wanted, col(Note.claim_number), claims)


def links(session: Session, claims: Iterable[int], *, live_only: bool = True) -> list[Link]:
    """The links that begin or end at these claims, by number; those of a merge are left out.

    Args:
        session: where to look.
        claims: the claims.
        live_only: leave out what was taken back.
    """
    wanted = select(Link).where(Link.kind != "merged")
    if live_only:
        wanted = wanted.where(col(Link.live))
    numbers = set(claims)
    found = {
        row.number: row
        for end in (col(Link.a_number), col(Link.b_number))
        for row in among(session, wanted, end, numbers)
    }
    return [found[number] for number in sorted(found)]


def among(
    session: Session, wanted: SelectOfScalar[Row], column: Column, numbers: Iterable[int]
) -> list[Row]:
    """The rows whose column holds one of the numbers, by their own number."""
    asked = sorted(set(numbers))
    found: list[Row] = []
    for start in range(0, len(asked), _BATCH):
        found += session.exec(wanted.where(column.in_(asked[start : start + _BATCH])))
    return sorted(found, key=lambda row: row.number)


def merged_into(session: Session, claim: int) -> int | None:
    """The claim a merged one became."""
    wanted = select(Link.b_number).where(
        col(Link.live), Link.kind == "merged", Link.a_number == claim
    )
    return session.exec(wanted.order_by(col(Link.number).desc())).first()


def wordings(session: Session, claim: int) -> list[Wording]:
    """The wordings a claim had before, oldest first."""
    wanted = select(Wording).where(col(Wording.live), Wording.claim_number == claim)
    return list(session.exec(wanted.order_by(col(Wording.number))))


def claims_once_worded(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The live claim that once had the wording of each key; the latest where several had it."""
    wanted = (
        select(Wording.key, Wording.claim_number)
        .join(Claim, col(Claim.number) == Wording.claim_number)
        .where(col(Wording.live), col(Claim.live), col(Wording.key).in_(sorted(set(keys))))
        .order_by(col(Wording.number))
    )
    return dict(session.exec(wanted).all())


def judged_apart(session: Session, one: int, other: int) -> Decision | None:
    """The latest decision that keeps two claims apart.

    Somebody said that a statement of one does not belong to the other, or moved it away from
    there, or said of a pair of statements that they are about different claims.
    """
    of = {
        claim: select(Filing.statement_number).where(col(Filing.live), Filing.claim_number == claim)
        for claim in (one, other)
    }
    refused = select(Question.statement_number).where(
        col(Question.live),
        Question.state == "different",
        or_(
            (col(Question.claim_number) == one) & col(Question.statement_number).in_(of[other]),
            (col(Question.claim_number) == other) & col(Question.statement_number).in_(of[one]),
        ),
    )
    statements = sorted(session.exec(refused))
    a, b = col(Conflict.a_number), col(Conflict.b_number)
    parted = select(Conflict.number).where(
        Conflict.state == "decided",
        or_(a.in_(of[one]) & b.in_(of[other]), a.in_(of[other]) & b.in_(of[one])),
    )
    beside = select(Conflict.number).where(or_(a.in_(statements), b.in_(statements)))
    superseded = select(Decision.supersedes).where(col(Decision.supersedes).is_not(None))
    said = (
        select(Decision)
        .where(
            col(Decision.answer).in_(("different_claims", "same_claim")),
            col(Decision.number).not_in(superseded),
            or_(
                col(Decision.conflict_number).in_(parted),
                col(Decision.conflict_number).in_(beside),
                col(Decision.statement_number).in_(statements),
            ),
        )
        .order_by(col(Decision.number).desc())
    )
    return session.exec(said).first()


def perhaps_apart(session: Session, claims: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of these claims between which ``judged_apart`` may find a decision, in order.

    One question for all of them: most claims were never judged, and each pair costs two.
    """
    asked = {"claims": sorted(set(claims))}
    found = {(min(pair), max(pair)) for pair in session.connection().execute(_PARTED, asked).all()}
    return sorted(pair for pair in found if pair[0] != pair[1])


def points_at(session: Session, table: type[Table], number: int) -> list[tuple[str, int]]:
    """The rows one row points at, by table and number; the journal's entry is left out."""
    sql_table = table.metadata.tables[str(table.__tablename__)]
    wanted = sql_table.select().where(sql_table.c.number == number)
    row = session.connection().execute(wanted).mappings().one()
    return [
        (key.column.table.name, row[column.name])
        for column in sql_table.columns
        for key in column.foreign_keys
        if key.column.table.name != "entry" and row[column.name] is not None
    ]
