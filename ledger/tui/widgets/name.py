"""A field for a name that offers the names the ledger knows while one is typed."""

from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.text.pointing import only_points
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.listing import Listing

if TYPE_CHECKING:
    from ledger.desk.names.completing import Completions, Near

OFFERED = 6


class Offers(Listing):
    """The names that fit, beneath the field they belong to."""

    DEFAULT_CSS = """
    Offers {
        overlay: screen; constrain: none inside; height: auto; max-height: 6; width: 40;
        background: $panel; display: none;
    }
    """


class Slip(NamedTuple):
    """A name nobody goes by, in a field for a kind of name, and the known one near to it."""

    field: str
    kind: str
    name: str
    near: str


class NameField(Vertical):
    """A field and its offers: ↓ and ↑ choose one, Enter or Tab takes it, Esc closes them."""

    DEFAULT_CSS = "NameField { height: 1; }"

    class Judged(Message):
        """What is to be said of the name in the field, if anything."""

        def __init__(self, field: str, told: str) -> None:
            super().__init__()
            self.field, self.told = field, told

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(id=f"{name}-field")
        self._field_id = name
        self._kind = "speaker" if name == "speaker" else "outlet"
        self._placeholder = placeholder
        self._completions: Completions | None = None
        self._taken = ""

    def compose(self) -> ComposeResult:
        """The field, and the offers over whatever lies beneath it."""
        yield Field(id=self._field_id, placeholder=self._placeholder)
        offers = Offers()
        offers.can_focus = False
        yield offers

    def know(self, completions: "Completions") -> None:
        """Offer from these names from now on, and judge by them the name that stands here."""
        self._completions = completions
        self._tell()

    def fill(self, value: str) -> None:
        """Set the name without offering others; who comes to it and types has another in mind."""
        self._taken = value
        field = self.query_one(Field)
        field.select_on_focus = True
        field.value = value

    def on_input_changed(self, event: Field.Changed) -> None:
        """Look the names up; they are all at hand, so this waits for nothing."""
        event.input.select_on_focus = event.value == self._taken
        offers = self.query_one(Offers)
        offers.clear_options()
        if event.value != self._taken and event.input.has_focus and self._completions is not None:
            found = self._completions.of(event.value, OFFERED)
            offers.add_options(Option(line(name, 38), str(n)) for n, name in enumerate(found))
            self._found = found
        offers.display = bool(offers.option_count)

    def on_descendant_blur(self) -> None:
        """Leaving the field closes the offers, and tells whether anybody goes by the name."""
        self.query_one(Offers).display = False
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Judged(self._field_id, self._judged()))

    def _judged(self) -> str:
        if self._kind == "speaker" and only_points(self.typed):
            return f"“{self.typed}” names nobody: write the name, if the page tells it"
        if not self.is_new:
            return ""
        near = self.near()
        if near is not None and near.same:
            return f"“{self.typed}” is taken for “{near.name}”"
        but = f", but “{near.name}” is known" if near is not None else ""
        return f"no {self._kind} goes by “{self.typed}” yet{but}"

    @property
    def typed(self) -> str:
        """The name in the field."""
        return self.query_one(Field).value.strip()

    @property
    def is_new(self) -> bool:
        """Whether nobody goes by the name in the field, as far as the names were learnt."""
        known = self._completions
        return bool(self.typed) and known is not None and self.typed not in known

    def near(self) -> "Near | None":
        """The known name near to a new one in the field."""
        return self._completions.near(self.typed) if self._completions is not None else None

    def slip(self) -> Slip | None:
        """What the name in the field may be a slip of, where that is for a person to say."""
        near = self.near()
        if near is None or near.same:
            return None
        return Slip(self._field_id, self._kind, self.typed, near.name)

    def on_key(self, event: events.Key) -> None:
        """While offers are open, arrows walk through them."""
        offers = self.query_one(Offers)
        if not offers.display:
            return
        if event.key in {"down", "up"}:
            (offers.action_cursor_down if event.key == "down" else offers.action_cursor_up)()
        elif event.key == "escape":
            offers.display = False
        elif event.key in {"enter", "tab"} and offers.highlighted is not None:
            self._take(offers.highlighted)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes a name too."""
        event.stop()
        self._take(event.option_index)

    def _take(self, index: int) -> None:
        self.fill(self._found[index])
        self.query_one(Offers).display = False
        field = self.query_one(Field)
        field.cursor_position = len(field.value)
