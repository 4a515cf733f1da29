"""Adding: what is typed reaches the ledger once, under the right claim, and can be taken back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts
from ledger.desk.looking.showing import conflicts, find
from ledger.desk.references import parse
from ledger.desk.statements import placing
from ledger.tui.screens.add import Add
from ledger.tui.screens.choose import Choose
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.matches import Matches
from tests.desk.ledgers import filed, record, rows
from tests.tui.driving import Run

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen

ARTICLE = [
    "The harbour wall at Corran is 640 metres long.",
    "瑪洛港的防波堤長約640公尺。",
    "Repairs will cost 12 million euros, the port office said.",
    "修繕費用為1200萬歐元。",
    "The old crane was sold to a museum in Fennel.",
    "Nine of ten fishing crews want a second slipway.",
    "The lighthouse turns 120 this winter.",
    "Ferry traffic fell by 4 percent in October.",
    "码头工会反对夜间装卸。",
    "A dredger arrives on Monday.",
]


async def fill(driven: Run, text: str, **fields: str) -> None:
    """Type a statement into the form."""
    form = driven.on(Add).form
    form.quote.focus()
    await driven.pilot.pause()
    await driven.write(text)
    for name, value in fields.items():
        driven.app.screen.query_one(f"#{name}").focus()
        await driven.pilot.pause()
        await driven.write(value)
    form.quote.focus()
    await driven.settled()


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
    assert (told[0][:4], told[-1]) == ("! X1", "  and 2 more under C1")
    assert len(told) <= 3


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


async def test_the_same_words_twice_are_recorded_once(desk: Desk, run: Running) -> None:
    record(desk, ARTICLE[4], claim=None)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[4], outlet="Harbour Courier")
        await driven.press("ctrl+s")
        assert any("holds it already" in told for told in driven.told)
    assert len(rows(desk)["statement"]) == 1


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


async def test_what_was_added_is_found_again(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, ARTICLE[8], outlet="霧港財經")
        await driven.press("ctrl+s")
    assert [claim.wording for claim in find(desk, "夜間裝卸", 5)] == [ARTICLE[8]]


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
