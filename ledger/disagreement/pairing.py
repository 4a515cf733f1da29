"""Which figure of one side is set against which of the other: by what they measure, not by place.

A pair needs figures of one sort, no sign that they are about different subjects, and evidence
that they measure one thing. Figures that meet are paired before figures that do not, where the
evidence is otherwise alike: a text that states both 5 and 8 % does not contradict one that says 8.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.context import Context, figure_context
from ledger.disagreement.intervals import meet, same_sort
from ledger.disagreement.kinship import Kinship, kinship, other_subject
from ledger.disagreement.measures import confusable
from ledger.disagreement.reading import Figure, Reading

_NAMED_MEASURE = 0.3
"""Share of evidence that suffices when both sides name one measure."""
_NO_MEASURE = 0.5
"""Share of evidence needed when the measure has to be told from the words."""
_MEASURE_UNSAID = 0.8
"""Share needed when one side names a measure of which the other does not speak at all."""
_ALL = 0.9
"""Share of both sides' evidence from which two texts differ in the figure alone."""
_LEAST_WEIGHT = 0.8
"""Evidence below this, in English words, is too thin to hold two figures together."""
_MEETING = 0.2
"""What meeting counts for, as evidence, in the order of pairing."""


class Pair(NamedTuple):
    """Two figures that may measure one thing.

    Attributes:
        a: a figure of the first text.
        b: a figure of the second.
        kin: the evidence.
    """

    a: Figure
    b: Figure
    kin: Kinship


def pairs_of(a: Reading, b: Reading) -> list[Pair]:
    """Pair the figures of two texts, best evidence first, each figure once."""
    contexts_a = [figure_context(a, figure) for figure in a.figures]
    contexts_b = [figure_context(b, figure) for figure in b.figures]
    ranked = []
    for i, x in enumerate(a.figures):
        for j, y in enumerate(b.figures):
            if not same_sort(x, y, across=a.is_chinese != b.is_chinese):
                continue
            kin = _kin(x, y, contexts_a[i], contexts_b[j])
            if kin is not None:
                strength = kin.share + (_MEETING if meet(x, y) else 0.0)
                ranked.append((-strength, -kin.weight, abs(i - j), i + j, i, j, Pair(x, y, kin)))
    return list(_each_once(ranked))


def _each_once(ranked: list[tuple[float, float, int, int, int, int, Pair]]) -> Iterator[Pair]:
    taken_a, taken_b = set(), set()
    for *_, i, j, pair in sorted(ranked):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield pair


def _kin(x: Figure, y: Figure, context_x: Context, context_y: Context) -> Kinship | None:
    """The evidence for a pair of one sort, ``None`` when it may not be made."""
    if x.day is not None and (context_x.event is None or context_x.event != context_y.event):
        return None
    if other_subject(context_x, context_y):
        return None
    a, b = x.quantity.measure, y.quantity.measure
    if a is not None and b is not None and a != b:
        if not confusable(a, b):
            return None
        context_x, context_y = context_x.without(a), context_y.without(b)
    kin = kinship(context_x, context_y)
    if kin.bare or kin.mutual >= _ALL:
        return kin
    enough = kin.share >= _threshold(x, y, context_x, context_y)
    return kin if enough and kin.weight >= _LEAST_WEIGHT else None


def _threshold(x: Figure, y: Figure, context_x: Context, context_y: Context) -> float:
    """The share of evidence that is needed: least when both name one measure."""
    a, b = x.quantity.measure, y.quantity.measure
    if a is not None and b is not None:
        return _NAMED_MEASURE
    if (a is not None and a not in context_y.known) or (b is not None and b not in context_x.known):
        return _MEASURE_UNSAID
    return _NO_MEASURE
