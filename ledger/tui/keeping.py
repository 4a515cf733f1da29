"""Keeping a form's draft: soon after the last key, at the end of every field, and on leaving."""

from collections.abc import Callable
from datetime import datetime

from textual.timer import Timer

from ledger.desk import drafts
from ledger.desk.desk import Desk
from ledger.errors import LedgerError
from ledger.store_errors import StoreError
from ledger.tui.screens.base import LedgerScreen

DRAFT_AFTER = 1.0
"""Seconds without a key before the draft is kept: what a crash can cost."""


AGAIN_AFTER = 5.0
"""Seconds until a draft that could not be kept is tried again."""


class Keeper:
    """The draft of one form.

    Attributes:
        kept_at: when it was last written; ``None`` when there is none.
    """

    def __init__(
        self,
        screen: LedgerScreen,
        values: Callable[[], dict[str, str]],
        changed: Callable[[], None],
    ) -> None:
        """Keep what ``values`` gives; ``changed`` is told when ``kept_at`` is another."""
        self.kept_at: datetime | None = None
        self._screen, self._values, self._changed = screen, values, changed
        self._number: int | None = None
        self._timer: Timer | None = None
        self._is_away = False

    def go_on(self, draft: drafts.Draft) -> None:
        """Keep over a draft there is."""
        self._number, self.kept_at = draft.number, draft.at
        self._changed()

    def soon(self) -> None:
        """Keep it once the keys have been quiet."""
        self._stop()
        self._timer = self._screen.set_timer(DRAFT_AFTER, self.now)

    def at_once_if_waiting(self) -> None:
        """Keep it now if it would be kept soon."""
        if self._timer is not None:
            self.now()

    def now(self, then: Callable[[], None] = lambda: None) -> None:
        """Keep it, and go on once it is written; a form without words is not kept."""
        self._stop()
        values = self._values()

        def call(desk: Desk) -> None:
            # Only acts touch the number, and acts come one after the other.
            if values["text"].strip():
                self._number = drafts.save(desk, values, self._number)

        def written(_: None) -> None:
            if self._is_away:
                self._screen.say("The ledger answers again; what you typed is kept")
            self._is_away = False
            if values["text"].strip():
                self.kept_at = datetime.now().astimezone()
                self._changed()
            then()

        self._screen.act(call, written, self._refused)

    def _refused(self, error: LedgerError) -> None:
        """Say once that the ledger is away, and try again until it takes the draft."""
        if isinstance(error, StoreError):
            if not self._is_away:
                told = "what you typed stays on screen, and is kept once the ledger answers"
                self._screen.warn(f"{error}; {told}")
            self._is_away = True
            self._stop()
            self._timer = self._screen.set_timer(AGAIN_AFTER, self.now)
        else:
            self._screen.refused(error)

    def leave(self, then: Callable[[], None]) -> None:
        """Leave the draft for another time, and begin a new one."""
        self.now()

        def call(_: Desk) -> None:
            self._number = None

        self._screen.act(call, lambda _: then(), holds=True)

    def forget(self, then: Callable[[], None] = lambda: None) -> None:
        """Throw it away: what it held is recorded, or was erased."""
        self._stop()

        def call(desk: Desk) -> None:
            if self._number is not None:
                drafts.discard(desk, self._number)
            self._number = None

        def thrown(_: None) -> None:
            self.kept_at = None
            self._changed()
            then()

        self._screen.act(call, thrown)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
