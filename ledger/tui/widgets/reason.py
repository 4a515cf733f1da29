"""The reason of a decision: the kind of difference by one digit, words in one line, Enter."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ledger.desk.casework.because import BECAUSE, Because
from ledger.desk.casework.deciding import KIND_REQUIRED, REASON_REQUIRED, Answer
from ledger.desk.casework.reviewing import kinds, typed_reason
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.told import Told

_HALF = 5
"""Kinds on the first of two lines; both fit into 60 cells."""


class ReasonField(Field):
    """A line of words; a digit typed before anything else chooses the kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False, priority=True)
    ]

    async def _on_key(self, event: events.Key) -> None:
        if not self.value and event.character and event.character in "123456789":
            self.value = f"{BECAUSE[int(event.character) - 1]}: "
            self.cursor_position = len(self.value)
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def action_leave(self) -> None:
        """Close without answering."""
        self.post_message(Reason.Left())


class Reason(Vertical):
    """Asks for a reason beneath the sides, without hiding them."""

    DEFAULT_CSS = """
    Reason { height: auto; background: $panel; display: none; }
    Reason Static { padding: 0 1; }
    """

    class Given(Message):
        """A reason was given: words, and the kind of difference; ``None`` for none."""

        def __init__(self, words: str | None, kind: Because | None) -> None:
            super().__init__()
            self.words, self.kind = words, kind

    class Left(Message):
        """The person thought better of it."""

    def compose(self) -> ComposeResult:
        """What is asked, the kinds, and the line."""
        yield Told("asked", classes="")
        for some in (kinds()[:_HALF], kinds()[_HALF:]):
            yield Static("  ".join(some), markup=False)
        yield ReasonField(id="reason", select_on_focus=False)

    def ask(self, about: str, kept: str, answer: Answer) -> None:
        """Open for one answer.

        Args:
            about: what the person answered.
            kept: what they had typed before, if they were interrupted.
            answer: that, as the ledger calls it; some will not do without a reason.
        """
        needed = "why? Enter alone: no reason"
        if answer in KIND_REQUIRED:
            needed = "why? A digit, words if any, Enter"
        elif answer in REASON_REQUIRED:
            needed = "why? A digit or words, Enter"
        asked = Content.assemble((f"{about}: ", "bold"), f"{needed}. Esc goes back")
        self.query_one("#asked", Told).tell(asked)
        field = self.query_one(ReasonField)
        field.value = kept
        self._answer = answer
        self.display = True
        field.focus()

    def close(self) -> None:
        """Give the screen back."""
        self.display = False
        self.screen.set_focus(None)

    def on_input_submitted(self, event: ReasonField.Submitted) -> None:
        """Enter answers."""
        event.stop()
        words, kind = typed_reason(event.value, self._answer)
        wanting = None
        if words is None and self._answer in REASON_REQUIRED:
            wanting = "It needs a reason: a digit for the kind, or a few words. Esc goes back"
        if kind is None and self._answer in KIND_REQUIRED:
            wanting = "It needs the kind of difference: a digit, then words if any. Esc goes back"
        if wanting is not None:
            self.query_one("#asked", Told).tell(line(wanting, style="bold"))
        else:
            self.post_message(self.Given(words, kind))
