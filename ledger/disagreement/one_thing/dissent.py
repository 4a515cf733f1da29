"""Whether two texts that share a figure are at odds in what they tell of it.

That both name the fifteenth bears nothing out where one tells of a docking and the other of a
docking that failed: an agreement rests on what a statement is about and not on its setting.
"""

from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.two_sets import by_kind

_OF_DEGREE = frozenset({"size", "stature", "quality", "pace", "age", "gap", "record", "threshold"})
"""Opposites that are told of many things in one text."""


def at_odds(a: Reading, b: Reading) -> bool:
    """Whether one text tells only of one side of an act, and the other only of its opposite."""
    if "pole" not in a.kinds or "pole" not in b.kinds:
        return False
    ours, theirs = _sides(a), _sides(b)
    return any(
        len(ours[group]) == len(theirs[group]) == 1 and ours[group] != theirs[group]
        for group in ours.keys() & theirs
    )


def _sides(reading: Reading) -> dict[str, set[str]]:
    poles = (s for s in reading.steering if s.kind == "pole" and s.group not in _OF_DEGREE)
    return by_kind((pole.group, pole.side) for pole in poles)
