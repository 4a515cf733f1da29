"""Figures as bars on one axis: which can be drawn together, and from where to where."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ledger.desk.looking.directions import figure_text
from ledger.disagreement import grown
from ledger.quantities import Quantity, comparable, ends, interval_text, period_text, plural, read

if TYPE_CHECKING:
    from ledger.desk.looking.statement_views import StatementView

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of one text, in a unit it shares with the others.

    Attributes:
        ref: the statement's reference, or the letter of the text.
        text: the interval in words.
        low: its lower end; ``None`` for no lower end.
        high: its upper end; ``None`` for no upper end.
        low_closed: whether the lower end belongs to it.
        high_closed: whether the upper end belongs to it.
        period: what time the figure is about, in words; empty where the text does not say.
    """

    ref: str
    text: str
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    period: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars in one unit: their own where all have the same, else the one they convert to.

    Attributes:
        unit: that unit as people write it behind a number: months, containers, %, USD.
        bars: the bars.
    """

    unit: str
    bars: tuple[Bar, ...]


def drawn(statements: Iterable[tuple["StatementView", Spans]]) -> Drawing | None:
    """The figures of the unit most statements share; ``None`` when fewer than two share one.

    Args:
        statements: each with the places in it that matter; none means anywhere.
    """
    stated = [
        (view.ref, quantity, bool(spans))
        for view, spans in statements
        for quantity in read(view.text)
        if _drawable(quantity) and _matters(quantity, spans)
    ]
    compared = [quantity for _, quantity, in_dispute in stated if in_dispute]
    figures = []
    for ref, own, in_dispute in stated:
        growths = (grown(own, beside) for beside in compared) if in_dispute else ()
        quantity = next(filter(None, growths), own)
        figures.append((_axis(quantity, compared=in_dispute), ref, quantity))
    sharing = Counter(axis for axis, _ in dict.fromkeys((at, ref) for at, ref, _ in figures))
    if not sharing or max(sharing.values()) < 2:  # noqa: PLR2004 - one bar alone compares nothing
        return None
    shared = max(sharing, key=lambda axis: sharing[axis])
    first = {ref: quantity for axis, ref, quantity in reversed(figures) if axis == shared}
    return _on_one_axis(list(reversed(first.items())))


def drawn_parts(a: str, b: str, parts: Iterable[Mapping[str, Any]]) -> list[Drawing]:
    """Two texts: for every part that sets figures of one unit side by side, bars A and B.

    What was found to be about two things is not drawn on one axis.

    Args:
        a: the first text.
        b: the second.
        parts: what was compared, as the contract spells it.
    """
    ours, theirs = ({q.start: q for q in read(text) if _drawable(q)} for text in (a, b))
    found = []
    for part in parts:
        x, y = ours.get(part["a"][0]), theirs.get(part["b"][0])
        if x is not None and y is not None and part["code"] != "unaligned":
            x, y = grown(x, y) or x, grown(y, x) or y
            same = _axis(x, compared=True) == _axis(y, compared=True)
            found += [_on_one_axis([("A", x), ("B", y)])] if same else []
    return found


def _on_one_axis(figures: Sequence[tuple[str, Quantity]]) -> Drawing:
    """Figures that share an axis as its bars, each under its name."""
    units = {quantity.unit for _, quantity in figures}
    own = units.pop() if len(units) == 1 else None
    unit = own or comparable(figures[0][1])[0]
    told = unit if unit in {figures[0][1].currency, "number"} else plural(unit)
    opposed = {"up", "down"} <= {figure.change for _, figure in figures}
    in_words = figure_text if opposed else interval_text
    return Drawing(
        told,
        tuple(_bar(ref, figure, in_words(figure), converted=not own) for ref, figure in figures),
    )


def _bar(ref: str, quantity: Quantity, text: str, *, converted: bool) -> Bar:
    low, high = comparable(quantity)[1:] if converted else ends(quantity)
    closed = quantity.low_closed, quantity.high_closed
    about = period_text(quantity.period or "")
    return Bar(ref, text, low, high, *closed, about)


def _axis(quantity: Quantity, *, compared: bool) -> str:
    """What an axis holds: one unit, or counts found to be of one thing, in either language."""
    return "count" if compared and quantity.dimension == "count" else comparable(quantity)[0]


def _drawable(quantity: Quantity) -> bool:
    bounded = quantity.low is not None or quantity.high is not None
    return bounded and quantity.dimension not in {"date", "ordinal"}


def _matters(quantity: Quantity, spans: Spans) -> bool:
    return not spans or any(quantity.start < end and start < quantity.end for start, end in spans)
