"""Of what two figures are taken: 40 % of the city, 70 % of the country; in an hour, in a day."""

import re

from ledger.disagreement.aligning.intervals import meet, same_unit
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.surroundings import naming
from ledger.text.patterns import lazily
from ledger.text.tokens import stem

_BEHIND = lazily(
    r" (?:of|in) (?:(?:all|the|its|their|his|her|our|those|these) ){0,2}(?P<of>[a-z]{3,20})\b"
)
_ANY = frozenset(map(stem, ("total", "whole", "all", "them", "which", "whom", "people", "time")))
"""Words behind a figure that name no whole of their own."""
_TAKEN = frozenset({"percent", "currency"})
_WITHIN = lazily(r"\b(?:in|within|over|inside) (?:just |only |about |under |less than |the )?$")
_INSIDE = lazily(r"之?[内里]")
_ADJECTIVE = lazily(r" (?P<which>[a-z-]{3,20})(?P<noun> [a-z]{3,20})\b")
_NOUN = lazily(r" [a-z]{3,20}\b")


def each_of_its_own(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether what either counts is narrowed by a word right behind it that the other lacks.

    Passengers, and passengers on long-haul flights; workers, and workers from abroad.
    """
    return _narrows(a, x, b) or _narrows(b, y, a)


def _narrows(reading: Reading, figure: Figure, other: Reading) -> bool:
    key = reading.folded.key
    narrowing = _NARROWING.match(key, figure.end)
    if narrowing is None or figure.quantity.dimension not in _COUNTED or other.is_chinese:
        return False
    start, end = narrowing.span("by")
    if narrowing["by"].isdigit():
        return narrowing["by"] not in other.folded.key
    word = next((i.id for i in reading.items[figure.clause] if start <= i.start < end), None)
    return word is not None and all(i.id != word for items in other.items for i in items)


_COUNTED = frozenset({"count", "percent"})
_NARROWING = lazily(
    r"(?: [a-z-]{2,20}){1,2}? (?:under |aged |over |(?:on|from|with|without) (?!board\b|foot\b|\d))"
    r"(?P<by>\d+|[a-z-]+(?: [a-z-]+)?)"
)


def _of_two_wholes(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether each is of something named right behind it that the other text lacks."""
    ours, theirs = _whole(a, x), _whole(b, y)
    if ours is None or theirs is None or ours == theirs:
        return False
    return ours not in _words(b) and theirs not in _words(a)


def _whole(reading: Reading, figure: Figure) -> str | None:
    if reading.is_chinese or figure.quantity.dimension not in _TAKEN:
        return None
    found = _BEHIND.match(reading.folded.key, figure.end)
    if found is None or any(s.start == found.start("of") for s in reading.steering):
        return None
    word = stem(found["of"])
    return None if word in _ANY else word


def _words(reading: Reading) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z]+", reading.folded.key)}


def _in_two_times(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether each says within how long, and not the same: 300 mm in two days, 80 in two hours."""
    ours, theirs = _within(a, x), _within(b, y)
    return (
        bool(ours)
        and bool(theirs)
        and not any(same_unit(one, other) and meet(one, other) for one in ours for other in theirs)
    )


def _within(reading: Reading, figure: Figure) -> list[Figure]:
    """The lengths of time of a clause in which something came about."""
    key = reading.folded.key
    return [
        one
        for one in reading.figures
        if one.clause == figure.clause
        and one.at != figure.at
        and one.quantity.dimension == "duration"
        and (
            _WITHIN.search(key, max(0, one.start - _REACH), one.start)
            or _INSIDE.match(key, one.end)
        )
    ]


_REACH = 20
"""Characters of the key before a length of time."""


def of_a_kind(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether one counts a kind of what the other counts: 10 home games, 20 games."""
    return _is_of_a_kind(a, x, b, y) or _is_of_a_kind(b, y, a, x)


def _is_of_a_kind(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    if a.is_chinese or b.is_chinese or {x.quantity.dimension, y.quantity.dimension} != {"count"}:
        return False
    found, other = (
        _ADJECTIVE.match(a.folded.key, x.end),
        _NOUN.match(b.folded.key, y.end),
    )
    if found is None or other is None or found["noun"] != other[0]:
        return False
    return stem(found["which"]) not in _words(b)


def _of_two_named(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether a name stands right before each share, and not the same: Reform 27 %, Labour 17 %."""
    if "percent" not in {x.quantity.dimension, y.quantity.dimension}:
        return False
    ours, theirs = _named_before(a, x), _named_before(b, y)
    return ours is not None and theirs is not None and ours != theirs


def _of_an_age(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether only one counts those of an age: a population, and those aged 65 and over."""
    return _counts_an_age(a, x) != _counts_an_age(b, y)


def _counts_an_age(reading: Reading, figure: Figure) -> bool:
    return any(
        one.quantity.dimension == "age" and one.quantity.comparator in _BOUNDS
        for one in reading.figures
        if one.clause == figure.clause and one.at < figure.at
    )


_BOUNDS = frozenset({"<", "<=", ">", ">=", "range"})


def _named_before(reading: Reading, figure: Figure) -> str | None:
    named = (
        item.id
        for item in naming(reading.items[figure.clause])
        if 0 <= figure.start - item.end <= _TO_A_SHARE
    )
    return next(named, None)


_TO_A_SHARE = 5
"""Characters of the key from a name to the share that it has: Labour on 17 %."""

OF_WHAT = (each_of_its_own, _of_two_wholes, _in_two_times, of_a_kind, _of_two_named, _of_an_age)
"""What is asked of two figures before they are said to be of one thing."""
