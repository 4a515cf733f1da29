"""Sums worked out again: a percentage beside its part and whole, a change beside its two ends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.sums.faults import (
    HUNDRED,
    Fault,
    Placed,
    in_words,
    outside,
    percentage,
)
from ledger.text.patterns import lazily

_PART_OF_WHOLE = lazily(r"\s*(?:people |votes |members )?(?:out )?of (?:the |its |all )?(?:\w+ )?")
_WHOLE_THEN_PART = lazily(r"[^\d,;]{0,4}(?:当)?中,?(?:的|有|共)?")
_NEXT_FIGURE = 40
"""Characters of the key within which the percentage of a part and a whole follows them."""


def fractions(placed: Sequence[Placed]) -> Iterator[Fault]:
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
        allowed = percentage(part, whole)
        if allowed is not None and outside(stated.figure, allowed):
            words = f"{part.quantity.text} of {whole.quantity.text}"
            yield Fault(first, stated, f"{words} is {in_words(allowed)}")


def parts_over_the_whole(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A part above its whole, or parts that shut each other out and add up to more than it.

    "Of the 120 dead, 70 were men and 60 women". Parts that may overlap (women, children) may add
    up to anything.
    """
    for whole, *parts in _sentences(placed):
        key, at = whole.reading.folded.key, whole.figure
        start = whole.reading.sentence_start(at.clause)
        marked = parts and _PARTS_FOLLOW.search(key, at.end, parts[0].figure.start)
        if at.quantity.dimension == "multiple":
            continue  # 2.5 times as likely, and some of them 4.69 times
        if not marked and not key[start : at.start].strip().startswith(("of the", "of its")):
            continue
        alike = [part for part in parts if _counts_alike(part.figure, at) and _is_level(part)]
        if alike and alike[0] is parts[0] and _exceeds(whole, alike[:1]):
            yield _over(whole, alike[0], alike[0])
        if len(alike) > 1 and _shut_out(alike) and _exceeds(whole, alike):
            yield _over(whole, alike[0], alike[-1])


# 其中之一 is one of them, whatever it measures.
_PARTS_FOLLOW = lazily(r"其中(?!之?一)|\bof (?:whom|which|them)\b|\bamong them\b|\bincluding\b")


def totals(placed: Sequence[Placed]) -> Iterator[Fault]:
    """Figures that are said to add up to a total and do not: 3 here, 5 there, 10 in total."""
    for *parts, total in _sentences(placed):
        key, at = total.reading.folded.key, total.figure
        said = _TOTAL_BEFORE.search(key, 0, at.start) or _TOTAL_BEHIND.match(key, at.end)
        alike = all(_counts_alike(part.figure, at) and _is_level(part) for part in parts)
        alike &= len({part.figure.unit for part in parts} - {"number"}) < _OF_TWO_SORTS
        if said is None or len(parts) < _FEWEST_PARTS or not alike:
            continue
        ends = [(part.figure.low, part.figure.high) for part in parts]
        low, high = (sum(end or 0.0 for end in side) for side in zip(*ends, strict=True))
        known = None not in {at.low, at.high, *(end for pair in ends for end in pair)}
        if known and ((at.low or 0.0) > high or (at.high or 0.0) < low):
            yield Fault(parts[0], total, f"the parts add up to about {(low + high) / 2:.4g}")


_TOTAL_BEFORE = lazily(r"(?:合计|共计|总计|总共|一共|\ba total of)[^\d,。;]{0,4}$")
_TOTAL_BEHIND = lazily(r"[^\d,.;]{0,20}?\b(?:in total|in all|altogether)\b")
_FEWEST_PARTS = 2
_OF_TWO_SORTS = 2
"""Five products in three shops add up to nothing."""


def _sentences(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The figures of each sentence that has several, but for dates and ordinals."""
    counted = [p for p in placed if p.figure.day is None and p.figure.unit != "ordinal"]
    for _, group in groupby(counted, key=lambda p: p.reading.sentences[p.figure.clause]):
        figures = list(group)
        if len(figures) > 1:
            yield figures


def _counts_alike(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same; one that does not say counts what the other does."""
    return a.unit == b.unit or (
        "number" in {a.unit, b.unit} and {a.quantity.dimension, b.quantity.dimension} <= _COUNTS
    )


_COUNTS = frozenset({"number", "count"})


def _is_level(placed: Placed) -> bool:
    return placed.figure.quantity.role == "level" and not placed.figure.moved


def _exceeds(whole: Placed, parts: Sequence[Placed]) -> bool:
    least = sum(part.figure.low or 0.0 for part in parts)
    return whole.figure.high is not None and least > whole.figure.high


def _shut_out(parts: Sequence[Placed]) -> bool:
    """Whether the words behind the parts take other sides in one contrast: men and women."""
    ends = [*(part.figure.start for part in parts[1:]), None]
    sides = [_sides_behind(part, end) for part, end in zip(parts, ends, strict=True)]
    return any(
        len({side.get(group) for side in sides} - {None}) == len(parts) for group in sides[0]
    )


def _sides_behind(placed: Placed, end: int | None) -> dict[str, str]:
    """The side taken in each contrast between a figure and the next one."""
    return {
        signal.group: signal.side
        for signal in placed.reading.steering
        if signal.kind in {"contrast", "scope"}
        and placed.figure.end <= signal.start
        and (end is None or signal.start < end)
    }


def _over(whole: Placed, first: Placed, last: Placed) -> Fault:
    words = first.figure.quantity.text if first is last else "the parts together"
    return Fault(whole, last, f"{words} cannot be more than the whole")


def changes(placed: Sequence[Placed]) -> Iterator[Fault]:
    """A change that is not the difference of its ends: from 24 to 19 %, down 7 points."""
    for start, end, step in zip(placed, placed[1:], placed[2:], strict=False):
        figures = start.figure, end.figure, step.figure
        legs = start.figure.quantity.role == "from" and end.figure.quantity.role == "to"
        points = step.figure.quantity.dimension == "percentage_point"
        if not legs or not (points or step.figure.quantity.role == "by"):
            continue
        if figures[0].unit != figures[1].unit or _is_one_of_many_steps(step):
            continue
        difference = _difference(*figures)
        if difference is not None:
            words = f"from {figures[0].quantity.text} to {figures[1].quantity.text}"
            yield Fault(end, step, f"{words} is a change of {difference:.3g}")


def _is_one_of_many_steps(step: Placed) -> bool:
    """Whether it is taken again and again: each year by half a point."""
    key, figure = step.reading.folded.key, step.figure
    reach = max(0, figure.start - _TO_A_STEP), figure.end + _TO_A_STEP
    return _AGAIN.search(key, *reach) is not None


_AGAIN = lazily(r"每|逐[年月步]|\b(?:each|every|per|annually|monthly|a (?:year|month|week|day))\b")
_TO_A_STEP = 10
"""Characters of the key between a step and how often it is taken."""


def _difference(start: Figure, end: Figure, step: Figure) -> float | None:
    """The true change, when the stated one is neither it nor its percentage."""
    ends = start.low, start.high, end.low, end.high
    if None in ends or step.low is None or step.high is None:
        return None
    a, b, c, d = (end for end in ends if end is not None)
    least, most = sorted((abs(c - b), abs(d - a)))
    if step.low <= most and least <= step.high:
        return None
    relative = a > 0 and step.low <= HUNDRED * most / a and HUNDRED * least / b <= step.high
    return None if relative and step.quantity.unit == "%" else abs(c + d - a - b) / 2
