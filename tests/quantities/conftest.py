"""What the tests of this room share: a reading written so that a person can check it."""

from collections.abc import Callable

import pytest

from ledger.quantities import Quantity, read


@pytest.fixture
def stated() -> Callable[[str], list[str]]:
    """Reads a text; each quantity as ``words: [low, high] unit comparator``."""
    return lambda text: [f"{q.text}: {_interval(q)} {q.comparator}" for q in read(text)]


def _interval(q: Quantity) -> str:
    if q.low is None and q.high is None:
        return f"{q.period} {q.dimension}"
    unit = q.unit or q.dimension
    if q.low == q.high:
        return f"{_number(q.low)} {unit}"
    low, high = "[" if q.low_closed else "(", "]" if q.high_closed else ")"
    return f"{low}{_number(q.low)}, {_number(q.high)}{high} {unit}"


def _number(end: float | None) -> str:
    return "" if end is None else f"{end:.12g}"
