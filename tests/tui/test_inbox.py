"""The inbox: walked from the first proposal to the last, one key each."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual import events

from ledger.desk.desk import Desk
from ledger.desk.drafts import drafts
from ledger.desk.inbox.proposals import Accepted, inbox
from ledger.desk.inbox.proposing import store
from ledger.desk.texts.extracting import Extracted
from ledger.errors import InvalidField
from ledger.extraction import extract
from ledger.tui.screens import inbox as screen
from ledger.tui.screens.add import Add
from ledger.tui.screens.home import Home
from ledger.tui.screens.inbox import Inbox
from ledger.tui.widgets.article import Article
from tests.desk.inbox.test_walking import PAGE
from tests.desk.ledgers import filed, record, rows

Running = Callable[..., Any]
pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both, and the review screen


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A page in the inbox."""
    day = date(2025, 12, 1)
    found = extract(PAGE, "Harbour Courier", day)
    store(desk, Extracted(PAGE, "渡輪減班", "Harbour Courier", day, None, tuple(found)))
    return desk


@pytest.mark.databases("sqlite", "postgresql")
async def test_a_page_is_walked_to_its_end(filled: Desk, run: Running) -> None:
    proposed = [view.text for view in inbox(filled)]
    async with run() as driven:
        await driven.press("i")
        for _ in proposed[1:]:
            await driven.press("n")
        await driven.press("x")
        assert "The inbox is empty" in driven.says("proposal")
        await driven.press("z")
        assert "1 of 1" in driven.says("heading")
    assert [row["text"] for row in rows(filled)["statement"]] == proposed[:-1]
    assert {row["document_number"] for row in rows(filled)["statement"]} == {1}


async def test_the_sentence_is_lit_where_it_stands(filled: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("i")
        for _ in inbox(filled):
            current = driven.on(Inbox).current
            article = driven.app.screen.query_one(Article)
            assert current is not None
            assert article.marked() == (current[1].start, current[1].end)
            assert article.selected_text == current[1].view.text
            await driven.press("s")


async def test_the_speaker_of_a_run_is_set_at_once(filled: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("i", "space", "space", "w")
        await driven.answer("Ada Quill")
    assert [view.speaker for view in inbox(filled)][:2] == ["Ada Quill"] * 2


async def test_a_section_and_a_run_are_marked_and_told_their_event(
    filled: Desk, run: Running
) -> None:
    count = len(inbox(filled))
    async with run() as driven:
        await driven.press("i", "space", "v")
        assert "2 marked" in driven.says("heading")
        await driven.press("escape", "V")
        assert f"{count} marked" in driven.says("heading")
        await driven.press("e")
        await driven.answer("港務局記者會")
        assert {view.topic for view in inbox(filled)} == {"港務局記者會"}
        await driven.press("n")
        assert inbox(filled) == []
        await driven.press("z", "z")
        assert [view.topic for view in inbox(filled)] == [None] * count
    claims = rows(filled)["claim"]
    assert [row["topic"] for row in claims] == ["港務局記者會"] * count


async def test_a_name_is_offered_and_an_empty_one_takes_the_speaker_away(
    filled: Desk, run: Running
) -> None:
    record(filled, "The wall stands.", speaker="Ada Quill")
    async with run() as driven:
        await driven.press("i", "w")
        driven.app.screen.query_one("Field").value = ""
        await driven.write("quil")
        await driven.press("down", "enter", "enter")
        assert inbox(filled)[0].speaker == "Ada Quill"
        await driven.press("w")
        await driven.answer("")
    assert inbox(filled)[0].speaker is None


async def test_marked_ones_are_rejected_in_one_step(filled: Desk, run: Running) -> None:
    count = len(inbox(filled))
    async with run() as driven:
        await driven.press("i", "V", "x")
        assert inbox(filled) == []
        await driven.press("z")
    assert len(inbox(filled)) == count


@pytest.mark.parametrize(
    ("key", "alone"),
    [
        pytest.param("a", None, id="as the score says"),
        pytest.param("n", True, id="each under its own claim"),
        pytest.param("1", False, id="all under the first claim listed"),
    ],
)
async def test_marked_ones_are_accepted_in_one_step(
    filled: Desk, run: Running, key: str, *, alone: bool | None
) -> None:
    record(filled, "港務處說，渡輪減為12班。", claim="How many ferries run")
    waiting = inbox(filled)
    async with run() as driven:
        await driven.press("i", "V", "escape", "space", "space", "d")
        driven.app.screen.query_one("Field").value = "2025-11-30"
        await driven.press("enter")
        assert "2 marked" in driven.says("heading")
        await driven.press("p", "p", key)
        assert driven.says("last").count(" under C") == 2
        assert "marked" not in driven.says("heading")
        stands = filed(filled)
        assert [str(row["said_on"]) for row in rows(filled)["statement"][1:]] == ["2025-11-30"] * 2
        if alone is not None:
            assert len({stands[2], stands[3]} - {1}) == (2 if alone else 0)
        await driven.press("z")
        assert [view.ref for view in inbox(filled)] == [view.ref for view in waiting]
        assert driven.on(Inbox).current[1].view.ref in {waiting[0].ref, waiting[1].ref}


async def test_what_could_not_be_accepted_stands_in_the_list_again(
    filled: Desk, run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Accepted:
        raise InvalidField("speaker", "is longer than a name can be")

    monkeypatch.setattr(screen, "accept_all", refuse)
    waiting = len(inbox(filled))
    async with run() as driven:
        await driven.press("i", "a")
        assert any("longer than a name" in told for told in driven.told)
        assert len(driven.on(Inbox).spots) == waiting


async def test_a_day_is_understood_as_typed(filled: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("i", "d")
        await driven.answer("11月30日")
        assert "30 Nov 2025 (Sunday)" in driven.says("last")
    assert inbox(filled)[0].said_on == date(2025, 11, 30)


async def test_missed_words_are_marked_in_the_page(filled: Desk, run: Running) -> None:
    before = len(inbox(filled))
    async with run() as driven:
        await driven.press("i", "t")
        article = driven.app.screen.query_one(Article)
        start = PAGE.index("Rain")
        article.light(start, start + len("Rain is expected."))
        await driven.press("m")
    assert len(inbox(filled)) == before + 1
    assert inbox(filled)[-1].text == "Rain is expected."


async def test_a_digit_files_it_under_the_claim_listed(filled: Desk, run: Running) -> None:
    text = inbox(filled)[0].text
    record(filled, text.replace("4", "9"), "The Tideline", claim="Ferry traffic")
    async with run(size=(120, 40)) as driven:
        await driven.press("i")
        assert "DIFFERS" in driven.says("near")
        await driven.press("1")
        assert "! X1" in driven.says("last")
    assert filed(filled) == {1: 1, 2: 1}


async def write(driven: Any, **fields: str) -> None:  # noqa: ANN401 - a run of the app
    """Fill in the form of a statement."""
    for name, value in fields.items():
        driven.app.screen.query_one(f"#{name}").focus()
        await driven.settled()
        await driven.write(value)


async def test_a_pasted_article_goes_to_the_inbox_and_undo_takes_it_back(
    desk: Desk, run: Running
) -> None:
    lines = PAGE.replace("\r", "")
    async with run() as driven:
        await driven.press("i")
        assert "Paste an article here" in driven.says("proposal")
        await driven.press("f", "enter")
        await write(driven, text=lines)
        await driven.press("f3")
        assert "Name the outlet first" in driven.told[-1]
        assert rows(desk)["document"] == []
        await write(driven, outlet="Harbour Courier", said_on="2025-12-01")
        await driven.press("f3")
        assert driven.on(Inbox).current is not None
        proposed = inbox(desk)
        assert len(proposed) > 1
        await driven.press("z")
        assert inbox(desk) == []
        await driven.press("ctrl+y", "escape")
        assert inbox(desk) == proposed
        driven.on(Home)
    (page,) = rows(desk)["document"]
    assert page["text"] == lines
    assert (page["title"], str(page["published_on"])) == ("渡輪減班", "2025-12-01")
    assert drafts(desk) == []


async def test_an_article_is_read_from_a_file(desk: Desk, run: Running, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode())
    async with run() as driven:
        await driven.press("i", "f")
        await driven.answer(str(tmp_path))
        assert "it is a folder" in driven.told[-1]
        await driven.press("f")
        await driven.answer(str(path))
        await write(driven, outlet="Harbour Courier")
        await driven.press("f3")
        driven.on(Inbox)
    (page,) = rows(desk)["document"]
    assert page["text"] == PAGE


async def test_undo_comes_back_to_the_proposal(filled: Desk, run: Running) -> None:
    first, second, *_ = (view.ref for view in inbox(filled))
    async with run() as driven:
        await driven.press("i", "n", "x", "z")
        assert driven.on(Inbox).current[1].view.ref == second
        assert driven.says("last").startswith(f"Taken back  {second}")
        await driven.press("z")
        assert driven.on(Inbox).current[1].view.ref == first


async def test_what_is_suggested_gives_way_to_the_first_key(filled: Desk, run: Running) -> None:
    async with run() as driven:
        await driven.press("i", "d")
        await driven.press(*"2025-12-02", "enter")
    assert str(inbox(filled)[0].said_on) == "2025-12-02"


async def paste(driven: Any, text: str) -> None:  # noqa: ANN401 - a run of the app
    """Paste as a terminal does, which ends lines in its own way."""
    driven.app.post_message(events.Paste(text.replace("\n", "\r")))
    await driven.settled()


@pytest.mark.parametrize("asked", [["f"], []], ids=["where a file is asked for", "on the screen"])
async def test_an_article_pasted_where_none_is_typed_comes_into_the_form_whole(
    run: Running, asked: list[str]
) -> None:
    lines = PAGE.replace("\r", "").strip()
    async with run() as driven:
        await driven.press("i", *asked)
        await paste(driven, lines)
        assert driven.on(Add).form.values()["text"] == lines
        assert driven.told == []


async def test_an_article_becomes_one_statement_only_when_that_is_asked_for_twice(
    desk: Desk, run: Running
) -> None:
    async with run() as driven:
        await driven.press("i")
        await paste(driven, "渡輪減班\n港務處說，渡輪減為12班。")
        await write(driven, outlet="Harbour Courier")
        await driven.press("f4", "ctrl+s")
        assert "F3 proposes its statements" in driven.told[-1]
        assert rows(desk)["statement"] == []
        await driven.press("ctrl+s")
        driven.on(Add)
    (filed,) = rows(desk)["statement"]
    assert filed["text"] == "渡輪減班\n港務處說，渡輪減為12班。"


async def test_a_pasted_article_brings_the_day_it_names(run: Running) -> None:
    async with run() as driven:
        await driven.press("i")
        await paste(driven, "渡輪減班\n2025年12月14日\n港務處說，渡輪減為12班。")
        assert driven.on(Add).form.values()["said_on"] == "2025-12-14"


@pytest.mark.parametrize(
    ("encoding", "typed"),
    [
        pytest.param("big5", [], id="the one suggested"),
        pytest.param("gb18030", [*"gb18030"], id="another"),
    ],
)
async def test_the_encoding_of_a_file_is_asked_for_where_it_is_not_utf_8(
    run: Running, tmp_path: Path, encoding: str, typed: list[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("渡輪減班\n港務處說，渡輪減為12班。\n".encode(encoding))
    async with run() as driven:
        await driven.press("i", "f")
        driven.app.screen.query_one("Field").value = str(path)
        await driven.press("enter")
        assert "Line 1 is not text in UTF-8" in driven.drawn()
        await driven.press(*typed, "enter")
        assert driven.on(Add).form.values()["text"] == path.read_text(encoding)


async def test_a_name_that_may_be_a_slip_is_asked_about_before_an_article_is_kept(
    desk: Desk, run: Running
) -> None:
    record(desk, "The wall leans.", "Harbour Courier")
    async with run() as driven:
        await driven.press("i", "f", "enter")
        await write(driven, text=PAGE.replace("\r", ""), outlet="Harbor Courier")
        await driven.press("f3")
        assert rows(desk)["document"] == []
        await driven.press("y")
        driven.on(Inbox)
    assert {view.outlet for view in inbox(desk)} == {"Harbour Courier"}
