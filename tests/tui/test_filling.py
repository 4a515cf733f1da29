"""Filling: what the words mean is shown while they are typed, and nothing is recorded."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.statements import placing
from ledger.tui.screens.add import Add
from ledger.tui.screens.choose import Choose
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.matches import Matches
from tests.desk.ledgers import filed, record, rows
from tests.tui.forms import ARTICLE, fill

Running = Callable[..., Any]


async def test_words_between_two_claims_judged_different_are_told_so(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "ATTACH_AT", 1.01)
    bridge = "The Tallow Bridge over the harbour of Port Marlow costs {} million euros."
    record(desk, bridge.format(40))
    record(desk, bridge.format(60), "The Tideline")
    decide(desk, parse("X1"), "different_claims", "one is the road alone")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, bridge.format(50), outlet="Quay Wire")
        assert "between C1 and C2, which mira judged different" in driven.says("apart")
        await driven.press("ctrl+s")
        driven.on(Choose)
        assert "between C1 and C2" in driven.says("apart")
        assert "between C1 and C2" in driven.drawn()
        await driven.press("n")
        assert "between C1 and C2" in driven.says("flagged")
        assert filed(desk) == {1: 1, 2: 2, 3: 3}
        await fill(driven, ARTICLE[0])
        assert driven.says("apart") == ""


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("2025-03-14", "14 Mar 2025 (Friday)", id="ISO"),
        pytest.param("昨天", "14 Dec 2025 (Sunday)", id="Chinese yesterday"),
        pytest.param("03/04/2025", "4 March 2025", id="both readings are named"),
    ],
)
async def test_the_day_is_echoed(run: Running, typed: str, shown: str) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Words.", said_on=typed)
        assert shown in driven.says("notes")


async def test_what_is_typed_where_the_link_belongs_and_is_none_is_told_so(run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Words.", url="昨天")
        assert "“昨天” is no link" in driven.says("notes")
        driven.app.screen.query_one("#url", Field).value = "https://tideline.example.org/5"
        await driven.settled()
        assert "no link" not in driven.says("notes")


async def test_enter_in_a_field_goes_on_to_the_next_and_records_nothing(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await driven.press("a", *"Words.", "tab", *"Ada", "enter", *"Tideline", "enter", *"8 Dec")
        values = driven.on(Add).form.values()
    assert (values["speaker"], values["outlet"], values["said_on"]) == ("Ada", "Tideline", "8 Dec")
    assert rows(desk)["statement"] == []


async def test_a_day_that_moves_is_written_out_when_its_field_is_left(run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Words.", said_on="昨天")
        assert driven.on(Add).form.values()["said_on"] == "2025-12-14"


async def test_a_name_nobody_goes_by_is_pointed_out(desk: Desk, run: Running) -> None:
    record(desk, "The wall leans.", "Tideline")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Words.", outlet="Tidelime")
        assert "“Tidelime” is taken for “Tideline”" in driven.says("notes")
        driven.app.screen.query_one("#outlet").focus()
        await driven.press("backspace", "backspace", "n", "e")
        driven.on(Add).form.quote.focus()
        await driven.settled()
        assert driven.says("notes") == ""


@pytest.mark.parametrize("speaker", ["the company", "他"])
async def test_a_speaker_without_a_name_is_pointed_out_and_kept(
    desk: Desk, run: Running, speaker: str
) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Profit fell 4 percent.", speaker=speaker, outlet="Tideline")
        assert f"“{speaker}” names nobody" in driven.says("notes")
        await driven.press("f4", "ctrl+s")
        driven.on(Add)
    assert [one["name"] for one in rows(desk)["speaker"]] == [speaker]


async def test_the_figures_are_read_while_typing(run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "大約18個月的領先")
        assert "16.2–19.8" in driven.says("reads")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        pytest.param("霧港", "霧港財經", id="two Chinese characters"),
        pytest.param("雾港", "霧港財經", id="in the other script"),
        pytest.param("harb", "Harbour Courier", id="small letters"),
        pytest.param("cour", "Harbour Courier", id="the second word"),
    ],
)
async def test_a_name_is_completed(desk: Desk, run: Running, typed: str, taken: str) -> None:
    record(desk, "The wall stands.", "霧港財經")
    record(desk, "The wall leans.")
    async with run() as driven:
        await driven.press("a")
        driven.app.screen.query_one("#outlet").focus()
        await driven.settled()
        await driven.write(typed)
        await driven.press("down", "enter")
        assert driven.on(Add).form.values()["outlet"] == taken


async def test_a_paste_of_many_lines_is_kept_whole(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "one\ntwo\nthree", outlet="Tideline")
        await driven.press("f4", "ctrl+s")
    assert rows(desk)["statement"][0]["text"] == "one\ntwo\nthree"


async def test_the_matches_do_not_change_under_the_cursor(desk: Desk, run: Running) -> None:
    record(desk, ARTICLE[7], claim="Ferry traffic in October")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[7], outlet="Tideline")
        await driven.press("f2")
        matches = driven.app.screen.query_one(Matches)
        matches.show(())
        assert len(matches.matches) == 1
        await driven.press("escape")
        assert len(matches.matches) == 0


@pytest.mark.parametrize(
    ("text", "article"),
    [
        pytest.param("港務處說，渡輪減為12班，下月起實施，旅客說不便。\n" * 10, True, id="Chinese"),
        pytest.param("The port said ferries are cut to 12 a day.\n" * 10, True, id="words"),
        pytest.param("港務處說，渡輪減為12班。\n" * 4, False, id="four short lines"),
        pytest.param("港務處說，渡輪減為12班，下月起實施。" * 20, False, id="one paragraph"),
    ],
)
async def test_what_looks_like_an_article_is_taken_for_one(
    run: Running, text: str, *, article: bool
) -> None:
    async with run() as driven:
        await driven.press("a")
        await driven.write(text)
        assert ("A whole article?" in driven.says("choice")) is article


async def test_a_day_still_to_come_is_said_where_it_is_typed(desk: Desk, run: Running) -> None:
    later = desk.today() + timedelta(days=200)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The pier opens.", outlet="Tideline", said_on=str(later))
        assert "still to come" in driven.says("notes")
        await driven.press("f4", "ctrl+s")
    assert rows(desk)["statement"][0]["said_on"] == later
