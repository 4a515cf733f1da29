"""Whose a conflict is, and opening a decided one again."""

from collections.abc import Sequence

from ledger.desk.decisions import live_conflict, write_decision
from ledger.desk.desk import Desk
from ledger.desk.references import Reference
from ledger.errors import NotDecided, NotFound, ReasonRequired
from ledger.model import NewName
from ledger.store.asking import rulings
from ledger.store.journal.act import Act
from ledger.store.tables.casework import Assignment
from ledger.store.tables.ledger import Conflict


def assign(desk: Desk, conflicts: Sequence[Reference], person: str | None) -> None:
    """Give conflicts to somebody to decide, or to nobody, in one act.

    A decided conflict keeps its state; the name says who is asked if it opens again.

    Raises:
        NotFound: when the ledger does not hold one of them; none is given.
        InvalidField: when the name is too long.
    """
    name = NewName.checked({"name": person}).name if person is not None else None
    with desk.acting("assign") as act:
        act.summary = f"{', '.join(map(str, conflicts))} to {name or 'nobody'}"
        for conflict in conflicts:
            _give(act, _standing(act, conflict), name)


def _give(act: Act, row: Conflict, name: str | None) -> None:
    kept = rulings.assignment(act.session, row.number)
    if kept is not None:
        said = {"assignee": name, "live": True} if name is not None else {"live": False}
        act.update(Assignment, kept.number, **said)
    elif name is not None:
        act.add(Assignment, {"conflict_number": row.number, "assignee": name})
    if row.state in {"open", "assigned"}:
        act.update(Conflict, row.number, state="assigned" if name is not None else "open")


def reopen(desk: Desk, conflict: Reference, reason: str | None) -> None:
    """Open a decided conflict again; the decision stays on record.

    Raises:
        NotFound: when the ledger holds no such conflict.
        NotDecided: when nobody decided it.
        ReasonRequired: when there is no reason.
    """
    if not (reason and reason.strip()):
        raise ReasonRequired
    with desk.acting("reopen") as act:
        row = _standing(act, conflict)
        if row.state != "decided":
            raise NotDecided(str(conflict), row.state)
        act.summary = f"{conflict}: {reason}"
        write_decision(act, "reopened", reason, conflict_number=row.number)
        act.update(Conflict, row.number, state="reopened")


def _standing(act: Act, conflict: Reference) -> Conflict:
    row = live_conflict(act, conflict)
    if row.state == "noted":
        raise NotFound(str(conflict))
    return row
