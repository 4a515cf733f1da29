"""Figures as bars on one axis: what statements can be drawn together, and from where to where."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.sources import Sources
from ledger.desk.views import StatementView
from ledger.quantities import Quantity, comparable, interval_text, period_text, read
from ledger.store import queries

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of one statement, in a unit it shares with the others.

    Attributes:
        ref: the statement's reference.
        text: the interval in words.
        low: its lower end; ``None`` for no lower end.
        high: its upper end; ``None`` for no upper end.
        period: what time the figure is about, in words; empty where the text does not say.
    """

    ref: str
    text: str
    low: float | None
    high: float | None
    period: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars in one unit."""

    unit: str
    bars: tuple[Bar, ...]


def drawn(statements: Iterable[tuple[StatementView, Spans]]) -> Drawing | None:
    """The figures of the unit most statements share; ``None`` when fewer than two share one.

    Args:
        statements: each with the places in it that matter; none means anywhere.
    """
    figures = [
        (view.ref, *comparable(quantity), quantity)
        for view, spans in statements
        for quantity in read(view.text)
        if _drawable(quantity) and _matters(quantity, spans)
    ]
    sharing = Counter(unit for _, unit in dict.fromkeys((ref, unit) for ref, unit, *_ in figures))
    if not sharing or max(sharing.values()) < 2:  # noqa: PLR2004 - one bar alone compares nothing
        return None
    shared = max(sharing, key=lambda unit: sharing[unit])
    bars = {
        ref: Bar(ref, interval_text(quantity), low, high, period_text(quantity.period or ""))
        for ref, unit, low, high, quantity in reversed(figures)
        if unit == shared
    }
    return Drawing(shared, tuple(reversed(bars.values())))


def voices(desk: Desk, statements: Iterable[StatementView]) -> dict[str, str]:
    """Who speaks in each statement, by the one name the ledger knows them by."""
    numbers = [parse(view.ref, "statement").number for view in statements]
    with desk.reading() as session:
        sources = Sources.load(session)
        return {
            f"S{row.number}": sources.speaker(row) or sources.outlet(row)
            for row in queries.statements(session, numbers)
        }


def _drawable(quantity: Quantity) -> bool:
    bounded = quantity.low is not None or quantity.high is not None
    return bounded and quantity.dimension not in {"date", "ordinal"}


def _matters(quantity: Quantity, spans: Spans) -> bool:
    return not spans or any(quantity.start < end and start < quantity.end for start, end in spans)
