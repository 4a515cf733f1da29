"""What a change implies: doubled to 40 is up from 20, and not from 30.

One text says by how much something moved, the other from where to where. Only what is far from the
other is told: "a quarter" is said of 23 percent too.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ledger.disagreement.aligning.intervals import meet, same_unit
from ledger.disagreement.finding import Finding, Told
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.shares import is_share
from ledger.disagreement.wording import as_written

_TOLERANCE = 0.1
"""How far apart two accounts of one change may lie, as a share of the level before it."""


class Change(NamedTuple):
    """How something moved: a level as a multiple of what it was, and the levels that were named."""

    factor: float
    told_by: Figure
    ends: tuple[Figure, ...]


def implied_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """Changes of one thing of which one is told by how much, and the other from where to where."""
    if not _moves(a) or not _moves(b):
        return
    for told, named, turned in ((a, b, False), (b, a, True)):
        by, levels = _told_by_how_much(told), _from_where_to_where(named)
        if by is None or levels is None or not _are_of_one(by, levels, told):
            continue
        apart = abs(by.factor - levels.factor) > _TOLERANCE * max(1.0, by.factor)
        if apart and near() is not Nearness.APART:
            first, last = levels.ends
            ends = f"{as_written(named, first)} and {as_written(named, last)}"
            words = as_written(told, by.told_by), ends
            spans = by.told_by.span, last.span
            found = Finding("numeric_disjoint", *spans, partial(Told, words))
            yield found.mirrored() if turned else found
            return


def _moves(reading: Prepared) -> bool:
    return any(q.role != "level" or q.dimension == "multiple" for q in reading.quantities) or (
        sum(figure.day is not None for figure in reading.figures) == _TWO
    )


_TWO = 2


def _told_by_how_much(reading: Prepared) -> Change | None:
    """The one change of a text that is told as a share or a multiple."""
    found = [(f, figure) for figure in reading.figures if (f := _factor(figure)) is not None]
    if len(found) != 1:
        return None
    factor, figure = found[0]
    ends = tuple(one for one in reading.figures if one.quantity.role == "to")
    return Change(factor, figure, ends)


def _factor(figure: Figure) -> float | None:
    quantity = figure.quantity
    value, sign = quantity.value, {"up": 1, "down": -1}.get(quantity.change or "", 0)
    if value is None or not sign or quantity.comparator not in "=~":
        return None
    if quantity.dimension == "multiple":
        return 1 + value if quantity.role == "by" else value
    if quantity.role != "by":
        return None
    if quantity.dimension == "percent":
        return 1 + sign * value / 100
    return 1 + sign * value if is_share(quantity) else None


def _from_where_to_where(reading: Prepared) -> Change | None:
    """The two levels of a text, and no third: from 30 to 40, 80 in 2015 and 76 in 2022."""
    ends = [f for f in reading.figures if f.quantity.role in ("from", "to") and f.day is None]
    if not ends:
        ends = [f for f in reading.figures if f.day is None and f.quantity.dimension != "multiple"]
        if len({f.period for f in ends}) != _TWO or None in {f.period for f in ends}:
            return None
        ends.sort(key=lambda figure: figure.period or "")
    else:
        ends.sort(key=lambda figure: figure.quantity.role)  # from, to
    if len(ends) != _TWO or ends[0].quantity.role == ends[1].quantity.role != "level":
        return None
    first, last = ends
    was, now = first.quantity.value, last.quantity.value
    if not was or not now or not same_unit(first, last) or first.quantity.dimension in _RATES:
        return None
    return Change(now / was, last, (first, last))


_RATES = frozenset({"percent", "date", "ordinal", "temperature"})


def _are_of_one(by: Change, levels: Change, told: Prepared) -> bool:
    """Whether both end at one level, measure one thing, or name the same two years."""
    if any(same_unit(one, levels.ends[1]) and meet(one, levels.ends[1]) for one in by.ends):
        return True
    if levels.ends[0].quantity.role == "level":
        years = {f.quantity.text for f in told.figures if f.day is not None}
        return years == {end.period for end in levels.ends}
    measure = by.told_by.measure
    return not by.ends and measure is not None and measure == levels.ends[1].measure
