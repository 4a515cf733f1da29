"""ui: the terminal UI."""

import os

from ledger.cli.options import Db, Who, actor


def ui(db: Db = None, who: Who = None) -> None:
    """Work in the terminal: add, review, browse, undo."""
    _spare_input_methods()
    from ledger.tui.app import LedgerApp

    LedgerApp(db, actor(who)).run()


def _spare_input_methods() -> None:
    """Keep iTerm2 from dropping what a Chinese or Japanese input method commits.

    iTerm2 loses committed text under the kitty keyboard protocol (sxyazi/yazi #4209); Textual reads
    the switch when it is imported. What the person set stays as set.
    """
    if os.environ.get("TERM_PROGRAM") == "iTerm.app" and "TMUX" not in os.environ:
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


COMMANDS = {"ui": ui}
