"""A list whose rows are never read as markup, walked with arrows or with j and k."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Listing(OptionList):
    """A list of rows."""

    DEFAULT_CSS = "Listing { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(markup=False)

    @property
    def lit(self) -> str | None:
        """The name of the row under the cursor."""
        at = self.highlighted
        return None if at is None else self.get_option_at_index(at).id

    def renew(self, options: Iterable[Option]) -> None:
        """Put these rows in place of the others.

        The row under the cursor stays under it and where it was on the screen; if it is gone, the
        one that took its place is.
        """
        lit, at, top = self.lit, self.highlighted or 0, self.scroll_offset.y
        self.clear_options()
        self.add_options(options)
        if not self.option_count:
            return
        names = [option.id for option in self.options]
        here = names.index(lit) if lit in names else min(at, len(names) - 1)
        self.highlighted = here
        self.call_after_refresh(self._scroll_back, top + here - at)

    def _scroll_back(self, top: int) -> None:
        self.scroll_to(y=top, animate=False)
        self.scroll_to_highlight()
