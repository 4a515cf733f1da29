"""Sums worked out again: a percentage beside its part and whole, a change beside its two ends."""

import re
from collections.abc import Iterator, Sequence

from ledger.disagreement.faults import HUNDRED, Fault, Placed, in_words, outside, percentage
from ledger.disagreement.figures import Figure

_PART_OF_WHOLE = re.compile(
    r"\s*(?:people |votes |members )?(?:out )?of (?:the |its |all )?(?:\w+ )?"
)
_WHOLE_THEN_PART = re.compile(r"[^\d,;]{0,4}(?:当)?中,?(?:的|有|共)?")
_NEXT_FIGURE = 40
"""Characters of the key within which the percentage of a part and a whole follows them."""


def fractions(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A percentage beside its own numerator and denominator: 30 of 104 members, or 35 %."""
    for first, second, stated in zip(placed, placed[1:], placed[2:], strict=False):
        between = first.reading.folded.key[first.figure.end : second.figure.start]
        near = stated.figure.start - second.figure.end < _NEXT_FIGURE
        if not near or stated.figure.quantity.role != "level":
            continue
        if _PART_OF_WHOLE.fullmatch(between):
            part, whole = first.figure, second.figure
        elif _WHOLE_THEN_PART.fullmatch(between):
            part, whole = second.figure, first.figure
        else:
            continue
        allowed = percentage(part, whole)
        if allowed is not None and outside(stated.figure, allowed):
            words = f"{part.quantity.text} of {whole.quantity.text}"
            yield Fault(first, stated, f"{words} is {in_words(allowed)}")


def changes(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A change that is not the difference of its ends: from 24 to 19 %, down 7 points."""
    for start, end, step in zip(placed, placed[1:], placed[2:], strict=False):
        figures = start.figure, end.figure, step.figure
        legs = start.figure.quantity.role == "from" and end.figure.quantity.role == "to"
        points = step.figure.quantity.dimension == "percentage_point"
        if not legs or not (points or step.figure.quantity.role == "by"):
            continue
        if figures[0].unit != figures[1].unit:
            continue
        difference = _difference(*figures)
        if difference is not None:
            words = f"from {figures[0].quantity.text} to {figures[1].quantity.text}"
            yield Fault(end, step, f"{words} is a change of {difference:.3g}")


def _difference(start: Figure, end: Figure, step: Figure) -> float | None:
    """The true change, when the stated one is neither it nor its percentage."""
    ends = start.low, start.high, end.low, end.high
    if None in ends or step.low is None or step.high is None:
        return None
    a, b, c, d = (end for end in ends if end is not None)
    least, most = sorted((abs(c - b), abs(d - a)))
    if step.low <= most and least <= step.high:
        return None
    relative = a > 0 and step.low <= HUNDRED * most / a and HUNDRED * least / b <= step.high
    return None if relative and step.quantity.unit == "%" else abs(c + d - a - b) / 2
