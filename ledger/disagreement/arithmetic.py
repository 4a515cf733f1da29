"""Figures that cannot all hold: parts and wholes, shares, margins and changes worked out again.

Every check takes figures with the slack their words allow, so that rounding is never a fault, and
asks for stated measures or for the very wording of a part and its whole. Ratios come from
``data/ratios.csv``.
"""

import csv
import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice, product
from typing import NamedTuple

from ledger.disagreement import periods
from ledger.disagreement.context import Context, figure_contexts
from ledger.disagreement.figures import Figure
from ledger.disagreement.intervals import maybe_one_currency
from ledger.disagreement.kinship import other_name
from ledger.disagreement.reading import Reading

_MOST_TRIPLES = 512
"""Combinations of ratio, part and whole that are tried; a real paragraph has fewer than ten."""
_HUNDRED = 100.0


class Placed(NamedTuple):
    """A figure and the text it stands in."""

    reading: Reading
    figure: Figure


class Fault(NamedTuple):
    """Two figures of an impossible set, and what is impossible about it.

    Attributes:
        first: a figure.
        second: another; the two stand in one text or in two.
        reason: the end of a sentence, in English.
    """

    first: Placed
    second: Placed
    reason: str


def faults_within(reading: Reading) -> list[Fault]:
    """What cannot all hold inside one text."""
    placed = [Placed(reading, figure) for figure in reading.figures]
    return [fault for check in _CHECKS for fault in check(placed)]


def faults_between(a: Reading, b: Reading) -> list[Fault]:
    """What cannot all hold when two texts are taken together, and holds in each alone.

    A ratio, its part and its whole come from two statements only when they give one stated period
    and nothing names two companies: 35 % margin here, profit and revenue there.
    """
    placed = [Placed(a, figure) for figure in a.figures]
    placed += [Placed(b, figure) for figure in b.figures]
    found = [*_ratios(placed), *_order_of_margins(placed)]
    return [
        fault if fault.first.reading is a else Fault(fault.second, fault.first, fault.reason)
        for fault in found
        if fault.first.reading is not fault.second.reading
    ]


def _ratios(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A ratio that contradicts its own numerator and denominator: 35 % from 3.59 of 104."""
    named = {one.figure.measure for one in placed}
    for ratio, part, whole in _ratio_table():
        if not named.issuperset((ratio, part, whole)):
            continue
        triples = product(*(_of(placed, measure) for measure in (ratio, part, whole)))
        for stated, share, total in islice(triples, _MOST_TRIPLES):
            allowed = _quotient(share.figure, total.figure)
            if allowed is None or not _outside(stated.figure, allowed):
                continue
            if _together(stated, share, total):
                other = total if share.reading is stated.reading else share
                words = f"{share.figure.quantity.text} of {total.figure.quantity.text}"
                yield Fault(stated, other, f"{words} is {_percent(allowed)}")


def _of(placed: Sequence[Placed], measure: str) -> list[Placed]:
    return [
        one
        for one in placed
        if one.figure.measure == measure and one.figure.quantity.role in {"level", "to"}
    ]


def _together(*placed: Placed) -> bool:
    """Whether figures may be about one thing at one time; across texts the time must be stated."""
    first = placed[0]
    across = any(one.reading is not first.reading for one in placed)
    times = {"same"} if across else {"same", "unknown"}
    return all(
        periods.overlap(first.figure.period, one.figure.period) in times
        and not other_name(_context(first), _context(one))
        for one in placed[1:]
    )


def _context(placed: Placed) -> Context:
    at = placed.reading.figures.index(placed.figure)
    return figure_contexts(placed.reading)[at]


def _quotient(part: Figure, whole: Figure) -> tuple[float, float] | None:
    """Lowest and highest percentage that a part and its whole allow."""
    alike = part.unit == whole.unit or maybe_one_currency(part, whole)
    if not alike or not part.low or not part.high or not whole.low or not whole.high:
        return None
    return _HUNDRED * part.low / whole.high, _HUNDRED * part.high / whole.low


def _outside(stated: Figure, allowed: tuple[float, float] | None) -> bool:
    if allowed is None or stated.quantity.unit != "%":
        return False
    low, high = allowed
    above = stated.low is not None and stated.low > high and not math.isclose(stated.low, high)
    below = stated.high is not None and stated.high < low and not math.isclose(stated.high, low)
    return above or below


def _percent(allowed: tuple[float, float]) -> str:
    middle = (allowed[0] + allowed[1]) / 2
    return f"about {middle:.3g} %"


def _order_of_margins(placed: Sequence[Placed]) -> Iterator[Fault]:
    """An operating margin above the gross margin: costs of operation cannot be negative."""
    for gross, operating in product(_of(placed, "gross_margin"), _of(placed, "operating_margin")):
        low, high = operating.figure.low, gross.figure.high
        if low is not None and high is not None and low > high and _together(gross, operating):
            yield Fault(gross, operating, "an operating margin cannot exceed the gross margin")


_PART_OF_WHOLE = re.compile(
    r"\s*(?:people |votes |members )?(?:out )?of (?:the |its |all )?(?:\w+ )?"
)
_WHOLE_THEN_PART = re.compile(r"[^\d,;]{0,4}(?:当)?中,?(?:的|有|共)?")
_NEXT_FIGURE = 40
"""Characters of the key within which the percentage of a part and a whole follows them."""


def _fractions(placed: Sequence[Placed]) -> Iterator[Fault]:
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
        allowed = _quotient(part, whole)
        if allowed is not None and _outside(stated.figure, allowed):
            words = f"{part.quantity.text} of {whole.quantity.text}"
            yield Fault(first, stated, f"{words} is {_percent(allowed)}")


def _changes(placed: Sequence[Placed]) -> Iterator[Fault]:
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
    relative = a > 0 and step.low <= _HUNDRED * most / a and _HUNDRED * least / b <= step.high
    return None if relative and step.quantity.unit == "%" else abs(c + d - a - b) / 2


_WHOLES = frozenset({"market_share", "vote_share", "share_of_total", "revenue_share"})


def _shares_over_a_hundred(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Shares of one total that add up to more than all of it, given together to two subjects."""
    for measure in sorted(_WHOLES):
        shares = _of(placed, measure)
        sentences = {_sentence(one) for one in shares}
        lowest = sum(one.figure.low or 0.0 for one in shares)
        alike = len(sentences) == 1 and len(shares) > 1 and _all_different(shares)
        if alike and lowest > _HUNDRED and all(o.figure.quantity.unit == "%" for o in shares):
            yield Fault(shares[0], shares[-1], f"the shares add up to more than {lowest:.4g} %")


def _sentence(placed: Placed) -> int:
    return placed.reading.clauses[placed.figure.clause].sentence


def _all_different(placed: Sequence[Placed]) -> bool:
    """Whether every share is another subject's."""
    contexts = [_context(one) for one in placed]
    return all(other_name(one, other) for at, one in enumerate(contexts) for other in contexts[:at])


_CHECKS: tuple[Callable[[Sequence[Placed]], Iterator[Fault]], ...] = (
    _ratios,
    _order_of_margins,
    _fractions,
    _changes,
    _shares_over_a_hundred,
)


@cache
def _ratio_table() -> tuple[tuple[str, str, str], ...]:
    source = files("ledger.disagreement").joinpath("data/ratios.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(source.splitlines())
    return tuple((row["ratio"], row["part"], row["whole"]) for row in rows)
