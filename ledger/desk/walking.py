"""Walking the inbox: each page with its own text, and where in it every proposal stands."""

from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.inbox import ProposalView, inbox
from ledger.store import queries
from ledger.store.tables import Document


@dataclass(frozen=True, slots=True)
class Spot:
    """A proposal at its place.

    Attributes:
        view: the proposal.
        start: its first code point in the page.
        end: one past its last.
    """

    view: ProposalView
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """An archived page that still proposes something, in the order of its words."""

    ref: str
    title: str | None
    published_on: date | None
    text: str
    spots: tuple[Spot, ...]


def walk(desk: Desk) -> tuple[Page, ...]:
    """The pages with open proposals, the one archived first in front."""
    views = {view.ref: view for view in inbox(desk)}
    with desk.reading() as session:
        rows = [r for r in queries.proposals(session, state="open") if f"P{r.number}" in views]
        pages = []
        for number in dict.fromkeys(row.document_number for row in rows):
            document = queries.by_number(session, Document, number)
            spots = [
                Spot(views[f"P{row.number}"], row.start, row.end)
                for row in sorted(rows, key=lambda row: row.start)
                if row.document_number == number
            ]
            if document is not None and document.text is not None:
                kept = document.title, document.published_on, document.text
                pages.append(Page(f"D{number}", *kept, tuple(spots)))
    return tuple(pages)
