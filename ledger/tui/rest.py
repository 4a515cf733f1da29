"""Garbage is collected while nobody types: that takes longer than a key may wait."""

import gc
from time import monotonic

QUIET = 20.0
"""Seconds without a key after which somebody is thought to read, or to be away."""


class Rest:
    """Whether somebody types, and what is done when nobody does."""

    def __init__(self) -> None:
        self._last: float | None = None

    def touched(self) -> None:
        """A key was pressed."""
        self._last = monotonic()

    def tidy(self) -> None:
        """Collect garbage, once, when the last key is a while ago."""
        if self._last is not None and monotonic() - self._last >= QUIET:
            self._last = None
            gc.collect()
