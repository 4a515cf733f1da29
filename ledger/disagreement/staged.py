"""Work that stops between its stages, so that much of it can go through each of them together.

Each stage has tables and code of its own, more in all than a processor keeps at hand.
"""

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")
Staged = Generator[None, None, T]
"""What comes to something at its end, and stops between its stages."""


def together(works: Iterable[Staged[T]]) -> list[T]:
    """What each comes to; all go through a stage before the first goes through the next."""
    going = dict(enumerate(works))
    found: dict[int, T] = {}
    while going:
        for number, work in [*going.items()]:
            try:
                next(work)
            except StopIteration as end:
                found[number] = end.value
                del going[number]
    return [found[number] for number in sorted(found)]
