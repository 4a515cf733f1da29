"""Who types on without looking decides nothing: no key of a sentence answers a question."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual import events

from ledger.desk.casework.deciding import decide
from ledger.desk.casework.reviewing import review_queue
from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import parse
from ledger.desk.statements import placing
from ledger.desk.verdicts.scales import scales
from ledger.tui import ahead
from ledger.tui.screens import interrupting, pick
from ledger.tui.screens.add import Add
from ledger.tui.screens.ask import AskSame
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.choose import Choose
from ledger.tui.screens.claim import ClaimScreen
from ledger.tui.screens.inbox import Inbox
from ledger.tui.screens.verdict import AskVerdict
from ledger.tui.widgets.field import Field
from tests.desk.ledgers import filed, record, rows
from tests.tui.driving import Run
from tests.tui.forms import fill
from tests.tui.test_turns import burst

pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both

Running = Callable[..., Any]
NEAR = "The H7 ferry is far ahead of any boat Corran can buy."
NEXT = ("1", "2", " ", "n", "e", "w")
"""A sentence that begins with an answer, and holds others."""


@pytest.fixture
def unsure(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that the next statement is near to, but not surely of."""
    monkeypatch.setattr(placing, "ATTACH_AT", 1.01)
    monkeypatch.setattr(interrupting, "ALONE", 0.3)
    record(desk, "The H7 ferry is far ahead of the boats Corran can buy today.", claim="Ferry H7")


def held_up(monkeypatch: pytest.MonkeyPatch, where: str, call: Callable[..., object]) -> Event:
    """Let a call wait until the event that is given back."""
    free = Event()

    def waiting(*given: object) -> object:
        free.wait(10)
        return call(*given)

    monkeypatch.setattr(where, waiting)
    return free


async def meanwhile(run: Run, free: Event, *keys: str) -> None:
    """Keys that are pressed while something is waited for, which then comes."""
    for key in keys:
        run.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await run.pilot.pause(0.05)
    free.set()
    await run.settled()


async def typed_on(run: Run, *keys: str) -> None:
    """Save, and type on at once."""
    await run.press("a")
    await fill(run, NEAR, outlet="Tideline")
    await burst(run, "ctrl+s", *keys)


@pytest.mark.usefixtures("unsure")
async def test_what_is_typed_after_saving_answers_nothing_and_stands_in_the_next_form(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await typed_on(driven, *NEXT)
        driven.on(Choose)
        assert filed(desk) == {1: 1}
        assert "“12 new”" in driven.says("ahead")
        await driven.press("1", "n")
        driven.on(Choose)
        assert filed(desk) == {1: 1}
        await driven.press("f2", "n")
        assert driven.on(Add).form.values()["text"] == "12 new1n"
    assert filed(desk) == {1: 1, 2: 2}


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize("first", ["n", "1", "N", "漢"])
async def test_a_sentence_begun_when_the_question_stands_is_no_answer(
    desk: Desk, run: Running, first: str
) -> None:
    async with run() as driven:
        await typed_on(driven)
        driven.on(Choose)
        await burst(driven, first, "i", "n", "e")
        driven.on(Choose)
        assert f"“{first}ine”" in driven.says("ahead")
        assert filed(desk) == {1: 1}
        await driven.press("f2", "1")
        assert driven.on(Add).form.values()["text"] == f"{first}ine"
    assert filed(desk) == {1: 1, 2: 1}


@pytest.mark.usefixtures("unsure")
async def test_a_whole_statement_typed_on_is_recorded_after_the_question(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await typed_on(driven, *"Rain.", "tab", *"Oost", "ctrl+s", *"Hail", "backspace", "x")
        assert len(rows(desk)["statement"]) == 1
        await driven.press("f2", "n")
        assert driven.on(Add).form.values()["text"] == "Haix"
    assert [row["text"] for row in rows(desk)["statement"][1:]] == [NEAR, "Rain."]
    assert [row["name"] for row in rows(desk)["speaker"]] == ["Oost"]


@pytest.mark.usefixtures("unsure")
async def test_a_paste_answers_nothing(desk: Desk, run: Running) -> None:
    async with run() as driven:
        await typed_on(driven)
        driven.app.post_message(events.Paste("1 more ship\nis late"))
        await driven.settled()
        driven.on(Choose)
        await driven.press("f2", "enter", "n")
        assert driven.on(Add).form.values()["text"] == "1 more ship\nis late"
    assert filed(desk) == {1: 1, 2: 2}


@pytest.mark.usefixtures("unsure")
async def test_enter_takes_an_answer_at_once_and_other_keys_take_it_back(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await typed_on(driven)
        await burst(driven, "1", "left")
        driven.on(Choose)
        assert filed(desk) == {1: 1}
        await burst(driven, "n", "enter")
        driven.on(Add)
    assert filed(desk) == {1: 1, 2: 2}


@pytest.mark.usefixtures("unsure")
async def test_back_in_the_form_what_was_typed_on_waits_and_becomes_a_draft(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await typed_on(driven, *NEXT)
        await driven.press("escape")
        assert driven.on(Add).form.values()["text"] == NEAR
        assert "waits for the next form: “12 new”" in driven.says("heading")
        await driven.press("escape")
    assert {draft.fields["text"] for draft in drafts(desk)} == {NEAR, "12 new"}
    assert filed(desk) == {1: 1}


async def test_a_slip_is_not_answered_by_the_next_sentence(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupting, "ALONE", 0.3)
    record(desk, "The wall leans.", "Tide")
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane was sold.", outlet="Tides")
        await driven.press("f4")
        await burst(driven, "ctrl+s", *"yes n")
        driven.on(AskSame)
        assert len(rows(desk)["statement"]) == 1
        await driven.press("f2", "n")
        assert driven.on(Add).form.values()["text"] == "yes n"
    assert {outlet["name"] for outlet in rows(desk)["outlet"]} == {"Tide", "Tides"}


@pytest.mark.parametrize(
    ("fields", "field"),
    [({}, "outlet"), ({"outlet": "T", "url": "port"}, "url")],
    ids=["refused by the ledger", "refused by the form"],
)
async def test_what_is_refused_takes_nothing_of_the_next_sentence_for_what_it_lacks(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch, fields: dict[str, str], field: str
) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane was sold.", **fields)
        monkeypatch.setattr(ahead, "PAUSE", 30.0)
        await burst(driven, "ctrl+s", *"Rain")
        await burst(driven, *" falls", "ctrl+s")
        monkeypatch.setattr(ahead, "PAUSE", 0.0)
        form = driven.on(Add).form
        assert form.values()[field] == fields.get(field, "")
        assert rows(desk)["statement"] == []
        driven.app.screen.query_one(f"#{field}", Field).value = ""
        driven.app.screen.query_one("#outlet", Field).value = "Tideline"
        await driven.press("ctrl+s")
        assert driven.on(Add).form.values()["text"] == ""
    assert [row["text"] for row in rows(desk)["statement"]] == [
        "The crane was sold.", "Rain falls",
    ]  # fmt: skip


async def test_saving_twice_at_once_saves_once_and_complains_of_nothing(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane was sold.", outlet="Tideline")
        await burst(driven, "ctrl+s", "ctrl+s")
        assert len(driven.told) == 1
        assert "Saved S1" in driven.told[0]
    assert len(rows(desk)["statement"]) == 1


async def test_keys_wait_while_the_ledger_writes(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = held_up(monkeypatch, "ledger.tui.screens.add.place", placing.place)
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane was sold.", outlet="Tideline")
        for key in ("ctrl+s", *"Rain"):
            driven.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await driven.pilot.pause(0.05)
        assert driven.on(Add).form.values()["text"] == "The crane was sold."
        free.set()
        await driven.settled()
        assert driven.on(Add).form.values()["text"] == "Rain"
    assert [row["text"] for row in rows(desk)["statement"]] == ["The crane was sold."]


async def test_a_draft_that_comes_late_erases_nothing(run: Running) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The crane", outlet="Tideline")
        await driven.press("escape")
        await burst(driven, "c", *" was sold")
        assert driven.on(Add).form.values()["text"] == "The crane was sold"


async def test_letters_pressed_before_an_articles_proposals_are_seen_judge_none_of_them(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await driven.press("a")
        await fill(driven, "The wall is 640 metres long, the port office said.\n" * 3, outlet="T")
        await burst(driven, "f3", "a", "a", "x")
        driven.on(Inbox)
    assert {row["state"] for row in rows(desk)["proposal"]} == {"open"}


async def test_an_answer_after_a_filter_is_about_what_the_filter_shows(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cost, outlet in ((40, "Tideline"), (60, "Quay Post")):
        record(desk, f"The bridge costs {cost} million euros.", outlet, claim="Bridge")
        record(desk, f"The tunnel costs {cost} million euros.", outlet, claim="Tunnel")
    async with run() as driven:
        await driven.press("r", "slash")
        driven.app.screen.query_one(Field).value = "tunnel"
        free = held_up(monkeypatch, "ledger.tui.screens.review.review_queue", review_queue)
        await meanwhile(driven, free, "enter", "u")
    (unsure,) = rows(desk)["decision"]
    tunnel = next(found for found in conflicts(desk) if "unnel" in found.wording)
    assert f"X{unsure['conflict_number']}" == tunnel.ref


async def test_enter_opens_what_the_filter_shows(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(desk, "The crane was sold.")
    record(desk, "Rain is late.")
    monkeypatch.setattr("ledger.tui.screens.browse.QUIET", 30.0)
    async with run() as driven:
        await burst(driven, "b")
        driven.on(Browse)
        await burst(driven, *"crane", "enter", "enter")
        assert driven.on(ClaimScreen).subject == "C1"


@pytest.mark.parametrize(
    ("typed", "goes"),
    [
        pytest.param("c2", 2, id="a claim named is meant"),
        pytest.param("rain", 3, id="of words the result is seen first"),
    ],
)
async def test_a_statement_goes_to_no_claim_that_was_not_listed(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch, typed: str, goes: int
) -> None:
    record(desk, "The crane was sold.", claim="Crane")
    record(desk, "Rain is late.", claim="Rain")
    record(desk, "A crane was bought.", claim="Another crane")
    monkeypatch.setattr(pick, "QUIET", 30.0)
    async with run() as driven:
        await driven.press("b")
        await driven.press(*"bought", "enter", "enter")
        assert driven.on(ClaimScreen).subject == "C3"
        await burst(driven, "m", *typed, "enter")
        assert filed(desk)[3] == goes
        if goes == 3:
            await driven.press("enter")
            assert filed(desk)[3] == 2


async def test_what_is_typed_before_the_labels_come_is_typed_into_the_verdict(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(desk, "The crane was sold.", claim="Crane")
    free = held_up(monkeypatch, "ledger.tui.screens.claim.scales", scales)
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        await meanwhile(driven, free, "v", *"mix")
        assert isinstance(driven.app.screen, AskVerdict)
        assert driven.app.screen.query_one("#rating", Field).value == "mix"
    assert filed(desk) == {1: 1}


async def test_after_an_undo_the_next_key_is_about_what_came_back(desk: Desk, run: Running) -> None:
    for cost, outlet in ((40, "Tideline"), (60, "Quay Post")):
        record(desk, f"The bridge costs {cost} million euros.", outlet, claim="Bridge")
        record(desk, f"The tunnel costs {cost} million euros.", outlet, claim="Tunnel")
    decide(desk, parse("X2"), "a_holds", "the contract")
    async with run() as driven:
        await driven.press("r")
        await burst(driven, "z", "u")
    assert [(row["conflict_number"], row["answer"]) for row in rows(desk)["decision"]] == [
        (2, "a_holds"), (2, "undone"), (2, "unsure"),
    ]  # fmt: skip
