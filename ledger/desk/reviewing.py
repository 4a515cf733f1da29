"""The review: disputes one after the other, oldest first, each with who stands on which side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.desk.deciding import Answer, Ruling
from ledger.desk.desk import Desk
from ledger.desk.disputes import Dispute, disputes
from ledger.desk.drawing import Drawing, Spans, drawn
from ledger.desk.references import parse
from ledger.desk.showing import OPEN_STATES
from ledger.desk.views import ConflictView, StatementView, Views
from ledger.store import queries

AT_ONCE = 300
"""Conflicts made ready at a time; nobody decides more in one sitting."""

_OTHER_SIDE: dict[Answer, Answer] = {"a_holds": "b_holds", "b_holds": "a_holds"}


@dataclass(frozen=True, slots=True)
class Case:
    """One dispute as it is put to a person: side A is the statement all its conflicts share.

    Attributes:
        dispute: what is to be decided.
        a_origins: how many independent origins stand with side A.
        b_origins: the same for side B.
        drawing: all sides' figures on one axis; ``None`` where nothing can be drawn.
    """

    dispute: Dispute
    a_origins: int
    b_origins: int
    drawing: Drawing | None

    @property
    def refs(self) -> tuple[str, ...]:
        """The conflicts, by reference."""
        return tuple(conflict.ref for conflict in self.dispute.conflicts)

    def rulings(self, answer: Answer) -> list[Ruling]:
        """An answer in terms of this case, as an answer to each of its conflicts."""
        pivot = self.dispute.pivot.ref
        return [
            Ruling(
                parse(conflict.ref, "conflict"),
                answer if conflict.a.ref == pivot else _OTHER_SIDE.get(answer, answer),
                seen=len(conflict.decisions),
            )
            for conflict in self.dispute.conflicts
        ]


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for review.

    Attributes:
        cases: the oldest disputes.
        conflicts: how many conflicts are open in all.
    """

    cases: tuple[Case, ...]
    conflicts: int


def review_queue(desk: Desk) -> Queue:
    """The open conflicts, grouped, oldest first."""
    with desk.reading() as session:
        rows = queries.conflicts(session, states=OPEN_STATES)
        views = Views(session)
        found = views.conflicts(rows[:AT_ONCE])
        opponents = _opponents(found)
        cases = [_case(dispute, opponents, views) for dispute in disputes(found)]
    return Queue(tuple(cases), len(rows))


def _opponents(conflicts: Iterable[ConflictView]) -> dict[str, set[str]]:
    """Whom each statement cannot hold beside."""
    against: dict[str, set[str]] = {}
    for conflict in conflicts:
        against.setdefault(conflict.a.ref, set()).add(conflict.b.ref)
        against.setdefault(conflict.b.ref, set()).add(conflict.a.ref)
    return against


def _case(dispute: Dispute, opponents: dict[str, set[str]], views: Views) -> Case:
    pivot = dispute.pivot
    a_side = {pivot.ref}.union(*(opponents[other.ref] for other in dispute.against))
    b_side = opponents[pivot.ref]
    return Case(
        dispute,
        a_origins=_origins(views, a_side - b_side | {pivot.ref}),
        b_origins=_origins(views, b_side - {pivot.ref}),
        drawing=drawn(_figures(dispute)),
    )


def _origins(views: Views, refs: Iterable[str]) -> int:
    return views.origins_of(int(ref[1:]) for ref in refs)


def _figures(dispute: Dispute) -> Iterator[tuple[StatementView, Spans]]:
    """The pivot and each statement against it, with the places in them that differ."""
    pivot = dispute.pivot
    yield pivot, dispute.conflicts[0].spans(pivot.ref)
    for conflict, other in zip(dispute.conflicts, dispute.against, strict=bool(dispute.against)):
        yield other, conflict.spans(other.ref)
