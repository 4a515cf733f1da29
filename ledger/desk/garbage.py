"""Collecting garbage seldom, where much is made and little points at itself, or only when asked."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS, _ROUNDS = 100_000, 50
"""New objects, and younger rounds, between two collections."""
_TO_START = 500_000
"""More objects than a program makes while it starts, of which none is garbage."""
NONE_IN_CYCLES = 1_000_000
"""For work that leaves nothing to the collector: more objects than it holds at any time."""
_NEVER = 1_000_000_000
_USUAL = gc.get_threshold()


def collect_seldom_from_now_on() -> None:
    """Collect seldom until the program ends, which else would go through all it loaded."""
    gc.set_threshold(_TO_START, _ROUNDS, _ROUNDS)


@contextmanager
def seldom_collected(objects: int = _OBJECTS) -> Iterator[None]:
    """Collect garbage seldom: rows and readings are kept for what follows and make no cycles.

    The usual collector would go through all of them again and again, a third of the time.

    Args:
        objects: how many new objects there are to be between two collections.
    """
    usual = gc.get_threshold()
    gc.set_threshold(objects, _ROUNDS, _ROUNDS)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def collected_when_asked() -> Iterator[None]:
    """Leave what has lived for long alone until ``gc.collect`` is called.

    Looking through it takes a fifth of a second once the tables of words are loaded, and the
    collector would do so while somebody types.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_USUAL[:2], _NEVER)  # what is new is looked through often, and so at once
    try:
        yield
    finally:
        gc.set_threshold(*before)
