"""Keys in turn: one has done its work before the next goes to whoever has the focus then.

Over a slow line keys come in a burst. Textual gives each to the widget that has the focus at that
moment, though Tab or a letter that opens a screen may still be on its way: what is typed after it
would land in the field, or act on the screen, that was just left.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

PATIENCE = 0.5
"""Seconds after which a key that has not come to its end holds up the next no longer."""

Typed = events.Key | events.Paste


class Turns:
    """What was typed and waits its turn."""

    def __init__(self, app: App[None], deliver: Callable[[Typed], Awaitable[None]]) -> None:
        """Give out what is typed by ``deliver``, which queues it for a widget."""
        self._app, self._deliver = app, deliver
        self._waiting: deque[Typed] = deque()
        self._since: float | None = None

    async def take(self, typed: Typed) -> None:
        """Deliver it now, or once all before it has done its work."""
        self._waiting.append(typed)
        if self._since is None or monotonic() - self._since > PATIENCE:
            await self._next()

    async def _next(self) -> None:
        if not self._waiting:
            self._since = None
            return
        self._since = turn = monotonic()
        screen = self._app.screen
        way = (self._app.focused or screen).ancestors_with_self
        await self._deliver(self._waiting.popleft())
        self._follow(way, partial(self._arrived, screen, turn))

    def _follow(self, way: Iterable[MessagePump], then: Callable[[], Awaitable[None]]) -> None:
        """Go after a key through the queues it bubbles through, from the focus up to the app."""
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
