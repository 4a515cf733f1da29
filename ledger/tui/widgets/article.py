"""A page as it was archived, with one sentence lit in its place, and words to be marked in it."""

from rich.text import Text
from textual.widgets import TextArea

from ledger.tui.shown import typed


class Article(TextArea):
    """The text of a page; the lit sentence is its selection, so marking and lighting are one."""

    DEFAULT_CSS = """
    Article > .text-area--selection { text-style: bold reverse; }
    Article > .text-area--cursor-line { background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__(
            read_only=True, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False
        )

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn; Textual would send an escape sequence on to the terminal."""
        return typed(self.document.get_line(line_index))

    def read(self, text: str) -> None:
        """Show a page."""
        if text != self._page:
            self._page = text
            self.load_text(text)

    _page = ""

    def light(self, start: int, end: int) -> None:
        """Mark a sentence and bring it into view."""
        self.move_cursor(self._place(start))
        self.move_cursor(self._place(end), select=True, center=True)

    def marked(self) -> tuple[int, int]:
        """What is marked, as code points of the page."""
        first, last = sorted(self.selection)
        return self._offset(first), self._offset(last)

    def _place(self, offset: int) -> tuple[int, int]:
        before = _lines(self._page[:offset])
        return len(before) - 1, len(before[-1])

    def _offset(self, place: tuple[int, int]) -> int:
        row, column = place
        at = 0
        for _ in range(row):
            at = _next_line(self._page, at)
        return at + column


def _lines(text: str) -> list[str]:
    """The lines as the widget counts them; a carriage return belongs to the break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _next_line(text: str, start: int) -> int:
    """Where the line after this one begins."""
    ends = [at for sign in "\r\n" if (at := text.find(sign, start)) >= 0]
    end = min(ends, default=len(text))
    return end + (2 if text[end : end + 2] == "\r\n" else 1)
