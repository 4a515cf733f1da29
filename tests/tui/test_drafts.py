"""Drafts: whatever happens to the program, what was typed is offered again."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts, save
from ledger.tui import keeping
from ledger.tui.screens.add import Add
from tests.desk.ledgers import acts, rows

pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both

Running = Callable[..., Any]

TYPES_AND_DIES = """
import asyncio, os, signal, sys
from ledger.desk.sitting import sit_down
from ledger.desk.drafts import drafts
from ledger.tui.app import LedgerApp

async def main():
    app = LedgerApp(sys.argv[1], "mira")
    async with app.run_test() as pilot:
        while app.background.desk is None:
            await pilot.pause(0.01)
        await pilot.press("a")
        await pilot.press(*"Half a sent")
        while not drafts(app.background.desk):
            await pilot.pause(0.05)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_draft_is_found_again_after_a_kill(database: str, run: Running) -> None:
    dying = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        TYPES_AND_DIES,
        database,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert await dying.wait() == -signal.SIGKILL
    async with run() as driven:
        assert "Half a sent" in driven.drawn()
        await driven.press("c")
        assert driven.on(Add).form.values()["text"] == "Half a sent"


async def test_leaving_keeps_what_was_typed(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await driven.write("寫到一半")
        await driven.press("escape")
        assert "寫到一半" in driven.drawn()
        await driven.press("c")
        assert driven.on(Add).form.values()["text"] == "寫到一半"
    assert acts(desk) == []


async def test_a_draft_whose_words_are_erased_is_gone(desk: Desk, run: Running) -> None:
    save(desk, {"text": "Half", "outlet": "Tideline"})
    async with run() as driven:
        await driven.press("c", "end", "ctrl+u", "escape")
    assert drafts(desk) == []


async def test_going_on_with_a_draft_keeps_one_draft(desk: Desk, run: Running) -> None:
    save(desk, {"text": "Half", "outlet": "Tideline"})
    async with run() as driven:
        await driven.press("c")
        await driven.write(" a sentence")
        await driven.press("escape")
    assert len(drafts(desk)) == 1


async def test_a_saved_statement_leaves_no_draft(desk: Desk, run: Running) -> None:
    save(desk, {"text": "The wall leans.", "outlet": "Tideline"})
    async with run() as driven:
        await driven.press("c", "ctrl+s")
    assert drafts(desk) == []
    assert [row["text"] for row in rows(desk)["statement"]] == ["The wall leans."]


async def test_an_empty_form_never_takes_the_place_of_a_draft(desk: Desk, run: Running) -> None:
    save(desk, {"text": "The wall leans.", "outlet": "Tideline"})
    async with run() as driven:
        await driven.press("c", "f9", "escape")
    assert [draft.fields["text"] for draft in drafts(desk)] == ["The wall leans."]


async def test_quitting_keeps_what_was_typed_a_moment_ago(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "DRAFT_AFTER", 3_600)
    async with run() as driven:
        await driven.press("a")
        await driven.write("寫到一半")
        await driven.press("ctrl+q")
    assert [draft.fields["text"] for draft in drafts(desk)] == ["寫到一半"]
