"""Saying how far long work is, without knowing who listens."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

_EVERY = 64
"""Items between two reports: often enough for the eye, too seldom to cost anything."""


def unheard(_doing: str, _done: int, _total: int) -> None:
    """Nobody listens."""


def counted(doing: str, items: Iterable[Item], total: int, progress: Progress) -> Iterator[Item]:
    """The items, with a report now and then and one at the end."""
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            progress(doing, done, total)
        yield item
    progress(doing, total, total)
