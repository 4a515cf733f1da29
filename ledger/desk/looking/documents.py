"""Archived pages: whose they are, their words, and what was filed from them."""

from dataclasses import dataclass
from datetime import date

from ledger.store.asking import archive
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.tables.ledger import Document


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document.

    Attributes:
        ref: its reference.
        outlet: who published it.
        title: its headline.
        url: where it stands.
        published_on: the day it was published.
        language: what it is written in.
        text: its words, where they are archived.
        sha256: their hash.
        statements: what was filed from it, by reference.
        proposals: what it proposes and waits in the inbox, by reference.
    """

    ref: str
    outlet: str
    title: str | None
    url: str | None
    published_on: date | None
    language: str | None
    text: str | None
    sha256: str | None
    statements: tuple[str, ...]
    proposals: tuple[str, ...]


def document_view(session: Session, row: Document) -> DocumentView:
    """A document with what came of it."""
    waiting = archive.proposals(session, state="open", of_document=row.number)
    return DocumentView(
        ref=f"D{row.number}",
        outlet=lookups.names_of(session, "outlet")[row.outlet_number],
        title=row.title,
        url=row.url,
        published_on=row.published_on,
        language=row.language,
        text=row.text,
        sha256=row.sha256,
        statements=tuple(f"S{number}" for number in archive.statements_of(session, row.number)),
        proposals=tuple(f"P{proposal.number}" for proposal in waiting),
    )
