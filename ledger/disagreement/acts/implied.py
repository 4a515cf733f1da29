"""What a change implies: doubled to 40 is up from 20, and not from 30.

One text says by how much something moved, the other from where to where.
"""

from collections.abc import Callable, Iterator
from functools import partial

from ledger.disagreement.acts.changes import Levels, amounts, leads, levels
from ledger.disagreement.aligning.intervals import meet, same_unit
from ledger.disagreement.finding import Finding, Told
from ledger.disagreement.lists.measures import measures_the_move_of
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.wording import as_written


def implied_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """Changes of one thing of which one is told by how much, and the other from where to where."""
    for told, named, turned in ((a, b, False), (b, a, True)):
        told_by = amounts(told)
        ends = levels(named) if told_by else None
        if ends is None:
            continue
        every = [(by, held) for by in told_by if (held := leads(ends, by)) is not None]
        if len(every) == 1 and _are_of_one(every[0][0], ends, told, near):
            by, held = every[0]
            found = _finding(told, named, ends, by, held=held)
            yield found.mirrored() if turned else found
            return


def _finding(told: Prepared, named: Prepared, ends: Levels, by: Figure, *, held: bool) -> Finding:
    words = as_written(told, by), " and ".join(as_written(named, end) for end in ends)
    code = "same" if held else "numeric_disjoint"
    about = ("change", "change") if held else ("", "")
    return Finding(code, by.span, ends.last.span, partial(Told, words, about))


def _are_of_one(by: Figure, ends: Levels, told: Prepared, near: Callable[[], Nearness]) -> bool:
    """Whether both end at one level, measure one thing, or name the same two years."""
    ends_told = [figure for figure in told.figures if figure.quantity.role == "to"]
    if any(same_unit(one, ends.last) and meet(one, ends.last) for one in ends_told):
        return near() is not Nearness.APART
    if ends.first.quantity.role == "level":
        years = {f.quantity.text for f in told.figures if f.day is not None}
        return years == {end.period for end in ends} and near() is not Nearness.APART
    if ends_told:
        return False
    if by.measure is None or ends.last.measure is None:
        return by.measure is ends.last.measure and near() >= Nearness.LIKELY
    return measures_the_move_of(by.measure, ends.last.measure) and near() is not Nearness.APART
