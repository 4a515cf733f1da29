"""Bars on lines of the screen, on one scale, so that overlap or gap is seen at a glance.

Brackets say whether an end belongs to the interval, arrows that it has none; no colour is needed.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ledger.text.display import show_line

if TYPE_CHECKING:
    from ledger.desk.texts.drawing import Bar, Drawing

Scale = Callable[[float], int]

_GAP = "  "
_ROOM = 0.08
"""Free space at both ends of the axis, as a share of what is drawn."""


def draw(drawing: "Drawing", width: int, words: int) -> Iterator[str]:
    """One line for each bar, all on one scale.

    Args:
        drawing: what is drawn, at least one bar with an end.
        width: cells the axis itself may take, at least 10.
        words: cells the interval in words may take behind it.
    """
    ends = [end for bar in drawing.bars for end in (bar.low, bar.high) if end is not None]
    margin = (max(ends) - min(ends)) * _ROOM or abs(ends[0]) * _ROOM or 1.0
    left, right = min(ends) - margin, max(ends) + margin

    def cell(value: float) -> int:
        return round((value - left) / (right - left) * (width - 1))

    for bar in drawing.bars:
        told = show_line(bar.text, words)
        yield _GAP.join((bar.ref, _drawn(bar, cell, width), told)).rstrip()


def _drawn(bar: "Bar", cell: Scale, width: int) -> str:
    first = 0 if bar.low is None else cell(bar.low)
    last = width - 1 if bar.high is None else cell(bar.high)
    opening = "<" if bar.low is None else "[" if bar.low_closed else "("
    closing = ">" if bar.high is None else "]" if bar.high_closed else ")"
    if first == last:
        return f"{'|':>{first + 1}}".ljust(width)
    return (" " * first + opening + "=" * (last - first - 1) + closing).ljust(width)
