"""How statements, claims, matches and conflicts look as plain text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from ledger.cli import output
from ledger.gathering import gathered
from ledger.text.display import show_line

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.desk.looking.disputes import Dispute
    from ledger.desk.looking.documents import DocumentView
    from ledger.desk.looking.rulings import DecisionView
    from ledger.desk.looking.statement_views import StatementView
    from ledger.desk.looking.verdict_views import VerdictView
    from ledger.desk.looking.views import ClaimView, ConflictView
    from ledger.desk.texts.bridging import Apart
    from ledger.desk.texts.matching import ClaimMatch

WORDING = 90
"""Cells of a claim's wording in a list: a line of a common terminal with room for the rest."""
_LINES = 4
"""Lines about, for a text among many near ones; 'factledger show' gives all of it."""
_LOOKS = 5
"""Disputes under a claim that are only worth a look, before the rest is named by reference."""
_LABEL = len("differs") + len(output.GAP)

STATES = {"noted": "worth a look"}
LINKS = {
    "complement": "with it makes a whole:",
    "part_of": "part of",
    "has_part": "has as a part",
    "same_event": "about the same event as",
}


def source(statement: "StatementView") -> str:
    """The attribution chain and the day, as one phrase."""
    chain = statement.outlet
    if statement.relayed_from:
        chain = f"{chain}, relaying {statement.relayed_from}"
    if statement.speaker:
        chain = f"{statement.speaker}, in {chain}"
    return f"{chain}, {day(statement.day)}"


def day(on: date | None) -> str:
    """A day as people write it."""
    return f"{on.day} {on:%b %Y}" if on is not None else "undated"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number of things, as people say it."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def entries(number: int) -> str:
    """A number of journal entries."""
    return count(number, "entry", "entries")


def print_statement(statement: "StatementView") -> None:
    """One statement with everything known about it."""
    filed = f"under {statement.claim}" if statement.claim else "taken back, under no claim"
    output.line(f"{statement.ref}  {filed}  {source(statement)}")
    output.paragraph(statement.text, "  ")
    for figure in statement.figures:
        output.line(f"  reads: {figure}")
    details = (
        ("link", statement.url),
        ("document", _named(statement.page, statement.document)),
        ("notes", statement.notes),
        ("your id", statement.importer_ref),
    )
    for name, value in details:
        if value:
            output.line(f"  {name}: {value}")


def _named(ref: str | None, title: str | None) -> str:
    """A document by its reference and its title, as far as it has them."""
    return output.GAP.join(part for part in (ref, title) if part)


def print_document(document: "DocumentView") -> None:
    """One document: whose and when, what came of it, and its words."""
    output.line(f"{document.ref}  {document.outlet}, {day(document.published_on)}")
    details = (
        ("title", document.title),
        ("link", document.url),
        ("sha-256", document.sha256),
        ("filed", ", ".join(document.statements)),
        ("in the inbox", ", ".join(document.proposals)),
    )
    for name, value in details:
        if value:
            output.line(f"  {name}: {value}")
    if document.text:
        output.line()
        output.paragraph(document.text.strip(), "  ")


def print_claim(claim: "ClaimView") -> None:
    """One claim with its statements and what was found between them."""
    topic = f"  [{claim.topic}]" if claim.topic else ""
    output.line(f"{claim.ref}  {claim.wording}{topic}")
    origins = count(claim.origins, "origin" if claim.origins == 1 else "independent origin")
    output.line(f"{count(len(claim.statements), 'statement')}, {origins}")
    for verdict in claim.verdicts:
        print_verdict(verdict)
    for link in claim.links:
        output.line(f"{LINKS[link.kind]} {link.claim}  {show_line(link.wording, WORDING)}")
    for note in claim.notes:
        output.line(f"note, {day(note.at.date())}, {note.actor}:")
        output.paragraph(note.text, "  ")
    for statement in claim.statements:
        output.line()
        print_statement(statement)
    _print_differences(claim.conflicts)


def _print_differences(conflicts: Sequence["ConflictView"]) -> None:
    """The conflicts of a claim, each dispute on one line; of what is worth a look the first few."""
    from ledger.desk.looking.disputes import disputes

    looks = [conflict for conflict in conflicts if conflict.state == "noted"]
    told = disputes(conflict for conflict in conflicts if conflict.state != "noted")
    told += disputes(looks)[:_LOOKS]
    if told:
        output.line()
    for dispute in told:
        first = dispute.conflicts[0]
        against = ", ".join(other.ref for other in dispute.against)
        sides = f"{dispute.pivot.ref} and {against}" if against else dispute.pivot.ref
        output.line(f"{_refs(dispute.conflicts)}  {_state(first)}  {sides}: {first.explanation}")
    refs = {conflict.ref for dispute in told for conflict in dispute.conflicts}
    if rest := [conflict for conflict in looks if conflict.ref not in refs]:
        output.line(f"and {len(rest)} more worth a look: {_refs(rest)}")


def print_verdict(verdict: "VerdictView") -> None:
    """One verdict with what it rests on."""
    whose = verdict.publisher or verdict.actor
    earlier = "" if verdict.current else ", superseded"
    given = day(verdict.published_on or verdict.at.date())
    by = f", imported by {verdict.imported_by}" if verdict.imported_by else ""
    output.line(f"verdict: {verdict.rating} ({verdict.scale}), {whose}{by}, {given}{earlier}")
    if verdict.reason:
        output.paragraph(verdict.reason, "  ")
    for piece in verdict.evidence:
        where = " ".join(part for part in (piece.ref, piece.url) if part)
        saved = f" ({piece.saved_as})" if piece.saved_as else ""
        archived = f", archived as {piece.sha256[:12]}…{saved}" if piece.sha256 else ""
        output.line(f"  rests on {where}{archived}")
    for change in verdict.stale:
        output.line(f"  stale: {change}")


def print_claims(claims: Sequence["ClaimView"]) -> None:
    """Claims, one a line."""
    output.table(
        [
            (c.ref, show_line(c.wording, WORDING), count(len(c.statements), "statement"))
            for c in claims
        ]
    )


def print_conflicts(conflicts: Iterable["ConflictView"]) -> None:
    """Conflicts one after the other; one statement against several is told once."""
    from ledger.desk.looking.disputes import disputes

    for number, dispute in enumerate(disputes(conflicts)):
        if number:
            output.line()
        _print_dispute(dispute)


def print_conflicts_by_claim(conflicts: Iterable["ConflictView"]) -> None:
    """The first conflict of each claim in full; the others of that claim by their references."""
    by_claim = gathered((conflict.claim, conflict) for conflict in conflicts)
    for claim, (first, *others) in by_claim.items():
        print_conflicts([first])
        if others:
            more = count(len(others), "more conflict")
            output.line(f"  and {more} under {claim}: {_refs(others)}")
        output.line()


def print_matches(matches: Sequence["ClaimMatch"]) -> None:
    """Near claims with their score, what they share and what differs, within the screen."""
    width = output.width()
    refs = max((len(match.claim) for match in matches), default=0)
    for match in matches:
        lead = output.GAP.join((f"{match.score:.2f}", match.claim.ljust(refs), ""))
        room = _LINES * (width - len(lead))
        output.lines(output.marked(lead, show_line(match.wording, room), (), width))
        for label, text in _about(match):
            margin = " " * len(lead) + label.ljust(_LABEL)
            room = _LINES * (width - len(margin))
            output.lines(output.marked(margin, show_line(text, room), (), width))


def _about(match: "ClaimMatch") -> Iterator[tuple[str, str]]:
    """What there is to say of a near claim, each with its label."""
    if match.statement is not None and not _is_beginning(match.wording, match.statement.text):
        yield match.statement.ref, match.statement.text
    yield "shares", "; ".join(match.reasons)
    if match.differs:
        named = " (A is your text)" if match.differs.startswith("A ") else ""
        yield "differs", match.differs + named


def _is_beginning(wording: str, text: str) -> bool:
    """Whether a wording is how a text begins, as that of a claim is which the text founded."""
    told = " ".join(wording.removesuffix("…").split())
    return " ".join(text.split()).startswith(told)


def print_apart(apart: Iterable["Apart"]) -> None:
    """Claims that one statement would bridge, and who judged them different."""
    for pair in apart:
        output.line(pair.explanation)


def _print_dispute(dispute: "Dispute") -> None:
    first = dispute.conflicts[0]
    wording = show_line(first.wording, WORDING)
    told = f"{_state(first)}  {first.code}  {first.claim} {wording}"
    output.line(f"{_refs(dispute.conflicts)}  {told}")
    output.line(f"  {first.explanation}")
    for letter, conflict, statement in dispute.sides():
        _print_side(letter, statement, conflict.origins(statement.ref))
    for decision in first.decisions:
        output.line(f"  {decision_line(decision)}")
    for vote in first.votes:
        reason = f": {vote.reason}" if vote.reason else ""
        output.line(f"    {vote.actor} read it as {_answer(vote.answer, vote.because)}{reason}")
    if first.waiting is not None:
        output.line(f"  answered by {first.waiting}, waits for a second reader")


def _print_side(letter: str, statement: "StatementView", origins: int) -> None:
    voices = f"  ({origins} independent origins on this side)" if origins > 1 else ""
    output.line(f"  {letter}  {statement.ref}  {source(statement)}{voices}")
    output.paragraph(statement.text, "     ")


def _refs(conflicts: Iterable["ConflictView"]) -> str:
    return ", ".join(conflict.ref for conflict in conflicts)


def _state(conflict: "ConflictView") -> str:
    state = STATES.get(conflict.state, conflict.state)
    return f"{state} to {conflict.assignee}" if conflict.state == "assigned" else state


def decision_line(decision: "DecisionView") -> str:
    """One decision: when, by whom, what and why."""
    reason = f": {decision.reason}" if decision.reason else ""
    answer = _answer(decision.answer, decision.because)
    earlier = " (no longer)" if decision.superseded else ""
    by = f"{decision.actor}, imported by {decision.imported_by}"
    who = decision.actor if decision.imported_by is None else by
    return f"{day(decision.at.date())} {who}: {answer}{earlier}{reason}"


def _answer(answer: str, because: str | None) -> str:
    return answer.replace("_", " ") + (f" ({because})" if because else "")


def written_to(path: "Path", *, there: bool) -> str:
    """That a file was written, and whether in place of one that was there."""
    return f"{'replaced' if there else 'wrote'} {path}"


class _Proposed(Protocol):
    """What is proposed, from a page or in the inbox."""

    @property
    def speaker(self) -> str | None: ...
    @property
    def relayed_from(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def said_on(self) -> date | None: ...


def proposed_by(one: _Proposed, published: date | None) -> str:
    """Who said it, who relayed and published it, and the day it was said or else published."""
    parts = [
        one.speaker,
        f"in {one.outlet}" if one.outlet else None,
        f"relaying {one.relayed_from}" if one.relayed_from else None,
    ]
    named = ", ".join(part for part in parts if part) or "nobody named"
    if one.said_on is not None:
        return f"{named}, {day(one.said_on)} ({one.said_on:%A})"
    return f"{named}, published {day(published)}" if published is not None else named
