"""Saying how far long work is, without knowing who listens."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

_EVERY = 64
"""Items between two reports: often enough for the eye, too seldom to cost anything."""


def unheard(_doing: str, _done: int, _total: int) -> None:
    """Nobody listens."""


@contextmanager
def unwatched() -> Iterator[Progress]:
    """Work that nobody listens to."""
    yield unheard


def counted(doing: str, items: Iterable[Item], total: int, progress: Progress) -> Iterator[Item]:
    """The items, with a report now and then and one at the end."""
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            progress(doing, done, total)
        yield item
    progress(doing, total, total)


def chunked(
    doing: str, items: Iterable[Item], total: int, progress: Progress, *, size: int = 1_000
) -> Iterator[list[Item]]:
    """The items, some at a time, with a report before each lot and one at the end."""
    waiting, done = iter(items), 0
    while chunk := list(islice(waiting, size)):
        progress(doing, done, total)
        yield chunk
        done += len(chunk)
    progress(doing, total, total)
