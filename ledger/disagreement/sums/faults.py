"""What a fault in the figures is, and the arithmetic that finds one."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ledger.disagreement.aligning.intervals import maybe_one_currency
from ledger.disagreement.one_thing.kinship import other_name
from ledger.disagreement.statement import periods
from ledger.disagreement.statement.context import Subject
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared

HUNDRED = 100.0


class Placed(NamedTuple):
    """A figure and the text it stands in."""

    reading: Prepared
    figure: Figure


class Fault(NamedTuple):
    """Two figures of an impossible set, and what is impossible about it.

    Attributes:
        first: a figure.
        second: another; the two stand in one text or in two.
        reason: the end of a sentence, in English.
    """

    first: Placed
    second: Placed
    reason: str


def stating(placed: Sequence[Placed], measure: str) -> list[Placed]:
    """The figures that state a measure as it is, or as it has become."""
    return [
        one
        for one in placed
        if one.figure.measure == measure and one.figure.quantity.role in {"level", "to"}
    ]


def together(*placed: Placed) -> bool:
    """Whether figures may be about one thing at one time; across texts the time must be stated."""
    first = placed[0]
    across = any(one.reading is not first.reading for one in placed)
    times = {"same"} if across else {"same", "unknown"}
    return all(
        periods.overlap(first.figure.period, one.figure.period) in times
        and not other_name(subject_of(first), subject_of(one))
        for one in placed[1:]
    )


def subject_of(placed: Placed) -> Subject:
    """Whom a figure is about."""
    return placed.reading.contexts[placed.figure.at].subject


def percentage(part: Figure, whole: Figure) -> tuple[float, float] | None:
    """Lowest and highest percentage that a part and its whole allow."""
    alike = part.unit == whole.unit or maybe_one_currency(part, whole)
    if not alike or not part.low or not part.high or not whole.low or not whole.high:
        return None
    return HUNDRED * part.low / whole.high, HUNDRED * part.high / whole.low


def outside(stated: Figure, allowed: tuple[float, float] | None) -> bool:
    """Whether a stated percentage, with its slack, misses what is allowed."""
    if allowed is None or stated.quantity.unit != "%":
        return False
    low, high = allowed
    above = stated.low is not None and stated.low > high and not math.isclose(stated.low, high)
    below = stated.high is not None and stated.high < low and not math.isclose(stated.high, low)
    return above or below


def in_words(allowed: tuple[float, float]) -> str:
    """The middle of what is allowed, for the sentence."""
    middle = (allowed[0] + allowed[1]) / 2
    return f"about {middle:.3g} %"
