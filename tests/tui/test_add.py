"""Adding: what is typed reaches the ledger once, under the right claim, and can be taken back."""

from collections.abc import Callable
from typing import Any

import pytest

from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts
from ledger.desk.looking.showing import conflicts, find
from ledger.desk.statements import placing
from ledger.tui.screens.add import Add
from ledger.tui.screens.choose import Choose
from ledger.tui.widgets.matches import Matches
from tests.desk.ledgers import filed, record, rows
from tests.tui.forms import ARTICLE, fill

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen


@pytest.mark.databases("sqlite", "postgresql")
async def test_ten_quotes_from_one_article(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(
            driven, ARTICLE[0], speaker="Ada Quill", outlet="Harbour Courier",
            said_on="14 Mar 2025", url="https://courier.example/wall",
        )  # fmt: skip
        await driven.press("f4", "ctrl+s")
        for text in ARTICLE[1:]:
            await fill(driven, text)
            await driven.press("f4", "ctrl+s")
        assert driven.on(Add).form.values()["text"] == ""
    recorded = rows(desk)["statement"]
    assert [row["text"] for row in recorded] == ARTICLE
    assert {row["speaker"] for row in recorded} == {"Ada Quill"}
    assert {str(row["said_on"]) for row in recorded} == {"2025-03-14"}
    assert {row["url"] for row in recorded} == {"https://courier.example/wall"}
    assert drafts(desk) == []


async def test_a_match_chosen_by_its_number_files_it_there(desk: Desk, run: Running) -> None:
    record(desk, ARTICLE[7], claim="How ferry traffic changed in October")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "Ferry traffic fell by 9 percent in October.", outlet="Tideline")
        assert "DIFFERS" in str(driven.app.screen.query_one(Matches).options[0].prompt)
        await driven.press("f2", "1")
        assert "goes to: C1" in driven.says("choice")
        await driven.press("ctrl+s")
        assert "X1" in driven.says("flagged")
        assert any("under C1" in told for told in driven.told)
    assert filed(desk) == {1: 1, 2: 1}
    assert len(conflicts(desk)) == 1


async def test_what_is_near_but_not_sure_is_asked_once(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "ATTACH_AT", 1.01)
    record(desk, "The H7 ferry is far ahead of the boats Corran can buy today.", claim="Ferry H7")
    async with run() as driven:
        await driven.press("a")
        await fill(
            driven, "The H7 ferry is far ahead of any boat Corran can buy.", outlet="Tideline"
        )
        await driven.press("ctrl+s")
        asked = driven.on(Choose)
        assert [found.claim for found in asked.query_one(Matches).matches] == ["C1"]
        assert "Ferry H7" in driven.drawn()
        assert driven.told == []
        assert len(rows(desk)["statement"]) == 1
        await driven.press("enter")
        driven.on(Choose)
        await driven.press("n")
        driven.on(Add)
    assert filed(desk) == {1: 1, 2: 2}


async def test_what_is_filed_by_its_likeness_is_never_called_certain(
    desk: Desk, run: Running
) -> None:
    words = "The Tallow Bridge over the harbour of Port Marlow costs 40 million euros."
    record(desk, words)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, words, outlet="The Tideline")
        await driven.press("ctrl+s")
        assert driven.told[-1].startswith("Saved S2 under C1, 99% sure.")
    assert filed(desk) == {1: 1, 2: 1}


async def test_undo_brings_the_words_back_into_the_form(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[4], outlet="Harbour Courier")
        await driven.press("ctrl+s")
        assert filed(desk) == {1: 1}
        await driven.press("ctrl+z")
        assert filed(desk) == {}
        assert driven.on(Add).form.values()["text"] == ARTICLE[4]


async def test_undo_never_takes_back_an_act_while_words_are_typed(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[4], outlet="Harbour Courier")
        await driven.press("ctrl+s")
        await fill(driven, ARTICLE[5])
        await driven.press("ctrl+z")
    assert filed(desk) == {1: 1}


@pytest.mark.parametrize(
    ("fields", "told", "field"),
    [
        pytest.param({"outlet": ""}, "outlet is empty", "outlet", id="nobody published it"),
        pytest.param(
            {"outlet": "T", "said_on": "03/04/2025"}, "3 April 2025", "said_on", id="two readings"
        ),
        pytest.param(
            {"outlet": "T", "said_on": "someday"}, "not a date", "said_on", id="no reading"
        ),
    ],
)
async def test_what_cannot_be_recorded_says_why_and_where_and_stays(
    desk: Desk, run: Running, fields: dict[str, str], told: str, field: str
) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[4], **fields)
        await driven.press("ctrl+s")
        assert any(told in note for note in driven.told)
        assert driven.app.focused is not None
        assert driven.app.focused.id == field
        assert driven.on(Add).form.values()["text"] == ARTICLE[4]
    assert rows(desk)["statement"] == []


async def test_what_is_no_link_is_not_recorded_as_one(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The wall leans.", outlet="Tideline", url="昨天")
        for key in ("f3", "ctrl+s"):
            await driven.press(key)
            assert "is no link" in driven.told[-1]
            assert (rows(desk)["statement"], rows(desk)["document"]) == ([], [])
            assert driven.app.focused is driven.app.screen.query_one("#url")
        await driven.press(*"www.tideline.example.org/5", "ctrl+s")
    (found,) = rows(desk)["statement"]
    assert found["url"] == "https://www.tideline.example.org/5"


async def test_the_next_speaker_takes_the_place_of_the_one_before(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The wall leans.", speaker="Ada Quill", outlet="Tideline")
        await driven.press("ctrl+s")
        await driven.write("防波堤長640公尺。")
        await driven.press("tab", *"Oost", "ctrl+s")
        assert "draft kept" not in driven.says("heading")
    assert [row["name"] for row in rows(desk)["speaker"]] == ["Ada Quill", "Oost"]


async def test_of_several_conflicts_one_is_told_and_the_others_are_counted(
    desk: Desk, run: Running
) -> None:
    for outlet in ("Tideline", "Quay Post", "Moor Echo"):
        record(desk, f"The {outlet} writes that the bridge costs 40 million euros.", outlet)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The bridge costs 70 million euros.", outlet="Fell Times")
        await driven.press("f2", "1", "ctrl+s")
        told = driven.says("flagged").splitlines()
    assert (told[0][:11], told[-1]) == ("! S4 in X1:", "  and 2 more under C1")
    assert len(told) <= 3


@pytest.mark.parametrize(
    ("keys", "outlets"),
    [
        pytest.param("y", {"Tide"}, id="the known one"),
        pytest.param("n", {"Tide", "Tides"}, id="a new one"),
        pytest.param("escape", {"Tide"}, id="back to the form"),
    ],
)
async def test_a_slip_of_a_known_name_is_asked_about_before_it_is_saved(
    desk: Desk, run: Running, keys: str, outlets: set[str]
) -> None:
    record(desk, "The wall leans.", "Tide")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane was sold.", outlet="Tides")
        assert "but “Tide” is known" in driven.says("notes")
        await driven.press("f4", "ctrl+s", keys)
        driven.on(Add)
        if keys == "n":
            await fill(driven, "Ferries are late.")
            await driven.press("f4", "ctrl+s")
            assert driven.on(Add).form.values()["text"] == ""
            assert driven.says("notes") == ""
    assert {outlet["name"] for outlet in rows(desk)["outlet"]} == outlets
    saved = {"y": 2, "n": 3, "escape": 1}
    assert len(rows(desk)["statement"]) == saved[keys]


async def test_a_chosen_claim_stays_chosen_while_the_words_are_mended(
    desk: Desk, run: Running
) -> None:
    record(desk, ARTICLE[7], claim="Ferry traffic in October")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[7], outlet="Tideline")
        await driven.press("f2", "1", "!")
        assert "goes to: C1" in driven.says("choice")
        await driven.press("ctrl+s")
        assert "decided when saved" in driven.says("choice")
        assert "No claim is near" in driven.says("choice")


async def test_the_same_words_twice_are_recorded_once(desk: Desk, run: Running) -> None:
    record(desk, ARTICLE[4], claim=None)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[4], outlet="Harbour Courier")
        await driven.press("ctrl+s")
        assert any("holds it already" in told for told in driven.told)
    assert len(rows(desk)["statement"]) == 1


async def test_what_was_added_is_found_again(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[8], outlet="霧港財經")
        await driven.press("ctrl+s")
    assert [claim.wording for claim in find(desk, "夜間裝卸", 5)] == [ARTICLE[8]]


async def test_only_the_keys_that_work_now_are_offered(desk: Desk, run: Running) -> None:
    record(desk, ARTICLE[7], claim="Ferry traffic in October")
    async with run() as driven:
        await driven.press("a")
        screen = driven.on(Add)
        assert screen.idle() == {"matches", "article", "empty", "undo"}
        assert "Matches" not in driven.drawn()
        await fill(driven, ARTICLE[7], outlet="Tideline")
        assert screen.idle() == frozenset()
        assert "F2 Matches" in driven.drawn()
        await driven.press("f2", "1", "ctrl+s")
        assert screen.idle() == {"matches", "article"}
        assert "^Z Undo" in driven.drawn()
