"""A line or two of the screen's own words, which take no room while there are none."""

from textual.content import Content
from textual.widgets import Static


class Told(Static):
    """Text that is never read as markup, and left alone when it is told what it says already.

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
