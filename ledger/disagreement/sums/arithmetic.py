"""Figures that cannot all hold: parts and wholes, shares, margins and changes worked out again.

Every check takes figures with the slack their words allow, so that rounding is never a fault, and
asks for stated measures or for the very wording of a part and its whole. Ratios come from
``data/ratios.csv``.
"""

from collections.abc import Callable, Iterator, Sequence

from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.sums.faults import Fault, Placed
from ledger.disagreement.sums.ratios import order_of_margins, ratios, shares_over_a_hundred
from ledger.disagreement.sums.sums import changes, fractions, parts_over_the_whole, totals
from ledger.text.tuples import made


def faults_within(reading: Prepared) -> list[Fault]:
    """What cannot all hold inside one text."""
    placed = [Placed(reading, figure) for figure in reading.figures]
    return [fault for check in CHECKS for fault in check(placed)]


def faults_between(a: Prepared, b: Prepared) -> list[Fault]:
    """What cannot all hold when two texts are taken together, and holds in each alone.

    A ratio, its part and its whole come from two statements only when they give one stated period
    and nothing names two companies: 35 % margin here, profit and revenue there.
    """
    if not a.quantities or not b.quantities:
        return []
    placed = [
        made(Placed, (reading, figure))
        for reading in (a, b)
        for figure in reading.figures
        if figure.measure is not None
    ]
    if len({one.figure.measure for one in placed}) < _FEWEST_MEASURES:
        return []
    return [
        fault if fault.first.reading is a else Fault(fault.second, fault.first, fault.reason)
        for fault in (*ratios(placed), *order_of_margins(placed))
        if fault.first.reading is not fault.second.reading
    ]


_FEWEST_MEASURES = 2
"""A ratio has a part and a whole beside it, and an order of margins has two."""
Check = Callable[[Sequence[Placed]], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    ratios,
    order_of_margins,
    shares_over_a_hundred,
    fractions,
    parts_over_the_whole,
    totals,
    changes,
)
"""Everything that is worked out again inside one text."""
