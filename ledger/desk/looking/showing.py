"""Looking things up: by reference, by words, by state, and through the journal."""

from collections.abc import Iterable

from ledger.desk.desk import Desk
from ledger.desk.looking.browsing import Order, let_through
from ledger.desk.looking.documents import DocumentView, document_view
from ledger.desk.looking.rulings import DecisionView
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ClaimView, ConflictView, EntryView, Views, entry_view
from ledger.desk.references import Kind, Reference
from ledger.errors import Merged, NotFound
from ledger.store.asking import dossier, findings, membership
from ledger.store.asking.among import by_number
from ledger.store.asking.findings import OPEN_STATES
from ledger.store.connecting.session import Session
from ledger.store.journal.chain import recent_entries, trail
from ledger.store.tables.base import Table
from ledger.store.tables.ledger import Claim, Conflict, Document, Filing, Proposal, Question

_WRITTEN: dict[Kind, type[Table]] = {
    "claim": Claim,
    "statement": Filing,
    "conflict": Conflict,
    "document": Document,
    "question": Question,
    "proposal": Proposal,
}
"""Where the changing part of a thing is written; a statement never changes, but its filing does."""


Shown = ClaimView | StatementView | ConflictView | DocumentView


def show(desk: Desk, reference: Reference) -> Shown:
    """One claim, statement, conflict or document.

    Raises:
        NotFound: when the ledger holds no such thing.
        Merged: naming the claim that a merged one became.
    """
    with desk.reading() as session:
        for found in _views_of(session, reference):
            return found
        raise absent(session, reference) if reference.kind == "claim" else NotFound(str(reference))


def _views_of(session: Session, reference: Reference) -> Iterable[Shown]:
    """What a reference names: one thing or none."""
    views, numbers = Views(session), [reference.number]
    if reference.kind == "claim":
        return views.claims(membership.claims(session, numbers))
    if reference.kind == "conflict":
        return views.conflicts(row for row in findings.numbered(session, numbers) if row.live)
    if reference.kind == "document":
        row = by_number(session, Document, reference.number)
        return [document_view(session, row)] if row is not None else []
    return views.statements(numbers if reference.kind == "statement" else ()).values()


def absent(session: Session, claim: Reference) -> NotFound | Merged:
    """Why a claim cannot be shown: the ledger never held it, or it became part of another."""
    became = dossier.merged_into(session, claim.number)
    return NotFound(str(claim)) if became is None else Merged(str(claim), f"C{became}")


def standing_decision(desk: Desk, conflict: Reference) -> DecisionView | None:
    """What a conflict was decided as, by whom and why; ``None`` while it is open.

    Raises:
        NotFound: when the ledger holds no such conflict.
    """
    found = show(desk, conflict)
    if not isinstance(found, ConflictView) or found.state != "decided":
        return None
    return next((one for one in reversed(found.decisions) if not one.superseded), None)


def conflicts(
    desk: Desk, *, open_only: bool = False, noted: bool = False, assignee: str | None = None
) -> list[ConflictView]:
    """Conflicts by number.

    Args:
        desk: where to look.
        open_only: only those that still want a person.
        noted: also what is only worth a look.
        assignee: only those this person is to decide.
    """
    states = OPEN_STATES if open_only else (*OPEN_STATES, "decided")
    with desk.reading() as session:
        wanted = (*states, "noted") if noted else states
        found = Views(session).conflicts(findings.live(session, states=wanted))
    return [view for view in found if assignee is None or view.assignee == assignee]


def find(desk: Desk, query: str, limit: int, order: Order = "newest") -> list[ClaimView]:
    """The first claims a filter lets through: words, ``speaker:``, ``status:`` and the like.

    Raises:
        BadFilter: as :func:`~ledger.desk.looking.browsing.browse`.
    """
    numbers = [found.number for found in let_through(desk, query, order)[:limit]]
    with desk.reading() as session:
        rows = {row.number: row for row in membership.claims(session, numbers)}
        return Views(session).claims(rows[number] for number in numbers if number in rows)


def history(desk: Desk, reference: Reference | None = None) -> list[EntryView]:
    """The journal, newest first; with a reference, the acts that wrote that thing.

    Raises:
        NotFound: when the ledger holds no such thing.
    """
    with desk.reading() as session:
        if reference is None:
            return [entry_view(entry) for entry in recent_entries(session)]
        written = trail(session, _WRITTEN[reference.kind], reference.number)
        if not written:
            raise NotFound(str(reference))
        return [entry_view(entry) for entry in written]
