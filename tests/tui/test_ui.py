"""Starting: what the environment asks for, and what is not loaded before the first frame."""

import os
import subprocess
import sys

import pytest
from typer import BadParameter

from ledger.cli.ui import ui
from ledger.tui.app import LedgerApp


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn; the environment is put back."""
    monkeypatch.setattr(LedgerApp, "run", lambda _: None)
    monkeypatch.setattr("ledger.cli.ui.at_a_terminal", lambda: True)
    for name in ("TERM_PROGRAM", "TMUX", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name in ("TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_ANIMATIONS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("given", "switch"),
    [
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, "1", id="iTerm2 would drop Chinese input"),
        pytest.param({"TERM_PROGRAM": "iTerm.app", "TMUX": "x"}, None, id="tmux stands between"),
        pytest.param({"TERM_PROGRAM": "WezTerm"}, None, id="another terminal"),
        pytest.param(
            {"TERM_PROGRAM": "iTerm.app", "TEXTUAL_DISABLE_KITTY_KEY": "0"}, "0", id="own choice"
        ),
    ],
)
def test_input_methods_work_in_every_terminal(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], switch: str | None
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    ui(who="mira")
    assert os.environ.get("TEXTUAL_DISABLE_KITTY_KEY") == switch


def test_nothing_moves_over_a_slow_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")
    ui(who="mira")
    assert os.environ["TEXTUAL_ANIMATIONS"] == "none"


def test_a_screen_is_not_drawn_where_nobody_can_press_a_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ledger.cli.ui.at_a_terminal", lambda: False)
    with pytest.raises(BadParameter, match="needs a terminal"):
        ui(who="mira")


def test_a_theme_is_one_of_those_there_are() -> None:
    ui(theme="textual-light", who="mira")
    with pytest.raises(BadParameter, match="textual-light"):
        ui(theme="pink", who="mira")


def test_the_first_frame_waits_for_no_database() -> None:
    program = (
        "import sys; import ledger.tui.app; "
        "print([m for m in ('sqlalchemy', 'numpy', 'opencc', 'alembic') if m in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
