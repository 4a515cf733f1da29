"""Undo: a new act that puts back what an earlier one changed. Nothing is deleted."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.errors import NothingToUndo
from ledger.store import queries
from ledger.store.act import Act
from ledger.store.journal import Change, unpacked
from ledger.store.tables import (
    Claim,
    Conflict,
    Decision,
    Entry,
    Filing,
    OutletAlias,
    Proposal,
    Question,
    SpeakerAlias,
    Table,
)

_RETIRED: dict[str, type[Table]] = {
    str(table.__tablename__): table for table in (Claim, Filing, Question, Conflict, Proposal)
}
"""Rows that an undone act had added and that are then no longer live. What was read from outside
(statements, documents, figures) stays on record, and so do the names people go by."""

_ALIASES: dict[str, type[Table]] = {
    str(table.__tablename__): table for table in (OutletAlias, SpeakerAlias)
}


@dataclass(frozen=True, slots=True)
class Undone:
    """The act that was taken back."""

    entry: int
    act: str
    summary: str


def undo(desk: Desk) -> Undone:
    """Take back the latest act that was not taken back before.

    Raises:
        NothingToUndo: when every act was.
    """
    with desk.acting("undo") as act:
        entry = _latest(queries.recent_entries(act.session))
        undone = Undone(entry.number, entry.act, entry.summary)
        act.undoes = entry.number
        act.summary = f"took back entry {entry.number}: {entry.summary}"
        for item in reversed(json.loads(entry.changes)):
            _put_back(act, undone, unpacked(item))
    return undone


def _latest(newest_first: Iterable[Entry]) -> Entry:
    undone: set[int] = set()
    for entry in newest_first:
        if entry.undoes is not None:
            undone.add(entry.undoes)
        elif entry.number not in undone:
            return entry
    raise NothingToUndo


def _put_back(act: Act, undone: Undone, change: Change) -> None:
    retired = {**_RETIRED, **(_ALIASES if undone.act == "alias" else {})}
    if change.before is not None:
        before = {name: value for name, value in change.before.items() if name != "entry"}
        act.update(_table(change.table), change.key, **before)
    elif change.table in retired:
        act.update(retired[change.table], change.key, live=False)
    elif change.table == "decision" and isinstance(change.key, int):
        _supersede(act, change.key)


def _supersede(act: Act, number: int) -> None:
    """A decision is never changed; a later one takes its place and says so."""
    taken_back = queries.decision(act.session, number)
    row = {
        "number": act.next_number(Decision),
        "conflict_number": taken_back.conflict_number,
        "question_number": taken_back.question_number,
        "statement_number": taken_back.statement_number,
        "claim_number": taken_back.claim_number,
        "answer": "undone",
        "actor": act.actor,
        "at": act.at,
        "supersedes": number,
    }
    act.insert(Decision, [row])


def _table(name: str) -> type[Table]:
    return next(
        table for table in (*_RETIRED.values(), *_ALIASES.values()) if table.__tablename__ == name
    )
