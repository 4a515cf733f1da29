"""Reviewing: every key ends in the ledger, one at a time, in a batch, and beside a colleague."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from typing import Any

import pytest
from textual.widgets import Input

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.house.policies import set_policy
from ledger.desk.looking.showing import conflicts, history
from ledger.desk.references import parse
from ledger.store.opening.ledger import open_ledger
from ledger.tui.screens import base, review
from ledger.tui.screens.review import Review
from ledger.tui.widgets.axis import Axis
from tests.desk.ledgers import filed, record

pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both

Running = Callable[..., Any]
PLACES = [
    "Ashby", "Brill", "Corran", "Dunmere", "Elsick", "Fennel", "Garrow", "Hythe", "Ivel", "Jarrow",
    "Kelso", "Larne", "Morpeth", "Nairn", "Oban", "Pollok", "Quorn", "Rhyl", "Selby", "Tain",
]  # fmt: skip


def dispute(desk: Desk, place: str, low: int = 40) -> None:
    """Two outlets that cannot both be right about one bridge."""
    claim = f"What the bridge at {place} costs"
    record(desk, f"The bridge at {place} costs {low} million euros.", claim=claim)
    record(desk, f"The bridge at {place} costs {low + 20} million euros.", "Tideline", claim=claim)


def states(desk: Desk) -> dict[str, str]:
    return {found.ref: found.state for found in conflicts(desk)}


def answers(desk: Desk, ref: str) -> list[tuple[str, str, str | None]]:
    found = next(found for found in conflicts(desk) if found.ref == ref)
    return [(d.actor, d.answer, d.reason) for d in found.decisions]


def kinds(desk: Desk, ref: str) -> list[str | None]:
    found = next(found for found in conflicts(desk) if found.ref == ref)
    return [d.because for d in found.decisions]


def colleague(desk: Desk) -> Desk:
    return Desk(desk.store, "jo", desk.clock)


@pytest.mark.parametrize(
    ("keys", "answer", "kind", "reason"),
    [
        pytest.param(["a", "8", "enter"], "a_holds", "superseded", "superseded", id="one digit"),
        pytest.param(["b", "n", "o", "enter"], "b_holds", None, "no", id="b holds, in words"),
        pytest.param(["k", "2", "e", "u", "enter"], "both_stand", "scope", "eu", id="both"),
        pytest.param(["k", "enter", "2", "enter"], "both_stand", "scope", None, id="a kind alone"),
        pytest.param(["d", "enter"], "different_claims", None, None, id="without a reason"),
        pytest.param(["u"], "unsure", None, None, id="unsure goes on at once"),
    ],
)
async def test_an_answer_is_recorded_and_the_next_comes(
    desk: Desk, run: Running, keys: list[str], answer: str, kind: str | None, reason: str | None
) -> None:
    dispute(desk, "Ashby")
    dispute(desk, "Brill")
    async with run() as driven:
        await driven.press("r")
        assert "Ashby" in driven.says("heading")
        await driven.press(*keys)
        assert "Brill" in driven.says("heading")
    assert answers(desk, "X1") == [("mira", answer, reason)]
    assert kinds(desk, "X1") == [kind]
    assert states(desk)["X1"] == ("open" if answer == "unsure" else "decided")


async def test_a_holds_needs_a_reason(desk: Desk, run: Running) -> None:
    dispute(desk, "Ashby")
    async with run() as driven:
        await driven.press("r", "a", "enter")
        assert "needs a reason" in driven.says("asked")
        await driven.press("escape", "escape")
    assert states(desk) == {"X1": "open"}


async def test_different_claims_parts_the_statements(desk: Desk, run: Running) -> None:
    dispute(desk, "Ashby")
    async with run() as driven:
        await driven.press("r", "d", "enter")
    assert sorted(filed(desk).values()) == [1, 2]
    assert states(desk) == {"X1": "decided"}


async def test_twenty_conflicts_with_undo_a_batch_and_a_colleague(desk: Desk, run: Running) -> None:
    for place in PLACES:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r")
        screen = driven.on(Review)
        assert len(screen.cases) == 20
        for _ in range(5):
            await driven.press("b", "8", "enter")
        await driven.press("z")
        assert "Elsick" in driven.says("heading")
        assert states(desk)["X5"] == "open"
        await driven.press("space", "space", "space", "k", "1", "enter")
        assert [states(desk)[f"X{n}"] for n in (5, 6, 7)] == ["decided"] * 3
        assert "Hythe" in driven.says("heading")
        decide(colleague(desk), parse("X8", "conflict"), "a_holds", "saw the contract")
        await driven.press("b", "1", "enter")
        assert any("decided meanwhile by jo" in told for told in driven.told)
        assert answers(desk, "X8") == [("jo", "a_holds", "saw the contract")]
        for _ in range(12):
            await driven.press("k", "2", "enter")
        assert "No conflict is open" in driven.says("explanation")
    assert set(states(desk).values()) == {"decided"}
    batch = next(e for e in history(desk) if e.summary.count(";") == 2)
    assert batch.act == "decide"


@pytest.mark.databases("sqlite", "postgresql")
async def test_a_batch_is_taken_back_in_one_step(desk: Desk, run: Running) -> None:
    for place in PLACES[:3]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r", "V", "k", "2", "enter")
        assert set(states(desk).values()) == {"decided"}
        await driven.press("z")
        assert set(states(desk).values()) == {"open"}
        assert len(driven.on(Review).cases) == 3
        await driven.press("ctrl+y")
        assert set(states(desk).values()) == {"decided"}


@pytest.mark.databases("sqlite", "postgresql")
async def test_what_was_typed_comes_back_when_a_colleague_was_faster(
    desk: Desk, run: Running
) -> None:
    dispute(desk, "Ashby")
    dispute(desk, "Brill")
    async with run() as driven:
        await driven.press("r")
        decide(colleague(desk), parse("X1", "conflict"), "unsure", "asking the mayor")
        await driven.press("a", "x", "y", "enter")
        assert "Ashby" in driven.says("heading")
        assert "asking the mayor" in driven.says("decisions")
        await driven.press("a", "enter")
    assert [answer[:2] for answer in answers(desk, "X1")] == [("jo", "unsure"), ("mira", "a_holds")]
    assert answers(desk, "X1")[-1][2] == "xy"


async def test_undo_leaves_a_colleagues_acts_alone(desk: Desk, run: Running) -> None:
    dispute(desk, "Ashby")
    async with run() as driven:
        await driven.press("r", "k", "2", "enter")
        decide(colleague(desk), parse("X1", "conflict"), "a_holds", "later")
        await driven.press("z")
        assert any("by jo rests on it" in told for told in driven.told)
    assert states(desk) == {"X1": "decided"}


async def test_a_dispute_taken_back_comes_back_whole(desk: Desk, run: Running) -> None:
    claim = "What the bridge at Tain costs"
    for outlet in ("Tideline", "Quay Post"):
        record(
            desk, f"The bridge at Tain costs 40 million euros, {outlet} says.", outlet, claim=claim
        )
    record(desk, "The bridge at Tain costs 70 million euros.", "Fell Times", claim=claim)
    async with run() as driven:
        await driven.press("r", "b", "2", "enter", "z")
        assert "1 of 1" in driven.says("heading")
        assert driven.says("decisions").endswith("mira: B holds (scope): “scope” (taken back)")
        assert "A is 1 of 2" in driven.says("explanation")


async def test_one_answer_for_three_outlets_against_one(desk: Desk, run: Running) -> None:
    claim = "What the bridge at Tain costs"
    for outlet in ("Tideline", "Quay Post", "Moor Echo"):
        record(
            desk, f"The bridge at Tain costs 40 million euros, {outlet} says.", outlet, claim=claim
        )
    record(desk, "The bridge at Tain costs 70 million euros.", "Fell Times", claim=claim)
    async with run() as driven:
        await driven.press("r")
        assert "1 of 1" in driven.says("heading")
        assert "A is 1 of 3" in driven.says("explanation")
        assert "Fell Times" in driven.says("b")
        await driven.press("right")
        assert "Quay Post" in driven.says("a")
        assert "Fell Times" in driven.says("b")
        await driven.press("b", "4", "enter")
    assert {d.answer for found in conflicts(desk) for d in found.decisions} == {"b_holds"}
    assert {found.b.outlet for found in conflicts(desk)} == {"Fell Times"}
    assert len(history(desk)) == 5


async def test_where_there_is_room_for_two_figures_they_are_the_two_on_screen(
    desk: Desk, run: Running
) -> None:
    claim = "What the bridge at Tain costs"
    for outlet, cost in (("Tideline", 40), ("Quay Post", 41), ("Fell Times", 70)):
        told = f"The bridge at Tain costs {cost} million euros, {outlet} says."
        record(desk, told, outlet, claim=claim)
    async with run((60, 18)) as driven:
        await driven.press("r")
        (case,) = [c for c in driven.on(Review).cases if len(c.refs) > 1]
        for _ in case.refs:
            bars = str(driven.on(Review).query_one(Axis).render()).splitlines()
            assert [bar.split()[0] for bar in bars[:2]] == ["A", "B"]
            await driven.press("right")


async def test_from_a_claim_the_review_begins_with_its_conflict(desk: Desk, run: Running) -> None:
    for place in PLACES[:3]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("b", *"brill", "down", "r")
        assert "Review 1 of 3  C2" in driven.says("heading")
        await driven.press("o", "r")
        assert "Brill" in driven.says("heading")
        await driven.press("k", "2", "enter")
    assert states(desk) == {"X1": "open", "X2": "decided", "X3": "open"}


@pytest.mark.parametrize(
    ("size", "stacked"),
    [
        pytest.param((60, 20), True, id="too narrow for two columns"),
        pytest.param((80, 24), False, id="a common terminal"),
        pytest.param((120, 40), False, id="a wide one"),
    ],
)
async def test_both_sides_and_all_answers_are_seen_at(
    desk: Desk, run: Running, size: tuple[int, int], *, stacked: bool
) -> None:
    dispute(desk, "Ashby")
    async with run(size) as driven:
        await driven.press("r")
        assert driven.on(Review).query_one("#sides").has_class("stacked") is stacked
        drawn = driven.drawn().replace("\N{NO-BREAK SPACE}", " ")
        for told in ("[-40", "euros-]", "[+60", "euros+]", "A holds", "different claims", "├"):
            assert told in drawn


async def test_two_people_at_one_postgresql(
    empty_postgres: str, run: Running, clock: Callable[[], datetime]
) -> None:
    mira = Desk(open_ledger(empty_postgres), "mira", clock)
    jo = Desk(open_ledger(empty_postgres), "jo", clock)
    dispute(mira, "Ashby")
    async with run(at=mira) as driven:
        await driven.press("r")
        decide(jo, parse("X1", "conflict"), "a_holds", "saw the contract")
        await driven.press("b", "1", "enter")
        assert any("decided meanwhile by jo" in told for told in driven.told)
        await driven.press("g")
        assert "No conflict is open" in driven.says("explanation")
    assert answers(mira, "X1") == [("jo", "a_holds", "saw the contract")]
    mira.close()
    jo.close()


async def test_a_busy_ledger_is_waited_for_and_nothing_is_lost(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "PATIENCE", 0.05)
    dispute(desk, "Ashby")
    dispute(desk, "Brill")
    assert desk.store.place.path is not None
    async with run() as driven:
        await driven.press("r")
        with closing(sqlite3.connect(desk.store.place.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await driven.pilot.press("u")
            await driven.until(lambda: any("Waiting" in told for told in driven.told))
            assert "Brill" in driven.says("heading")
            other.execute("ROLLBACK")
        await driven.settled()
        assert not any("locked" in told for told in driven.told)
    assert answers(desk, "X1") == [("mira", "unsure", None)]


async def test_a_colleague_at_the_same_file_is_seen_on_refresh(desk: Desk, run: Running) -> None:
    dispute(desk, "Ashby")
    dispute(desk, "Brill")
    jo = Desk(open_ledger(str(desk.store.place.path)), "jo", desk.clock)
    async with run() as driven:
        await driven.press("r")
        decide(jo, parse("X1", "conflict"), "a_holds", "saw the contract")
        await driven.press("g")
        assert "1 of 1" in driven.says("heading")
        await driven.press("k", "2", "enter")
    assert {x: answers(jo, x)[0][0] for x in ("X1", "X2")} == {"X1": "jo", "X2": "mira"}
    jo.close()


async def test_conflicts_are_given_to_somebody_at_once(desk: Desk, run: Running) -> None:
    for place in PLACES[:2]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r", "V", "i", *"jo", "enter")
        assert "for jo" in driven.says("heading")
        assert [found.assignee for found in conflicts(desk)] == ["jo", "jo"]
        await driven.press("z")
        assert [found.assignee for found in conflicts(desk)] == [None, None]


async def test_the_first_reader_goes_on_and_the_second_does_not_see_their_answer(
    desk: Desk, run: Running
) -> None:
    set_policy(desk, "second-reader", "on")
    dispute(desk, "Ashby")
    async with run() as driven:
        await driven.press("r", "k", "2", "enter")
        assert "waits for a second reader" in driven.says("last")
        assert "No conflict is open" in driven.says("explanation")
    async with run(at=colleague(desk)) as driven:
        await driven.press("r")
        assert "second reader" in driven.says("heading")
        assert driven.says("decisions") == ""
        await driven.press("k", "2", "enter")
    assert states(desk) == {"X1": "decided"}


async def test_decisions_carry_the_time_of_the_desk(
    desk: Desk, run: Running, clock: Callable[[], datetime]
) -> None:
    dispute(desk, "Ashby")
    before = clock()
    async with run() as driven:
        await driven.press("r")
        await driven.press("u")
    decided = conflicts(desk)[0].decisions[0].at
    assert before < decided < clock()


LONG = "The council of Ashby met on Monday and heard from engineers about the works. " * 12


def long_dispute(desk: Desk) -> None:
    """Two long texts whose figures stand at their ends."""
    claim = "What the bridge at Ashby costs"
    record(desk, f"{LONG}The bridge at Ashby costs 40 million euros.", claim=claim)
    record(desk, f"{LONG}The bridge at Ashby costs 60 million euros.", "Tideline", claim=claim)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 50)])
async def test_of_long_texts_the_words_that_differ_are_in_sight(
    desk: Desk, run: Running, size: tuple[int, int]
) -> None:
    long_dispute(desk)
    async with run(size) as driven:
        await driven.press("r")
        assert "[-40 million euros-]" in driven.drawn() or "[-40" in driven.drawn()
        assert "[+60" in driven.drawn()


@pytest.mark.parametrize(("back", "on"), [("pageup", "pagedown"), ("K", "J")])
async def test_long_texts_are_read_by_key(desk: Desk, run: Running, back: str, on: str) -> None:
    long_dispute(desk)
    async with run() as driven:
        await driven.press("r", back, back, back, back)
        assert "own voice" in driven.drawn()
        assert "[-40" not in driven.drawn()
        await driven.press(on, on, on, on)
        assert "[-40" in driven.drawn()
    assert states(desk) == {"X1": "open"}


async def test_a_text_stays_at_its_head_while_what_differs_is_in_sight(
    desk: Desk, run: Running
) -> None:
    for outlet, cost in (("Harbour Courier", 40), ("The Tideline", 60)):
        said = (
            f"The bridge at Marrow will now cost {cost} million euros, the mayor wrote on Monday."
        )
        link = "https://harbour.example.org/2025/12/01/what-the-bridge-costs/in-full"
        record(desk, said, outlet, speaker="Ada Quill", said_on=date(2025, 12, 1), url=link)
    async with run(size=(60, 20)) as driven:
        await driven.press("r")
        drawn = driven.drawn()
    assert "A   Harbour Courier" in drawn
    assert "B   The Tideline" in drawn
    assert "[+60 million" in drawn


async def test_a_filter_leaves_the_disputes_one_asks_for(desk: Desk, run: Running) -> None:
    for place in PLACES[:3]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r")
        assert "/ Filter" in driven.drawn().replace("\N{NO-BREAK SPACE}", " ")
        await driven.press("slash")
        await driven.answer("brill outlet:tideline")
        assert "Review 1 of 1  C2" in driven.says("heading")
        assert driven.says("only") == "Only  brill outlet:tideline  (Esc shows all)"
        await driven.press("V", "k", "2", "enter")
        assert "No open conflict fits" in driven.says("explanation")
        await driven.press("escape")
        assert "Review 1 of 2  C1" in driven.says("heading")
        assert not driven.app.screen.query_one("#only").display
    assert states(desk) == {"X1": "open", "X2": "decided", "X3": "open"}


async def test_a_filter_takes_the_marks_off_what_it_hides(desk: Desk, run: Running) -> None:
    for place in PLACES[:3]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r", "V", "slash")
        await driven.answer("brill")
        await driven.press("u")
    assert [ref for ref in states(desk) if answers(desk, ref)] == ["X2"]


async def test_a_filter_without_sense_says_where_and_is_asked_for_again(
    desk: Desk, run: Running
) -> None:
    dispute(desk, "Ashby")
    async with run() as driven:
        await driven.press("r", "slash")
        await driven.answer("after:someday")
        assert any("someday" in told for told in driven.told)
        assert driven.app.screen.query_one("Field", Input).value == "after:someday"
        await driven.press("escape")
        assert "Review 1 of 1" in driven.says("heading")


async def test_whoever_goes_on_past_what_is_loaded_gets_the_next(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "AT_ONCE", 4)
    monkeypatch.setattr(review, "_AHEAD", 2)
    for place in PLACES[:10]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r")
        assert "Review 1 of 4 loaded (10 conflicts)" in driven.says("heading")
        await driven.press("V")
        assert any("6 conflicts are not yet" in told for told in driven.told)
        await driven.press("escape", *["s"] * 5)
        assert "Review 6 of 8 loaded (10 conflicts)" in driven.says("heading")
        await driven.press("s", "k", "2", "enter", "s", "s")
        assert "Review 9 of 9  C10" in driven.says("heading")
    assert [ref for ref, state in states(desk).items() if state == "decided"] == ["X7"]


async def test_an_answer_to_all_that_is_loaded_brings_the_rest(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "AT_ONCE", 4)
    for place in PLACES[:10]:
        dispute(desk, place)
    async with run() as driven:
        await driven.press("r", "V", "k", "2", "enter")
        assert "Review 1 of 4 loaded (6 conflicts)  C5" in driven.says("heading")


async def test_where_no_conflict_is_open_there_is_nothing_to_filter(run: Running) -> None:
    async with run() as driven:
        await driven.press("r")
        assert "Filter" not in driven.drawn()
        await driven.press("slash")
        driven.on(Review)


async def test_a_screen_made_smaller_keeps_room_for_the_words(desk: Desk, run: Running) -> None:
    for number, cost in enumerate((40, 60, 60, 60)):
        text = f"The bridge at Ashby costs {cost} million euros."
        record(desk, text, f"Outlet {number}", claim="What the bridge at Ashby costs")
    async with run(size=(60, 40)) as driven:
        await driven.press("r")
        tall = driven.drawn()
        await driven.pilot.resize_terminal(60, 18)
        await driven.settled()
        short = driven.drawn()
    assert "S3" in tall
    assert "S3" not in short
    assert "[-40 million euros-]" in short
