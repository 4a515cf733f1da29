"""The figures of a text where they stand: what they measure, for when, and in which base unit."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ledger.disagreement.lists.measures import is_a_change, share_of
from ledger.disagreement.side import Span
from ledger.disagreement.statement.clauses import Clause
from ledger.disagreement.statement.days import day_of
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.periods import Stretch
from ledger.disagreement.statement.spans import Spans
from ledger.quantities import Quantity, comparable
from ledger.text.fold import Folded
from ledger.text.patterns import lazily
from ledger.text.tuples import made


class Figure(NamedTuple):
    """One quantity where it stands; offsets are those of the folded key.

    Attributes:
        at: its place among the figures of its text, from 0.
        quantity: what was read.
        unit: the base unit it is compared in.
        low: lower end in that unit, ``None`` for none.
        high: upper end in that unit, ``None`` for none.
        start: first character.
        end: one past the last.
        clause: number of its clause.
        span: where it stands in the original text.
        moved: whether it is a change (by 0.3 points) and not a level, as a rate of growth is.
        measure: what it measures: the term right behind it (50 % tariff), else what was read.
        period: when it is for: as read, else the only year its clause mentions.
        day: the calendar day, month, year or decade, for a date.
    """

    at: int
    quantity: Quantity
    unit: str
    low: float | None
    high: float | None
    start: int
    end: int
    clause: int
    span: Span
    moved: bool
    measure: str | None
    period: str | None
    day: Stretch | None


def key_spans(source: Folded, quantities: Iterable[Quantity]) -> list[tuple[int, int]]:
    """Where the quantities of an original text stand in its folded key."""
    if source.offsets is None:
        return [(start, end) for _, start, end, *_ in quantities]
    found = []
    for quantity in quantities:
        start = bisect_left(source.offsets, quantity.start)
        found.append((start, max(start, bisect_left(source.offsets, quantity.end))))
    return found


def figures_of(
    source: Folded,
    quantities: Sequence[Quantity],
    spans: Spans,
    clauses: Sequence[Clause],
    terms: Sequence[Item],
) -> tuple[Figure, ...]:
    """Place the quantities of a text; a year that belongs to the day before it is no other."""
    if not quantities:
        return ()
    starts = [clause.start for clause in clauses]
    named = {term.start: term.id for term in reversed(terms) if term.kind == "measure"}
    found: list[Figure] = []
    dated = False
    for quantity, (start, end) in zip(quantities, spans, strict=True):
        if found and start < found[-1].end:
            continue
        day, end_of_day = day_of(quantity, source.key, end)
        unit, low, high = comparable(quantity)
        measure = _measure(quantity, source.key, end, named)
        moved = quantity.role == "by" or told_with_by(source.key, start)
        if moved and (
            (measure in _TOLD_BY and quantity.role != "by")
            or (quantity.dimension == "percent" and is_a_change(measure))
        ):
            moved = False
        clause = bisect_right(starts, start) - 1
        place = start, end_of_day, clause, made(Span, source.span(start, end_of_day))
        told = moved, measure, quantity.period, day
        found.append(made(Figure, (len(found), quantity, unit, low, high, *place, *told)))
        dated = dated or day is not None
    return tuple([_with_the_year(figure, found) for figure in found]) if dated else tuple(found)


def told_with_by(key: str, start: int) -> bool:
    """Whether "by" stands before a figure."""
    return key.endswith(_BY, 0, start)


def _measure(quantity: Quantity, key: str, end: int, named: Mapping[int, str]) -> str | None:
    """What a figure measures; a percentage of sales is a share of them."""
    measure = quantity.measure
    if named and (measure is None or measure in named.values()):
        behind = _measure_behind(key, end, named)
        if behind is not None and (behind, quantity.dimension) != _RECKONED_ON:
            measure = behind
    if measure is None:
        return None
    if quantity.dimension == "count":
        measure = _OF_THE_COUNTED.get(measure, measure)
    of = quantity.dimension == "percent" and (
        quantity.text.endswith(" of") or key.startswith(" of ", end)
    )
    return share_of(measure) if of else measure


_OF_THE_COUNTED = {"car_sales": "sales"}
"""Measures that only name what is counted as well: car sales of 460,000 cars are sales."""
_RECKONED_ON = ("gdp", "percent")
"""Debt of 90 % of GDP is debt."""
_TOLD_BY = frozenset({"votes_for", "votes_against", "lead"})
"""What is told with "by" and is no change: what a motion is passed by, how far one is ahead."""
_BY = tuple(
    f" by {how}" for how in ("", "about ", "nearly ", "over ", "an average of ", "a further ")
)
_JOINT = lazily(r"(?: ?的 ?| (?:in |of (?:the )?)?|-)?")


def _measure_behind(key: str, end: int, named: Mapping[int, str]) -> str | None:
    """The measure that a figure stands right before, with at most 的 or "in" between them."""
    joint = _JOINT.match(key, end)
    return named.get(end if joint is None else joint.end())


def _with_the_year(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """A figure without a period of its own, in the only year that its clause names."""
    if figure.period is not None or figure.day is not None:
        return figure
    days = [f.day for f in figures if f.clause == figure.clause and f.day is not None]
    years = {day.year for day in days if day.year is not None}
    return figure._replace(period=f"{years.pop():04}") if len(years) == 1 else figure
