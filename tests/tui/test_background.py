"""Who asks and leaves: what is only looked up is let go, what is to be done is done and told."""

import asyncio
from collections.abc import Callable
from threading import Event, Timer
from typing import Any

import pytest
from textual.worker_manager import WorkerManager

from ledger.desk.casework.tending import set_topic
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.store_errors import StoreUnreachable
from ledger.tui import leaving
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.home import Home
from tests.desk.ledgers import record, rows
from tests.tui.driving import Run

pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both

Running = Callable[..., Any]


async def left(driven: Run, screen: Browse, free: Event) -> None:
    """Leave a screen, and only then let what it asked for come to its end."""
    await driven.pilot.press("escape")
    await driven.until(lambda: not screen.is_attached)
    free.set()
    await driven.settled()


async def test_what_was_asked_for_is_done_when_who_asked_has_left(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    free = Event()
    async with run() as driven:
        await driven.press("b")
        screen, came = driven.on(Browse), list[object]()
        screen.act(lambda _: free.wait(10), came.append)
        screen.act(lambda at: set_topic(at, [parse("C1")], "Roads"), came.append)
        await left(driven, screen, free)
        driven.on(Home)
        assert came == []
    assert [row["topic"] for row in rows(desk)["claim"]] == ["Roads"]


async def test_what_waits_its_turn_when_the_app_closes_is_done(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    free = Event()
    async with run() as driven:
        screen = driven.on(Home)
        screen.act(lambda _: free.wait(10), print)
        screen.act(lambda at: set_topic(at, [parse("C1")], "Roads"), print)
        await asyncio.sleep(0)
        Timer(0.1, free.set).start()
    assert [row["topic"] for row in rows(desk)["claim"]] == ["Roads"]


async def test_who_asks_twice_leaves_a_ledger_that_hangs(
    run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "PATIENCE", 0.0)
    free = Event()
    async with run() as driven:
        driven.on(Home).act(lambda _: free.wait(10), print, holds=True)
        await driven.pilot.press("ctrl+q")
        assert not driven.app.leaving.given_up
        await driven.pilot.press("ctrl+q")
        await driven.until(lambda: not driven.app.is_running)
        assert driven.app.leaving.given_up
        free.set()


async def test_who_asks_once_waits_for_what_is_being_done(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    free = Event()
    async with run() as driven:
        driven.on(Home).act(lambda _: free.wait(10), print, holds=True)
        driven.on(Home).act(lambda at: set_topic(at, [parse("C1")], "Roads"), print)
        await driven.pilot.press("ctrl+q", "ctrl+q")
        free.set()
        await driven.until(lambda: not driven.app.is_running)
    assert not driven.app.leaving.given_up
    assert [row["topic"] for row in rows(desk)["claim"]] == ["Roads"]


async def test_a_refusal_finds_whoever_has_left(run: Running) -> None:
    free = Event()

    def refuse(_: Desk) -> None:
        free.wait(10)
        raise StoreUnreachable("the server", "no answer")

    async with run() as driven:
        await driven.press("b")
        screen = driven.on(Browse)
        screen.act(refuse, print)
        await left(driven, screen, free)
        assert any("the server" in told for told in driven.told)


@pytest.mark.parametrize("fails", [False, True], ids=["found", "refused"])
async def test_an_answer_that_comes_too_late_is_thrown_away(
    run: Running, monkeypatch: pytest.MonkeyPatch, *, fails: bool
) -> None:
    free, came = Event(), list[object]()

    def look(_: Desk) -> str:
        free.wait(10)
        if fails:
            raise StoreUnreachable("the server", "no answer")
        return "found"

    monkeypatch.setattr(WorkerManager, "cancel_node", lambda *_: [])
    async with run() as driven:
        await driven.press("b")
        screen = driven.on(Browse)
        monkeypatch.setattr(screen, "refused", came.append)
        screen.look(look, came.append)
        await left(driven, screen, free)
        driven.on(Home)
    assert came == []
