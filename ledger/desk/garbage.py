"""Collecting garbage seldom, where much is made and little points at itself, or only when asked."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS, _ROUNDS = 100_000, 50
"""New objects, and younger rounds, between two collections."""
_NEVER = 1_000_000_000


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Collect garbage seldom: rows and readings are kept for what follows and make no cycles.

    The usual collector would go through all of them again and again, a third of the time.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, _ROUNDS, _ROUNDS)
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
    first, second, third = gc.get_threshold()
    gc.set_threshold(first, second, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(first, second, third)
