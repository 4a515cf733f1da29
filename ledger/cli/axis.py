"""Two intervals on one line of the screen, so that overlap or gap is seen at a glance.

Brackets say whether an end belongs to the interval, arrows that it has none; no colour is needed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Scale = Callable[[float], int]

_ROOM = 0.08
"""Free space at both ends of the axis, as a share of what is drawn."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What one side's words allow, in a unit both sides share.

    Attributes:
        label: whose it is.
        low: lower end; ``None`` for no lower end.
        high: upper end; ``None`` for no upper end.
        low_closed: whether the lower end belongs to it.
        high_closed: whether the upper end belongs to it.
        words: the interval in words, set after the drawing.
    """

    label: str
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    words: str


def draw(intervals: Sequence[Interval], width: int) -> Iterator[str]:
    """One line for each interval, all on one scale.

    Args:
        intervals: at least one.
        width: cells the axis itself may take, at least 10.
    """
    ends = [end for i in intervals for end in (i.low, i.high) if end is not None]
    if not ends:
        return
    margin = (max(ends) - min(ends)) * _ROOM or abs(ends[0]) * _ROOM or 1.0
    left, right = min(ends) - margin, max(ends) + margin

    def cell(value: float) -> int:
        return round((value - left) / (right - left) * (width - 1))

    for interval in intervals:
        yield f"{interval.label}  {_drawn(interval, cell, width)}  {interval.words}"


def _drawn(interval: Interval, cell: Scale, width: int) -> str:
    first = 0 if interval.low is None else cell(interval.low)
    last = width - 1 if interval.high is None else cell(interval.high)
    opening = "<" if interval.low is None else "[" if interval.low_closed else "("
    closing = ">" if interval.high is None else "]" if interval.high_closed else ")"
    if first == last:
        return f"{'|':>{first + 1}}".ljust(width)
    return (" " * first + opening + "=" * (last - first - 1) + closing).ljust(width)
