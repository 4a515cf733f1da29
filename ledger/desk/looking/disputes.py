"""Conflicts as a person meets them: one statement against all those it cannot hold beside.

Three outlets with one figure and a fourth with another make three conflicts and one dispute.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ConflictView

Letter = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Conflicts of one claim, one code and one state that share a statement on one side.

    Attributes:
        side: the side the shared statement is on in each of them, ``a`` or ``b``.
        pivot: the statement they share.
        against: the other side of each conflict, in the same order; empty where the pivot's own
            figures cannot all hold.
        conflicts: the conflicts, by number.
    """

    side: Letter
    pivot: StatementView
    against: tuple[StatementView, ...]
    conflicts: tuple[ConflictView, ...]

    @property
    def other(self) -> Letter:
        """The side the statements against the shared one are on."""
        return "b" if self.side == "a" else "a"

    def sides(self) -> list[tuple[str, ConflictView, StatementView]]:
        """Every statement once: its letter, a conflict it stands in, and itself; side A first."""
        against = zip(self.conflicts, self.against, strict=bool(self.against))
        placed = [(self.side, self.conflicts[0], self.pivot), *((self.other, *a) for a in against)]
        return sorted(
            ((letter.upper(), conflict, statement) for letter, conflict, statement in placed),
            key=lambda place: place[0],
        )


def disputes(conflicts: Iterable[ConflictView]) -> list[Dispute]:
    """Conflicts grouped, in the order of their first conflicts; decided ones stand alone.

    Open ones belong together only where people did the same about them at the same time, so that an
    answer given to all of a dispute and taken back leaves the dispute whole.
    """
    groups: dict[tuple[object, ...], list[ConflictView]] = {}
    for conflict in conflicts:
        single = conflict.state == "decided" or conflict.a.ref == conflict.b.ref
        alone = conflict.ref if single else ""
        history = tuple((d.actor, d.at, d.answer) for d in conflict.decisions)
        key = (conflict.claim, conflict.code, conflict.state, alone, history)
        groups.setdefault(key, []).append(conflict)
    return [dispute for group in groups.values() for dispute in _split(group)]


def _split(group: Sequence[ConflictView]) -> Iterator[Dispute]:
    """Take out, again and again, the statement that stands in most of the conflicts left."""
    left = list(group)
    while left:
        side, pivot = _busiest(left)
        shared = [conflict for conflict in left if _on(conflict, side).ref == pivot]
        left = [conflict for conflict in left if _on(conflict, side).ref != pivot]
        yield Dispute(
            side=side,
            pivot=_on(shared[0], side),
            against=tuple(c.other(pivot) for c in shared if c.a.ref != c.b.ref),
            conflicts=tuple(shared),
        )


def _busiest(conflicts: Sequence[ConflictView]) -> tuple[Letter, str]:
    """The statement on one side of most conflicts; of equals, the one recorded first."""
    counted: Counter[tuple[Letter, str]] = Counter()
    for conflict in conflicts:
        counted.update({("a", conflict.a.ref): 1, ("b", conflict.b.ref): 1})
    return min(counted, key=lambda place: (-counted[place], int(place[1][1:]), place[0]))


def _on(conflict: ConflictView, side: Letter) -> StatementView:
    return conflict.a if side == "a" else conflict.b
