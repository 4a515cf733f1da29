"""Keys that come in a burst go where the person who typed them meant them to go."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual import events
from textual.widgets import Input

from ledger.tui.screens.add import Add
from tests.tui.driving import Run

Start = Callable[..., AbstractAsyncContextManager[Run]]


async def burst(run: Run, *keys: str) -> None:
    """All keys at once, as a slow line brings them."""
    for key in keys:
        typed = events.Key(key, key if len(key) == 1 else None)
        typed.set_sender(run.app)
        run.app.post_message(typed)
    await run.settled()


async def test_what_is_typed_after_tab_stands_in_the_next_field(run: Start) -> None:
    async with run() as driven:
        await burst(driven, "a", *"港口18", "tab", *"Oost", "tab", *"晨報", "tab", *"8 Dec")
        form = driven.on(Add).form.values()
    assert (form["text"], form["speaker"]) == ("港口18", "Oost")
    assert (form["outlet"], form["said_on"]) == ("晨報", "8 Dec")


async def test_a_letter_after_the_key_of_a_screen_is_no_key_of_home(run: Start) -> None:
    async with run() as driven:
        await burst(driven, "slash", *"rahi")
        assert driven.app.screen.query_one(Input).value == "rahi"
        assert len(driven.app.screen_stack) == 2
