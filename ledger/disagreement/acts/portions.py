"""How much of a whole: a majority against 38 percent, every one of 24 against half.

A word of proportion is an interval of a share. Two portions of one whole that do not meet
contradict each other where the texts tell of one event and the same is said of both.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.kinship import other_side
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.one_thing.replaced import replaced
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.parts import is_whole
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.shares import is_share
from ledger.disagreement.wording import quoted

_WORDS = {
    "all": (0.97, 1.0),
    "nearly": (0.75, 1.0),
    "most": (0.5001, 1.0),
    "few": (0.0, 0.4999),
    "nil": (0.0, 0.004),
}
"""What a word of proportion allows: a rounded percentage passes for all of them."""
_ABOUT = 0.1
"""What a plain share allows either way, as a share of it."""


class Portion(NamedTuple):
    """How much of a whole, where it stands.

    Attributes:
        low: the least of it, 0 to 1.
        high: the most of it.
        start: where it stands in the key.
        end: one past the last.
        clause: number of its clause.
        worded: whether it is a word and no figure.
    """

    low: float
    high: float
    start: int
    end: int
    clause: int
    worded: bool


def portion_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """Portions of one whole that do not meet."""
    if not any(cue.kind == "portion" for reading in (a, b) for cue in reading.cues):
        return
    ours, theirs = portions(a), portions(b)
    if len(ours) != 1 or len(theirs) != 1 or near() is Nearness.APART:
        return
    (x,), (y,) = ours, theirs
    apart = x.high < y.low or y.high < x.low
    if apart and (x.worded or y.worded) and _of_one(a.passages[x.clause], b.passages[y.clause]):
        spans = a.span_of(x.clause), b.span_of(y.clause)
        yield Finding("numeric_disjoint", *spans, quoted(a, b, *spans))


def portions(reading: Prepared) -> list[Portion]:
    """The portions of a text, in words and in figures."""
    return [*_worded(reading), *_counted(reading)]


def _worded(reading: Prepared) -> Iterator[Portion]:
    for clause, (start, end, _, group) in reading.cued("portion"):
        yield Portion(*_WORDS[group], start, end, clause, worded=True)


def _counted(reading: Prepared) -> Iterator[Portion]:
    yield from _of_votes(reading)
    for figure in reading.figures:
        share = _share(reading, figure)
        if share is not None:
            yield Portion(*share, figure.start, figure.end, figure.clause, worded=False)


def _of_votes(reading: Prepared) -> Iterator[Portion]:
    """What was for a motion, of all votes."""
    for x, y in pairwise(reading.figures):
        for_it, against = x.quantity.value, y.quantity.value
        if (x.measure, y.measure) == ("votes_for", "votes_against") and for_it and against:
            share = for_it / (for_it + against)
            yield Portion(share, share, x.start, y.end, x.clause, worded=False)


def _share(reading: Prepared, figure: Figure) -> tuple[float, float] | None:
    quantity = figure.quantity
    if quantity.dimension == "percent" and quantity.change is None and quantity.role == "level":
        scale = 100.0
    elif is_share(quantity):
        scale = 1.0
    else:
        return _of_a_number(reading, figure)
    if quantity.comparator in "=~" and quantity.value is not None:
        value = quantity.value / scale
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return (quantity.low or 0.0) / scale, min(1.0, (quantity.high or scale) / scale)


def _of_a_number(reading: Prepared, figure: Figure) -> tuple[float, float] | None:
    """Five of the 24."""
    behind = reading.figures[figure.at + 1 :][:1]
    for whole in behind:
        if is_whole(reading, whole) and whole.quantity.value and figure.quantity.value is not None:
            value = figure.quantity.value / whole.quantity.value
            return value, value
    return None


def _of_one(x: Passage, y: Passage) -> bool:
    """Whether the two say the same of their portions."""
    if x.stance != y.stance or other_side(x.subject, y.subject) or replaced(x, y, or_added=True):
        return False
    return all(x.acts[act] == y.acts[act] for act in x.acts.keys() & y.acts.keys())
