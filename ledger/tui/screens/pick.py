"""Which claim? Near ones are listed; words or a reference typed look for others."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ledger.desk.desk import Desk
from ledger.desk.looking.browsing import browse
from ledger.desk.looking.showing import show
from ledger.desk.looking.views import ClaimView
from ledger.desk.references import Reference, parse
from ledger.desk.statements.placing import similar
from ledger.errors import LedgerError
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.told import Told

if TYPE_CHECKING:
    from ledger.tui.background import Background

QUIET = 0.15
_LISTED = 8


class Pick(ModalScreen[Reference | None]):
    """A line to look for a claim, and those found; Enter takes the one lit, Esc none."""

    DEFAULT_CSS = """
    Pick { align: center bottom; }
    Pick Vertical { height: auto; background: $panel; padding: 0 1; }
    Pick Listing { height: auto; max-height: 8; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self, background: "Background", asked: str, text: str, without: frozenset[str]
    ) -> None:
        """Ask for a claim.

        Args:
            background: looks things up.
            asked: what for.
            text: the words whose near claims are offered first.
            without: claims that will not do, by reference.
        """
        super().__init__()
        self._background, self._asked, self._text = background, asked, text
        self._without = without
        self._listed: str | None = None

    def compose(self) -> ComposeResult:
        """What is asked, the line, and what was found."""
        with Vertical():
            yield Static(line(f"{self._asked}   (Esc goes back)"), markup=False)
            yield Field(placeholder="near ones are below; words or C12 find others", id="wanted")
            yield Told("fault")
            listing = Listing()
            listing.can_focus = False
            yield listing

    def on_mount(self) -> None:
        """Offer what is near."""
        self.query_one(Field).focus()
        self._look("", 0.0)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        self._look(event.value.strip(), QUIET)

    def _look(self, written: str, after: float, *, take: bool = False) -> None:
        """List what is found; where that is the one claim named and it is to be taken, take it."""

        def call(desk: Desk) -> list[tuple[str, str]]:
            found = _found(desk, written, self._text)
            return [row for row in found if row[0] not in self._without][:_LISTED]

        def then(found: list[tuple[str, str]]) -> None:
            self._listed = written
            self._list(found)
            if take and [ref.casefold() for ref, _ in found] == [written.casefold()]:
                self._take(found[0][0])

        self._background.look(self, call, then, self._refused, kind="pick", after=after)

    def _list(self, found: list[tuple[str, str]]) -> None:
        listing = self.query_one(Listing)
        listing.clear_options()
        width = self.size.width - 4
        listing.add_options(
            Option(Content.assemble((f"{ref:<7}", "bold"), line(told, width - 8)), ref)
            for ref, told in found
        )
        listing.highlighted = 0 if found else None
        typed = self.query_one(Field).value.strip()
        none = "No claim fits these words." if typed else "None is near: type words or C12."
        self.query_one("#fault", Told).tell(Content("" if found else none))

    def _refused(self, error: LedgerError) -> None:
        self.query_one("#fault", Told).tell(line(str(error), style="bold"))

    def on_key(self, event: events.Key) -> None:
        """Arrows walk through the list while the line keeps the focus."""
        if event.key in {"down", "up"}:
            listing = self.query_one(Listing)
            (listing.action_cursor_down if event.key == "down" else listing.action_cursor_up)()
            event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the one lit; of what is not listed yet, only a claim that is named."""
        event.stop()
        listing, written = self.query_one(Listing), event.value.strip()
        if written != self._listed:
            self._look(written, 0.0, take=True)
        elif listing.highlighted is not None:
            self._take(str(listing.get_option_at_index(listing.highlighted).id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes one too."""
        event.stop()
        self._take(str(event.option.id))

    def _take(self, ref: str) -> None:
        self.dismiss(parse(ref, "claim"))

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)


def _found(desk: Desk, written: str, text: str) -> list[tuple[str, str]]:
    """References and wordings of the claim named, of those that hold the words, or of near ones."""
    if not written:
        near = similar(desk, {"text": text}, _LISTED + 1)
        return [(found.claim, found.wording) for found in near]
    try:
        named = show(desk, parse(written, "claim"))
    except LedgerError:
        return [(row.ref, row.wording) for row in browse(desk, written, _LISTED + 1).rows]
    return [(named.ref, named.wording)] if isinstance(named, ClaimView) else []
