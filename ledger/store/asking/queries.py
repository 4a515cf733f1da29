"""What the desk asks of the tables. Every list has a stated order; nothing here writes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from sqlalchemy import bindparam, func
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from ledger.store.asking.among import among, numbered_among
from ledger.store.asking.dossier import claims_once_worded
from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import (
    Claim,
    Conflict,
    Decision,
    Document,
    Filing,
    Outlet,
    OutletAlias,
    Proposal,
    Quantity,
    Question,
    Speaker,
    SpeakerAlias,
    Statement,
)

Numbered = TypeVar(
    "Numbered", Outlet, Speaker, Statement, Claim, Conflict, Question, Document, Proposal
)
_STATEMENT = sql_table(Statement).c
_DOCUMENT = sql_table(Document).c
# Put together once: asked whenever a statement is recorded.
_BY_ID = sql_select(_STATEMENT.id, _STATEMENT.number).where(
    _STATEMENT.id.in_(bindparam("ids", expanding=True))
)
_DOCUMENTS = sql_select(_DOCUMENT.identity, _DOCUMENT.number).where(
    _DOCUMENT.identity.in_(bindparam("identities", expanding=True))
)


class Named(NamedTuple):
    """An outlet or a speaker; one that was merged into another is no longer live."""

    number: int
    name: str
    kind: str | None
    live: bool


class Alias(NamedTuple):
    """One name an outlet or a speaker goes by."""

    number: int
    owner: int
    alias: str
    key: str


def by_number(session: Session, table: type[Numbered], number: int) -> Numbered | None:
    """One row by its number, live or not."""
    return session.orm.get(table, number)


def known_ids(session: Session, ids: Iterable[str]) -> dict[str, int]:
    """Which of these statement ids the ledger holds, and under which number."""
    return dict(keyed(session.connection(), _BY_ID, sorted(set(ids))))


def claims(session: Session, numbers: Iterable[int] | None = None) -> Iterator[Claim]:
    """Live claims by number, ascending; all of them when no numbers are given."""
    ordered = select(Claim).where(col(Claim.live)).order_by(col(Claim.number))
    if numbers is None:
        return iter(session.orm.exec(ordered))
    return among(session, ordered, col(Claim.number), numbers)


def claims_by_key(session: Session, keys: Iterable[str]) -> dict[str, int]:
    """The live claim of each key; the oldest where two share one.

    A key no claim has leads to the claim that had it before it was renamed or merged.
    """
    asked = set(keys)
    wanted = select(Claim.key, Claim.number).where(col(Claim.live))
    oldest_last = wanted.order_by(col(Claim.number).desc())
    found = dict(among(session, oldest_last, col(Claim.key), asked))
    return claims_once_worded(session, asked - found.keys()) | found


def filings(
    session: Session,
    *,
    of_statements: Iterable[int] | None = None,
    of_claims: Iterable[int] | None = None,
) -> list[Filing]:
    """Which statements stand under which claims, by statement number."""
    ordered = select(Filing).where(col(Filing.live)).order_by(col(Filing.statement_number))
    if of_statements is None and of_claims is None:
        return list(session.orm.exec(ordered))
    column = Filing.statement_number if of_statements is not None else Filing.claim_number
    numbers = of_statements if of_statements is not None else of_claims or ()
    found = among(session, ordered, col(column), numbers)
    return sorted(found, key=lambda filing: filing.statement_number)


def unread(session: Session, reader: int, among: range | None) -> list[int]:
    """Statements the given version of the reader has not looked at, by number; of all, or of some.

    Readers come in turn, and each reads again all there is at once. What holds no figures counts as
    looked at once anything was read again, and where nothing an older reader read comes after it.
    """
    older = select(Quantity.statement_number).where(Quantity.reader < reader)
    newer = select(Quantity.statement_number).where(Quantity.reader >= reader)
    last = select(func.max(Quantity.statement_number)).where(Quantity.reader < reader)
    number, until = col(Statement.number), last.scalar_subquery()
    wanted = select(Statement.number).where(number <= until, number.not_in(newer))
    read_again = col(Quantity.statement_number).in_(older)
    if session.orm.exec(newer.where(read_again).limit(1)).first() is not None:
        wanted = wanted.where(number.in_(older))
    if among is not None:
        wanted = wanted.where(number >= among.start, number < among.stop)
    return list(session.orm.exec(wanted.order_by(number)))


def decisions(session: Session, *, of_conflicts: Iterable[int] | None = None) -> list[Decision]:
    """Decisions in the order they were taken; all of them when no conflicts are given."""
    wanted = select(Decision).order_by(col(Decision.number))
    if of_conflicts is not None:
        return numbered_among(session, wanted, col(Decision.conflict_number), of_conflicts)
    return list(session.orm.exec(wanted))


def decision(session: Session, number: int) -> Decision:
    """One decision the journal vouches for."""
    return session.orm.get_one(Decision, number)


def open_questions(session: Session) -> list[Question]:
    """The questions that wait for a person, by number, ascending."""
    wanted = select(Question).where(col(Question.live), Question.state == "open")
    return list(session.orm.exec(wanted.order_by(col(Question.number))))


def questions_about(session: Session, statement: int, claim: int) -> list[Question]:
    """What was asked about one statement and one claim: one row or none."""
    wanted = select(Question).where(
        Question.statement_number == statement, Question.claim_number == claim
    )
    return list(session.orm.exec(wanted))


def questions_to(session: Session, claim: int) -> list[Question]:
    """What was ever asked about one claim, live or not, by number."""
    wanted = select(Question).where(Question.claim_number == claim)
    return list(session.orm.exec(wanted.order_by(col(Question.number))))


def questions_of(session: Session, statements: Iterable[int]) -> dict[tuple[int, int], Question]:
    """What was ever asked about these statements, live or not, by statement and claim."""
    rows = among(session, select(Question), col(Question.statement_number), statements)
    return {(row.statement_number, row.claim_number): row for row in rows}


def refused(session: Session, statements: Iterable[int]) -> dict[int, set[int]]:
    """The claims a person said these statements do not belong to, and has not taken back."""
    claims: dict[int, set[int]] = {}
    for (statement, claim), question in questions_of(session, statements).items():
        if question.live and question.state == "different":
            claims.setdefault(statement, set()).add(claim)
    return claims


def document_numbers(session: Session, identities: Iterable[str]) -> dict[str, int]:
    """The numbers of the documents with these identities."""
    return dict(keyed(session.connection(), _DOCUMENTS, sorted(set(identities))))


def archived(session: Session) -> list[tuple[int, str | None, str]]:
    """Number, address and hash of every archived page, by number."""
    rows = select(Document.number, Document.url, Document.sha256)
    wanted = rows.where(col(Document.sha256).is_not(None)).order_by(col(Document.number))
    return [(number, url, sha256 or "") for number, url, sha256 in session.orm.exec(wanted)]


def archived_at(session: Session, url: str) -> Document | None:
    """The newest document of this address whose text is archived."""
    wanted = select(Document).where(Document.url == url, col(Document.sha256).is_not(None))
    return session.orm.exec(wanted.order_by(col(Document.number).desc())).first()


def proposals(
    session: Session,
    *,
    state: str | None = None,
    of_document: int | None = None,
    live_only: bool = True,
) -> list[Proposal]:
    """Proposals by number, ascending."""
    wanted = select(Proposal).order_by(col(Proposal.number))
    if live_only:
        wanted = wanted.where(col(Proposal.live))
    if state is not None:
        wanted = wanted.where(Proposal.state == state)
    if of_document is not None:
        wanted = wanted.where(Proposal.document_number == of_document)
    return list(session.orm.exec(wanted))


def named(session: Session, table: type[Outlet] | type[Speaker]) -> list[Named]:
    """Every outlet or speaker by number."""
    rows = select(table.number, table.name, table.kind, table.live).order_by(col(table.number))
    return [Named(*row) for row in session.orm.exec(rows)]


def aliases(
    session: Session,
    table: type[OutletAlias] | type[SpeakerAlias],
    numbers: Iterable[int] | None = None,
) -> list[Alias]:
    """Live aliases by number, ascending; all of them when no numbers are given."""
    rows = (
        select(table.number, table.owner, table.alias, table.key)
        .where(col(table.live))
        .order_by(col(table.number))
    )
    found = (
        session.orm.exec(rows)
        if numbers is None
        else among(session, rows, col(table.number), numbers)
    )
    return [Alias(*row) for row in found]
