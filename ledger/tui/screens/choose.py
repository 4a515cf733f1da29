"""One question before a statement is recorded: which claim does it belong to?"""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ledger.desk.references import parse
from ledger.desk.statements.filing import Choice
from ledger.tui.widgets.matches import Matches, apart_lines

if TYPE_CHECKING:
    from ledger.desk.texts.bridging import Apart
    from ledger.desk.texts.matching import ClaimMatch


class Choose(ModalScreen[Choice | None]):
    """The near claims and a new one. Nothing is chosen beforehand; Esc goes back to the form."""

    DEFAULT_CSS = """
    Choose { align: center bottom; }
    Choose Vertical { height: auto; max-height: 16; background: $panel; padding: 0 1; }
    Choose Matches { height: auto; max-height: 10; background: $panel; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, near: "tuple[ClaimMatch, ...]", apart: "tuple[Apart, ...]") -> None:
        super().__init__()
        self._near = near
        self._apart = apart

    def compose(self) -> ComposeResult:
        """What is asked, and the answers with their keys."""
        with Vertical():
            yield Static("Is it one of these claims?", classes="warning", markup=False)
            if self._apart:
                yield Static(apart_lines(self._apart), id="apart", classes="warning", markup=False)
            yield Matches()
            yield Static(
                "1 to 9: that claim   n: a new claim   Esc: back to the form", markup=False
            )

    def on_mount(self) -> None:
        """List the claims, and let the keys reach them."""
        matches = self.query_one(Matches)
        matches.show(self._near)
        matches.focus()

    def on_matches_chosen(self, event: Matches.Chosen) -> None:
        """Take the answer to the form."""
        number = parse(event.claim, "claim").number if event.claim is not None else None
        self.dismiss(Choice(number))

    def action_leave(self) -> None:
        """Back to the form; nothing is recorded."""
        self.dismiss(None)
