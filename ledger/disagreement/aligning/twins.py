"""Texts that differ in one figure alone: the death toll of the morning and that of the evening.

What stands around such a figure is the same on both sides, and nothing in it needs to be weighed.
"""

from itertools import combinations

from ledger.disagreement.aligning.alike import side_by_side
from ledger.disagreement.aligning.intervals import meet, same_sort
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.shares import is_share


def the_only_other(a: Prepared, b: Prepared) -> int | None:
    """The place of the one figure in which two texts differ; ``None`` where anything else does.

    And where one figure might be taken for another, because it meets it, or says which of a series
    the others are for.
    """
    ours, theirs = a.quantities, b.quantities
    if not ours or len(ours) != len(theirs) or a.between != b.between:
        return None
    pairs = zip(ours, theirs, strict=True)
    others = [at for at, (x, y) in enumerate(pairs) if x[0] != y[0] or x[3:] != y[3:]]
    if len(others) != 1:
        return None
    if not len(a.figures) == len(b.figures) == len(ours) or a.is_chinese != b.is_chinese:
        return None
    other = others[0]
    if not _alike(a, b, other) or a.known != b.known:
        return None
    return other if len(ours) == 1 or _all_apart(a, b, other) else None


def _all_apart(a: Prepared, b: Prepared, other: int) -> bool:
    """Whether no figure of either text meets one in another place."""
    rest = [figure for figure in a.figures if figure.at != other]
    pairs = [*combinations(rest, 2), *((a.figures[other], one) for one in rest)]
    pairs += [(b.figures[other], one) for one in rest]
    return not any(_meet(*side_by_side(x, y)) for x, y in pairs)


def _meet(x: Figure, y: Figure) -> bool:
    return same_sort(x, y) and meet(x, y)


def _alike(a: Prepared, b: Prepared, other: int) -> bool:
    """Whether what is asked of the surroundings of two figures, and of all others, is the same."""
    x, y = a.figures[other], b.figures[other]
    one, two = x.quantity, y.quantity
    return (
        x.day is None is y.day
        and x.measure == y.measure
        and x.moved == y.moved
        and one.dimension == two.dimension != "ordinal"
        and (one.dimension != "number" or is_share(one) == is_share(two))
        and [figure.clause for figure in a.figures] == [figure.clause for figure in b.figures]
    )
