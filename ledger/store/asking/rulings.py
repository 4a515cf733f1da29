"""Decisions, and what stands around them: who is to take one, both votes, why both sides stand."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import col, select

from ledger.store.asking.among import among, numbered_among
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Assignment, Difference, Policy, Verdict, Vote
from ledger.store.tables.ledger import Decision, Entry


def assignment(session: Session, conflict: int) -> Assignment | None:
    """The row that says who is to decide a conflict, live or not."""
    return session.orm.exec(
        select(Assignment).where(Assignment.conflict_number == conflict)
    ).first()


def assignees(session: Session, conflicts: Iterable[int]) -> dict[int, str]:
    """Who is to decide each of these conflicts; those of nobody are left out."""
    wanted = select(Assignment).where(col(Assignment.live))
    found = numbered_among(session, wanted, col(Assignment.conflict_number), conflicts)
    return {row.conflict_number: row.assignee for row in found}


def votes(session: Session, conflicts: Iterable[int]) -> list[Vote]:
    """The readers' answers to these conflicts, in the order they were given."""
    wanted = select(Vote).where(col(Vote.live))
    return numbered_among(session, wanted, col(Vote.conflict_number), conflicts)


def answered_by(session: Session, actor: str) -> set[int]:
    """The conflicts of which a reader's answer waits for a second one."""
    theirs = select(Vote.conflict_number).where(
        col(Vote.live), Vote.state == "waiting", Vote.actor == actor
    )
    return set(session.orm.exec(theirs))


def differences(session: Session, decisions: Iterable[int] | None = None) -> dict[int, str]:
    """Why both sides stand, by decision; of all decisions when none are named."""
    wanted = select(Difference).where(col(Difference.live))
    rows = (
        session.orm.exec(wanted)
        if decisions is None
        else numbered_among(session, wanted, col(Difference.decision_number), decisions)
    )
    return {row.decision_number: row.kind for row in rows}


def last_answers(
    session: Session, conflicts: Iterable[int], answers: frozenset[str]
) -> dict[int, Decision]:
    """The latest decision with one of these answers on each conflict, taken back or not."""
    wanted = select(Decision).where(col(Decision.answer).in_(sorted(answers)))
    rows = numbered_among(session, wanted, col(Decision.conflict_number), conflicts)
    return {row.conflict_number: row for row in rows if row.conflict_number is not None}


def importers(session: Session, entries: Iterable[int]) -> dict[int, tuple[str, datetime]]:
    """Who imported a file, and when, by entry: what such an entry wrote may be signed otherwise."""
    wanted = select(Entry.number, Entry.actor, Entry.at).where(Entry.act == "import")
    found = among(session, wanted, col(Entry.number), entries)
    return {number: (actor, at) for number, actor, at in found}


def importer(row: Decision | Verdict, importers: Mapping[int, tuple[str, datetime]]) -> str | None:
    """Who brought here what somebody signed elsewhere; ``None`` for what was signed here."""
    imported = importers.get(row.entry)
    return None if imported is None or imported == (row.actor, row.at) else imported[0]


def policies(session: Session) -> dict[str, Policy]:
    """Every rule of the house by name, live or not."""
    return {row.name: row for row in session.orm.exec(select(Policy).order_by(col(Policy.number)))}


def decisions(session: Session, *, of_conflicts: Iterable[int] | None = None) -> list[Decision]:
    """Decisions in the order they were taken; all of them when no conflicts are given."""
    wanted = select(Decision).order_by(col(Decision.number))
    if of_conflicts is not None:
        return numbered_among(session, wanted, col(Decision.conflict_number), of_conflicts)
    return list(session.orm.exec(wanted))


def decision(session: Session, number: int) -> Decision:
    """One decision the journal vouches for."""
    return session.orm.get_one(Decision, number)
