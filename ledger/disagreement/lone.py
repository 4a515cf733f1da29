"""The only figure of its sort that each of two reports of one event leaves.

That $236m was fetched and the painting sold for $263m share no word that says what is measured, but
where two statements tell of one event, and each has one amount of money that the other lacks, the
two measure one thing unless something beside them says otherwise.
"""

from collections import Counter
from collections.abc import Callable
from itertools import product
from math import isclose

from ledger.disagreement.context import Subject
from ledger.disagreement.figures import Figure
from ledger.disagreement.firmness import are_others, of_a_branch
from ledger.disagreement.intervals import meet, same_sort
from ledger.disagreement.kinship import other_side
from ledger.disagreement.lazily import lazily
from ledger.disagreement.measures import is_takings
from ledger.disagreement.pairing import Pair, side_by_side
from ledger.disagreement.prepared import Prepared
from ledger.disagreement.surroundings import AND_OTHERS

_FAR = 2.5
"""How many times as large one report of a thing may be as another; beyond it they are of two."""
_SLIPS = (1e1, 1e2, 1e3, 1e4, 1e8)
"""Ratios that come of a digit lost or a unit misread."""
_WHICH = frozenset({"date", "ordinal"})
"""Dimensions of figures that say which, of which a report has many."""
_NARROWING = frozenset(
    {
        *("able", "acquaintance", "age", "among", "cover", "flow", "gender", "head", "inflation"),
        *("kin", "market", "office", "opinion", "order", "part", "piece", "place", "rate"),
        *("sector", "since", "stage", "term", "ticket", "total", "use", "vintage", "ward"),
    }
)
"""Scopes that tell apart two figures of one event; where and on which day it was do not."""


class LonePair(Pair):
    """Two figures of one event, held together by being the only ones of their sort."""

    @lazily
    def firm(self) -> bool:
        """Whether it would hold a contradiction: it is there for nothing else."""
        return True

    def is_of_two_things(self) -> bool:
        """Whether anything beside the figures says that they measure two things."""
        ours, theirs = self._contexts
        if self._look_alike() or are_others(ours, theirs) or self.measures_else():
            return True
        if is_takings(self.measure) and of_a_branch(ours, theirs):
            return True
        if self.measure is None and (_is_a_rise(self.a) or _is_a_rise(self.b)):
            return True
        narrowed = (ours.scope ^ theirs.scope) & _NARROWING
        return bool(narrowed - self._said_besides()) or self._is_of_others(
            ours.subject, theirs.subject
        )

    def _said_besides(self) -> set[str]:
        """Scopes that go with another figure, or with the measure: 33.3 % a month earlier."""
        besides = set() if self.measure is None else {"rate"}
        figures = (figure for reading in self._readings for figure in reading.figures)
        if any(one.quantity.role == "from" for one in figures):
            besides.add("vintage")
        return besides

    def _is_of_others(self, x: Subject, y: Subject) -> bool:
        """Whether each figure is for somebody whom the other text nowhere names."""
        if other_side(x, y):
            return True
        first, second = ({item.id for item in reading.told} for reading in self._readings)
        ours, theirs = ({name for ids in one.names.values() for name in ids} for one in (x, y))
        if not ours or not theirs:
            return False
        joined = any(name.endswith(AND_OTHERS) for name in ours ^ theirs)
        return joined or bool(ours - second and theirs - first)


def _is_a_rise(figure: Figure) -> bool:
    """Whether it is by how many percent something rose or fell: each thing has one of its own."""
    return figure.quantity.dimension == "percent" and figure.quantity.change is not None


def with_the_lone(
    pairs: list[Pair],
    a: Prepared,
    b: Prepared,
    one_event: Callable[[], bool],
    *,
    one_claim: bool,
) -> list[Pair]:
    """The pairs of two texts, and the lone figures of both where they tell of one event.

    Args:
        pairs: those that the evidence beside the figures holds together.
        a: a text.
        b: another.
        one_event: asks whether they tell of one event.
        one_claim: whether they are filed under one claim.
    """
    alone = _alone(a, b)
    if not alone or not one_event():
        return pairs
    lone = [LonePair((a, b), side_by_side(*both), one_claim=one_claim) for both in alone]
    found = [pair for pair in lone if not pair.is_of_two_things()]
    ours, theirs = {pair.a.at for pair in found}, {pair.b.at for pair in found}
    return [*found, *(p for p in pairs if p.a.at not in ours and p.b.at not in theirs)]


def _alone(a: Prepared, b: Prepared) -> list[tuple[Figure, Figure]]:
    """Figures of one sort, of which either text has no more that the other does not meet."""
    across = a.is_chinese != b.is_chinese
    alike = [both for both in product(a.figures, b.figures) if same_sort(*both, across=across)]
    met = [(x.at, y.at) for x, y in alike if meet(x, y)]
    ours, theirs = {at for at, _ in met}, {at for _, at in met}
    together = [
        (x, y)
        for x, y in alike
        if x.at not in ours and y.at not in theirs and _counts(x) and _counts(y)
    ]
    first, second = Counter(x.at for x, _ in together), Counter(y.at for _, y in together)
    return [
        (x, y) for x, y in together if first[x.at] == second[y.at] == 1 and _may_be_one_thing(x, y)
    ]


def _counts(figure: Figure) -> bool:
    """Whether a figure neither says which, nor what another came from."""
    return figure.quantity.dimension not in _WHICH and figure.quantity.role != "from"


def _may_be_one_thing(x: Figure, y: Figure) -> bool:
    """Whether two figures lie no further apart than two reports of one thing do.

    A share may be any share; of anything else a figure ten times as large is a slip, and one seven
    times as large another thing.
    """
    if x.quantity.dimension == "percent":
        return True
    small, large = sorted(abs(figure.quantity.value or 0.0) for figure in (x, y))
    if not small:
        return False
    ratio = large / small
    return ratio <= _FAR or any(isclose(ratio, slip) for slip in _SLIPS)
