"""Care of one claim: its wording, its topic, notes beside it, links to other claims."""

from collections.abc import Sequence
from typing import Literal

from ledger.desk.decisions import live_claim
from ledger.desk.desk import Desk
from ledger.desk.index.nearest import followed
from ledger.desk.references import Reference
from ledger.desk.statements.wording import claim_key
from ledger.errors import OneClaim
from ledger.model import NewNote, NewTopic, NewWording
from ledger.store.asking import dossier
from ledger.store.tables.casework import Link, Note, Wording
from ledger.store.tables.ledger import Claim

Kind = Literal["complement", "part_of", "same_event"]

_ONE_WAY: frozenset[Kind] = frozenset({"part_of"})


def rename(desk: Desk, claim: Reference, wording: str) -> str:
    """Word a claim anew; by its former wording it is still found, and still filed under.

    Returns:
        The wording as it now stands.

    Raises:
        NotFound: when the ledger holds no such claim.
        InvalidField: when the wording is empty or too long.
    """
    line = NewWording.checked({"wording": wording}).wording
    with desk.acting("rename") as act, followed(act.session, [claim.number]):
        row = live_claim(act, claim)
        if line != row.wording:
            former = {"claim_number": row.number, "wording": row.wording, "key": row.key}
            act.add(Wording, former)
            act.summary = f"{claim} is worded: {line}"
            act.update(Claim, row.number, wording=line, key=claim_key(line))
    return line


def set_topic(desk: Desk, claims: Sequence[Reference], topic: str | None) -> None:
    """Put claims under one topic, or under none, in one act.

    Raises:
        NotFound: when the ledger does not hold one of them; none is put there.
        InvalidField: when the topic is too long.
    """
    name = NewTopic.checked({"topic": topic}).topic
    numbers = [claim.number for claim in claims]
    with desk.acting("topic") as act, followed(act.session, numbers):
        for claim in claims:
            act.update(Claim, live_claim(act, claim).number, topic=name)
        named = ", ".join(map(str, claims))
        act.summary = f"{named} under {name}" if name else f"{named} under no topic"


def add_note(desk: Desk, claim: Reference, text: str) -> None:
    """Write a note beside a claim.

    Raises:
        NotFound: when the ledger holds no such claim.
        InvalidField: when the note is empty or too long.
    """
    checked = NewNote.checked({"text": text})
    with desk.acting("note") as act:
        row = live_claim(act, claim)
        act.summary = f"{claim}: {checked.text}"
        note = {"claim_number": row.number, "text": checked.text, "actor": act.actor, "at": act.at}
        act.add(Note, note)


def link(desk: Desk, claim: Reference, other: Reference, kind: Kind) -> None:
    """Say how a claim stands to another; saying it again changes nothing.

    Raises:
        NotFound: when the ledger holds no such claim.
        OneClaim: when both references name the same claim.
    """
    if claim == other:
        raise OneClaim(str(claim))
    with desk.acting("link") as act:
        ends = (live_claim(act, claim).number, live_claim(act, other).number)
        act.summary = f"{claim} {kind.replace('_', ' ')} {other}"
        a, b = ends if kind in _ONE_WAY else sorted(ends)
        for row in dossier.links(act.session, ends, live_only=False):
            if (row.a_number, row.b_number, row.kind) == (a, b, kind):
                act.update(Link, row.number, live=True)
                return
        act.add(Link, {"a_number": a, "b_number": b, "kind": kind})


def unlink(desk: Desk, claim: Reference, other: Reference) -> int:
    """Take back every link between two claims; says how many there were.

    Raises:
        NotFound: when the ledger holds no such claim.
    """
    with desk.acting("unlink") as act:
        ends = {live_claim(act, claim).number, live_claim(act, other).number}
        act.summary = f"{claim} and {other} stand apart"
        rows = dossier.links(act.session, ends)
        between = [row for row in rows if {row.a_number, row.b_number} == ends]
        for row in between:
            act.update(Link, row.number, live=False)
    return len(between)
