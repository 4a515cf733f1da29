"""Add: a form that shows, while it is filled in, the figures read and the claims that are near."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Input, TextArea

from ledger.desk import drafts
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposing import Stored, store
from ledger.desk.names.completing import Completions, completions
from ledger.desk.references import parse
from ledger.desk.statements.adding import Added
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.placing import Asked, place, similar
from ledger.desk.texts.bridging import Apart, between
from ledger.desk.texts.extracting import extract_text
from ledger.desk.texts.figures import ReadQuantity, quantities
from ledger.desk.texts.matching import ClaimMatch
from ledger.errors import AmbiguousDate, LedgerError, UnreadableDate
from ledger.text.display import cells
from ledger.tui.ahead import Ahead, nobody
from ledger.tui.keeping import Keeper
from ledger.tui.screens.ask import AskSame
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.screens.choose import Choose
from ledger.tui.shown import line, rows
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.form import (
    KEPT,
    NAMES,
    Form,
    fields_of,
    fields_so_far,
    figures_line,
    told_day,
)
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.matches import Matches, apart_lines
from ledger.tui.widgets.name import NameField, Slip
from ledger.tui.widgets.told import Told

QUIET = 0.15
"""Seconds without a key before the ledger is asked; inside a composition nothing fires."""
LONG_ENOUGH = 4
"""Characters before claims are looked for; four Chinese characters already name a matter."""
LISTED = 9
ARTICLE, PARAGRAPHS = 400, 3
"""Terminal cells and line ends from which pasted words look like a whole article."""
NEWEST = -1
"""Asks for the newest draft."""


class Add(LedgerScreen):
    """One statement after another."""

    topic: ClassVar[str] = "add"
    AUTO_FOCUS = "Quote"
    DEFAULT_CSS = """
    Add #reads, Add #flagged { height: auto; max-height: 2; padding: 0 1; }
    Add #flagged { max-height: 3; text-style: bold; }
    Add Matches.stale { text-style: dim; }
    """

    def __init__(self, draft: int | None = None, begun: dict[str, str] | None = None) -> None:
        """Open with a draft, or with fields that are filled in already."""
        super().__init__()
        self._wanted, self._begun = draft, begun
        self._choice: Choice | None = None
        self._saved: dict[str, str] | None = None
        self._no_slips: set[Slip] = set()
        self._has_words = False
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
        """Bring the draft that was asked for, and the names to complete from."""
        self._head()
        self._tell_choice()
        self._ahead.changed = self._head
        if self._wanted is not None:
            self.look(drafts.drafts, self._bring, kind="draft", holds=True)
        if self._begun is not None:
            self.form.fill(self._begun)
            self.query_one("#outlet").focus()
        self._learn_names()

    def on_screen_resume(self) -> None:
        """Nothing is reloaded into a form somebody is filling in."""

    def on_unmount(self) -> None:
        """Another form shows what waits for it."""
        self._ahead.changed = nobody

    def idle(self) -> frozenset[str]:
        """No matches, no article, nothing to empty and nothing to take back until there is one."""
        wanting = {
            "matches": self.query_one(Matches).matches,
            "article": self.form.quote.text.strip(),
            "empty": any(self._values().values()),
            "undo": self.form.quote.text or self._saved,
        }
        return frozenset(name for name, there in wanting.items() if not there)

    @property
    def _ahead(self) -> Ahead:
        return self.ledger_app.turns.ahead

    def _learn_names(self) -> None:
        self.look(lambda desk: completions(desk, "speaker"), self._know_speakers, kind="speakers")
        self.look(lambda desk: completions(desk, "outlet"), self._know_outlets, kind="outlets")

    def _know_speakers(self, known: Completions) -> None:
        self.query_one("#speaker-field", NameField).know(known)

    def _know_outlets(self, known: Completions) -> None:
        for name in ("outlet", "relayed_from"):
            self.query_one(f"#{name}-field", NameField).know(known)

    def _bring(self, found: list[drafts.Draft]) -> None:
        wanted = (draft for draft in found if self._wanted in {draft.number, NEWEST})
        draft = next(wanted, None)
        if draft is not None:
            self.form.fill(dict(draft.fields))
            self._keeper.go_on(draft)

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
        text = self.form.quote.text
        return text.strip().count("\n") >= PARAGRAPHS and cells(text) >= ARTICLE

    def action_article(self) -> None:
        """Keep the words as an article, and go to what it proposes."""
        values = self.form.values()
        if not values["outlet"].strip():
            self.warn("Who published the article? Name the outlet first")
            self.query_one("#outlet").focus()
            return
        if wrong := self.form.wrong_link():
            self._not_saved(wrong, "url")
            return
        if self._asks_of_a_slip(self.action_article):
            return

        def call(desk: Desk) -> Stored:
            fields = fields_of(desk, values)
            url = fields.get("url")
            return store(
                desk, extract_text(fields["text"], fields["outlet"], fields.get("said_on"), url)
            )

        self.act(call, self._proposed, self._not_placed, holds=True)

    def _proposed(self, stored: Stored) -> None:
        if not stored.added + stored.held:
            self.say(
                f"Nothing in {stored.document} is worth proposing. ^S files it as one statement"
            )
            return
        self._keeper.forget()
        self.ledger_app.turns.drop()
        self.ledger_app.open_inbox(stored.document)

    def action_matches(self) -> None:
        """Go to the matches, and back."""
        matches = self.query_one(Matches)
        (self.form.quote if matches.has_focus else matches).focus()

    def action_new_claim(self) -> None:
        """A claim of its own; again, and it is open once more."""
        self._choose(None if self._choice == Choice() else Choice())

    def action_save(self) -> None:
        """Record it, or ask first: is this name a slip, and which claim is it?"""
        if self._saved is not None and not self.form.quote.text:
            return  # pressed twice: what was said of the first time stands
        if wrong := self.form.wrong_link():
            self._not_saved(wrong, "url")
            return
        if self._asks_of_a_slip(self.action_save):
            return
        values = self.form.values()
        choice = self._choice

        def call(desk: Desk) -> Added | Asked:
            return place(desk, fields_of(desk, values), choice)

        self.act(call, lambda result: self._placed(result, values), self._not_placed, holds=True)

    def _asks_of_a_slip(self, go_on: Callable[[], None]) -> bool:
        """Ask whether a name is a slip of the finger, if one may be; the answer goes on."""
        slip = next((slip for slip in self.form.slips() if slip not in self._no_slips), None)
        if slip is not None:
            self._ask_same(slip, go_on)
        return slip is not None

    def _ask_same(self, slip: Slip, go_on: Callable[[], None]) -> None:
        def answered(same: bool | None) -> None:  # noqa: FBT001 - the answer itself
            if same is None:
                self.query_one(f"#{slip.field}").focus()
                return
            if same:
                self.query_one(f"#{slip.field}-field", NameField).fill(slip.near)
                self.form.tell(slip.field, "")
            else:
                self._no_slips.add(slip)
            go_on()

        typed_on = self.ledger_app.turns.set_aside()
        asked = AskSame(self._ahead, slip.kind, slip.name, slip.near, typed_on=typed_on)
        self.app.push_screen(asked, answered)

    def _not_placed(self, error: LedgerError) -> None:
        day = isinstance(error, AmbiguousDate | UnreadableDate)
        self._not_saved(str(error), "said_on" if day else getattr(error, "field", None))

    def _not_saved(self, why: str, field: str | None) -> None:
        """Say why, and go where it can be mended; what was typed on belongs to the next form."""
        self.ledger_app.turns.set_aside()
        self._ahead.until_a_pause()
        self.warn(why)
        if field in NAMES:
            self.query_one(f"#{field}").focus()

    def _placed(self, result: Added | Asked, values: dict[str, str]) -> None:
        if isinstance(result, Asked):
            self.app.clear_notifications()  # what was told of the last one would lie over this
            typed_on = self.ledger_app.turns.set_aside()
            asked = Choose(self._ahead, result.near, result.apart, typed_on=typed_on)
            self.app.push_screen(asked, self._answered)
            return
        self._tell_added(result)
        if self.form.has_new_names:
            self._learn_names()
        self._saved = values
        if self.form.values() == values:
            self._keeper.forget()
            kept = {name: values[name] for name in (*KEPT, "url")}
            self.form.fill({**kept, "said_on": str(result.statement.said_on or "")})
            self.form.quote.focus()
            self.ledger_app.turns.bring_back()

    def _answered(self, choice: Choice | None) -> None:
        if choice is not None:
            self._choose(choice)
            self.action_save()

    def _tell_added(self, added: Added) -> None:
        if added.added:
            why = f", {added.score:.0%} sure" if added.score is not None else ""
            self.say(f"Saved {added.statement.ref} under {added.statement.claim}{why}. ^Z undoes")
        else:
            self.say(
                f"The ledger holds it already: {added.statement.ref} under {added.statement.claim}"
            )
        flags, width = added.conflicts, self.size.width - 2
        told = rows(f"! {flags[0].ref}  {flags[0].explanation}", width, 2) if flags else []
        if len(flags) > 1:
            told.append(line(f"  and {len(flags) - 1} more under {added.statement.claim}"))
        told += [apart_lines(added.apart)] if added.apart else []
        self.put("flagged", Content("\n").join(told))

    def on_quote_undo_asked(self) -> None:
        """Undo in an empty form takes back what was saved last."""
        self.action_undo()

    def action_undo(self) -> None:
        """Take back the statement saved last; never while the next one is half typed."""
        if self.form.quote.text:
            self.say("The form is not empty: undo works on what is saved once it is")
        elif self._saved is not None:
            super().action_undo()

    def undone(self, summary: str) -> None:
        """The words come back into the form."""
        self.say(f"Taken back: {summary}")
        self.put("flagged", Content(""))
        if self._saved is not None and not self.form.quote.text:
            self.form.fill(self._saved)
        self._saved = None

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
