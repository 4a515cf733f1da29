"""What people answered to conflicts, as the desk shows it: decisions, votes, who is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from ledger.gathering import gathered
from ledger.store.asking import findings, rulings
from ledger.store.connecting.session import Session
from ledger.store.tables.casework import Vote
from ledger.store.tables.ledger import Decision

DECISIVE = frozenset({"a_holds", "b_holds", "both_stand", "different_claims"})
"""Answers that close a conflict."""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision about a conflict, a question or a filing.

    ``imported_by`` is who brought it here, where it was taken in another ledger.
    """

    about: str
    answer: str
    reason: str | None
    actor: str
    at: datetime
    superseded: bool
    because: str | None = None
    imported_by: str | None = None


@dataclass(frozen=True, slots=True)
class VoteView:
    """One reader's answer, where the ledger asks for two; told once both have answered."""

    actor: str
    answer: str
    because: str | None
    reason: str | None
    at: datetime
    dissents: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around some conflicts, each by the conflict's number.

    Attributes:
        decisions: what was decided, oldest first.
        assignees: who is to decide.
        waiting: the reader whose answer waits for a second one, and is not told until then.
        votes: both readers' answers where both have answered.
    """

    decisions: dict[int, list[DecisionView]]
    assignees: dict[int, str]
    waiting: dict[int, str]
    votes: dict[int, list[VoteView]]

    @classmethod
    def load(cls, session: Session, conflicts: Sequence[int]) -> Self:
        """Read what stands around these conflicts, most of which nobody took up yet."""
        conflicts = sorted(findings.taken_up(session, conflicts))
        if not conflicts:
            return cls({}, {}, {}, {})
        rows = rulings.decisions(session, of_conflicts=conflicts)
        taken = decision_views(session, rows)
        votes = rulings.votes(session, conflicts)
        return cls(
            gathered((number, view) for number, view in taken if number is not None),
            rulings.assignees(session, conflicts),
            {vote.conflict_number: vote.actor for vote in votes if vote.state == "waiting"},
            gathered((v.conflict_number, _view(v)) for v in votes if v.state != "waiting"),
        )


def _view(vote: Vote) -> VoteView:
    said = (vote.actor, vote.answer, vote.difference, vote.reason, vote.at)
    return VoteView(*said, dissents=vote.state == "dissent")


def decision_views(
    session: Session, rows: Iterable[Decision]
) -> list[tuple[int | None, DecisionView]]:
    """Decisions oldest first, each with the number of the conflict it is about.

    Args:
        session: where the typed reasons are read.
        rows: every decision about what they are about, in the order they were taken.
    """
    found = list(rows)
    gone = _superseded(found)
    because = rulings.differences(session, (row.number for row in found))
    importers = rulings.importers(session, (row.entry for row in found))
    return [
        (
            row.conflict_number,
            DecisionView(
                about=_about(row),
                answer=row.answer,
                reason=row.reason,
                actor=row.actor,
                at=row.at,
                superseded=row.number in gone,
                because=because.get(row.number),
                imported_by=rulings.importer(row, importers),
            ),
        )
        for row in found
    ]


def _superseded(decisions: Iterable[Decision]) -> set[int]:
    """The numbers of decisions that no longer stand.

    A later answer to a conflict takes the place of an earlier one; an undo gives it back.

    Args:
        decisions: every decision about what they are about, in the order they were taken.
    """
    gone: set[int] = set()
    stacks: dict[int, list[int]] = {}
    for row in decisions:
        stack = stacks.setdefault(row.conflict_number or 0, [])
        if row.supersedes is not None:
            gone.add(row.supersedes)
            if row.supersedes in stack:
                stack.remove(row.supersedes)
        if row.conflict_number is not None and row.answer in DECISIVE:
            stack.append(row.number)
    return gone | {number for stack in stacks.values() for number in stack[:-1]}


def _about(row: Decision) -> str:
    if row.conflict_number is not None:
        return f"X{row.conflict_number}"
    parts = (("S", row.statement_number), ("C", row.claim_number), ("Q", row.question_number))
    return ", ".join(f"{letter}{number}" for letter, number in parts if number is not None)
