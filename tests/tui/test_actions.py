"""The one list of actions: everything in it works, and nothing else has a key."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from typer.main import get_command

from ledger.cli.app import program
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposing import store
from ledger.desk.texts.extracting import Extracted
from ledger.extraction import extract
from ledger.tui.actions import ACTIONS, EVERYWHERE, Action, actions_of, key_text
from ledger.tui.app import DEMO_FOLDER, LedgerApp
from ledger.tui.screens.add import Add
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.screens.browse import Browse
from ledger.tui.screens.claim import ClaimScreen
from ledger.tui.screens.help import Help
from ledger.tui.screens.history import History
from ledger.tui.screens.home import Home
from ledger.tui.screens.inbox import Inbox
from ledger.tui.screens.questions import Questions
from ledger.tui.screens.review import Review
from ledger.tui.widgets.keys import LINES, Keys
from tests.desk.inbox.test_walking import PAGE
from tests.desk.ledgers import record

SCREENS: dict[str, type[LedgerScreen]] = {
    screen.topic: screen
    for screen in (Home, Add, Inbox, Review, Questions, ClaimScreen, Browse, History, Help)
}


pytestmark = pytest.mark.databases("sqlite")  # the desk is tested on both


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.id} {action.where}")
def test_every_action_is_done_by_somebody(action: Action) -> None:
    name = f"action_{action.id.removeprefix('app.').partition('(')[0]}"
    if action.id.startswith("app."):
        assert hasattr(LedgerApp, name)
    else:
        assert all(hasattr(SCREENS[topic], name) for topic in action.where)


@pytest.mark.parametrize("topic", SCREENS)
def test_no_key_means_two_things_on_one_screen(topic: str) -> None:
    keys = Counter(key for action in actions_of(topic) for key in action.keys.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("topic", SCREENS)
def test_a_screen_has_the_keys_of_the_list_and_no_others(topic: str) -> None:
    bound = {binding.action for binding in SCREENS[topic].BINDINGS if isinstance(binding, Binding)}
    assert bound == {action.id for action in ACTIONS if topic in action.where}


@pytest.mark.parametrize("action", [a for a in ACTIONS if a.command], ids=lambda a: a.command)
def test_the_command_line_can_do_it_too(action: Action) -> None:
    commands = {*get_command(program()).commands, "--help"}  # type: ignore[attr-defined]
    assert action.command.split()[0] in commands


def test_every_screen_of_the_list_exists() -> None:
    assert {topic for action in ACTIONS for topic in action.where} - {EVERYWHERE} == set(SCREENS)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        pytest.param("ctrl+s", "^S", id="control"),
        pytest.param("f1", "F1", id="function key"),
        pytest.param("question_mark", "?", id="a sign by name"),
        pytest.param("V", "V", id="a capital stays one"),
        pytest.param("a", "a", id="a letter"),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, shown: str) -> None:
    assert key_text(key) == shown


@pytest.mark.parametrize("opens", ["f1", "question_mark"])
async def test_help_lists_every_action_of_the_screen_beneath(
    run: Callable[..., Any], opens: str
) -> None:
    async with run(size=(100, 60)) as driven:
        await driven.press(opens)
        drawn = driven.drawn()
        assert all(action.help in drawn for action in actions_of("home"))
        await driven.press(opens)
        driven.on(Help)
        await driven.press("escape")
        driven.on(Home)


async def test_letters_are_letters_in_a_text_field(run: Callable[..., Any]) -> None:
    async with run() as driven:
        await driven.press("a", *"qz?/")
        assert driven.on(Add).form.values()["text"] == "qz?/"
        assert "q" not in driven.drawn().splitlines()[-1].split()


async def test_the_palette_offers_the_actions_of_the_screen(run: Callable[..., Any]) -> None:
    async with run() as driven:
        offered = {command.title for command in driven.app.get_system_commands(driven.app.screen)}
        labels = {action.label for action in actions_of("home")}
        assert labels - offered == {"Commands", "Continue draft", "New ledger"}


@pytest.mark.parametrize(
    ("key", "idle"),
    [
        pytest.param("r", "A holds", id="review"),
        pytest.param("i", "Accept", id="inbox"),
        pytest.param("e", "same claim", id="questions"),
        pytest.param("h", "Undo to here", id="history"),
    ],
)
async def test_with_nothing_to_act_on_only_the_keys_that_work_are_shown(
    run: Callable[..., Any], key: str, idle: str
) -> None:
    async with run() as driven:
        await driven.press(key)
        shown = str(driven.app.screen.query_one(Keys).render()).replace("\N{NO-BREAK SPACE}", " ")
        assert idle not in shown
        assert "Esc Back" in shown
        assert "z Undo" in shown


async def test_a_demo_never_takes_the_place_of_a_ledger_that_holds_something(
    desk: Desk, run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record(desk, "The bridge costs 40 million euros.")
    async with run() as driven:
        assert "Demo" not in driven.drawn()
        await driven.press("d")
        assert "1 statement, 1 claim in" in driven.says("place")
    assert not (tmp_path / DEMO_FOLDER).exists()


@pytest.mark.parametrize("width", [60, 61, 70, 80, 100])
async def test_the_way_out_and_help_are_shown_on_narrow_screens_too(
    desk: Desk, run: Callable[..., Any], width: int
) -> None:
    store(
        desk,
        Extracted(PAGE, "渡輪減班", "Quay Post", None, None, tuple(extract(PAGE, "Quay Post"))),
    )
    async with run(size=(width, 20)) as driven:
        await driven.press("i")
        foot = "".join(driven.drawn().splitlines()[-LINES:])
        for told in ("Space mark", "a Accept", "Esc Back", "F1 Help", "^Q Quit"):
            assert told in foot
