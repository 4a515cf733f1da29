"""Values over time: each source's figures from left to right, joined by a line of dots.

The figures one source gives one after the other, such as the vintages of a forecast, make a line;
an interval is a bar from its lower to its upper end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from string import ascii_lowercase

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from ledger.desk.texts.drawing import Bar
from ledger.text.display import cells
from ledger.tui.shown import line
from ledger.tui.widgets.scale import Scale, number_text

_LETTERS = ascii_lowercase
_LEAST = 20
"""Cells under which a plot shows nothing that its labels would not hide."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure at its day.

    Attributes:
        bar: the figure.
        on: the day it was said.
        voice: who said it; the points of one voice are joined.
    """

    bar: Bar
    on: date
    voice: str

    @property
    def middle(self) -> float:
        """Where its letter stands: between its ends, or at the one it has."""
        ends = [end for end in (self.bar.low, self.bar.high) if end is not None]
        return sum(ends) / len(ends)


class Plot(Widget):
    """Points of one unit over time."""

    DEFAULT_CSS = "Plot { height: 1fr; min-height: 6; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._points: Sequence[Point] = ()
        self._unit = ""

    def draw(self, points: Sequence[Point], unit: str) -> None:
        """Show these points; nothing is shown for none."""
        self._points, self._unit = sorted(points, key=lambda point: point.on), unit
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The canvas between its two axes, and who the letters are."""
        if not self._points:
            return Content("Nothing to plot: it takes two figures of one unit with their days.")
        legend = self._legend()
        height = max(self.size.height - 1 - len(legend), 3)
        scale = Scale((point.bar for point in self._points), height)
        ends = number_text(scale.high), number_text(scale.low)
        margin = max(map(cells, ends)) + 1
        width = max(self.size.width - margin - 1, _LEAST)
        rows = canvas(self._points, self._letters(), width, height)
        labels = {0: ends[0], height - 1: ends[1]}
        drawn = [f"{labels.get(n, ''):>{margin - 1}} │{row}" for n, row in enumerate(rows)]
        first, last = (f"{on.day} {on:%b %y}" for on in (self._points[0].on, self._points[-1].on))
        note = ", each step a multiple" if scale.is_log else ""
        unit = f"{self._unit}{note}".center(width - len(first) - len(last))
        return Content("\n").join(
            [*map(Content, drawn), Content(" " * (margin + 1) + first + unit + last), *legend]
        )

    def _letters(self) -> dict[str, str]:
        voices = dict.fromkeys(point.voice for point in self._points)
        return {voice: _LETTERS[n % len(_LETTERS)] for n, voice in enumerate(voices)}

    def _legend(self) -> list[Content]:
        named = [line(f"{letter} {voice}", 30) for voice, letter in self._letters().items()]
        return Content("  ").join(named).wrap(max(self.size.width, 1))[:2]


def canvas(points: Sequence[Point], letters: dict[str, str], width: int, height: int) -> list[str]:
    """The rows of a plot, the highest values first; letters stand over bars, bars over lines.

    Args:
        points: the points, by their days.
        letters: what stands for each voice.
        width: cells of a row.
        height: how many rows.
    """
    scale = Scale((point.bar for point in points), height)
    grid = [[" "] * width for _ in range(height)]

    def put(column: int, row: int, sign: str) -> None:
        grid[height - 1 - row][column] = sign

    placed = list(_placed(points, width))
    for (left, one), (right, other) in _joined(placed):
        start, end = scale.cell(one.middle), scale.cell(other.middle)
        for column in range(left + 1, right):
            put(column, start + round((end - start) * (column - left) / (right - left)), "·")
    for column, point in placed:
        low = scale.cell(point.bar.low) if point.bar.low is not None else 0
        high = scale.cell(point.bar.high) if point.bar.high is not None else height - 1
        for row in range(low, high + 1):
            put(column, row, "│")
        if low < high:
            put(column, low, "┴" if point.bar.low is not None else "▼")
            put(column, high, "┬" if point.bar.high is not None else "▲")
        put(column, scale.cell(point.middle), letters[point.voice])
    return ["".join(row).rstrip() for row in grid]


def _placed(points: Sequence[Point], width: int) -> Iterator[tuple[int, Point]]:
    """Each point's column by its day; those of one day stand beside each other."""
    first, days = points[0].on, (points[-1].on - points[0].on).days
    taken = -1
    for left, point in zip(range(len(points), 0, -1), points, strict=True):
        share = (point.on - first).days / days if days else 0.0
        wanted = max(round(share * (width - 1)), taken + 1)
        taken = max(min(wanted, width - left), 0)
        yield taken, point


def _joined(
    placed: Sequence[tuple[int, Point]],
) -> Iterator[tuple[tuple[int, Point], tuple[int, Point]]]:
    """Each point of a voice with its next."""
    by_voice: dict[str, list[tuple[int, Point]]] = {}
    for column, point in placed:
        by_voice.setdefault(point.voice, []).append((column, point))
    for own in by_voice.values():
        yield from pairwise(own)
