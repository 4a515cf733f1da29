"""ui: the terminal UI."""

import os
import sys
from typing import Annotated

import typer

from ledger.cli.diagnostics import ExitCode, end_at_once, say
from ledger.cli.options import Db, Who

Theme = Annotated[
    str | None,
    typer.Option(
        "--theme",
        envvar="FACTLEDGER_THEME",
        metavar="NAME",
        help="textual-dark, textual-light, ansi-dark, ansi-light and others; ^P lists them.",
    ),
]


def ui(theme: Theme = None, db: Db = None, who: Who = None) -> None:
    """Work in the terminal: add, review, browse, undo."""
    start(theme, db, who)


def start(
    theme: str | None,
    db: str | None,
    who: str | None,
    first: tuple[str, *tuple[object, ...]] | None = None,
) -> None:
    """Run the app, with a screen on top of Home if one is named, about what is named with it."""
    if not at_a_terminal():
        raise typer.BadParameter(
            "this needs a terminal; 'review --plain' and 'inbox --plain' do without"
        )
    _spare_input_methods()
    _spare_the_line()
    from ledger.desk.garbage import collected_when_asked
    from ledger.tui.app import LedgerApp

    app = LedgerApp(db, who, first=first)
    if theme is not None:
        if theme not in app.available_themes:
            known = ", ".join(sorted(app.available_themes))
            raise typer.BadParameter(f"'{theme}' is not a theme; use one of {known}")
        app.theme = theme
    with collected_when_asked():
        app.run()
    if app.leaving.given_up:
        say("left a ledger that does not answer; what it had not taken is not in it")
        end_at_once(ExitCode.STORE)


def at_a_terminal() -> bool:
    """Whether keys come from a terminal and what is drawn goes to one; Textual draws on stderr."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _spare_the_line() -> None:
    """Over SSH nothing moves that need not; what the person set stays as set."""
    if "SSH_CONNECTION" in os.environ:
        os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")


def _spare_input_methods() -> None:
    """Keep iTerm2 from dropping what a Chinese or Japanese input method commits.

    iTerm2 loses committed text under the kitty keyboard protocol (sxyazi/yazi #4209); Textual reads
    the switch when it is imported. What the person set stays as set.
    """
    if os.environ.get("TERM_PROGRAM") == "iTerm.app" and "TMUX" not in os.environ:
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


COMMANDS = {"ui": ui}
