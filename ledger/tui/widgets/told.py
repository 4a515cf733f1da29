"""A line or two of the screen's own words, which take no room while there are none."""

from textual.content import Content
from textual.widgets import Static


class Told(Static):
    """Text that is never read as markup, and left alone when it is told what it says already."""

    def __init__(self, name: str, text: str = "", classes: str = "note") -> None:
        super().__init__(Content(text), id=name, classes=classes, markup=False)
        self.display = bool(text)

    def tell(self, content: Content) -> None:
        """Say something else; the same again costs nothing between key and paint."""
        said = self.content
        if not (isinstance(said, Content) and said.is_same(content)):
            self.display = bool(content)
            self.update(content)
