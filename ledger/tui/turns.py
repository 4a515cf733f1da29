"""Keys in turn: one has done its work before the next goes to whoever has the focus then.

Over a slow line keys come in a burst. Textual gives each to the widget that has the focus at that
moment, though Tab or a letter that opens a screen may still be on its way: what is typed after it
would land in the field, or act on the screen, that was just left. Where a key begins a work whose
end decides who is typed to, the keys after it wait for that end.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump
from textual.worker import Worker, WorkerError

from ledger.tui.ahead import Ahead, Typed
from ledger.tui.screens.interrupting import Interrupting

PATIENCE = 0.5
"""Seconds after which a key that has not come to its end holds up the next no longer."""


class Turns:
    """What was typed and waits its turn.

    Attributes:
        ahead: what was typed for a form that has not come yet.
    """

    def __init__(self, app: App[None], deliver: Callable[[Typed], Awaitable[None]]) -> None:
        """Give out what is typed by ``deliver``, which queues it for a widget."""
        self.ahead = Ahead()
        self._app, self._deliver = app, deliver
        self._waiting: deque[Typed] = deque()
        self._since: float | None = None
        self._works = 0

    @property
    def idle(self) -> bool:
        """Whether all that was typed has done its work."""
        return self._since is None and not self._works and not self._waiting

    async def take(self, typed: Typed) -> None:
        """Deliver it now, or once all before it has done its work."""
        if self.ahead.goes_on(typed):
            self.ahead.put(typed)
            return
        self._waiting.append(typed)
        if self._since is None or monotonic() - self._since > PATIENCE:
            await self._next()

    def hold(self, work: Worker[Any]) -> None:
        """Let keys wait until a work is done: only then is it known who they are for."""
        self._works += 1
        self._app.run_worker(self._done(work), group="hold")

    async def _done(self, work: Worker[Any]) -> None:
        with suppress(WorkerError):
            await work.wait()
        # A screen that the work opened sets its focus first.
        self._app.screen.call_later(self._app.call_later, self._let_go)

    async def _let_go(self) -> None:
        self._works -= 1
        await self._next()

    def set_aside(self) -> bool:
        """What was typed on was meant for the next form, a key without words for none.

        Returns:
            whether anything was typed on.
        """
        before = self.ahead.words
        self.ahead.put(*self._waiting)
        self._waiting.clear()
        if not self.ahead.words:
            self.ahead.take()
        return self.ahead.words != before

    def bring_back(self) -> None:
        """The next form is there: what was typed for it goes in before anything else."""
        self._waiting.extendleft(reversed(self.ahead.take()))

    def drop(self) -> None:
        """Keys pressed for what nobody has seen yet do nothing there."""
        self._waiting.clear()

    async def _next(self) -> None:
        if self._works or not self._waiting:
            self._since = None
            return
        self._since = turn = monotonic()
        screen = self._app.screen
        typed = self._waiting.popleft()
        if isinstance(screen, Interrupting) and screen.takes(typed):
            self._app.call_later(self._ended, turn)
            return
        way = (self._app.focused or screen).ancestors_with_self
        await self._deliver(typed)
        self._follow([*way, *way], partial(self._arrived, screen, turn))

    def _follow(self, way: Iterable[MessagePump], then: Callable[[], Awaitable[None]]) -> None:
        """Go after a key through the queues it bubbles through, from the focus up to the app.

        Twice: the app makes of it what its binding says, and that goes the same way again, as a
        line does that Enter sends off.
        """
        rest = list(way)
        while rest:
            if rest.pop(0).call_later(self._follow, rest, then):
                return
        # The focus that the key asked for is set by a call that waits in the app's queue by now.
        self._app.call_later(then)

    async def _arrived(self, screen: object, turn: float) -> None:
        """Where the key opened a screen, wait until that one has set its focus."""
        if self._app.screen is screen:
            await self._ended(turn)
        else:
            self._app.screen.call_later(self._app.call_later, self._ended, turn)

    async def _ended(self, turn: float) -> None:
        if turn == self._since:
            await self._next()
