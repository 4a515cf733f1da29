"""One question before a statement is recorded: which claim does it belong to?"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from ledger.desk.references import parse
from ledger.desk.statements.filing import Choice
from ledger.tui.screens.interrupting import Interrupting
from ledger.tui.widgets.matches import Matches, apart_lines

if TYPE_CHECKING:
    from ledger.desk.texts.bridging import Apart
    from ledger.desk.texts.matching import ClaimMatch
    from ledger.tui.ahead import Ahead


class Choose(Interrupting[Choice | None]):
    """The near claims and a new one. Nothing is chosen beforehand; Esc goes back to the form."""

    DEFAULT_CSS = "Choose Matches { height: auto; max-height: 10; background: $panel; }"

    def __init__(
        self,
        ahead: "Ahead",
        near: "tuple[ClaimMatch, ...]",
        apart: "tuple[Apart, ...]",
        *,
        typed_on: bool,
    ) -> None:
        super().__init__(ahead, "1 to 9: that claim   n: a new claim", typed_on=typed_on)
        self._near = near
        self._apart = apart

    def asked(self) -> ComposeResult:
        """What is asked, and the claims."""
        yield Static("Is it one of these claims?", classes="warning", markup=False)
        if self._apart:
            yield Static(apart_lines(self._apart), id="apart", classes="warning", markup=False)
        yield Matches()

    def on_mount(self) -> None:
        """List the claims, and let the arrows reach them."""
        matches = self.query_one(Matches)
        matches.show(self._near)
        matches.focus()

    def answers(self) -> Collection[str | None]:
        """A digit for each claim, and the letter of a new one."""
        return self.query_one(Matches).answers()

    def light(self, letter: str) -> None:
        """Show which claim would be taken."""
        self.query_one(Matches).light(letter)

    def answer(self, letter: str) -> None:
        """Choose by a digit or by the letter of a new claim."""
        self.query_one(Matches).choose(letter)

    def on_matches_chosen(self, event: Matches.Chosen) -> None:
        """Take the answer to the form."""
        number = parse(event.claim, "claim").number if event.claim is not None else None
        self.dismiss(Choice(number))
