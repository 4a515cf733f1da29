"""Driving the app: keys in, what is on screen out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from ledger.tui.app import LedgerApp
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.widgets.told import Prose

Found = TypeVar("Found", bound=LedgerScreen | ModalScreen[Any])
PATIENCE = 1_000
"""Turns of the event loop before a test gives up."""
CALM = 3
"""Turns at rest after which nothing more comes: a message begins a work, and its end a message."""


@dataclass(frozen=True)
class Run:
    """A running app."""

    app: LedgerApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys; what one started comes to its end before the next is pressed."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    async def write(self, text: str) -> None:
        """Type into the field that has the focus, any script."""
        focused = self.app.focused
        if isinstance(focused, TextArea):
            focused.insert(text)
        elif isinstance(focused, Input):
            focused.insert_text_at_cursor(text)
        await self.settled()

    async def answer(self, text: str, *then: str) -> None:
        """Put a text into the field that asks for one, and send it off; then more keys."""
        self.app.screen.query_one("Field", Input).value = text
        await self.press("enter", *then)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(PATIENCE):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it never came to hold")

    async def settled(self) -> None:
        """Wait until every message is handled and no worker is left, nor one that these began."""
        calm = 0
        for _ in range(PATIENCE):
            await self.pilot.pause(0)
            idle = self.app.turns.idle
            if idle and all(worker.is_finished for worker in self.app.workers):
                calm += 1
            else:
                calm = 0
                await asyncio.sleep(0.01)
            if calm == CALM:
                return
        raise AssertionError("it never came to rest")

    def on(self, kind: type[Found]) -> Found:
        """The screen on top, which is of this kind."""
        screen = self.app.screen
        assert isinstance(screen, kind)
        return screen

    def says(self, name: str) -> str:
        """What a line of the screen says."""
        told = self.app.screen.query_one(f"#{name}", Static)
        return str(told.whole if isinstance(told, Prose) else told.content)

    @property
    def told(self) -> list[str]:
        """The notifications so far."""
        return [note.message for note in self.app._notifications]  # noqa: SLF001 - no public list

    def drawn(self) -> str:
        """The whole screen as the terminal would show it."""
        lines = self.app.screen._compositor.render_strips()  # noqa: SLF001 - what Textual's own snapshots use
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)


@asynccontextmanager
async def started(app: LedgerApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Run]:
    """The app on a screen of so many columns and lines."""
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        yield Run(app, pilot)
