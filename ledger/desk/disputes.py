"""Conflicts as a person meets them: one statement against all those it cannot hold beside.

Three outlets with one figure and a fourth with another make three conflicts and one dispute.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledger.desk.views import ConflictView, StatementView


@dataclass(frozen=True, slots=True)
class Dispute:
    """Conflicts of one claim, one code and one state that share a statement.

    Attributes:
        pivot: the statement they share.
        against: the other side of each conflict, in the same order; empty where the pivot's own
            figures cannot all hold.
        conflicts: the conflicts, by number.
    """

    pivot: StatementView
    against: tuple[StatementView, ...]
    conflicts: tuple[ConflictView, ...]


def disputes(conflicts: Iterable[ConflictView]) -> list[Dispute]:
    """Conflicts grouped, in the order of their first conflicts; decided ones stand alone."""
    groups: dict[tuple[str, str, str, str], list[ConflictView]] = {}
    for conflict in conflicts:
        single = conflict.decisions or conflict.a.ref == conflict.b.ref
        alone = conflict.ref if single else ""
        key = (conflict.claim, conflict.code, conflict.state, alone)
        groups.setdefault(key, []).append(conflict)
    return [dispute for group in groups.values() for dispute in _split(group)]


def _split(group: Sequence[ConflictView]) -> Iterator[Dispute]:
    """Take out, again and again, the statement that stands in most of the conflicts left."""
    left = list(group)
    while left:
        pivot = _busiest(left)
        shared = [c for c in left if pivot in {c.a.ref, c.b.ref}]
        left = [c for c in left if pivot not in {c.a.ref, c.b.ref}]
        first = shared[0]
        yield Dispute(
            pivot=first.a if first.a.ref == pivot else first.b,
            against=tuple(c.other(pivot) for c in shared if c.a.ref != c.b.ref),
            conflicts=tuple(shared),
        )


def _busiest(conflicts: Sequence[ConflictView]) -> str:
    """The statement in most conflicts; of equals, the one recorded first."""
    counted = Counter(ref for c in conflicts for ref in {c.a.ref, c.b.ref})
    return min(counted, key=lambda ref: (-counted[ref], int(ref[1:])))
