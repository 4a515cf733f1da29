"""How sure it is that two figures, or two clauses, speak of one thing."""

from collections.abc import Mapping
from math import fsum
from typing import NamedTuple

from ledger.disagreement.statement.context import Evidence, Subject
from ledger.disagreement.two_sets import each_has_its_own
from ledger.text.tuples import made


class Kinship(NamedTuple):
    """The evidence that two contexts are about one thing.

    Attributes:
        share: what they share, as a share of the poorer side's evidence, 0 to 1.
        mutual: the same as a share of the richer side's.
        weight: what they share, in ordinary English words.
        poorer: all the evidence of the poorer side.
        bare: neither side has anything but its figure.
    """

    share: float
    mutual: float
    weight: float
    poorer: float
    bare: bool


def kinship(a: Evidence, b: Evidence) -> Kinship:
    """Weigh what two sides share. Symmetric.

    Between two languages words count only in a script that both sides use, so that a Chinese and
    an English statement are held together by terms and names alone.
    """
    alike = a.chinese == b.chinese
    shared = _shared(a.known, b.known)
    ours, theirs = fsum(a.known.values()), fsum(b.known.values())
    for x, y in ((a.han, b.han), (a.latin, b.latin)):
        if alike or (x and y):
            shared += _shared(x, y)
            ours += fsum(x.values())
            theirs += fsum(y.values())
    bare = not (a.known or a.han or a.latin or b.known or b.han or b.latin)
    poorer = min(ours, theirs)
    if not shared:
        return made(Kinship, (0.0, 0.0, 0.0, poorer, bare))
    return made(Kinship, (shared / poorer, shared / max(ours, theirs), shared, poorer, bare))


def _shared(x: Mapping[str, float], y: Mapping[str, float]) -> float:
    if x == y:
        return fsum(x.values())
    return fsum([min(x[i], y[i]) for i in x.keys() & y.keys()])


def other_subject(a: Subject, b: Subject) -> bool:
    """Whether the two are about different ones of a kind: the US and China, men and women.

    A side that names nobody of the kind may be about anybody, and one may name more than the
    other; but when each names one that the other does not, they are about two things.
    """
    return other_name(a, b) or other_side(a, b)


def other_side(a: Subject, b: Subject) -> bool:
    """Whether the two take other sides of a contrast that both mention: men, women."""
    return any(
        a.contrasts[group] != b.contrasts[group] for group in a.contrasts.keys() & b.contrasts
    )


def other_name(a: Subject, b: Subject) -> bool:
    """Whether each names somebody or something of one kind that the other does not."""
    return any(
        a.names[kind] - b.names[kind] and b.names[kind] - a.names[kind]
        for kind in a.names.keys() & b.names
    )


def strangers(a: Subject, b: Subject) -> bool:
    """Whether each names what the other does not, and no table knows what sort of thing it is."""
    ours, theirs = ({(i, kind) for kind, ids in x.names.items() for i in ids} for x in (a, b))
    kinds = {kind for _, kind in ours ^ theirs}
    return "proper" in kinds and each_has_its_own(ours, theirs)


def covered(a: Evidence, b: Evidence) -> float:
    """How much of what one side says stands on the other at all, for the side that says less else.

    Nearness is left out of it: what stands near the one figure may stand far from the other.
    """
    return max(found_in(a, b), found_in(b, a))


def found_in(x: Evidence, y: Evidence) -> float:
    """How much of what one side says stands on the other at all, 0 to 1."""
    every = [
        (weight, item in theirs)
        for ours, theirs in ((x.known, y.known), (x.han, y.han), (x.latin, y.latin))
        for item, weight in ours.items()
        if ":" not in item
    ]
    total = fsum(weight for weight, _ in every)
    return fsum(weight for weight, there in every if there) / total if total else 1.0
