"""Filling: a form that shows, while it is filled in, the figures read and the claims that are near.

What is typed is kept as a draft meanwhile. Recording it is left to the screen that adds.
"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Input, TextArea

from ledger.desk import drafts
from ledger.desk.desk import Desk
from ledger.desk.names.completing import Completions, completions
from ledger.desk.references import parse
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.placing import similar
from ledger.desk.texts.bridging import Apart, between
from ledger.desk.texts.figures import ReadQuantity, quantities
from ledger.desk.texts.matching import ClaimMatch
from ledger.text.display import cells
from ledger.tui.ahead import Ahead, nobody
from ledger.tui.keeping import Keeper
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.form import (
    Form,
    fields_so_far,
    figures_line,
    told_day,
)
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.matches import Matches, apart_lines
from ledger.tui.widgets.name import NameField
from ledger.tui.widgets.told import Told

QUIET = 0.15
"""Seconds without a key before the ledger is asked; inside a composition nothing fires."""
LONG_ENOUGH = 4
"""Characters before claims are looked for; four Chinese characters already name a matter."""
LISTED = 9
ARTICLE, PARAGRAPHS = 400, 3
"""Terminal cells and line ends from which pasted words look like a whole article."""


class Filling(LedgerScreen):
    """The form of one statement, and what its words mean so far."""

    topic: ClassVar[str] = "add"
    AUTO_FOCUS = "Quote"
    DEFAULT_CSS = """
    Filling #reads, Filling #flagged { height: auto; max-height: 2; padding: 0 1; }
    Filling #flagged { max-height: 3; text-style: bold; }
    Filling Matches.stale { text-style: dim; }
    """

    def __init__(self) -> None:
        """An empty form, of which nothing is kept yet."""
        super().__init__()
        self._choice: Choice | None = None
        self._has_words = False
        self._pasted = ""
        self._keeper = Keeper(self, self._values, self._head)

    def compose(self) -> ComposeResult:
        """The form above, what it means below."""
        yield Told("heading", "Add statement", "heading")
        yield Form()
        yield Told("reads", "Reads  no figure yet", "quiet")
        yield Told("flagged", classes="")
        yield Told("apart", classes="warning")
        yield Told("choice")
        yield Matches()
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Say who types, and bring the names to complete from."""
        self._head()
        self._tell_choice()
        self._ahead.changed = self._head
        self._learn_names()

    def on_screen_resume(self) -> None:
        """Nothing is reloaded into a form somebody is filling in."""

    def on_unmount(self) -> None:
        """Another form shows what waits for it."""
        self._ahead.changed = nobody

    @property
    def _ahead(self) -> Ahead:
        return self.ledger_app.turns.ahead

    def _values(self) -> dict[str, str]:
        return self.form.values()

    @property
    def form(self) -> Form:
        """The form."""
        return self.query_one(Form)

    def _head(self) -> None:
        at = self._keeper.kept_at
        kept = f"   draft kept {at.astimezone():%H:%M:%S}" if at is not None else ""
        waits = f"   waits for the next form: “{self._ahead.words}”" if self._ahead else ""
        told = f"   you: {self.ledger_app.actor}{kept}{waits}"
        self.put("heading", Content("Add statement") + line(told))

    def _learn_names(self) -> None:
        self.look(lambda desk: completions(desk, "speaker"), self._know_speakers, kind="speakers")
        self.look(lambda desk: completions(desk, "outlet"), self._know_outlets, kind="outlets")

    def _know_speakers(self, known: Completions) -> None:
        self.query_one("#speaker-field", NameField).know(known)

    def _know_outlets(self, known: Completions) -> None:
        for name in ("outlet", "relayed_from"):
            self.query_one(f"#{name}-field", NameField).know(known)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The words changed: read them and look for their claims once the keys are quiet."""
        event.stop()
        self._keeper.soon()
        text = event.text_area.text
        if not text:
            self._choose(None)
        if bool(text.strip()) is not self._has_words:
            self._has_words = bool(text.strip())
            self.refresh_bindings()
        self.look(lambda _: quantities(text), self._read, kind="figures", after=QUIET)
        self._match()

    def _match(self) -> None:
        """Look for the claims the words may belong to, given whose words they are and of when."""
        values, matches = self.form.values(), self.query_one(Matches)
        if len(values["text"].strip()) < LONG_ENOUGH:
            self.workers.cancel_group(self, "match")
            self._matched(((), ()))
            return
        matches.add_class("stale")

        def call(desk: Desk) -> tuple[tuple[ClaimMatch, ...], tuple[Apart, ...]]:
            near = similar(desk, fields_so_far(desk, values), LISTED)
            return near, between(desk, near)

        self.look(call, self._matched, kind="match", after=QUIET)

    def on_input_changed(self, event: Input.Changed) -> None:
        """A field changed: keep the draft soon, and understand the day as typed."""
        self._keeper.soon()
        field = str(event.input.id)
        self.form.tell(field, "")
        if field == "said_on":
            self._read_day(QUIET)
        if field != "url":
            self._match()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field: it records nothing, so that no paste does."""
        event.stop()
        self.focus_next()

    def _read_day(self, after: float = 0.0) -> None:
        written = self.form.values()["said_on"].strip()
        if not written:
            return

        def tell(read: tuple[str, date | None]) -> None:
            told, on = read
            self.form.tell("said_on", told, understood=on is not None)
            field = self.query_one("#said_on", Field)
            if on is not None and not field.has_focus and field.value.strip() == written:
                field.value = str(on)

        self.look(lambda desk: told_day(desk, written), tell, kind="day", after=after)

    def on_name_field_judged(self, event: NameField.Judged) -> None:
        """A name nobody goes by yet may be a slip of the finger: say so."""
        self.form.tell(event.field, event.told)

    def _read(self, found: list[ReadQuantity]) -> None:
        self.put("reads", figures_line(map(_as_read, found), self.size.width * 2 - 4))

    def _matched(self, found: tuple[tuple[ClaimMatch, ...], tuple[Apart, ...]]) -> None:
        near, apart = found
        self.query_one(Matches).show(near)
        self.refresh_bindings()
        self.put("apart", apart_lines(apart))
        self._tell_choice()

    def on_matches_chosen(self, event: Matches.Chosen) -> None:
        """A match, or a new claim, was chosen by hand."""
        number = parse(event.claim, "claim").number if event.claim is not None else None
        self._choose(Choice(number))
        self.form.quote.focus()

    def _choose(self, choice: Choice | None) -> None:
        self._choice = choice
        self._tell_choice()

    def _tell_choice(self) -> None:
        count = len(self.query_one(Matches).matches)
        near = f"{count} similar, same words ≠ same claim" if count else "No claim is near"
        if self._is_article:
            near = "A whole article? F3 proposes its statements"
        goes = "decided when saved"
        if self._choice is not None:
            goes = f"C{self._choice.claim}" if self._choice.claim is not None else "a new claim"
        told = Content.assemble((near, "dim"), "   goes to: ", (goes, "bold"))
        self.put("choice", told)

    @property
    def _is_article(self) -> bool:
        text = self.form.quote.text.strip()
        lines = text.count("\n")
        if text and text == self._pasted.strip():
            return lines > 0
        return lines >= PARAGRAPHS and cells(text) >= ARTICLE

    def action_matches(self) -> None:
        """Go to the matches, and back."""
        matches = self.query_one(Matches)
        (self.form.quote if matches.has_focus else matches).focus()

    def action_new_claim(self) -> None:
        """A claim of its own; again, and it is open once more."""
        self._choose(None if self._choice == Choice() else Choice())

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Leaving a field keeps the draft at once; a day like "yesterday" becomes the day it is."""
        self._keeper.at_once_if_waiting()
        if event.widget.id == "said_on":
            self._read_day()
        if event.widget.id == "url":
            self.form.tell("url", self.form.wrong_link(), understood=False)

    def action_empty(self) -> None:
        """Start afresh; the draft stays for Home to offer."""
        self._keeper.leave(self._begin)

    def _begin(self) -> None:
        self.form.fill({})
        self.form.quote.focus()

    def keep(self, then: Callable[[], None]) -> None:
        """Write the draft first; one whose words were all erased is thrown away.

        What was typed ahead becomes a draft of its own.
        """
        words = self._ahead.words
        if words:
            self.act(lambda desk: drafts.save(desk, {"text": words}), self._kept_ahead)
        (self._keeper.now if self.form.quote.text.strip() else self._keeper.forget)(then)

    def _kept_ahead(self, _: int) -> None:
        self._ahead.take()

    def action_back(self) -> None:
        """Keep what was typed, and close once it is written."""
        if isinstance(self.focused, Matches):
            self.form.quote.focus()
        else:
            self.keep(super().action_back)


def _as_read(figure: ReadQuantity) -> str:
    """A figure as written, and how it is understood where that says more."""
    written = str(figure.contract["text"])
    told = list(dict.fromkeys((figure.interval, figure.note or figure.interval)))
    return written if told == [written] else f"{written} → {', '.join(told)}"
