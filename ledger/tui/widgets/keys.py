"""The line of keys at the foot of a screen: what can be done now, and by which key."""

from collections.abc import Iterable, Iterator
from typing import cast

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, TextArea

from ledger.tui.actions import Action, actions_of
from ledger.tui.shell import Shell

LINES = 3
"""Lines the keys may take; the screen is for other things."""
_NEVER_LEFT_OUT = 3
"""The last actions of every screen: the way back, help, and the end."""


class Keys(Widget):
    """The shown actions of a screen; while somebody types, those whose keys are no letters."""

    DEFAULT_CSS = """
    Keys {
        dock: bottom; height: auto; max-height: 3; padding: 0 1; background: $panel;
        link-style: none; link-color: $text; link-background-hover: $boost;
    }
    """

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual asks
        """As many lines as the keys need at this width."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The keys and what they do; each can be clicked."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        """Whole actions, line by line: a key never stands apart from its label.

        Where there is no room for all, the last ones before help, way out and end give way: help
        tells them.
        """
        actions = list(self._possible())
        lines = _laid_out(actions, width)
        while len(lines) > LINES and len(actions) > _NEVER_LEFT_OUT:
            del actions[-_NEVER_LEFT_OUT - 1]
            lines = _laid_out(actions, width)
        return lines

    def _possible(self) -> Iterator[Action]:
        focused = self.screen.focused
        typing = isinstance(focused, Input) or (
            isinstance(focused, TextArea) and not focused.read_only
        )
        app = cast("Shell", self.app)
        for action in actions_of(self._topic):
            fits = not (action.is_typed if typing else action.typing)
            if action.shown and fits and app.can(action, self.screen):
                yield action


def _laid_out(actions: Iterable[Action], width: int) -> list[Content]:
    lines = [Content("")]
    for item in map(_item, actions):
        gap = "  " if lines[-1] else ""
        if lines[-1] and lines[-1].cell_length + len(gap) + item.cell_length > width:
            lines.append(item)
        else:
            lines[-1] += gap + item
    return lines


def _item(action: Action) -> Content:
    click = Style.from_meta({"@click": action.call})
    key = Content.styled(action.key, Style(bold=True, reverse=True) + click)
    return key + Content.styled(f" {action.label}", click)
