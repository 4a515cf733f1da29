"""Two figures as intervals: of one sort or not, meeting or apart."""

import math

from ledger.disagreement.days import one_day
from ledger.disagreement.reading import Figure

_BARE = frozenset({"number", "count", "index_point"})
_SHARES = frozenset({"percent", "percentage_point"})
_TOLERANCE = 1e-9
"""Relative slack for arithmetic on converted units, far below any rounding a text can express."""


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures can be compared as they stand.

    A bare number may count anything. Percent and percentage points are one where a level is
    stated; of a change they are not, because 0.25 % more is less than 0.25 points more.
    """
    if a.day is not None or b.day is not None:
        return a.day is not None and b.day is not None
    if a.unit == b.unit:
        return True
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions <= _SHARES:
        return not a.quantity.change and not b.quantity.change
    return len(dimensions) > 1 and dimensions <= _BARE


def same_sort(a: Figure, b: Figure, *, across: bool = False) -> bool:
    """Whether two figures may measure one thing, be it in units that were mixed up.

    Percent and percentage points of change are of one sort, and so are two currencies, so that a
    slip of one for the other can be seen.

    Args:
        a: a figure.
        b: another.
        across: the two are in different languages, whose nouns and classifiers for what is
            counted (workers, 人) are not expected to be the same.
    """
    if same_unit(a, b):
        return True
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions <= _SHARES:
        return bool(a.quantity.change and b.quantity.change)
    return dimensions == {"currency"} or (across and dimensions == {"count"})


def same_scale(a: Figure, b: Figure) -> bool:
    """Whether the ends of two figures of one sort can be compared."""
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    return same_unit(a, b) or dimensions == {"count"}


def meet(a: Figure, b: Figure) -> bool:
    """Whether some value fits both figures, each read with the slack its words allow."""
    if a.day is not None and b.day is not None:
        return one_day(a.day, b.day) is not False
    if not same_scale(a, b):
        return False
    if a.quantity.comparator == b.quantity.comparator == "=":
        return _rounds_to(a, b)
    return not _below(a, b) and not _below(b, a)


def _rounds_to(a: Figure, b: Figure) -> bool:
    """Whether the finer of two plain figures rounds to the coarser: 61.7 to 62, but not 3 to 4."""
    (slack, coarse), (_, fine) = sorted((_slack_and_middle(a), _slack_and_middle(b)), reverse=True)
    off = fine - coarse
    if math.isclose(fine, coarse, rel_tol=_TOLERANCE):
        return True
    return abs(off) < slack and not math.isclose(abs(off), slack, rel_tol=_TOLERANCE)


def _slack_and_middle(figure: Figure) -> tuple[float, float]:
    low, high = figure.low or 0.0, figure.high or 0.0
    return (high - low) / 2, (high + low) / 2


def _below(a: Figure, b: Figure) -> bool:
    """Whether everything ``a`` allows is less than everything ``b`` allows."""
    if a.high is None or b.low is None:
        return False
    if math.isclose(a.high, b.low, rel_tol=_TOLERANCE):
        return not (a.quantity.high_closed and b.quantity.low_closed)
    return a.high < b.low
