"""Walking the inbox: each page with its own text, and where in it every proposal stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import ProposalView, view_of
from ledger.extraction import is_headline
from ledger.gathering import gathered
from ledger.store.asking import archive
from ledger.store.tables.ledger import Document, Proposal


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
    with desk.reading() as session:
        rows = archive.proposals(session, state="open")
        waiting = gathered((row.document_number, row) for row in rows)
        return tuple(
            _page(session.orm.get_one(Document, number), own) for number, own in waiting.items()
        )


def _page(document: Document, proposals: Iterable[Proposal]) -> Page:
    text = document.text or ""
    headings = list(_headings(text))
    spots = (
        Spot(view_of(row, document), row.start, row.end, bisect_right(headings, row.start))
        for row in sorted(proposals, key=lambda row: row.start)
    )
    kept = document.title, document.published_on, text
    return Page(f"D{document.number}", *kept, tuple(spots))


def _headings(text: str) -> Iterator[int]:
    """Where the headings of a page begin."""
    at = 0
    for row in text.splitlines(keepends=True):
        if row.strip() and is_headline(row):
            yield at
        at += len(row)
