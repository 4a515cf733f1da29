"""What two texts say, as sets: nothing in common, or something that each has alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet


def share_nothing(a: AbstractSet[object], b: AbstractSet[object]) -> bool:
    """Whether each says something and they have none of it in common. Symmetric."""
    return bool(a) and bool(b) and a.isdisjoint(b)


def each_has_its_own(a: AbstractSet[object], b: AbstractSet[object]) -> bool:
    """Whether each says something that the other does not. Symmetric."""
    return bool(a - b) and bool(b - a)


def others_of_a_kind(
    a: Mapping[str, AbstractSet[object]], b: Mapping[str, AbstractSet[object]]
) -> bool:
    """Whether of any kind that both name they name only others. Symmetric."""
    return any(a[kind].isdisjoint(b[kind]) for kind in a.keys() & b)


def by_kind(told: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """What is told of each kind."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, one in told:
        found[kind].add(one)
    return found
