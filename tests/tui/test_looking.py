"""Browse, Claim, History and Questions: what is listed, and what their keys write."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import decide, split
from ledger.desk.casework.questioning import questions, waiting
from ledger.desk.desk import Desk
from ledger.desk.files_out.exporting import export
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import parse
from ledger.desk.report.citing import citation
from ledger.desk.statements import filing
from ledger.tui.screens.ask import AskYes
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.claim import ClaimScreen
from ledger.tui.screens.history import History
from ledger.tui.widgets.axis import Axis
from ledger.tui.widgets.listing import Listing
from tests.desk.ledgers import BRIDGE, COST, acts, filed, record

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen


@pytest.fixture
def bridge(desk: Desk) -> Desk:
    """Two claims about a bridge, one of them disputed."""
    record(desk, "The bridge costs 40 million euros.", said_on="2025-03-01", topic="Roads")
    record(desk, "The bridge costs 60 million euros.", "Tideline", speaker="Ada Quill")
    record(desk, "大橋五月通車。", "霧港財經", claim=BRIDGE)
    return desk


async def browsed(driven: Any, written: str) -> list[str]:  # noqa: ANN401 - a run of the app
    driven.app.screen.query_one("Field").value = written
    await driven.settled()
    return [row.ref for row in driven.on(Browse)._rows]  # noqa: SLF001 - what is listed


@pytest.mark.usefixtures("bridge")
async def test_the_filter_narrows_as_it_is_typed(run: Running) -> None:
    async with run() as driven:
        await driven.press("b")
        assert await browsed(driven, "") == ["C2", "C1"]
        assert await browsed(driven, "speaker:quill") == ["C1"]
        assert await browsed(driven, "outlet:雾港") == ["C2"]
        assert await browsed(driven, "通車") == ["C2"]
        assert await browsed(driven, "status:open bri") == ["C1"]
        assert await browsed(driven, "by:jo") == []
        assert await browsed(driven, "status:odd") == []
        assert "status is one of" in driven.says("fault")


@pytest.mark.usefixtures("bridge")
async def test_the_arrow_leads_from_the_filter_into_the_list(run: Running) -> None:
    async with run() as driven:
        await driven.press("b")
        assert "↓ List" in driven.drawn()
        await driven.press("down", "enter")
        assert "C2" in str(driven.on(ClaimScreen).query_one("#heading").content)
        await driven.press("escape")
        assert "↓ List" not in driven.drawn()
        await driven.press("slash")
        assert "↓ List" in driven.drawn()


async def test_whoever_comes_back_to_a_long_list_is_where_they_were(
    desk: Desk, run: Running
) -> None:
    for place in range(66):
        record(desk, f"Crane {place} at Corran stands.", claim=f"Crane {place} at Corran")
    async with run() as driven:
        await driven.press("b", "down", "end", "end", "pageup", "up")
        listing = driven.app.screen.query_one(Listing)
        lit, top = listing.lit, listing.scroll_offset.y
        assert top > 0
        await driven.press("enter")
        record(desk, "Crane 7000 at Corran fell.", claim="Crane 7000 at Corran")
        await driven.press("escape")
        assert listing.lit == lit
        await driven.until(lambda: listing.scroll_offset.y == top + 1)
        assert await browsed(driven, "crane 8") != []
        assert listing.highlighted == 0


@pytest.mark.usefixtures("bridge")
async def test_marked_claims_make_a_report(run: Running, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    async with run() as driven:
        await driven.press("b", "enter", "space", "w")
        await driven.answer(str(page))
        assert any("Written" in told for told in driven.told)
    written = page.read_text(encoding="utf-8")
    assert BRIDGE in written
    assert COST not in written


async def test_marked_claims_are_exported_alone(bridge: Desk, run: Running, tmp_path: Path) -> None:
    marked, everything = tmp_path / "marked.jsonl", tmp_path / "all.csv"
    async with run() as driven:
        await driven.press("b", "enter")
        for keys, path in ((["e"], everything), (["space", "e"], marked)):
            await driven.press(*keys)
            await driven.answer(str(path))
    (row,) = map(json.loads, marked.read_text(encoding="utf-8").splitlines())
    assert (row["text"], row["claim"]) == ("大橋五月通車。", BRIDGE)
    assert everything.read_bytes() == export(bridge, "csv")[0]


async def test_a_filter_narrows_what_is_written(bridge: Desk, run: Running, tmp_path: Path) -> None:
    page, rows = tmp_path / "page.md", tmp_path / "rows.csv"
    async with run() as driven:
        await driven.press("b")
        await driven.write("outlet:雾港")
        await driven.press("enter")
        for key, path in (("w", page), ("e", rows)):
            await driven.press(key)
            assert "these 1 to which file" in driven.drawn()
            await driven.answer(str(path))
    assert export(bridge, "csv", only=[parse("C2")])[0] == rows.read_bytes()
    assert COST not in page.read_text(encoding="utf-8")


async def test_marks_come_off_a_list_longer_than_the_screen(desk: Desk, run: Running) -> None:
    for place in range(66):
        record(desk, f"Crane {place} at Corran stands.", claim=f"Crane {place} at Corran")
    async with run() as driven:
        await driven.press("b", "enter", "V")
        assert "66 marked" in driven.says("heading")
        await driven.press("escape")
        assert "marked" not in driven.says("heading")
        driven.on(Browse)


@pytest.mark.usefixtures("bridge")
async def test_a_key_sorts_and_the_heading_says_how(run: Running) -> None:
    async with run() as driven:
        await driven.press("b", "enter")
        assert "newest first" in driven.says("heading")
        await driven.press("s", "s")
        assert "most open conflicts first" in driven.says("heading")
        assert [row.ref for row in driven.on(Browse)._rows] == ["C1", "C2"]  # noqa: SLF001 - as above
        await driven.press("s", "s")
        assert [row.ref for row in driven.on(Browse)._rows] == ["C2", "C1"]  # noqa: SLF001 - as above


@pytest.mark.usefixtures("bridge")
async def test_a_file_of_no_known_kind_is_refused(run: Running, tmp_path: Path) -> None:
    async with run() as driven:
        await driven.press("b", "enter", "space", "e")
        await driven.answer(str(tmp_path / "marked.pdf"))
        assert "claimreview" in driven.told[-1]
        assert "1 marked" in driven.says("heading")


async def test_marked_claims_become_one_in_one_step(bridge: Desk, run: Running) -> None:
    record(bridge, "The ferry is late.", claim="The ferry")
    async with run() as driven:
        await driven.press("b", "enter", "V", "m")
        await driven.answer("c1")
        assert dict(filed(bridge)) == {1: 1, 2: 1, 3: 1, 4: 1}
        assert [row.ref for row in driven.on(Browse)._rows] == ["C1"]  # noqa: SLF001 - as above
        await driven.press("z")
    assert dict(filed(bridge)) == {1: 1, 2: 1, 3: 2, 4: 3}
    assert acts(bridge)[-2:] == ["merge", "undo"]


async def test_claims_judged_different_are_not_merged_and_stay_marked(
    bridge: Desk, run: Running
) -> None:
    split(bridge, parse("S2"), "another bridge")
    async with run() as driven:
        await driven.press("b", "enter", "V", "m", "enter")
        assert "another bridge" in driven.told[-1]
        assert "3 marked" in driven.says("heading")
    assert acts(bridge)[-1] == "split"


async def test_one_claim_alone_is_not_merged(bridge: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("b", "enter", "space", "m")
        driven.on(Browse)
        assert "Space" in driven.told[-1]
    assert "merge" not in acts(bridge)


async def test_marked_claims_go_under_one_topic_in_one_step(bridge: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("b", "enter", "V", "t", *"Ports", "enter")
        assert await browsed(driven, "topic:Ports") == ["C2", "C1"]
        driven.app.screen.query_one("Listing").focus()
        await driven.press("z")
        assert await browsed(driven, "topic:Ports") == []
    assert acts(bridge)[-2:] == ["topic", "undo"]


@pytest.mark.parametrize("screen", [["b", "enter"], ["b", "enter", "enter"]], ids=["list", "claim"])
async def test_topics_in_use_are_offered(bridge: Desk, run: Running, screen: list[str]) -> None:
    async with run() as driven:
        await driven.press(*screen)
        await driven.press("t")
        await driven.press(*"roa", "down", "enter", "enter")
        if driven.app.screen.topic == "claim":
            await driven.press("escape")
        assert await browsed(driven, "topic:roads") == ["C2", "C1"]
    assert acts(bridge)[-1] == "topic"


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize(
    ("key", "begun", "holds"),
    [
        pytest.param("w", "report.md", BRIDGE, id="report"),
        pytest.param("e", "statements.csv", "text,", id="export"),
    ],
)
async def test_a_file_that_is_there_is_replaced_only_after_a_yes(
    run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, begun: str, holds: str
) -> None:
    monkeypatch.chdir(tmp_path)
    there = tmp_path / begun
    there.write_text("mine", encoding="utf-8")
    async with run() as driven:
        await driven.press("b", "enter", key, "enter", "enter")
        assert f"Replace {begun}? It is there already" in driven.drawn()
        await driven.press("escape")
        assert driven.app.screen.query_one("Field", Input).value == str(there)
        await driven.press("escape")
        assert there.read_text(encoding="utf-8") == "mine"
        await driven.press(key)
        await driven.answer(f"new-{begun}")
        assert driven.told[-1] == f"Written: {tmp_path / f'new-{begun}'}"
        await driven.press(key, "enter", "y")
        assert driven.told[-1] == f"Replaced: {there}"
    assert holds in there.read_text(encoding="utf-8-sig")


async def test_a_citation_is_copied_and_shown(bridge: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("b", "enter", "y")
        assert driven.app.clipboard == citation(bridge, parse("S3"))
        assert "大橋五月通車" in driven.told[-1]
        await browsed(driven, "speaker:quill")
        await driven.press("enter", "enter")
        chosen = driven.on(ClaimScreen).claim.statements[0].ref
        await driven.press("c")
        assert driven.app.clipboard == citation(bridge, parse(chosen))


@pytest.mark.usefixtures("bridge")
async def test_marks_go_before_the_screen_does(run: Running) -> None:
    async with run() as driven:
        await driven.press("b", "enter", "V")
        assert "2 marked" in driven.says("heading")
        await driven.press("escape")
        assert "marked" not in driven.says("heading")
        driven.on(Browse)


async def test_a_statement_is_split_off_moved_and_taken_back(bridge: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("b")
        await browsed(driven, "speaker:quill")
        await driven.press("enter", "enter")
        screen = driven.on(ClaimScreen)
        assert screen.claim is not None
        assert "├" in driven.drawn()
        chosen = int(screen.claim.statements[0].ref[1:])
        await driven.press("x")
        assert filed(bridge)[chosen] == 3
        await driven.press("z")
        assert filed(bridge)[chosen] == 1
        await driven.press("m")
        await driven.write("C2")
        await driven.press("enter")
        assert filed(bridge)[chosen] == 2


async def test_undo_to_a_point_asks_and_takes_back_all_since(bridge: Desk, run: Running) -> None:
    (found,) = conflicts(bridge)
    decide(Desk(bridge.store, "jo", bridge.clock), parse(found.ref), "unsure", None)
    async with run() as driven:
        await driven.press("h", "down", "enter")
        driven.on(AskYes)
        assert "also of jo" in driven.drawn()
        await driven.press("enter")
        driven.on(AskYes)
        await driven.press("y")
        driven.on(History)
    assert filed(bridge) == {1: 1, 2: 1}
    assert acts(bridge)[-2:] == ["decide", "undo to"]


@pytest.mark.usefixtures("bridge")
async def test_the_journal_is_filtered_by_any_word(run: Running) -> None:
    async with run() as driven:
        await driven.press("h", "slash")
        await driven.write("S3")
        assert "acts: 1 of 3" in driven.says("heading")


@pytest.mark.parametrize(
    ("key", "claims"),
    [
        pytest.param("y", {1: 1, 2: 1}, id="the same claim"),
        pytest.param("n", {1: 1, 2: 2}, id="not the same"),
    ],
)
async def test_a_question_is_answered_by_one_key(
    desk: Desk, run: Running, key: str, claims: dict[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "ATTACH_AT", 1.01)
    record(desk, "The H7 ferry is far ahead of the boats Corran can buy today.", claim=COST)
    record(desk, "The H7 ferry is far ahead of any boat Corran can buy.", "Tideline", claim=None)
    assert len(questions(desk)) == 1
    async with run() as driven:
        await driven.press("e", key)
        assert "No question is open" in driven.says("claim")
        assert dict(filed(desk)) == claims
        await driven.press("z")
        assert "Same claim? 1 of 1" in driven.says("heading")
        assert driven.says("last").startswith("Taken back  ")


async def test_more_questions_come_when_those_loaded_are_answered(
    desk: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "ATTACH_AT", 1.01)
    monkeypatch.setattr("ledger.desk.casework.questioning._MOST", 1)
    for place in ("Corran", "Elsick"):
        boats = f"the boats {place} can buy today."
        record(desk, f"The H7 ferry is far ahead of {boats}", claim=f"Ferries at {place}")
        record(desk, f"The H7 ferry is ahead of {boats}", "Tideline", claim=None)
    count = waiting(desk)
    assert count > 1
    async with run() as driven:
        await driven.press("e")
        assert f"Same claim? 1 of 1, {count} open" in driven.says("heading")
        for left in range(count - 1, 0, -1):
            await driven.press("n")
            assert (f", {left} open" in driven.says("heading")) is (left > 1)
            assert "belong to C" in driven.says("claim")
        await driven.press("n")
        assert "No question is open" in driven.says("claim")
    assert questions(desk) == []


async def test_a_filter_nothing_fits_says_how_to_go_on(bridge: Desk, run: Running) -> None:
    assert bridge.actor == "mira"
    async with run() as driven:
        await driven.press("b")
        assert await browsed(driven, "submarine") == []
        assert "No claim fits" in driven.says("fault")
        assert await browsed(driven, "bridge") != []
        assert driven.says("fault") == ""


async def test_wordings_stand_under_each_other_whatever_their_number(
    desk: Desk, run: Running
) -> None:
    for place in range(11):
        record(desk, f"Crane {place} at Corran stands.", claim=f"Crane {place}")
    async with run() as driven:
        await driven.press("b")
        lines = [line for line in driven.drawn().splitlines() if "Crane " in line]
    assert len(lines) == 11
    assert len({line.index("Crane ") for line in lines}) == 1


async def test_a_long_act_stands_on_two_lines_under_its_own_words(desk: Desk, run: Running) -> None:
    for n in range(40):
        record(desk, f"The bridge costs {100 + n * 10} million euros.", f"Outlet {n}")
    refs = [parse(found.ref, "conflict") for found in conflicts(desk)[:60]]
    assign(desk, refs, "jo")
    async with run() as driven:
        await driven.press("h")
        lines = driven.drawn().splitlines()
    at = next(n for n, row in enumerate(lines) if "assign" in row)
    assert lines[at].index(desk.actor) == len(lines[at + 1]) - len(lines[at + 1].lstrip())
    assert lines[at + 1].rstrip().endswith("…")
    assert "record" in lines[at + 2] or "add" in lines[at + 2]


async def test_a_claim_shows_each_figure_before_one_twice(desk: Desk, run: Running) -> None:
    for n, cost in enumerate((40, 40, 40, 40, 70)):
        record(desk, f"The bridge costs {cost} million euros.", f"Outlet {n}")
    async with run() as driven:
        await driven.press("slash", "down", "enter")
        bars = str(driven.app.screen.query_one(Axis).render()).splitlines()
    assert [bar.split()[0] for bar in bars[:3]] == ["S1", "S2", "S5"]


async def test_the_end_of_the_list_is_its_last_claim(desk: Desk, run: Running) -> None:
    for n in range(130):
        record(desk, "The bridge is long.", "Tideline", claim=f"Bridge {n}")
    async with run() as driven:
        await driven.press("slash", "down", "end", "enter")
        assert driven.on(ClaimScreen).subject == "C1"
