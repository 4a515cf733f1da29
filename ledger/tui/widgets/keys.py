"""The line of keys at the foot of a screen: what can be done now, and by which key."""

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, TextArea

from ledger.tui.actions import Action, actions_of


class Keys(Widget):
    """The shown actions of a screen; while somebody types, only those whose keys are no letters."""

    DEFAULT_CSS = """
    Keys {
        dock: bottom; height: auto; max-height: 2; padding: 0 1; background: $panel;
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

    def render(self) -> RenderResult:
        """The keys and what they do; each can be clicked."""
        typing = isinstance(self.screen.focused, Input | TextArea)
        wanted = (
            action
            for action in actions_of(self._topic)
            if action.shown and not (typing and action.is_typed)
        )
        return Content("  ").join(map(self._item, wanted))

    def _item(self, action: Action) -> Content:
        click = Style.from_meta({"@click": action.call})
        key = Content.styled(action.key, Style(bold=True, reverse=True) + click)
        label = f" {action.label}".replace(" ", "\N{NO-BREAK SPACE}")
        return key + Content.styled(label, click)
