"""Texts that differ in one figure alone: the death toll of the morning and that of the evening.

What stands around such a figure is the same on both sides, and nothing in it needs to be weighed.
"""

from ledger.disagreement.prepared import Prepared
from ledger.disagreement.shares import is_share


def the_only_other(a: Prepared, b: Prepared) -> int | None:
    """The place of the one figure in which two texts differ; ``None`` where anything else does."""
    if not a.quantities or len(a.quantities) != len(b.quantities) or a.between != b.between:
        return None
    if not len(a.figures) == len(b.figures) == len(a.quantities) or a.is_chinese != b.is_chinese:
        return None
    pairs = zip(a.quantities, b.quantities, strict=True)
    other = [at for at, (x, y) in enumerate(pairs) if x[0] != y[0] or x[3:] != y[3:]]
    alike = len(other) == 1 and _alike(a, b, other[0]) and a.known == b.known
    return other[0] if alike else None


def _alike(a: Prepared, b: Prepared, other: int) -> bool:
    """Whether what is asked of the surroundings of two figures, and of all others, is the same."""
    x, y = a.figures[other], b.figures[other]
    one, two = x.quantity, y.quantity
    return (
        x.day is None is y.day
        and (x.measure, x.moved) == (y.measure, y.moved)
        and one.dimension == two.dimension
        and (one.dimension != "number" or is_share(one) == is_share(two))
        and all(i.clause == j.clause for i, j in zip(a.figures, b.figures, strict=True))
    )
