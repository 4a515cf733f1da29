"""Which figure of one side is set against which of the other: by what they measure, not by place.

A pair needs figures of one sort, no sign that they are about different subjects, and evidence
that they measure one thing. Figures that meet are paired before figures that do not, where the
evidence is otherwise alike: a text that states both 5 and 8 % does not contradict one that says 8.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.context import Context, figure_context, figure_subject
from ledger.disagreement.figures import Figure
from ledger.disagreement.intervals import meet, same_sort
from ledger.disagreement.kinship import (
    NOTHING_ELSE,
    Kinship,
    firm,
    kinship,
    other_subject,
    strangers,
)
from ledger.disagreement.measures import confusable, same_as
from ledger.disagreement.reading import Reading
from ledger.disagreement.shares import alike

_NAMED_MEASURE = 0.3
"""Share of evidence that suffices when both sides name one measure."""
_NO_MEASURE = 0.5
"""Share of evidence needed when the measure has to be told from the words."""
_MEASURE_UNSAID = 0.6
"""Share needed when one side names a measure of which the other does not speak at all."""
_ALL = 0.9
"""Share of both sides' evidence from which two texts differ in the figure alone."""
_LEAST_WEIGHT = 0.8
"""Evidence below this, in English words, is too thin to hold two figures together."""
_MEETING, _MEETING_IN_ONE_MEASURE = 0.2, 0.3
"""What meeting counts for, as a share of evidence, in the order of pairing."""


class Pair(NamedTuple):
    """Two figures that may measure one thing.

    Attributes:
        a: a figure of the first text.
        b: a figure of the second.
        kin: the evidence.
        measure: what both measure, where both name it.
        firm: whether the evidence would hold a contradiction.
    """

    a: Figure
    b: Figure
    kin: Kinship
    measure: str | None
    firm: bool


def pairs_of(a: Reading, b: Reading) -> list[Pair]:
    """Pair the figures of two texts, best evidence first, each figure once."""
    if not a.quantities or not b.quantities:
        return []
    across = a.is_chinese != b.is_chinese
    ranked = []
    for ours in a.figures:
        for theirs in b.figures:
            x, y = alike(ours, theirs)
            pair = _pair(a, x, b, y) if same_sort(x, y, across=across) else None
            if pair is not None:
                met = meet(x, y)
                loose = not met and pair.measure is None and x.day is None
                if loose and (_states(a, y) or _states(b, x)):
                    pair = pair._replace(firm=False)
                strength = pair.kin.share + (_bonus(pair) if met else 0.0)
                weight = pair.kin.weight
                ranked.append((-strength, -weight, abs(x.at - y.at), x.at + y.at, x.at, pair))
    return list(_each_once(ranked))


def _states(reading: Reading, figure: Figure) -> bool:
    """Whether a text has the figure of another somewhere: its first album, and its second."""
    return any(same_sort(one, figure) and meet(one, figure) for one in reading.figures)


def _bonus(pair: Pair) -> float:
    own = pair.a.measure
    one = own is not None and own == pair.b.measure
    return _MEETING_IN_ONE_MEASURE if one else _MEETING


def _each_once(ranked: list[tuple[float, float, int, int, int, Pair]]) -> Iterator[Pair]:
    taken_a, taken_b = set(), set()
    for *_, pair in sorted(ranked):
        i, j = pair.a.at, pair.b.at
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield pair


def _pair(a: Reading, x: Figure, b: Reading, y: Figure) -> Pair | None:
    """Two figures of one sort as a pair, ``None`` when the evidence does not hold them together."""
    subjects = figure_subject(a, x.at), figure_subject(b, y.at)
    if other_subject(*subjects):
        return None
    ours, theirs = figure_context(a, x.at), figure_context(b, y.at)
    if x.day is not None and (ours.event is None or ours.event != theirs.event):
        return None
    measure = shared_measure(x, y, ours, theirs)
    named = x.measure is not None and y.measure is not None
    first, second = ours.evidence, theirs.evidence
    if measure is None and named:
        if not confusable(str(x.measure), str(y.measure)):
            return None
        first, second = first.without(ours.measures), second.without(theirs.measures)
    if x.quantity.dimension == "ordinal" and ours.behind != theirs.behind:
        return None
    kin = kinship(first, second)
    enough = kin.share >= _threshold(measure, ours, theirs, named=named)
    nothing_else = measure is None and named and kin.poorer < NOTHING_ELSE
    held = (enough and kin.weight >= _LEAST_WEIGHT) or kin.mutual >= _ALL
    if not (held or kin.bare or nothing_else):
        return None
    own = measure is not None and x.measure == y.measure
    chinese = a.is_chinese or b.is_chinese
    sure = (
        kin.bare
        or x.day is not None
        or (
            firm(ours, theirs, kin, measure=measure, own=own)
            and (chinese or not strangers(*subjects))
        )
    )
    return Pair(x, y, kin, measure, sure)


def shared_measure(x: Figure, y: Figure, a: Context, b: Context) -> str | None:
    """The measure of both: what one measures and the other names nearest to itself."""
    for own, near in ((x.measure, b.measures), (y.measure, a.measures)):
        if own is not None and own in near:
            return own
    alike = {same_as(measure) for measure in a.measures} & {same_as(m) for m in b.measures}
    return min(alike) if alike else None


def _threshold(measure: str | None, a: Context, b: Context, *, named: bool) -> float:
    """The share of evidence that is needed: least when both name one measure."""
    if measure is not None or named:
        return _NAMED_MEASURE
    unsaid = (a.measures - b.evidence.known.keys()) | (b.measures - a.evidence.known.keys())
    return _MEASURE_UNSAID if unsaid else _NO_MEASURE
