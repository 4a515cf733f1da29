"""A text field that draws what it holds safely and takes a paste of many lines as one."""

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Input

from ledger.tui.shown import typed


class Field(Input):
    """One line of text."""

    class Pasted(Message):
        """Several lines were pasted, which the field has joined.

        Attributes:
            text: all of it, each line end told as one sign: terminals have their own.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    @property
    def _value(self) -> Text:
        """What the field draws; Textual would send an escape sequence on to the terminal."""
        return typed(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        """Join the lines of a paste; Textual would keep the first and drop the rest in silence."""
        lines = event.text.splitlines()
        joined = " ".join(part.strip() for part in lines if part.strip())
        self.replace(joined, *sorted(self.selection))
        if len(lines) > 1:
            self.post_message(self.Pasted("\n".join(lines)))
            self.notify(f"{len(lines)} pasted lines were joined", markup=False, timeout=4)
        event.stop()
        event.prevent_default()
