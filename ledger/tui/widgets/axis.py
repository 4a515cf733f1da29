"""Intervals drawn under each other on one axis, so that a gap or an overlap is seen at a glance."""

from collections.abc import Container

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from ledger.desk.texts.drawing import Bar, Drawing
from ledger.text.display import cells
from ledger.tui.shown import line
from ledger.tui.widgets.scale import Scale, number_text

LABEL = 10
"""Cells for a bar's name."""
_SHARE = 3
"""The interval in words takes at most one in so many cells, where the screen is wide enough."""
_NARROW = 60


class Axis(Widget):
    """Bars of one unit; ``├──┤`` for an interval, ``│`` for a point, ``◄`` and ``►`` for no end."""

    DEFAULT_CSS = "Axis { height: auto; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._drawing: Drawing | None = None
        self._labels: dict[str, str] = {}

    def draw(self, drawing: Drawing | None, labels: dict[str, str], rows: int) -> None:
        """Show these bars, those that have a name of their own first.

        Where there is no room for all, each figure is shown once before one is shown twice.

        Args:
            drawing: the bars; nothing is shown for ``None``.
            labels: what to call some of the statements, by reference.
            rows: the most bars there is room for.
        """
        self.display = drawing is not None
        if drawing is not None:
            named = sorted(drawing.bars, key=lambda bar: bar.ref not in labels)
            drawing = Drawing(drawing.unit, tuple(_fitting(named, labels, rows)))
        self._drawing, self._labels = drawing, labels
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """One line per bar, and the scale beneath."""
        if self._drawing is None:
            return Content("")
        longest = max(line(f" {bar.text}").cell_length for bar in self._drawing.bars)
        words = min(longest, self.size.width // _SHARE) if self.size.width >= _NARROW else 0
        width = max(self.size.width - LABEL - words - 2, 10)
        ruler = _Ruler(self._drawing, width)
        rows = [self._row(bar, ruler, words) for bar in self._drawing.bars]
        return Content("\n").join([*rows, Content(" " * (LABEL + 1) + ruler.legend())])

    def _row(self, bar: Bar, ruler: "_Ruler", words: int) -> Content:
        label = line(self._labels.get(bar.ref, bar.ref), LABEL)
        gap = " " * (LABEL + 1 - cells(label.plain))
        told = line(f" {bar.text}", words) if words else Content("")
        return Content.assemble(label, gap, (ruler.bar(bar), "bold"), told)


def _fitting(bars: list[Bar], labels: Container[str], rows: int) -> list[Bar]:
    """So many of the bars, in their order."""
    first = {(bar.low, bar.high): bar for bar in reversed(bars)}
    ranked = sorted(
        bars, key=lambda bar: (bar.ref not in labels, first[bar.low, bar.high] is not bar)
    )
    return [bar for bar in bars if bar in ranked[:rows]]


class _Ruler:
    """From bars to strokes; the first and last cell are left for ends that lie beyond."""

    def __init__(self, drawing: Drawing, width: int) -> None:
        self._unit, self._width = drawing.unit, width
        self._scale = Scale(drawing.bars, width - 2)

    def bar(self, bar: Bar) -> str:
        start = 1 + self._scale.cell(bar.low) if bar.low is not None else 0
        end = 1 + self._scale.cell(bar.high) if bar.high is not None else self._width - 1
        opening = "├" if bar.low is not None else "◄"
        closing = "┤" if bar.high is not None else "►"
        drawn = "│" if start == end else opening + "─" * (end - start - 1) + closing
        return (" " * start + drawn).ljust(self._width)

    def legend(self) -> str:
        low, high = number_text(self._scale.low), number_text(self._scale.high)
        note = ", each step a multiple" if self._scale.is_log else ""
        room = max(self._width - len(low) - len(high), 0)
        unit = f"{self._unit}{note}"
        if cells(unit) + 2 > room:  # the note gives way to the figures, and then the unit
            unit = self._unit if cells(self._unit) + 2 <= room else ""
        left = max(room - cells(unit), 0) // 2
        return f"{low}{' ' * left}{unit}{' ' * max(room - cells(unit) - left, 0)}{high}"
