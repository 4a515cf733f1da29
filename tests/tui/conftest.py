"""An app over a ledger of invented news, driven by keys, and waited for without sleeping."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

import pytest

from ledger.desk.desk import Desk
from ledger.tui import ahead, keeping
from ledger.tui.app import LedgerApp
from ledger.tui.screens import browse, filling, inbox, interrupting, pick
from tests.tui.driving import Run, started

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are kept at once: the second's grace is a constant, not a behaviour to wait for."""
    monkeypatch.setattr(keeping, "DRAFT_AFTER", 0.01)
    monkeypatch.setattr(interrupting, "ALONE", 0.0)
    monkeypatch.setattr(ahead, "PAUSE", 0.0)
    for screen in (browse, filling, inbox, pick):
        monkeypatch.setattr(screen, "QUIET", 0.01)


@pytest.fixture
def run(desk: Desk) -> Callable[..., AbstractAsyncContextManager[Run]]:
    """Start the app at the desk of the test."""

    @asynccontextmanager
    async def running(size: tuple[int, int] = SIZE, at: Desk = desk) -> AsyncIterator[Run]:
        app = LedgerApp(None, at.actor, lambda *_: nullcontext(at))
        async with started(app, size) as driven:
            await driven.until(lambda: app.background.desk is not None)
            await driven.settled()
            yield driven

    return running
