"""The inbox: proposed statements that wait for a person to accept, edit or reject them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.desk.desk import Desk
from ledger.desk.looking.views import ConflictView, Views
from ledger.desk.references import Reference
from ledger.desk.statements.adding import Added, check_choice, near_claims, told
from ledger.desk.statements.entering import Place
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.outcomes import Recording
from ledger.desk.statements.recording import record
from ledger.errors import InvalidField, NotFound, NotOpen
from ledger.extraction import day_published, full_name
from ledger.model import NewStatement
from ledger.store.asking import archive, findings
from ledger.store.asking.among import by_number
from ledger.store.connecting.session import Session
from ledger.store.index import lookups
from ledger.store.journal.act import Act
from ledger.store.tables.ledger import Document, Proposal

EDITABLE = ("speaker", "relayed_from", "outlet", "said_on", "topic")
"""What a person may correct in a proposal, or say of it; the words are the page's own and stay.

The topic is the event a section of a page tells of, and becomes that of a claim founded on it.
"""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """One proposal with the page it comes from.

    ``published_on`` is the page's day; a teaser on it is of a day of its own.
    """

    ref: str
    text: str
    speaker: str | None
    relayed_from: str | None
    relay_basis: str | None
    outlet: str
    said_on: date | None
    said_on_basis: str | None
    published_on: date | None
    topic: str | None
    score: float
    reasons: tuple[str, ...]
    region: str
    state: str
    document: str
    title: str | None
    url: str | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a run of proposals became.

    Attributes:
        filed: each one's statement and the claim it stands under, by reference.
        conflicts: the conflicts they opened.
    """

    filed: tuple[tuple[str, str], ...]
    conflicts: tuple[ConflictView, ...]


def inbox(desk: Desk, state: str | None = "open") -> list[ProposalView]:
    """Proposals by number; those that wait, unless another state or all (``None``) are wanted."""
    with desk.reading() as session:
        rows = archive.proposals(session, state=state)
        return [view_of(row, _page(session, row)) for row in rows]


def edit(desk: Desk, proposal: Reference, **changes: str | date | None) -> ProposalView:
    """Correct who said it, who relayed and published it, when it was said, or of what event.

    Raises:
        NotFound: when there is no such proposal.
        NotOpen: when it was accepted or rejected before.
        InvalidField: when a field cannot be corrected here, or not to this.
    """
    return edit_all(desk, [proposal], **changes)[0]


def edit_all(
    desk: Desk, proposals: Sequence[Reference], **changes: str | date | None
) -> list[ProposalView]:
    """Correct a run of proposals in one act, so that one undo takes all of it back.

    Raises:
        NotFound: when there is no such proposal.
        NotOpen: when one of them was accepted or rejected before; nothing is corrected.
        InvalidField: when a field cannot be corrected here, or not to this.
    """
    unknown = sorted(changes.keys() - set(EDITABLE))
    if unknown:
        raise InvalidField(unknown[0], f"is not one of {', '.join(EDITABLE)}")
    with desk.acting("edit") as act:
        rows = [_open(act.session, proposal) for proposal in proposals]
        for row in rows:
            _correct(act, row, changes)
        act.summary = f"{', '.join(map(str, proposals))}: {', '.join(changes)}"
        return [view_of(row, _page(act.session, row)) for row in rows]


def _correct(act: Act, row: Proposal, changes: Mapping[str, str | date | None]) -> None:
    words = _words(row, _page(act.session, row))
    corrected = {**{name: getattr(row, name) for name in EDITABLE}, **changes}
    new = NewStatement.checked({"text": words, **corrected})
    values = {name: getattr(new, name) for name in changes}
    if "relayed_from" in changes:
        values["relay_basis"] = "explicit" if new.relayed_from else None
    if "said_on" in changes:
        values["said_on_basis"] = "explicit" if new.said_on else None
    act.update(Proposal, row.number, **values)


def propose(desk: Desk, document: Reference, start: int, end: int) -> Reference:
    """Propose words of an archived page that the reader passed over, as a person marked them.

    Raises:
        NotFound: when the ledger holds no such page.
        InvalidField: when nothing is marked, or just that was proposed before.
    """
    with desk.acting("propose") as act:
        page = by_number(act.session, Document, document.number)
        if page is None or page.text is None:
            raise NotFound(str(document))
        marked = page.text[start:end]
        start, end = start + len(marked) - len(marked.lstrip()), start + len(marked.rstrip())
        if start >= end:
            raise InvalidField("text", "is empty: mark the words in the page first")
        held = archive.proposals(act.session, of_document=page.number, live_only=False)
        if any((row.start, row.end) == (start, end) for row in held):
            raise InvalidField("text", "was proposed before, in just these words")
        number = act.next_number(Proposal)
        row = {
            "number": number,
            "document_number": page.number,
            "start": start,
            "end": end,
            "outlet": lookups.names_of(act.session, "outlet")[page.outlet_number],
            "score": 1.0,
            "reasons": json.dumps(["marked by hand"]),
            "region": "main",
        }
        act.insert(Proposal, [row])
        act.summary = f"P{number} marked in {document}"
    return Reference("proposal", number)


def reject(desk: Desk, *proposals: Reference) -> None:
    """Say that proposals are not worth filing, in one act; they will not be proposed again.

    Raises:
        NotFound: when there is no such proposal.
        NotOpen: when one was accepted or rejected before; nothing is rejected.
    """
    with desk.acting("reject") as act:
        for proposal in proposals:
            act.update(Proposal, _open(act.session, proposal).number, state="rejected")
        act.summary = f"{', '.join(map(str, proposals))} rejected"


def accept(desk: Desk, proposal: Reference, choice: Choice | None = None) -> Added:
    """Record a proposal as a statement, matched and compared like any other.

    Args:
        desk: whose ledger.
        proposal: which one.
        choice: the claim a person wants it under; ``None`` leaves it to the score.

    Raises:
        NotFound: when there is no such proposal or claim.
        NotOpen: when it was accepted or rejected before.
    """
    with desk.reading() as session:
        new = _new(session, _open(session, proposal))
    near = near_claims(desk, new)
    return told(desk, _recorded(desk, [proposal], choice), near)


def accept_all(
    desk: Desk, proposals: Sequence[Reference], choice: Choice | None = None
) -> Accepted:
    """Record proposals as statements in one act, so that one undo takes all of it back.

    Raises:
        NotFound: when there is no such proposal or claim.
        NotOpen: when one was accepted or rejected before; nothing is recorded.
    """
    recording = _recorded(desk, proposals, choice)
    with desk.reading() as session:
        found = findings.numbered(session, recording.conflicts)
        conflicts = Views(session).conflicts(found)
    filed = ((f"S{row.statement}", f"C{row.filed.claim}") for row in recording.rows)
    return Accepted(tuple(filed), tuple(conflicts))


def _recorded(desk: Desk, proposals: Sequence[Reference], choice: Choice | None) -> Recording:
    with desk.acting("accept") as act:
        check_choice(act, choice)
        rows = [_open(act.session, proposal) for proposal in proposals]
        new = [_new(act.session, row) for row in rows]
        stands = [Place(row.document_number, row.start, row.end) for row in rows]
        places = dict(zip([one.identity() for one in new], stands, strict=True))
        recording = record(act, new, choice=choice, places=places)
        for row, recorded in zip(rows, recording.rows, strict=True):
            number = recorded.statement
            act.update(Proposal, row.number, state="accepted", statement_number=number)
        act.summary = "; ".join(
            f"{proposal} is S{recorded.statement} under C{recorded.filed.claim}"
            for proposal, recorded in zip(proposals, recording.rows, strict=True)
        )
    return recording


def _new(session: Session, row: Proposal) -> NewStatement:
    """The proposal as a statement; a teaser has a day of its own, and not the page's headline."""
    document = _page(session, row)
    page = document.text or ""
    fields = {
        "text": _words(row, document),
        "speaker": full_name(page, row.speaker) if row.speaker else None,
        "relayed_from": row.relayed_from,
        "outlet": row.outlet,
        "said_on": row.said_on,
        "topic": row.topic,
        "published_on": day_published(page, row.start, document.published_on),
        "url": document.url,
        "document": document.title,
        "notes": document.title if row.region != "teaser" else None,
    }
    return NewStatement.checked(fields)


def _open(session: Session, proposal: Reference) -> Proposal:
    row = by_number(session, Proposal, proposal.number)
    if row is None or not row.live:
        raise NotFound(str(proposal))
    if row.state != "open":
        raise NotOpen(str(proposal), row.state)
    return row


def _page(session: Session, row: Proposal) -> Document:
    return session.orm.get_one(Document, row.document_number)


def _words(row: Proposal, document: Document) -> str:
    return (document.text or "")[row.start : row.end]


def view_of(row: Proposal, document: Document) -> ProposalView:
    """A proposal with the page it comes from."""
    return ProposalView(
        ref=f"P{row.number}",
        text=_words(row, document),
        speaker=row.speaker,
        relayed_from=row.relayed_from,
        relay_basis=row.relay_basis,
        outlet=row.outlet,
        said_on=row.said_on,
        said_on_basis=row.said_on_basis,
        published_on=document.published_on if row.region != "teaser" else None,
        topic=row.topic,
        score=row.score,
        reasons=tuple(json.loads(row.reasons)),
        region=row.region,
        state=row.state,
        document=f"D{row.document_number}",
        title=document.title,
        url=document.url,
        statement=f"S{row.statement_number}" if row.statement_number is not None else None,
    )
