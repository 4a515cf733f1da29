"""Texts that differ in one figure alone: the death toll of the morning and that of the evening.

What stands around such a figure is the same on both sides, and nothing in it needs to be weighed.
"""

from ledger.disagreement.figures import Figure
from ledger.disagreement.prepared import Prepared
from ledger.disagreement.shares import is_share


def the_only_other(a: Prepared, b: Prepared) -> int | None:
    """The place of the one figure in which two texts differ; ``None`` where anything else does."""
    if len(a.quantities) != len(b.quantities) or a.tenor != b.tenor:
        return None
    pairs = zip(a.figures, b.figures, strict=True)
    other = [at for at, (x, y) in enumerate(pairs) if not _equal(x, y)]
    if len(other) != 1 or len(a.figures) != len(a.quantities):
        return None
    x, y = a.figures[other[0]], b.figures[other[0]]
    return other[0] if _of_one_sort(x, y) else None


def _equal(x: Figure, y: Figure) -> bool:
    """Whether two figures are the same wherever they stand."""
    (text, _, _, *ours), (other, _, _, *theirs) = x.quantity, y.quantity
    return text == other and ours == theirs and x.clause == y.clause


def _of_one_sort(x: Figure, y: Figure) -> bool:
    """Whether what is asked of the surroundings of two figures is the same."""
    one, other = x.quantity, y.quantity
    return (
        x.day is None is y.day
        and (x.clause, x.measure, x.moved) == (y.clause, y.measure, y.moved)
        and one.dimension == other.dimension
        and is_share(one) == is_share(other)
    )
