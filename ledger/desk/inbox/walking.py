"""Walking the inbox: each page with its own text, and where in it every proposal stands."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import ProposalView, inbox
from ledger.extraction import is_headline
from ledger.store.asking import queries
from ledger.store.tables.ledger import Document


@dataclass(frozen=True, slots=True)
class Spot:
    """A proposal at its place.

    Attributes:
        view: the proposal.
        start: its first code point in the page.
        end: one past its last.
        section: how many headings of the page stand before it.
    """

    view: ProposalView
    start: int
    end: int
    section: int


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
            if document is None or document.text is None:
                continue
            headings = list(_headings(document.text))
            spots = [
                Spot(views[f"P{r.number}"], r.start, r.end, bisect_right(headings, r.start))
                for r in sorted(rows, key=lambda row: row.start)
                if r.document_number == number
            ]
            kept = document.title, document.published_on, document.text
            pages.append(Page(f"D{number}", *kept, tuple(spots)))
    return tuple(pages)


def _headings(text: str) -> Iterator[int]:
    """Where the headings of a page begin."""
    at = 0
    for row in text.splitlines(keepends=True):
        if row.strip() and is_headline(row):
            yield at
        at += len(row)
