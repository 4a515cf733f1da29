"""Long lists of values, asked about some hundred at a time."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

AT_ONCE = 500
"""Values in one IN list; SQLite allows 32,766 parameters, older builds 999."""

Value = TypeVar("Value")


def batches(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in order, no more than ``AT_ONCE`` at a time."""
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
