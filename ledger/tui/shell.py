"""What screens and widgets know of the app they stand in; the app itself imports them."""

from typing import Any, Protocol

from textual.screen import Screen

from ledger.tui.actions import Action
from ledger.tui.background import Background
from ledger.tui.turns import Turns


class Shell(Protocol):
    """The app, as far as what stands in it asks it for anything.

    Attributes:
        place: path or URL of the ledger; ``None`` for the person's own.
        actor: who sits at it; ``None`` until it is open, where nobody said.
        background: work off the event loop.
        turns: what was typed and waits its turn.
    """

    place: str | None
    actor: str | None
    background: Background
    turns: Turns

    def go(self, topic: str, *about: object) -> None:
        """Put a screen on top."""

    def open_inbox(self, page: str) -> None:
        """From the form to what a page proposes."""

    def open_ledger(self, place: str | None, *, create: bool = False, demo: bool = False) -> None:
        """Open a ledger in place of the one that is open."""

    def reload(self) -> None:
        """Show the ledger as it is now, on every screen there is."""

    def can(self, action: Action, screen: Screen[Any]) -> bool:
        """Whether an action of a screen has something to act on now."""
