"""How sure it is that two figures, or two clauses, speak of one thing."""

from typing import NamedTuple

from ledger.disagreement.context import Context


class Kinship(NamedTuple):
    """The evidence that two contexts are about one thing.

    Attributes:
        share: what they share, as a share of the poorer side's evidence, 0 to 1.
        mutual: the same as a share of the richer side's.
        weight: what they share, in ordinary English words.
        bare: neither side has anything but its figure.
    """

    share: float
    mutual: float
    weight: float
    bare: bool


def kinship(a: Context, b: Context) -> Kinship:
    """Weigh what two contexts share. Symmetric.

    Words count only in a script that both sides use, so that a Chinese and an English statement
    are held together by terms and names alone.
    """
    pairs = [(a.known, b.known)]
    pairs += [(x, y) for x, y in ((a.han, b.han), (a.latin, b.latin)) if x and y]
    shared = sum(min(x[i], y[i]) for x, y in pairs for i in x.keys() & y.keys())
    totals = sum(sum(x.values()) for x, _ in pairs), sum(sum(y.values()) for _, y in pairs)
    bare = not any((a.known, a.han, a.latin, b.known, b.han, b.latin))
    if not shared:
        return Kinship(0.0, 0.0, 0.0, bare)
    return Kinship(shared / min(totals), shared / max(totals), shared, bare)


def other_subject(a: Context, b: Context) -> bool:
    """Whether the two are about different ones of a kind: the US and China, men and women.

    A side that names nobody of the kind may be about anybody.
    """
    return other_name(a, b) or any(
        a.contrasts[group] != b.contrasts[group] for group in a.contrasts.keys() & b.contrasts
    )


def other_name(a: Context, b: Context) -> bool:
    """Whether both name somebody or something of one kind, and nobody in common."""
    return any(
        a.subjects[kind].isdisjoint(b.subjects[kind]) for kind in a.subjects.keys() & b.subjects
    )
