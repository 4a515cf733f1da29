"""History: the journal, newest first, and undo from any point in it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ledger.desk.looking.browsing import PAGE
from ledger.desk.looking.showing import history
from ledger.desk.looking.views import EntryView
from ledger.desk.undoing import Undone, standing, undo_to
from ledger.text.fold import fold
from ledger.tui.screens.ask import AskYes
from ledger.tui.screens.filtered import FilteredScreen
from ledger.tui.shown import rows
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.told import Told

_ROWS = 2
"""Lines an act may take; a decision on a hundred conflicts names them all."""


class History(FilteredScreen):
    """Who did what and when."""

    topic: ClassVar[str] = "history"
    AUTO_FOCUS = "Listing"

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[EntryView] = []
        self._listed: list[EntryView] = []

    def compose(self) -> ComposeResult:
        """The filter and the acts."""
        yield Told("heading", "History", "heading")
        yield Field(placeholder="words of an act, a name, a reference", select_on_focus=False)
        yield Listing()
        yield Keys(self.topic)

    def reload(self) -> None:
        """Load the journal."""
        self.look(history, self._loaded)

    @property
    def bare(self) -> bool:
        """Whether no act is listed."""
        return not self._listed

    def _loaded(self, entries: list[EntryView]) -> None:
        self._entries = entries
        self._show()

    def on_resize(self) -> None:
        """Rows are cut to the width there is."""
        if self._entries:
            self._show()

    def on_input_changed(self) -> None:
        """Every entry is at hand, so this waits for nothing."""
        self._show()
        self.query_one(Listing).action_first()

    def _show(self) -> None:
        words = fold(self.query_one(Field).value).split()
        fits = [entry for entry in self._entries if all(word in _key(entry) for word in words)]
        self._listed = fits[:PAGE]
        stands = {entry.number for entry in standing(self._entries)}
        width = self.size.width - 4
        self.query_one(Listing).renew(
            Option(
                _row(entry, width, gone=entry.undoes is None and entry.number not in stands),
                str(entry.number),
            )
            for entry in self._listed
        )
        told = f"History   acts: {len(fits):,} of {len(self._entries):,}"
        self.put("heading", Content(told))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter is the key of undoing to here."""
        event.stop()
        self.action_undo_to()

    def action_undo_to(self) -> None:
        """Take back everything from the act under the cursor on, once that is confirmed."""
        at = self.query_one(Listing).highlighted
        if at is None:
            return
        entry = self._listed[at]
        since = [e for e in standing(self._entries) if e.number >= entry.number]
        if entry not in since:
            self.say("This was taken back before, or takes back another act")
            return
        others = sorted({e.actor for e in since} - {self.ledger_app.actor})
        whose = f", also of {', '.join(others)}" if others else ""
        acts = f"{len(since)} act{'' if len(since) == 1 else 's'}"
        asked = f"Take back {acts}{whose}, from “{entry.summary}” on?"
        self.app.push_screen(
            AskYes(asked), lambda yes: self._undo_to(entry.number) if yes else None
        )

    def _undo_to(self, number: int) -> None:
        self.act(lambda desk: undo_to(desk, number), self._taken_back)

    def _taken_back(self, undone: list[Undone]) -> None:
        self.undone("; ".join(act.summary for act in undone))

    def action_back(self) -> None:
        """Empty the filter first; then close."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
            self.query_one(Listing).focus()
        else:
            super().action_back()


def _key(entry: EntryView) -> str:
    return fold(f"{entry.number} {entry.actor} {entry.act} {entry.summary}")


def _row(entry: EntryView, width: int, *, gone: bool) -> Content:
    at = entry.at.astimezone()
    head = f"{entry.number:>5}  {at.day:>2} {at:%b %H:%M}  "
    state = "taken back: " if gone else ""
    told = f"{entry.actor}  {entry.act}  {state}{entry.summary}"[: _ROWS * width]
    first, *more = rows(told, width - len(head), _ROWS)
    return Content(f"\n{' ' * len(head)}").join([Content.styled(head, "bold") + first, *more])
