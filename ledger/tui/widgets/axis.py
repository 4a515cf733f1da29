"""Intervals drawn under each other on one axis, so that a gap or an overlap is seen at a glance."""

from math import log10

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from ledger.desk.drawing import Bar, Drawing
from ledger.text.display import cells
from ledger.tui.shown import line

LABEL = 10
"""Cells for a bar's name."""
WORDS = 26
"""Cells for a bar's interval in words, where the screen is wide enough for it."""
_NARROW = 60
_FAR_APART = 50.0
"""Ends that differ by more than this factor are drawn on a logarithmic axis, and it says so."""


class Axis(Widget):
    """Bars of one unit; ``├──┤`` for an interval, ``│`` for a point, ``◄`` and ``►`` for no end."""

    DEFAULT_CSS = "Axis { height: auto; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._labels: dict[str, str] = {}

    def draw(self, drawing: Drawing | None, labels: dict[str, str], rows: int) -> None:
        """Show these bars.

        Args:
            drawing: the bars; nothing is shown for ``None``.
            labels: what to call each statement, by reference.
            rows: the most bars there is room for.
        """
        self.display = drawing is not None
        if drawing is not None:
            drawing = Drawing(drawing.unit, drawing.bars[:rows])
        self._drawing, self._labels = drawing, labels
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """One line per bar, and the scale beneath."""
        if self._drawing is None:
            return Content("")
        words = WORDS if self.size.width >= _NARROW else 0
        width = max(self.size.width - LABEL - words - 2, 10)
        scale = _Scale(self._drawing, width)
        rows = [self._row(bar, scale, words) for bar in self._drawing.bars]
        return Content("\n").join([*rows, Content(" " * (LABEL + 1) + scale.legend())])

    def _row(self, bar: Bar, scale: "_Scale", words: int) -> Content:
        label = line(self._labels.get(bar.ref, bar.ref), LABEL)
        gap = " " * (LABEL + 1 - cells(label.plain))
        told = line(f" {bar.text}", words) if words else Content("")
        return Content.assemble(label, gap, (scale.bar(bar), "bold"), told)


class _Scale:
    """From values to columns."""

    def __init__(self, drawing: Drawing, width: int) -> None:
        ends = [end for bar in drawing.bars for end in (bar.low, bar.high) if end is not None]
        self._unit, self._width = drawing.unit.replace("_", " "), width
        self._low, self._high = min(ends), max(ends)
        self._log = self._low > 0 and self._high / self._low > _FAR_APART

    def column(self, value: float) -> int:
        low, high, at = self._low, self._high, value
        if self._log:
            low, high, at = log10(low), log10(high), log10(value)
        share = (at - low) / (high - low) if high > low else 0.5
        return 1 + round(share * (self._width - 3))

    def bar(self, bar: Bar) -> str:
        start = self.column(bar.low) if bar.low is not None else 0
        end = self.column(bar.high) if bar.high is not None else self._width - 1
        opening = "├" if bar.low is not None else "◄"
        closing = "┤" if bar.high is not None else "►"
        drawn = "│" if start == end else opening + "─" * (end - start - 1) + closing
        return (" " * start + drawn).ljust(self._width)

    def legend(self) -> str:
        low, high = _number(self._low), _number(self._high)
        note = ", each step a multiple" if self._log else ""
        middle = f"{self._unit}{note}".center(max(self._width - len(low) - len(high), 0))
        return f"{low}{middle}{high}"


def _number(value: float) -> str:
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{value / scale:.4g}{word}"
    return f"{value:,.6g}"
