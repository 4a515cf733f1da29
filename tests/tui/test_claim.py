"""The claim's screen: every key about a claim ends in the ledger, and its values are plotted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.texts.drawing import Bar
from ledger.tui.screens.claim import ClaimScreen
from ledger.tui.screens.pick import Pick
from ledger.tui.widgets.plot import Point, canvas
from tests.desk.ledgers import BRIDGE, COST, claim, filed, record
from tests.tui.driving import Run

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen


async def answer(driven: Run, text: str) -> None:
    """Type over what is suggested, and press Enter."""
    driven.app.screen.query_one("#asked").value = text  # type: ignore[attr-defined]
    await driven.press("enter")


async def test_a_claim_is_worded_filed_noted_and_rated(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.", said_on="2025-03-01")
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        for key, text in (("w", "大橋造價"), ("t", "Roads"), ("o", "Ask the mayor [/]")):
            await driven.press(key)
            await answer(driven, text)
        await driven.press("v", *"false", "tab", "tab", *"seen", "enter")
        assert "大橋造價" in driven.says("heading")
        assert "note, mira: Ask the mayor [/]" in driven.says("verdict")
        seen = claim(desk)
        assert (seen.wording, seen.topic) == ("大橋造價", "Roads")
        assert [note.text for note in seen.notes] == ["Ask the mayor [/]"]
        (verdict,) = seen.verdicts
        assert "false" in f"{verdict.scale} {verdict.rating}".casefold()
        assert (verdict.reason, [one.ref for one in verdict.evidence]) == ("seen", ["S1"])
        await driven.press("z", "z", "z", "z")
    assert claim(desk).wording == COST
    assert claim(desk).verdicts == ()


async def test_the_scale_of_the_house_is_offered_first(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        await driven.press("v", "tab", "tab", *"seen", "enter")
    (verdict,) = claim(desk).verdicts
    assert (verdict.scale, verdict.rating) == ("house", "Correct")


async def test_a_wording_too_long_for_its_line_is_seen_to_go_on(desk: Desk, run: Running) -> None:
    record(desk, "It stands.", claim=f"Whether {'the pier of Corran and ' * 4}the crane stand")
    async with run((60, 20)) as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        assert driven.drawn().splitlines()[0].rstrip().endswith("…")


async def test_another_claim_is_picked_by_its_words_and_becomes_part_of_this(
    desk: Desk, run: Running
) -> None:
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "大橋五月通車。", "霧港財經", claim=BRIDGE)
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        await driven.press("y")
        driven.on(Pick)
        await driven.write("通車")
        assert BRIDGE in driven.drawn()
        await driven.press("enter")
        driven.on(ClaimScreen)
        assert filed(desk) == {1: 1, 2: 1}
        await driven.press("z")
        assert filed(desk) == {1: 1, 2: 2}
        await driven.press("m", *"C2", "enter")
        assert filed(desk) == {1: 2, 2: 2}


async def test_what_people_judged_different_is_not_merged(desk: Desk, run: Running) -> None:
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "The bridge costs 60 million euros.", "Tideline")
    async with run() as driven:
        await driven.press("r", "d", *"two bridges", "enter", "escape")
        driven.app.go("claim", "C1")
        await driven.settled()
        await driven.press("y", *"C2", "enter")
        assert any("two bridges" in told for told in driven.told)
    assert filed(desk) == {1: 1, 2: 2}


async def test_moving_between_two_claims_judged_different_is_warned_about(
    desk: Desk, run: Running
) -> None:
    bridge = "The Tallow Bridge over the harbour of Port Marlow costs {} million euros."
    record(desk, bridge.format(40))
    record(desk, bridge.format(60), "Tideline")
    decide(desk, parse("X1"), "different_claims", "one is the road alone")
    record(desk, bridge.format(50), "Quay Wire", claim="What the third bridge costs")
    async with run() as driven:
        driven.app.go("claim", "C3")
        await driven.settled()
        await driven.press("m", *"C1", "enter")
        assert any("between C1 and C2, which mira judged" in told for told in driven.told)
    assert filed(desk) == {1: 1, 2: 2, 3: 1}


async def test_values_are_plotted_over_time(desk: Desk, run: Running) -> None:
    for day, cost in (("2025-03-01", 40), ("2025-06-01", 50), ("2025-09-01", 60)):
        record(desk, f"The bridge costs {cost} million euros.", said_on=day, speaker="Ada Quill")
    async with run(size=(100, 40)) as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        assert "├" in driven.drawn()
        await driven.press("p")
        drawn = driven.drawn()
        assert "a Ada Quill" in drawn
        assert "·" in drawn
        assert ("1 Mar 25" in drawn, "1 Sep 25" in drawn) == (True, True)


def point(low: float | None, high: float | None, on: date, voice: str = "Fed") -> Point:
    return Point(Bar("S1", "", low, high, low_closed=True, high_closed=True), on, voice)


def test_a_plot_joins_the_figures_of_one_voice() -> None:
    points = [
        point(1.0, 1.0, date(2025, 1, 1)),
        point(2.0, 3.0, date(2025, 1, 6)),
        point(1.0, None, date(2025, 1, 11), "ECB"),
        point(3.0, 3.0, date(2025, 1, 11)),
    ]
    assert canvas(points, {"Fed": "a", "ECB": "b"}, 11, 5) == [
        "     ┬  ·▲a",
        "     a·· │",
        "   ··┴   │",
        " ··      │",
        "a        b",
    ]


@given(
    st.lists(
        st.builds(
            point,
            st.none() | st.floats(-1e12, 1e12),
            st.floats(1e12, 1e15),
            st.dates(date(1900, 1, 1), date(2100, 1, 1)),
            st.sampled_from(["a", "b"]),
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 60),
    st.integers(1, 12),
)
def test_a_plot_keeps_within_its_room(points: list[Point], width: int, height: int) -> None:
    ordered = sorted(points, key=lambda one: one.on)
    rows = canvas(ordered, {"a": "a", "b": "b"}, width, height)
    assert len(rows) == height
    assert max(map(len, rows)) <= width


async def test_a_long_statement_is_read_by_key_while_the_list_keeps_the_arrows(
    desk: Desk, run: Callable[..., Any]
) -> None:
    record(desk, f"{'The council met again and again. ' * 40}The bridge costs 40 million euros.")
    async with run() as driven:
        await driven.press("slash", "down", "enter")
        assert "costs 40 million" not in driven.drawn()
        await driven.press(*["J"] * 12)
        assert "costs 40 million" in driven.drawn()
        await driven.press(*["K"] * 12)
        assert "costs 40 million" not in driven.drawn()


async def test_statements_in_an_open_conflict_are_marked_and_named_beside_their_figures(
    desk: Desk, run: Running
) -> None:
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "The bridge costs 60 million euros.", "Tideline")
    record(desk, "The bridge is closed.", "Quay Post")
    async with run() as driven:
        driven.app.go("claim", "C1")
        await driven.settled()
        lines = driven.drawn().splitlines()
        heads = [line.split("undated")[0].strip() for line in lines if "undated S" in line]
        assert heads == ["!", "!", ""]
        assert {line.split()[0] for line in lines if "├" in line} == {"S1", "S2"}
        decide(desk, parse("X1"), "both_stand", None, "date")
        await driven.press("g")
        assert "!" not in driven.drawn()
