"""Help: what the keys of a screen do, and what does the same on the command line."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ledger.text.display import cells
from ledger.tui.actions import Action, actions_of, key_text
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.widgets.keys import Keys

_FIELDS = """
In a text field letters are letters: use the keys with ^ or F.
Tab and Shift+Tab go from field to field. Where names are offered, arrows
choose one and Enter takes it."""


class Help(LedgerScreen):
    """The keys of one screen."""

    topic: ClassVar[str] = "help"

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """A line for each action, from the list that also makes the keys work."""
        yield Static(f"Help: {self._about}", classes="heading", markup=False)
        with VerticalScroll(can_focus=True):
            keys = {action: _keys(action) for action in actions_of(self._about)}
            width = max(map(cells, keys.values())) + 2
            told = (_line(action, written, width) for action, written in keys.items())
            yield Static(Content("\n").join(told), classes="note", markup=False)
            yield Static(_FIELDS if self._about == "add" else "", classes="note", markup=False)
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one(VerticalScroll).focus()


def _keys(action: Action) -> str:
    return " ".join(key_text(key) for key in action.keys.split(","))


def _line(action: Action, keys: str, width: int) -> Content:
    """An action behind its keys, for which there are so many cells."""
    twin = f"\n{'':{width}}on the command line: factledger {action.command}"
    padding = " " * (width - cells(keys))
    return Content.assemble(
        (f"{keys}{padding}", "bold"), action.help, (twin if action.command else "", "dim")
    )
