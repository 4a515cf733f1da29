"""Add: one statement after another is recorded, or a whole article is laid before the inbox."""

from collections.abc import Callable

from textual.content import Content

from ledger.desk import drafts
from ledger.desk.desk import Desk
from ledger.desk.inbox.proposing import Stored, store
from ledger.desk.statements.adding import Added
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.placing import Asked, place
from ledger.desk.texts.extracting import extract_text
from ledger.errors import AmbiguousDate, LedgerError, UnreadableDate
from ledger.tui.screens.ask import AskSame
from ledger.tui.screens.choose import Choose
from ledger.tui.screens.filling import Filling
from ledger.tui.shown import line, rows
from ledger.tui.widgets.form import KEPT, NAMES, fields_of
from ledger.tui.widgets.matches import Matches, apart_lines
from ledger.tui.widgets.name import NameField, Slip

SUREST = 0.99
"""No score is called more: likeness never makes it certain."""
NEWEST = -1
"""Asks for the newest draft."""


class Add(Filling):
    """One statement after another."""

    def __init__(self, draft: int | None = None, begun: dict[str, str] | None = None) -> None:
        """Open with a draft, or with fields that are filled in already."""
        super().__init__()
        self._wanted, self._begun = draft, begun
        self._saved: dict[str, str] | None = None
        self._as_one = ""
        self._no_slips: set[Slip] = set()

    def on_mount(self) -> None:
        """Bring the draft that was asked for, or what was begun elsewhere."""
        if self._wanted is not None:
            self.look(drafts.drafts, self._bring, kind="draft", holds=True)
        if self._begun is not None:
            self.form.fill(self._begun)
            self._pasted = self._begun.get("text", "")
            self.query_one("#outlet").focus()

    def idle(self) -> frozenset[str]:
        """No matches, no article, nothing to empty and nothing to take back until there is one."""
        wanting = {
            "matches": self.query_one(Matches).matches,
            "article": self.form.quote.text.strip(),
            "empty": any(self._values().values()),
            "undo": self.form.quote.text or self._saved,
        }
        return frozenset(name for name, there in wanting.items() if not there)

    def _bring(self, found: list[drafts.Draft]) -> None:
        wanted = (draft for draft in found if self._wanted in {draft.number, NEWEST})
        draft = next(wanted, None)
        if draft is not None:
            self.form.fill(dict(draft.fields))
            self._keeper.go_on(draft)

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

    def action_save(self) -> None:
        """Record it, or ask first: is this name a slip, and which claim is it?"""
        if self._saved is not None and not self.form.quote.text:
            return  # pressed twice: what was said of the first time stands
        if wrong := self.form.wrong_link():
            self._not_saved(wrong, "url")
            return
        if self._is_article and self._as_one != self.form.quote.text:
            self._as_one = self.form.quote.text
            self._not_saved("A whole article? F3 proposes its statements, ^S again files it as one")
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

    def _not_saved(self, why: str, field: str | None = None) -> None:
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
            why = f", {min(added.score, SUREST):.0%} sure" if added.score is not None else ""
            self.say(f"Saved {added.statement.ref} under {added.statement.claim}{why}. ^Z undoes")
        else:
            self.say(
                f"The ledger holds it already: {added.statement.ref} under {added.statement.claim}"
            )
        flags, width = added.conflicts, self.size.width - 2
        first = f"! {added.statement.ref} in {flags[0].ref}: " if flags else ""
        told = rows(f"{first}{flags[0].explanation}", width, 2) if flags else []
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
