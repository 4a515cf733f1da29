"""Which figures of two texts are of one sort, and as what each of them is compared.

A fraction is set against a percentage as the percentage it is, a multiple against growth as growth.
"""

from itertools import product
from typing import NamedTuple

from ledger.disagreement.aligning.intervals import same_sort
from ledger.disagreement.statement import growth, shares
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.text.tuples import made


class Couple(NamedTuple):
    """A figure of one text and one of another that are of one sort.

    Attributes:
        told: as they stand in their texts.
        beside: as they are compared.
    """

    told: tuple[Figure, Figure]
    beside: tuple[Figure, Figure]


def of_one_sort(a: Prepared, b: Prepared) -> list[Couple]:
    """The figures of two texts that may measure one thing: each with every one of its sort."""
    across = a.is_chinese != b.is_chinese
    return [
        made(Couple, (told, beside))
        for told in product(a.figures, b.figures)
        if _may_be_of_one_sort(*told)
        for beside in [side_by_side(*told)]
        if same_sort(*beside, across=across)
    ]


def _may_be_of_one_sort(x: Figure, y: Figure) -> bool:
    """What is told at least cost: most figures of two texts are of two sorts however compared."""
    if (x.day is None) is not (y.day is None):
        return False
    ours, theirs = x.quantity.dimension, y.quantity.dimension
    return ours == theirs or x.unit == y.unit or (ours in _RELATIVE and theirs in _RELATIVE)


_RELATIVE = frozenset({"number", "count", "index_point", "percent", "percentage_point", "multiple"})
"""Dimensions that one figure may be compared in each of."""


def side_by_side(ours: Figure, theirs: Figure) -> tuple[Figure, Figure]:
    """Two figures, as shares or as growth where only one of them is written so."""
    if ours.measure != theirs.measure and "casualties" in (ours.measure, theirs.measure):
        ours, theirs = _of_nobody(ours, theirs), _of_nobody(theirs, ours)
    dimension = ours.quantity.dimension
    if dimension == theirs.quantity.dimension != "multiple":
        return shares.alike(ours, theirs) if dimension == "percent" else (ours, theirs)
    return growth.alike(*shares.alike(ours, theirs))


def _of_nobody(figure: Figure, other: Figure) -> Figure:
    """No casualties as nobody killed, or nobody hurt, where the other side counts those."""
    nobody = figure.measure == "casualties" and figure.quantity.value == 0
    return figure._replace(measure=other.measure) if nobody and other.measure in _HARMED else figure


_HARMED = frozenset({"deaths", "injured"})
