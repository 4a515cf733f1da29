"""Hostile text on every screen: shown as text, and nothing of it reaches the terminal raw."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import OptionList
from textual.widgets._toast import Toast

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts, save
from ledger.desk.files_in.importing import import_file
from ledger.desk.inbox.proposals import propose
from ledger.desk.inbox.proposing import store
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.desk.statements.recording import record
from ledger.desk.texts.extracting import Extracted
from ledger.exchange.shipped import fixture
from ledger.model import NewStatement
from ledger.text.display import show, show_line
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.claim import ClaimScreen
from ledger.tui.screens.inbox import Inbox
from tests.tui.driving import Run

pytestmark = pytest.mark.databases("sqlite")  # what a screen shows no database can show otherwise

Running = Callable[..., Any]
HOSTILE = fixture("hostile.jsonl")
TEXTS = [json.loads(row)["text"] for row in HOSTILE.read_text(encoding="utf-8").splitlines()]
LONG = [text for text in TEXTS if len(text) > 1_000]
SHORT = [text for text in TEXTS if text not in LONG]
SHEETS = ["\n".join(SHORT[at : at + 6]) for at in range(0, len(SHORT), 6)]
"""Six short texts at a time, where a screen shows all that one text holds."""
RAW = {chr(code) for code in (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F))} - {"\n"}


def clean(driven: Run) -> bool:
    """Whether what the terminal gets holds no control and no bidirectional override."""
    return not RAW & set(driven.drawn())


async def test_every_text_in_lists(desk: Desk, run: Running) -> None:
    import_file(desk, HOSTILE)
    async with run(size=(120, 40)) as driven:
        assert clean(driven)
        await driven.press("b", "enter")
        for _ in range(len(driven.on(Browse)._rows) // 30 + 1):  # noqa: SLF001 - what is listed
            await driven.press("pagedown")
            assert clean(driven)
        await driven.press("escape", "h")
        assert clean(driven)


async def test_every_text_in_full(desk: Desk, run: Running) -> None:
    rows = [json.loads(row) for row in HOSTILE.read_text(encoding="utf-8").splitlines()]
    with desk.acting("test") as act:
        record(act, [NewStatement.checked({**row, "claim": "What [/] \x1b[2J is"}) for row in rows])
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        assert "What [/] ␛[2J is" in driven.says("heading")
        claim = driven.on(ClaimScreen).claim
        assert claim is not None
        for place, view in enumerate(claim.statements):
            driven.app.screen.query_one(OptionList).highlighted = place
            await driven.pilot.pause()
            assert show(view.text) in driven.says("detail")
            assert clean(driven)


async def test_every_text_as_notification_and_title(run: Running) -> None:
    async with run() as driven:
        for text in (*SHEETS, *LONG):
            driven.app.clear_notifications()
            driven.app.title = driven.app.sub_title = text
            driven.app.screen.warn(text)
            await driven.pilot.pause()
            assert driven.told == [show_line(text)]
            assert clean(driven)
            shown = driven.app.screen.query_one(Toast).render()
            assert str(shown).strip().startswith(show_line(text)[:20].strip())


async def test_every_text_typed_drafted_and_reviewed(desk: Desk, run: Running) -> None:
    for text in SHEETS[::3]:
        save(desk, {"text": text, "speaker": text, "outlet": text, "url": text})
    for outlet, figure in (("[b]One[/b]\x1b[2J", 4), ("\u202eTwo [/]", 7)):
        text = f"[/bold]\x1b]0;x\x07 costs {figure} million euros"
        add(desk, {"text": text, "outlet": outlet, "claim": "What [it] \x1b costs"})
    (found,) = conflicts(desk)
    decide(desk, parse(found.ref, "conflict"), "unsure", "[/] \x1b[31m why")
    async with run() as driven:
        await driven.press("r")
        assert {"␛", "␇"} <= set(driven.says("a"))
        assert "␛[31m why" in driven.says("decisions")
        assert clean(driven)
        await driven.press("escape")
        assert clean(driven)
        for draft in drafts(desk):
            driven.app.go("add", draft.number)
            await driven.settled()
            assert clean(driven)
            await driven.press("escape")


async def test_every_text_on_a_page_and_proposed_from_it(desk: Desk, run: Running) -> None:
    short, long = SHEETS, LONG  # a page with long lines costs more at every step
    for number, texts in enumerate((short, long), start=1):
        store(desk, Extracted("\n".join(texts), texts[0], "One", None, None, ()))
        at = 0
        for text in texts:
            propose(desk, parse(f"D{number}"), at, at + len(text))
            at += len(text) + 1
    async with run(size=(120, 40)) as driven:
        await driven.press("i")
        spots = driven.on(Inbox).spots
        assert [spot.view.text for _, spot in spots] == [text.strip() for text in (*short, *long)]
        for text in (*short, *long):
            assert show(text.strip()) in driven.says("proposal")
            assert clean(driven)
            await driven.pilot.press("s")


async def test_what_is_asked_about_a_hostile_claim(desk: Desk, run: Running) -> None:
    for claim in ("What [/] \x1b[2J is", "What [/] \x1b[2J was \u202e"):
        add(desk, {"text": f"{claim}, they asked [/bold]", "outlet": "One", "claim": claim})
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        for key, shown in (("y", "␛[2J was ⟨U+202E⟩"), ("w", "␛[2J is"), ("v", "Rests on")):
            await driven.press(key)
            if key == "y":
                await driven.write("C2")
            assert shown in driven.drawn()
            assert clean(driven)
            await driven.press("escape")


async def test_a_filter_of_brackets_does_no_harm(desk: Desk, run: Running) -> None:
    import_file(desk, HOSTILE)
    async with run() as driven:
        await driven.press("b")
        for text in ("[", "[/", "\x1b[2J", "status:[/b]", "after:\u202e", "%", "_", '"'):
            field = driven.app.screen.query_one("Field")
            field.value = text
            await driven.settled()
            assert clean(driven)
