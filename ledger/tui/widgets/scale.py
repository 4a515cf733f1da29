"""From values to cells: where a value stands on an axis, and how its ends are labelled."""

from collections.abc import Iterable
from math import log10

from ledger.desk.texts.drawing import Bar

_FAR_APART = 50.0
"""Ends that differ by more than this factor stand on a logarithmic axis, and it says so."""


class Scale:
    """An axis of so many cells that holds all ends of some bars.

    Attributes:
        low: the lowest end.
        high: the highest end.
        is_log: whether each step multiplies.
    """

    def __init__(self, bars: Iterable[Bar], cells: int) -> None:
        ends = [end for bar in bars for end in (bar.low, bar.high) if end is not None]
        self.low, self.high = min(ends), max(ends)
        self.is_log = self.low > 0 and self.high / self.low > _FAR_APART
        self._cells = cells

    def cell(self, value: float) -> int:
        """The cell a value stands in, from 0; the middle one where all values are one."""
        low, high = self.low, self.high
        if self.is_log:
            low, high, value = log10(low), log10(high), log10(value)
        share = (value - low) / (high - low) if high > low else 0.5
        return round(share * (self._cells - 1))


def number_text(value: float) -> str:
    """A value as an axis is labelled."""
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{value / scale:.4g}{word}"
    return f"{value:,.6g}"
