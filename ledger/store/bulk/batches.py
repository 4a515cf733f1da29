"""Long lists of values, asked about some hundred at a time."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

AT_ONCE = 500
"""Values in one IN list; SQLite allows 32,766 parameters, older builds 999."""

Value = TypeVar("Value")


def batches(values: Sequence[Value], most: int = AT_ONCE) -> Iterator[Sequence[Value]]:
    """The values in order, no more than so many at a time."""
    return (values[start : start + most] for start in range(0, len(values), most))
