"""The only figure of its sort that each of two reports of one event leaves."""

import os
from collections.abc import Iterator

from ledger.disagreement.figures import Figure
from ledger.disagreement.intervals import meet, same_sort
from ledger.disagreement.measures import confusable
from ledger.disagreement.one_event import tell_of_one_event
from ledger.disagreement.pairing import Pair, side_by_side
from ledger.disagreement.prepared import Prepared

R = float(os.environ.get("OE_R", "2.5"))
_STRICT = frozenset("gender age sector inflation part among piece cover ward vintage since flow kin order office acquaintance head rate total opinion able term market use ticket place".split())


class LonePair(Pair):
    """Two figures that may measure one thing, as no others of the two reports do."""

    firm = True

    def borne_out(self) -> bool:
        return False

    def is_opposed(self) -> bool:
        """Whether anything beside the figures says that they measure two things."""
        if self._look_alike() or self._other_measure():
            return True
        ours, theirs = self._contexts
        if (ours.scope ^ theirs.scope) & _STRICT:
            return True
        x, y = ours.subject, theirs.subject
        if any(x.contrasts[group] != y.contrasts[group] for group in x.contrasts.keys() & y.contrasts):
            return True
        first, second = ({item.id for item in reading.told} for reading in self._readings)
        return any(
            x.names[kind] - second and y.names[kind] - first
            for kind in x.names.keys() & y.names
            if kind != "proper"
        )

    def _other_measure(self):
        return self._other and not confusable(str(self.a.measure), str(self.b.measure))


def with_the_lone(pairs: list[Pair], a: Prepared, b: Prepared, *, one_claim: bool) -> list[Pair]:
    """Pairs of two texts, and the lone figures of both where they tell of one event."""
    alone = [*_alone(a, b)]
    if not alone or not tell_of_one_event(a, b):
        return pairs
    found = []
    for figures in alone:
        pair = LonePair((a, b), side_by_side(*figures), one_claim=one_claim)
        if not pair.is_opposed():
            found.append(pair)
    ours, theirs = {pair.a.at for pair in found}, {pair.b.at for pair in found}
    return [*found, *(p for p in pairs if p.a.at not in ours and p.b.at not in theirs)]


def _alone(a: Prepared, b: Prepared) -> Iterator[tuple[Figure, Figure]]:
    across = a.is_chinese != b.is_chinese
    ours, theirs = [*_left(a, b, across)], [*_left(b, a, across)]
    for x in ours:
        alike = [y for y in theirs if same_sort(x, y, across=across)]
        if len(alike) == 1 and sum(same_sort(one, alike[0], across=across) for one in ours) == 1 and _comparable(x, alike[0]):
            yield x, alike[0]


def _left(a: Prepared, b: Prepared, across) -> Iterator[Figure]:
    """The figures of a text that no figure of the other meets."""
    for one in a.figures:
        if one.quantity.role == "from" or (one.measure is None and one.quantity.dimension in _NOT):
            continue
        if not any(same_sort(one, other, across=across) and meet(one, other) for other in b.figures):
            yield one

_NOT = frozenset({"date", "ordinal", "age", "duration"})

def _comparable(x: Figure, y: Figure) -> bool:
    """Whether two reports of one thing may lie so far apart, or a slip of the unit does."""
    if x.quantity.dimension == "percent":
        return True
    small, large = sorted((abs(x.quantity.value or 0), abs(y.quantity.value or 0)))
    return bool(small) and (large / small <= R or any(abs(large / small / r - 1) < 1e-9 for r in _SLIPS))

_SLIPS = (1e1, 1e2, 1e3, 1e4, 1e8)
