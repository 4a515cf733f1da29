"""Leaving: once what is typed is kept and every act written, or without a ledger that hangs."""

from time import monotonic

PATIENCE = 2.5
"""Seconds after which somebody who asked to leave is told what is waited for."""
HANGS = "The ledger does not answer. ^Q again leaves; what it has not taken is lost"


class Leaving:
    """Whether somebody asked to leave, and asked again.

    Attributes:
        given_up: whether they leave without what the ledger has not taken.
    """

    def __init__(self) -> None:
        self.given_up = False
        self._asked: float | None = None

    def ask(self, *, busy: bool) -> bool:
        """Note that somebody asks to leave.

        Args:
            busy: whether the ledger has been asked something that it has not answered.

        Returns:
            whether they asked before and have waited for it since: then they leave at once.
        """
        now = monotonic()
        if self._asked is not None and busy and now - self._asked >= PATIENCE:
            self.given_up = True
        elif self._asked is None or not busy:
            self._asked = now
        return self.given_up
