"""Whether two texts that share a figure state another one of a sort otherwise.

Who has the witnesses right and the length of the trial otherwise bears nobody out.
"""

from collections.abc import Set as AbstractSet
from itertools import product

from ledger.disagreement.aligning.alike import side_by_side
from ledger.disagreement.aligning.intervals import are_people_and_things, meet, same_sort
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared

_WHICH = frozenset({"date", "ordinal", "age"})
"""Dimensions of figures that say which or who, and are told of many things."""


def says_how_much(figure: Figure) -> bool:
    """Whether a figure says how much or many, and not which or who."""
    return figure.quantity.dimension not in _WHICH


def may_be_told_twice(x: Figure, y: Figure) -> bool:
    """Whether neither of two figures says what the other only came from, or was turned round."""
    ours, theirs = x.quantity, y.quantity
    turned = {ours.change, theirs.change} == {"up", "down"}
    return not turned and (ours.role == "from") == (theirs.role == "from")


def differ_elsewhere(
    a: Prepared, b: Prepared, ours: AbstractSet[int], theirs: AbstractSet[int]
) -> bool:
    """Whether two figures of one sort do not meet, beside some of either text.

    Args:
        a: a text.
        b: another.
        ours: the places of the figures of the first that are left out.
        theirs: those of the second.
    """
    mine = [one for one in a.figures if one.at not in ours and says_how_much(one)]
    rest = [one for one in b.figures if one.at not in theirs and says_how_much(one)]
    return any(
        same_sort(x, y) and not are_people_and_things(x, y) and not meet(x, y)
        for one, other in product(mine, rest)
        if may_be_told_twice(one, other)
        for x, y in [side_by_side(one, other)]
    )
