"""The words of a statement: many lines, drawn safely, kept as pasted."""

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import TextArea

from ledger.tui.shown import typed


class Quote(TextArea):
    """A text of several lines. Enter makes a line, Tab leaves."""

    DEFAULT_CSS = "Quote { height: 5; }"

    class UndoAsked(Message):
        """Undo was pressed where nothing typed is left to take back."""

    def __init__(self) -> None:
        super().__init__(
            id="text", tab_behavior="focus", soft_wrap=True, show_line_numbers=False,
            placeholder="The words as they were published", highlight_cursor_line=False,
        )  # fmt: skip
        self._given = "", ""

    def load_text(self, text: str) -> None:
        """Put words in, remembering them as they are: the field has line ends of one kind only.

        Who goes on with them goes on at their end.
        """
        super().load_text(text)
        self._given = text, self.text
        self.move_cursor(self.document.end)

    @property
    def verbatim(self) -> str:
        """The words: as they were put in, until somebody changes them here."""
        given, held = self._given
        return given if self.text == held else self.text

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn; Textual would send an escape sequence on to the terminal."""
        return typed(self.document.get_line(line_index))

    def action_undo(self) -> None:
        """Take back typing; in an empty field, take back what was saved last."""
        if self.text:
            super().action_undo()
        else:
            self.post_message(self.UndoAsked())

    async def _on_paste(self, event: events.Paste) -> None:
        """Keep all of a paste, and say how much it was."""
        await super()._on_paste(event)
        lines = event.text.count("\n") + 1
        if lines > 1:
            self.notify(f"pasted {lines} lines", markup=False, timeout=3)
        event.prevent_default()
