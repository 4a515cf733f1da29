"""Screens that put one thing after another, each answered by a key, and come back on undo."""

from collections.abc import Iterable

from ledger.desk.references import named
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.shown import line


class WalkedScreen(LedgerScreen):
    """One thing at a time, and a line that says what was done last.

    Attributes:
        wanted: what to show next where it is open, by reference.
    """

    def __init__(self) -> None:
        super().__init__()
        self.wanted: frozenset[str] = frozenset()

    def last(self, told: str) -> None:
        """Say what was done last; what was told of something before is past."""
        self.app.clear_notifications()
        self.put("last", line(told, self.size.width - 2))

    def place(self, open_ones: Iterable[frozenset[str]], otherwise: int) -> int:
        """Where the first of what is wanted stands, each open thing given by what it goes by."""
        here = (at for at, names in enumerate(open_ones) if not self.wanted.isdisjoint(names))
        found = next(here, otherwise)
        self.wanted = frozenset()
        return found

    def undone(self, summary: str) -> None:
        """Come back to what was taken back."""
        self.wanted = named(summary)
        self.last(f"Taken back  {summary}  (^Y does it again)")
        self.reload()

    def redone(self, summary: str) -> None:
        """Say it where the undo was said."""
        self.last(f"Done again  {summary}  (z undoes)")
        self.reload()
