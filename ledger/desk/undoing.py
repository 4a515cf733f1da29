"""Undo and redo: new acts that put back what an earlier one changed. Nothing is deleted."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar

from ledger.desk.decisions import TAKEN_BACK
from ledger.desk.desk import Desk
from ledger.desk.index.nearest import followed
from ledger.desk.looking.views import EntryView
from ledger.errors import (
    BuiltUpon,
    NoImportToUndo,
    NoSuchEntry,
    NothingToRedo,
    NothingToUndo,
    TakenBackAlready,
)
from ledger.gathering import gathered
from ledger.store.asking import findings, membership, rulings
from ledger.store.asking.dossier import points_at
from ledger.store.journal.act import Act
from ledger.store.journal.chain import Change, as_columns, journal_head, recent_entries, rows_of
from ledger.store.tables.base import Table
from ledger.store.tables.casework import CASEWORK, Difference, EvidenceCopy, Wording
from ledger.store.tables.ledger import (
    JOURNALLED,
    Claim,
    Conflict,
    Decision,
    Entry,
    Filing,
    OutletAlias,
    Proposal,
    Question,
    SpeakerAlias,
)

_TABLES = {str(table.__tablename__): table for table in JOURNALLED}
_OF_CASES = {name: table for name, table in _TABLES.items() if table in CASEWORK}
_RETIRED = {
    *(Claim, Filing, Question, Conflict, Proposal),
    *(table for table in CASEWORK if table not in {Difference, EvidenceCopy}),
}
"""Rows that an undone act had added and that are then no longer live. What was read from outside
(statements, documents, copies, figures) stays on record, and so do the names people go by and the
kind of difference a decision named, which goes with its decision."""

_ALIASES: frozenset[type[Table]] = frozenset({OutletAlias, SpeakerAlias})
_ABOUT_NAMES = frozenset({"alias", "names"})
"""Acts that gave somebody a name, and take it back; names that came with a statement stay."""

Journalled = TypeVar("Journalled", Entry, EntryView)
_UNDO_TO = "undo to"
"""The act that takes back all from the entry it names on; any other undo takes back one."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The act that was taken back."""

    entry: int
    act: str
    summary: str


def undo(desk: Desk, actor: str | None = None) -> Undone:
    """Take back the latest act that was not taken back before.

    Args:
        desk: whose ledger.
        actor: only acts of this person, so that nobody takes back a colleague's by accident.

    Raises:
        NothingToUndo: when every act was.
        BuiltUpon: when somebody else's later act rests on it.
    """
    with desk.acting("undo") as act:
        entry, later = _latest(recent_entries(act.session), actor)
        undone = Undone(entry.number, entry.act, entry.summary)
        act.summary = f"took back entry {entry.number}: {entry.summary}"
        _take_back(act, entry, later)
    return undone


def redo(desk: Desk, actor: str | None = None) -> Undone:
    """Take back the latest undo, as long as nothing new was done since.

    Args:
        desk: whose ledger.
        actor: only this person's acts count.

    Raises:
        NothingToRedo: when there is no such undo.
        BuiltUpon: when somebody else's later act rests on it.
    """
    with desk.acting("redo") as act:
        undo_entry, later = _latest_undo(act, actor)
        entry = act.session.orm.get_one(Entry, undo_entry.undoes)
        many = _beside(undo_entry)
        redone = Undone(entry.number, entry.act, f"{entry.summary}{many}")
        act.summary = f"did entry {entry.number}{many} again: {entry.summary}"
        _take_back(act, undo_entry, later)
    return redone


def _beside(undo_entry: Entry) -> str:
    """What an undo says it took back beside the entry it names; nothing where it took one."""
    named = f"took back entry {undo_entry.undoes}"
    return undo_entry.summary.removeprefix(named).partition(": ")[0]


def undo_batch(desk: Desk) -> list[Undone]:
    """Take back the latest import with all that was done since, whoever did it, in one act.

    Raises:
        NoImportToUndo: when no import stands.
    """
    with desk.reading() as session:
        stand = standing(recent_entries(session))
        number = next((entry.number for entry in stand if entry.act == "import"), None)
    if number is None:
        raise NoImportToUndo
    return undo_to(desk, number)


def undo_to(desk: Desk, number: int) -> list[Undone]:
    """Take back every standing act from the newest down to an entry, whoever did it, in one act.

    Raises:
        NoSuchEntry: when there is none of this number.
        TakenBackAlready: when the entry was taken back before, or takes back another.
    """
    with desk.acting(_UNDO_TO) as act:
        newest = journal_head(act.session)
        if newest is None or number > newest.number:
            raise NoSuchEntry(number)
        newest_first = standing(recent_entries(act.session))
        stand = list(takewhile(lambda entry: entry.number >= number, newest_first))
        if not stand or stand[-1].number != number:
            raise TakenBackAlready(number)
        act.undoes = number
        many = f" and the {len(stand) - 1} after it" if len(stand) > 1 else ""
        act.summary = f"took back entry {number}{many}: {stand[-1].summary}"
        undone = [Undone(entry.number, entry.act, entry.summary) for entry in stand]
        _reverse(act, stand)
    return undone


def standing(newest_first: Iterable[Journalled]) -> Iterator[Journalled]:
    """The acts that stand: not taken back, or done again since, and not taking back another."""
    undone: set[int] = set()
    floor = math.inf
    for entry in newest_first:
        if entry.number in undone:
            continue
        if entry.undoes is None:
            if entry.number < floor:
                yield entry
        elif entry.act == _UNDO_TO:
            floor = min(floor, entry.undoes)
        else:
            undone.add(entry.undoes)


def _take_back(act: Act, entry: Entry, later: Iterable[Entry]) -> None:
    _refuse_if_built_upon(act, entry, later)
    act.undoes = entry.number
    _reverse(act, [entry])


def _reverse(act: Act, newest_first: Sequence[Entry]) -> None:
    changes = [(entry.act, c) for entry in newest_first for c in reversed(rows_of(entry))]
    claims = {claim for _, change in changes for claim in _claims_touched(act, change)}
    with followed(act.session, claims):
        for undone, change in changes:
            _put_back(act, undone, change)


def _claims_touched(act: Act, change: Change) -> Iterator[int]:
    """The claims that are found by other words once a change is put back."""
    changed = change.before or {}
    if change.table == "claim" and changed.keys() & {"wording", "topic"}:
        yield _number(change)
    elif change.table == "filing" and "claim_number" in changed:
        yield changed["claim_number"]
        for filing in membership.filings(act.session, of_statements=[_number(change)]):
            yield filing.claim_number
    elif change.table == "wording":
        row = act.session.orm.get_one(Wording, _number(change))
        yield from {row.claim_number, changed.get("claim_number", row.claim_number)}


def _latest(newest_first: Iterable[Entry], actor: str | None) -> tuple[Entry, list[Entry]]:
    """The latest standing act of a person, and those of others after it."""
    later: list[Entry] = []
    for entry in standing(newest_first):
        if actor is None or entry.actor == actor:
            return entry, later
        later.append(entry)
    raise NothingToUndo(actor)


def _latest_undo(act: Act, actor: str | None) -> tuple[Entry, list[Entry]]:
    """The latest undo of a person that stands, and the acts of others after it."""
    redone: set[int] = set()
    later: list[Entry] = []
    for entry in recent_entries(act.session):
        if actor is not None and entry.actor != actor:
            later.append(entry)
        elif entry.undoes is None:
            break
        elif act.session.orm.get_one(Entry, entry.undoes).undoes is not None:
            redone.add(entry.undoes)
        elif entry.number not in redone:
            return entry, later
    raise NothingToRedo


def _refuse_if_built_upon(act: Act, entry: Entry, later: Iterable[Entry]) -> None:
    written = {(change.table, change.key) for change in rows_of(entry)}
    for other in later:
        changes = rows_of(other)
        rests_on = {(change.table, change.key) for change in changes}
        if not written.isdisjoint(rests_on.union(_pointed_at(act, changes))):
            raise BuiltUpon(entry.number, other.number, other.actor)


def _pointed_at(act: Act, changes: Iterable[Change]) -> Iterator[tuple[str, object]]:
    """The rows that written rows cannot stand without, those of one table looked up together."""
    written = gathered((change.table, _number(change)) for change in changes)
    for filing in membership.filings(act.session, of_statements=written.get("filing", ())):
        yield "claim", filing.claim_number
    for conflict in findings.numbered(act.session, written.get("conflict", ())):
        yield from (("statement", number) for number in (conflict.a_number, conflict.b_number))
    for number in written.get("decision", ()):
        yield "conflict", rulings.decision(act.session, number).conflict_number
    for table in written.keys() & _OF_CASES.keys():
        for number in written[table]:
            yield from points_at(act.session, _OF_CASES[table], number)


def _number(change: Change) -> int:
    return change.key if isinstance(change.key, int) else change.key[0]


def _put_back(act: Act, undone: str, change: Change) -> None:
    table = _TABLES[change.table]
    if change.before is not None:
        before = as_columns(table, change.before)
        del before["entry"]
        act.update(table, change.key, **before)
    elif table in _RETIRED or (table in _ALIASES and undone in _ABOUT_NAMES):
        act.update(table, change.key, live=False)
    elif change.table == "decision" and isinstance(change.key, int):
        _supersede(act, change.key)


def _supersede(act: Act, number: int) -> None:
    """A decision is never changed; a later one takes its place and says so.

    Where the one to be taken back itself took back an earlier one, that one is taken again.
    """
    taken_back = rulings.decision(act.session, number)
    again = None
    if taken_back.answer == TAKEN_BACK and taken_back.supersedes is not None:
        again = rulings.decision(act.session, taken_back.supersedes)
    row = {
        "conflict_number": taken_back.conflict_number,
        "question_number": taken_back.question_number,
        "statement_number": taken_back.statement_number,
        "claim_number": taken_back.claim_number,
        "answer": again.answer if again is not None else TAKEN_BACK,
        "reason": again.reason if again is not None else None,
        "actor": act.actor,
        "at": act.at,
        "supersedes": number,
    }
    taken = act.add(Decision, row)
    if again is not None:
        for kind in rulings.differences(act.session, [again.number]).values():
            act.add(Difference, {"decision_number": taken, "kind": kind})
