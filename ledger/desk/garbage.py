"""Collecting garbage seldom, where much is made and little of it points at itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS, _ROUNDS = 100_000, 50
"""New objects, and younger rounds, between two collections."""


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
