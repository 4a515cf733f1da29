"""Home: what waits is counted, each a key away, and an empty ledger says how to begin."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from ledger.desk.desk import Desk
from ledger.store_errors import NoLedger
from ledger.tui.app import LedgerApp
from ledger.tui.screens.add import Add
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.history import History
from ledger.tui.screens.home import Home
from ledger.tui.screens.review import Review
from tests.desk.ledgers import COST, filed, record
from tests.tui.driving import Run, started

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen


async def test_an_empty_ledger_offers_to_begin(run: Running) -> None:
    async with run() as driven:
        assert "Build the demo" in driven.says("begin")
        await driven.press("a")
        driven.on(Add)


async def test_what_waits_is_counted(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "The bridge costs 60 million euros.", "Tideline")
    async with run() as driven:
        drawn = driven.drawn()
        assert "1 open conflict " in drawn
        assert "2 statements added" in drawn


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        pytest.param("r", Review, id="review"),
        pytest.param("a", Add, id="add"),
        pytest.param("slash", Browse, id="browse"),
        pytest.param("t", Browse, id="today"),
        pytest.param("h", History, id="history"),
    ],
)
async def test_each_is_a_key_away_and_escape_leads_back(
    desk: Desk, run: Running, key: str, screen: type[Home]
) -> None:
    record(desk, "The bridge costs 40 million euros.")
    async with run() as driven:
        await driven.press(key)
        driven.on(screen)
        await driven.press("escape", "escape")
        driven.on(Home)


async def test_the_app_may_begin_with_another_screen(desk: Desk) -> None:
    record(desk, "The bridge costs 40 million euros.")
    app = LedgerApp(None, desk.actor, lambda *_: nullcontext(desk), first=("browse",))
    async with started(app) as driven:
        await driven.until(lambda: isinstance(app.screen, Browse))
        await driven.press("escape")
        driven.on(Home)


async def test_a_screen_asked_for_while_the_ledger_opens_comes_once_it_is(desk: Desk) -> None:
    opened = Event()

    def slowly(*_: object) -> AbstractContextManager[Desk]:
        opened.wait(10)
        return nullcontext(desk)

    app = LedgerApp(None, desk.actor, slowly)
    async with started(app) as driven:
        await driven.pilot.press("a", *"drift")
        opened.set()
        await driven.until(lambda: app.background.desk is not None)
        await driven.settled()
        driven.on(Add)
        await driven.press("escape")
        driven.on(Home)
        assert "opening" not in driven.says("place")


async def test_the_app_goes_by_the_name_the_ledger_knows(desk: Desk) -> None:
    app = LedgerApp(None, None, lambda *_: nullcontext(desk))
    async with started(app) as driven:
        await driven.until(lambda: app.actor == "mira")
    assert desk.actor == "mira"


async def test_undo_on_home_takes_back_the_latest_act(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.", claim=COST)
    async with run() as driven:
        await driven.press("z")
        assert any("Taken back" in told for told in driven.told)
    assert filed(desk) == {}


async def test_where_there_is_no_ledger_one_can_be_made(tmp_path: Path) -> None:
    place = tmp_path / "new.db"
    app = LedgerApp(str(place), "mira")
    async with started(app) as driven:
        await driven.until(lambda: "there is no ledger" in driven.says("place"))
        assert not place.exists()
        await driven.press("n")
        await driven.until(lambda: app.background.desk is not None)
        await driven.settled()
        assert "0 statements" in driven.says("place")


async def test_the_demo_opens_in_place_of_an_empty_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = LedgerApp(str(tmp_path / "none.db"), "mira")
    async with started(app) as driven:
        await driven.until(lambda: "there is no ledger" in driven.says("place"))
        await driven.press("d")
        await driven.until(lambda: "statements," in driven.says("place"))
        assert "factledger-demo" in driven.says("place")
    assert not (tmp_path / "none.db").exists()


async def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    place = tmp_path / "photo.jpg"
    place.write_bytes(b"not a database at all, but long enough to look at" * 50)
    app = LedgerApp(str(place), "mira")
    async with started(app) as driven:
        await driven.until(lambda: "photo.jpg" in driven.says("place"))
        await driven.press("a", "r")
        driven.on(Home)


async def test_while_a_ledger_is_made_the_screen_says_so(desk: Desk) -> None:
    made = Event()

    def slowly(*asked: object) -> AbstractContextManager[Desk]:
        if not asked[2]:
            raise NoLedger("new.db")
        made.wait(10)
        return nullcontext(desk)

    app = LedgerApp("new.db", desk.actor, slowly)
    async with app.run_test() as pilot:
        driven = Run(app, pilot)
        await driven.until(lambda: "there is no ledger" in driven.says("place"))
        await pilot.press("n")
        assert driven.says("place") == "making an empty ledger…"
        assert "Make an empty ledger" not in driven.drawn()
        made.set()
        await driven.until(lambda: "0 statements" in driven.says("place"))
