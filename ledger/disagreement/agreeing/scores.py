"""A score: two figures that are one, and of which neither half says anything alone.

That the one side lost 0-3 and the other 0-1 is no agreement on the 0. Lost 2-5 and won 5-2 is one
score, told from either side.
"""

from ledger.disagreement.agreeing.apart import name_two, on_two_days
from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.one_thing.one_event import in_common
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.score import Score

_SHARE, _WEIGHT = 0.45, 2.5
"""Evidence that two texts must share to tell of one match, as a share of what the poorer says and
in ordinary English words."""


def the_same_score(a: Prepared, b: Prepared) -> tuple[Score, Score] | None:
    """The one score of each of two texts on one match, ``None`` unless it is the same."""
    ours, theirs = a.score, b.score
    if ours is None or theirs is None or {*ours.halves} != {*theirs.halves}:
        return None
    if on_two_days(a, b) or name_two(a, b):
        return None
    kin = in_common(a, b)
    if kin.share < _SHARE or kin.weight < _WEIGHT:
        return None
    return (ours, theirs) if _of_one_winner(a, b, ours) else None


def is_half_of_another(a: Prepared, x: Figure, b: Prepared, y: Figure) -> bool:
    """Whether two figures are halves of two scores that are not the same."""
    ours = _of(a, x)
    theirs = _of(b, y) if ours is not None else None
    return ours is not None and theirs is not None and {*ours.halves} != {*theirs.halves}


def is_half(reading: Prepared, figure: Figure) -> bool:
    """Whether a figure is half of a score."""
    return _of(reading, figure) is not None


def _of(reading: Prepared, figure: Figure) -> Score | None:
    halves = (figure.at - 1, figure.at)
    return next((one for one in reading.scores if one.first.at in halves), None)


def _of_one_winner(a: Prepared, b: Prepared, score: Score) -> bool:
    """Whether both have one winner, as far as they say who won."""
    x, y = _result(a), _result(b)
    if x is None or y is None:
        return (x is None and y is None) or score.halves[0] == score.halves[1]
    turned = _are_turned(a, x, b, y)
    return turned is not None and turned == (x.side != y.side)


def _result(reading: Prepared) -> Signal | None:
    """The first word that says how it ended: won, lost, drew."""
    return next((s for s in reading.steering if (s.kind, s.group) == ("pole", "win")), None)


def _are_turned(a: Prepared, x: Signal, b: Prepared, y: Signal) -> bool | None:
    """Whether who stands before the one word stands behind the other; ``None`` if that is unclear.

    Of all that stands before it the first counts that both texts speak of.
    """
    told = {item.id for item in b.told}
    clause = a.clause_at(x.start)
    who = next((i.id for i in a.items[clause] if i.end <= x.start and i.id in told), None)
    if who is None:
        return None
    places = {item.start < y.start for item in b.told if item.id == who}
    return None if len(places) > 1 else not places.pop()
