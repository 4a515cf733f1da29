"""What the documents of the inverted index say, and which live claim each belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from ledger.store.postings import claim_document, statement_document
from ledger.store.tables import Claim, Filing, Statement

_BATCH = 500
"""Documents asked for in one query; SQLite allows 32,766 parameters, older builds 999."""


class Indexed(NamedTuple):
    """One document of a live claim.

    Attributes:
        document: its number in the index.
        claim: the claim's number.
        lines: what the statement is found by besides its claim: words, speaker, notes; of a claim
            none.
        about: the claim's wording and topic.
    """

    document: int
    claim: int
    lines: tuple[str | None, ...]
    about: tuple[str | None, ...]


def indexed(session: Session, documents: Iterable[int]) -> dict[int, Indexed]:
    """The documents that belong to a live claim, by number; withdrawn ones are left out."""
    wanted = sorted(set(documents))
    found: dict[int, Indexed] = {}
    for batch in _batches([document // 2 for document in wanted if document % 2 == 0]):
        for row in session.exec(_statements().where(col(Statement.number).in_(batch))):
            document = statement_document(row[0])
            found[document] = Indexed(document, row[1], tuple(row[2:5]), tuple(row[5:]))
    for batch in _batches([document // 2 for document in wanted if document % 2]):
        for number, *about in session.exec(_claims().where(col(Claim.number).in_(batch))):
            document = claim_document(number)
            found[document] = Indexed(document, number, (), tuple(about))
    return found


def first_statements(session: Session, claims: Iterable[int]) -> dict[int, int]:
    """The first live statement of each claim that has one."""
    found: dict[int, int] = {}
    for batch in _batches(sorted(set(claims))):
        wanted = (
            select(Filing.claim_number, func.min(Filing.statement_number))
            .where(col(Filing.claim_number).in_(batch), col(Filing.live))
            .group_by(col(Filing.claim_number))
        )
        found.update(session.exec(wanted).all())
    return found


def everything(session: Session) -> Iterator[tuple[int, tuple[str | None, ...]]]:
    """Every document with its own lines, live or not, statements first, each kind by number."""
    statements = select(Statement.number, Statement.text, Statement.speaker, Statement.notes)
    for number, *lines in session.exec(statements.order_by(col(Statement.number))):
        yield statement_document(number), tuple(lines)
    claims = select(Claim.number, Claim.wording, Claim.topic).order_by(col(Claim.number))
    for number, *lines in session.exec(claims):
        yield claim_document(number), tuple(lines)
