"""The form of a statement: its fields by name, and how they are understood."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Label

from ledger.desk.desk import Desk
from ledger.errors import LedgerError
from ledger.text.dates import is_to_come
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.name import NameField, Slip
from ledger.tui.widgets.quote import Quote
from ledger.tui.widgets.told import Told

NAMES = ("text", "speaker", "outlet", "said_on", "url", "relayed_from")
"""The fields, as the ledger calls them."""
_SHOWN = 40
"""Characters of a wrong link told."""
KEPT = ("speaker", "outlet", "said_on", "relayed_from")
"""What stays for the next quote of the same article; the link stays with it."""


class Form(Vertical):
    """Words, speaker, outlet, day, link and relay."""

    DEFAULT_CSS = """
    Form { height: auto; }
    Form .row { height: 1; }
    Form Label { width: 10; padding: 0 0 0 1; }
    Form Field, Form NameField { width: 1fr; }
    Form #notes { height: auto; padding: 0 1 0 11; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._notes: dict[str, Content] = {}

    def compose(self) -> ComposeResult:
        """Two fields a line, so that all of them stand above the matches."""
        yield Quote()
        with Horizontal(classes="row"):
            yield Label("Speaker", markup=False)
            yield NameField("speaker", "empty: the outlet itself")
            yield Label("Outlet", markup=False)
            yield NameField("outlet", "who published it")
        with Horizontal(classes="row"):
            yield Label("Said on", markup=False)
            yield Field(id="said_on", placeholder="14 Mar, yesterday, 3月14日")
            yield Label("Link", markup=False)
            yield Field(id="url", placeholder="https://")
        with Horizontal(classes="row"):
            yield Label("Relays", markup=False)
            yield NameField("relayed_from", "whom the outlet quotes")
        yield Told("notes", classes="")

    def values(self) -> dict[str, str]:
        """Everything typed, by field."""
        typed = {name: self.query_one(f"#{name}", Field).value for name in NAMES if name != "text"}
        return {"text": self.query_one(Quote).verbatim, **typed}

    def slips(self) -> list[Slip]:
        """The names nobody goes by that may be slips of known ones."""
        return [slip for field in self.query(NameField) if (slip := field.slip()) is not None]

    @property
    def has_new_names(self) -> bool:
        """Whether a name stands in it that nobody goes by."""
        return any(field.is_new for field in self.query(NameField))

    def fill(self, values: dict[str, str]) -> None:
        """Put these values in; fields not named become empty."""
        self.query_one(Quote).load_text(values.get("text", ""))
        for name in NAMES[1:]:
            field, value = self.query_one(f"#{name}", Field), values.get(name, "")
            if isinstance(field.parent, NameField):
                field.parent.fill(value)
            else:
                field.value = value

    def tell(self, field: str, told: str, *, understood: bool = True) -> None:
        """Say beneath the fields how one of them is understood; nothing for an empty text."""
        self._notes[field] = line(told, style="" if understood else "bold")
        self.query_one("#notes", Told).tell(Content("; ").join(filter(None, self._notes.values())))

    def wrong_link(self) -> str:
        """What is wrong with the link, if anything; one without its scheme is given it."""
        field = self.query_one("#url", Field)
        link = field.value.strip()
        if link.startswith("www."):
            field.value = link = f"https://{link}"
        if not link or link.startswith(("https://", "http://")):
            return ""
        return f"“{link[:_SHOWN]}” is no link: one begins with https://"

    @property
    def quote(self) -> Quote:
        """The field of the words."""
        return self.query_one(Quote)


def figures_line(intervals: Iterable[str], width: int) -> Content:
    """The figures read in the words so far."""
    return line(f"Reads  {'; '.join(intervals) or 'no figure yet'}", width)


def told_day(desk: Desk, written: str) -> tuple[str, date | None]:
    """The day as understood, in words with its weekday, or why it is not."""
    try:
        on = desk.day(written)
    except LedgerError as error:
        return str(error), None
    later = ", still to come" if is_to_come(on, desk.today()) else ""
    return f"{on.day} {on:%b %Y (%A)}{later}", on


def fields_so_far(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form as the fields of a statement, without a day nobody can read yet."""
    try:
        return fields_of(desk, values)
    except LedgerError:
        return fields_of(desk, {**values, "said_on": ""})


def fields_of(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form as the fields of a statement."""
    fields: dict[str, Any] = {name: value for name, value in values.items() if value.strip()}
    if "said_on" in fields:
        fields["said_on"] = desk.day(fields["said_on"])
    return {"text": "", "outlet": "", **fields}
