"""Which figure of one side is set against which of the other: by what they measure, not by place.

A pair needs figures of one sort, no sign that they are about different subjects, and evidence
that they measure one thing. Figures that meet are paired before figures that do not, where the
evidence is otherwise alike: a text that states both 5 and 8 % does not contradict one that says 8.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.context import Context, figure_contexts
from ledger.disagreement.figures import Figure
from ledger.disagreement.intervals import meet, same_sort
from ledger.disagreement.kinship import NOTHING_ELSE, Kinship, firm, kinship, other_subject
from ledger.disagreement.measures import confusable, same_as
from ledger.disagreement.reading import Reading

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
    contexts_a, contexts_b = figure_contexts(a), figure_contexts(b)
    across = a.is_chinese != b.is_chinese
    ranked = []
    for i, x in enumerate(a.figures):
        for j, y in enumerate(b.figures):
            if not same_sort(x, y, across=across):
                continue
            pair = _pair(x, y, contexts_a[i], contexts_b[j])
            if pair is not None:
                strength = pair.kin.share + (_bonus(pair) if meet(x, y) else 0.0)
                weight = pair.kin.weight
                ranked.append((-strength, -weight, abs(i - j), i + j, i, j, pair))
    return list(_each_once(ranked))


def _bonus(pair: Pair) -> float:
    own = pair.a.measure
    one = own is not None and own == pair.b.measure
    return _MEETING_IN_ONE_MEASURE if one else _MEETING


def _each_once(ranked: list[tuple[float, float, int, int, int, int, Pair]]) -> Iterator[Pair]:
    taken_a, taken_b = set(), set()
    for *_, i, j, pair in sorted(ranked):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield pair


def _pair(x: Figure, y: Figure, a: Context, b: Context) -> Pair | None:
    """Two figures of one sort as a pair, ``None`` when the evidence does not hold them together."""
    if x.day is not None and (a.event is None or a.event != b.event):
        return None
    if other_subject(a, b):
        return None
    measure = shared_measure(x, y, a, b)
    named = x.measure is not None and y.measure is not None
    if measure is None and named:
        if not confusable(str(x.measure), str(y.measure)):
            return None
        a, b = a.without(a.measures), b.without(b.measures)
    if x.quantity.dimension == "ordinal" and not (
        a.speaks_of(b.nearest()) or b.speaks_of(a.nearest())
    ):
        return None
    kin = kinship(a, b)
    enough = kin.share >= _threshold(measure, a, b, named=named) and kin.weight >= _LEAST_WEIGHT
    nothing_else = measure is None and named and kin.poorer < NOTHING_ELSE
    if not (enough or kin.bare or kin.mutual >= _ALL or nothing_else):
        return None
    sure = (
        kin.bare
        or x.day is not None
        or firm(a, b, measure=measure, own=measure is not None and x.measure == y.measure)
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
    unsaid = (a.measures - b.known.keys()) | (b.measures - a.known.keys())
    return _MEASURE_UNSAID if unsaid else _NO_MEASURE
