"""What somebody typed ahead: meant for a form that has not come yet, and kept until it does."""

from collections.abc import Callable
from time import monotonic

from textual import events

PAUSE = 0.5
"""Seconds without a key after which somebody is thought to have looked up at the screen."""

Typed = events.Key | events.Paste


class Ahead:
    """Keys and pastes in the order they came.

    Attributes:
        changed: called when it is more or less than before.
    """

    def __init__(self) -> None:
        self.changed: Callable[[], None] = nobody
        self._kept: list[Typed] = []
        self._last: float | None = None

    def put(self, *typed: Typed) -> None:
        """Keep these too."""
        self._kept += typed
        if self._last is not None:
            self._last = monotonic()
        self.changed()

    def until_a_pause(self) -> None:
        """Keep what follows, too, until somebody pauses."""
        self._last = monotonic()

    def goes_on(self, typed: Typed) -> bool:
        """Whether this comes before somebody paused; who presses Esc has looked up."""
        looked_up = isinstance(typed, events.Key) and typed.key in {"escape", "ctrl+q"}
        if self._last is not None and (looked_up or monotonic() - self._last > PAUSE):
            self._last = None
        return self._last is not None

    def take(self) -> list[Typed]:
        """All of it, which is then kept no longer."""
        kept, self._kept, self._last = self._kept, [], None
        self.changed()
        return kept

    @property
    def words(self) -> str:
        """What it would read as in one field."""
        text = ""
        for typed in self._kept:
            if isinstance(typed, events.Paste):
                text += typed.text
            elif typed.key == "backspace":
                text = text[:-1]
            elif typed.is_printable:
                text += typed.character or ""
            else:
                text += " "
        return text.strip()

    def __bool__(self) -> bool:
        return bool(self._kept)


def nobody() -> None:
    """Nobody shows it."""
