"""Documents, the pages archived with them, and the statements those propose."""

from collections.abc import Iterable

from sqlalchemy import bindparam
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from ledger.store.bulk.keyed import keyed
from ledger.store.connecting.session import Session
from ledger.store.tables.base import sql_table
from ledger.store.tables.ledger import Document, Filing, Proposal, Statement

_DOCUMENT = sql_table(Document).c
# Put together once: asked whenever a statement is recorded.
_DOCUMENTS = sql_select(_DOCUMENT.identity, _DOCUMENT.number).where(
    _DOCUMENT.identity.in_(bindparam("identities", expanding=True))
)


def numbers(session: Session, identities: Iterable[str]) -> dict[str, int]:
    """The numbers of the documents with these identities."""
    return dict(keyed(session.connection(), _DOCUMENTS, sorted(set(identities))))


def pages(session: Session) -> list[tuple[int, str | None, str]]:
    """Number, address and hash of every archived page, by number."""
    rows = select(Document.number, Document.url, Document.sha256)
    wanted = rows.where(col(Document.sha256).is_not(None)).order_by(col(Document.number))
    return [(number, url, sha256 or "") for number, url, sha256 in session.orm.exec(wanted)]


def newest_page(session: Session, url: str) -> Document | None:
    """The newest document of this address whose text is archived."""
    wanted = select(Document).where(Document.url == url, col(Document.sha256).is_not(None))
    return session.orm.exec(wanted.order_by(col(Document.number).desc())).first()


def statements_of(session: Session, document: int) -> list[int]:
    """The statements that stand under a claim and come from a document, by number."""
    filed = select(Filing.statement_number).where(col(Filing.live))
    wanted = select(Statement.number).where(Statement.document_number == document)
    held = wanted.where(col(Statement.number).in_(filed)).order_by(col(Statement.number))
    return list(session.orm.exec(held))


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
