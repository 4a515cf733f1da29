"""What a screen says: a line or two of its own words, or the words of sources."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from ledger.tui.shown import in_lines


class Told(Static):
    """Text that is never read as markup, and takes no room while there is none.

    It is left alone when it is told what it says already.

    Attributes:
        told: what it says.
    """

    def __init__(self, name: str, text: str = "", classes: str = "note") -> None:
        self.told = Content(text)
        super().__init__(self.told, id=name, classes=classes, markup=False)
        self.display = bool(text)

    def tell(self, content: Content) -> None:
        """Say something else; the same again costs nothing between key and paint."""
        if not self.told.is_same(content):
            self.told = content
            self.display = bool(content)
            self.update(content)


class Prose(Told):
    """Words of sources: Chinese is broken between its signs, and no figure is parted.

    Attributes:
        whole: what it says, before it is broken into lines.
    """

    class Broken(Message):
        """The lines are broken for another width, so that what is in sight may be another part."""

    def __init__(self, name: str) -> None:
        super().__init__(name, classes="")
        self.whole = self.told

    def tell(self, content: Content) -> None:
        """Say something else, in lines as wide as there is room."""
        self.whole = content
        super().tell(in_lines(content, self.content_size.width))

    def on_resize(self) -> None:
        """Another width is another place to break."""
        self.tell(self.whole)
        self.post_message(self.Broken())
