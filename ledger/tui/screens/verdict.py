"""A verdict on a claim: a label of a scale, what it rests on, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.listing import Listing

Labels = Sequence[tuple[str, str]]
"""Scales and their labels."""


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict as typed.

    Attributes:
        scale: the scale's name.
        rating: the label.
        evidence: references and links.
        reason: why.
    """

    scale: str
    rating: str
    evidence: tuple[str, ...]
    reason: str


class AskVerdict(ModalScreen[Given | None]):
    """Three fields: arrows choose the label, Tab goes on, Enter in the last gives the verdict."""

    DEFAULT_CSS = """
    AskVerdict { align: center bottom; }
    AskVerdict Vertical { height: auto; background: $panel; padding: 0 1; }
    AskVerdict Horizontal { height: 1; }
    AskVerdict Label { width: 10; }
    AskVerdict Field { width: 1fr; }
    AskVerdict Listing { height: auto; max-height: 8; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, claim: str, labels: Labels, evidence: str) -> None:
        """Ask for a verdict.

        Args:
            claim: what it is about.
            labels: every scale with every label.
            evidence: what it may rest on, as suggested.
        """
        super().__init__()
        self._claim, self._labels, self._evidence = claim, labels, evidence

    def compose(self) -> ComposeResult:
        """The label with the list it is found in, the evidence, the reason."""
        fields = (
            ("rating", "Rating", "type part of a label or of its scale; arrows choose"),
            ("evidence", "Rests on", "S48 D3 https://…"),
            ("reason", "Because", "why; Enter gives the verdict"),
        )
        with Vertical():
            yield Static(line(f"Verdict on {self._claim}   Esc goes back"), markup=False)
            for name, label, placeholder in fields:
                with Horizontal():
                    yield Label(label, markup=False)
                    yield Field(id=name, placeholder=placeholder)
            listing = Listing()
            listing.can_focus = False
            yield listing

    def on_mount(self) -> None:
        """Every label at first."""
        self.query_one("#evidence", Field).value = self._evidence
        self.query_one("#rating", Field).focus()
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only the labels that hold what is typed."""
        event.stop()
        if event.input.id == "rating":
            self._list(event.value)

    def _list(self, typed: str) -> None:
        listing = self.query_one(Listing)
        listing.clear_options()
        words = typed.casefold().split()
        listing.add_options(
            Option(Content.assemble(line(label, style="bold"), line(f"  {scale}")), str(number))
            for number, (scale, label) in enumerate(self._labels)
            if all(word in f"{scale} {label}".casefold() for word in words)
        )
        listing.highlighted = 0 if listing.option_count else None

    def on_key(self, event: events.Key) -> None:
        """Arrows walk through the labels."""
        if event.key in {"down", "up"}:
            listing = self.query_one(Listing)
            (listing.action_cursor_down if event.key == "down" else listing.action_cursor_up)()
            event.stop()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click lights a label."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field; in the last one it gives the verdict."""
        event.stop()
        listing = self.query_one(Listing)
        if event.input.id != "reason":
            self.focus_next()
        elif listing.highlighted is not None:
            number = int(str(listing.get_option_at_index(listing.highlighted).id))
            evidence = self.query_one("#evidence", Field).value.replace(",", " ").split()
            self.dismiss(Given(*self._labels[number], tuple(evidence), event.value))

    def action_leave(self) -> None:
        """No verdict."""
        self.dismiss(None)
