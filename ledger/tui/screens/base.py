"""What all screens share: their keys, their way to the desk, and how a failure is told."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.containers import VerticalScroll
from textual.content import Content
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import Worker

from ledger.errors import LedgerError
from ledger.text.display import show_line
from ledger.tui.actions import acting_on_what_is_shown, bindings_of
from ledger.tui.shell import Shell
from ledger.tui.widgets.told import Told

if TYPE_CHECKING:
    from ledger.desk.desk import Desk

Result = TypeVar("Result")
PATIENCE = 1.5
"""Seconds after which a person is told what an act is waiting for."""


class LedgerScreen(Screen[None]):
    """A screen over the ledger.

    Attributes:
        topic: its name in the list of actions.
        known: whether the ledger has answered; before that nothing is said to be empty.
    """

    topic: ClassVar[str] = ""
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.known = False
        self._loading: Worker[None] | None = None
        self._held: Worker[None] | None = None

    def __init_subclass__(cls, **kwargs: bool) -> None:
        cls.BINDINGS = [*bindings_of(cls.topic)]
        super().__init_subclass__(**kwargs)

    @property
    def ledger_app(self) -> Shell:
        """The app, as what it is to a screen."""
        return cast("Shell", self.app)

    def look(
        self,
        call: Callable[["Desk"], Result],
        then: Callable[[Result], None],
        *,
        kind: str = "look",
        after: float = 0.0,
        holds: bool = False,
    ) -> None:
        """Ask the desk something; a newer question of the same kind replaces it.

        Args:
            call: asks the desk.
            then: takes the answer.
            kind: what a newer question must be to replace it.
            after: seconds of quiet to wait for first.
            holds: whether keys wait for the answer, which says what they are about.
        """

        def answered(result: Result) -> None:
            loaded = kind == "look"
            self.known |= loaded
            then(result)
            if loaded:
                self.refresh_bindings()

        app = self.ledger_app
        if kind == "look":
            # What replaces a look that keys wait for is waited for in its place.
            holds |= self._held is not None and not self._held.is_finished
        looking = app.background.look(self, call, answered, self.refused, kind=kind, after=after)
        if kind == "look":
            self._loading, self._held = looking, looking if holds else None
        if holds:
            app.turns.hold(looking)

    def act(
        self,
        call: Callable[["Desk"], Result],
        then: Callable[[Result], None],
        refused: Callable[[LedgerError], None] | None = None,
        *,
        holds: bool = False,
    ) -> None:
        """Let the desk do something, after everything asked of it before.

        Who leaves meanwhile sees what came of it where they are. Before the ledger is open nothing
        can be done.

        Args:
            call: does it.
            then: takes what came of it.
            refused: takes a failure; it is told if nobody does.
            holds: whether keys wait for what comes of it, which says what they are about.
        """
        app = self.ledger_app
        desk = app.background.desk
        if desk is None:
            return

        def done(result: Result) -> None:
            if self.display:
                then(result)
                self.refresh_bindings()
            else:
                app.reload()

        def failed(error: LedgerError) -> None:
            if self.display:
                (refused or self.refused)(error)
            else:
                self.warn(str(error))

        working = app.background.act(self.app, partial(call, desk), done, failed)
        if holds:
            app.turns.hold(working)

        def waiting() -> None:
            if not working.is_finished:
                self.say("Waiting: somebody else is writing to the ledger. Nothing is lost")

        self.set_timer(PATIENCE, waiting)

    def refused(self, error: LedgerError) -> None:
        """Say what went wrong and what to do next."""
        self.warn(str(error))

    def say(self, message: str) -> None:
        """One line for a moment."""
        self._tell(message, "information", 4)

    def warn(self, message: str) -> None:
        """One line that stays long enough to be read."""
        self._tell(message, "warning", 12)

    def _tell(self, message: str, severity: SeverityLevel, timeout: float) -> None:
        """In place of what was told before, which is about something else by now."""
        self.app.clear_notifications()
        self.notify(show_line(message), markup=False, severity=severity, timeout=timeout)

    def cite(self, ref: str) -> None:
        """Copy a statement, or the first of a claim, as a line of Markdown."""
        from ledger.desk.references import parse  # noqa: PLC0415 - as above
        from ledger.desk.report.citing import citation  # noqa: PLC0415 - the desk is loaded after first paint

        self.look(lambda desk: citation(desk, parse(ref)), self._copy, kind="cite")

    def _copy(self, text: str) -> None:
        """To the clipboard, and on screen for terminals that let no program at theirs."""
        self.app.copy_to_clipboard(text)
        told = f"Copied: {text}   (no clipboard here? mark it with Shift and the mouse)"
        self.notify(show_line(told), markup=False, timeout=12)

    def ask_topic(self, asked: str, suggested: str, then: Callable[[str | None], None]) -> None:
        """Ask for a topic; those in use are offered once they are found."""
        from ledger.desk.names.completing import Completions, topics  # noqa: PLC0415 - as above
        from ledger.tui.screens.ask import AskLine  # noqa: PLC0415 - as above

        ask = AskLine(asked, suggested, Completions(()))
        self.app.push_screen(ask, then)
        self.look(topics, ask.know, kind="topics")

    def idle(self) -> frozenset[str]:
        """The actions that have nothing to act on now, by their names."""
        return acting_on_what_is_shown(self.topic) if self.known and self.bare else frozenset()

    @property
    def bare(self) -> bool:
        """Whether the screen shows nothing that could be acted on."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual asks
        """A key with nothing to act on does nothing, and the line of keys leaves it out."""
        return action not in self.idle()

    @property
    def subject(self) -> str | None:
        """The claim that is looked at, by reference, where it is one."""
        return None

    def nothing(self, told: str) -> Content:
        """That there is nothing here, once it is known."""
        return Content(told if self.known else "one moment…")

    def put(self, name: str, content: Content) -> None:
        """Say something in one of the screen's lines."""
        self.query_one(f"#{name}", Told).tell(content)

    def reload(self) -> None:
        """Show the ledger as it is now."""

    def on_screen_resume(self) -> None:
        """Whoever comes back here sees what was done elsewhere."""
        if self.ledger_app.background.desk is not None:
            self.reload()

    def keep(self, then: Callable[[], None]) -> None:
        """Keep what is typed and not saved, and go on once it is written."""
        then()

    def action_back(self) -> None:
        """Close this screen."""
        self.app.pop_screen()

    def action_refresh(self) -> None:
        """See what colleagues did meanwhile."""
        self.reload()

    def action_read_on(self, pages: int) -> None:
        """Move every text that is longer than its place, a line of it staying in sight."""
        for pane in self.query(VerticalScroll):
            pane.scroll_relative(y=pages * max(pane.size.height - 1, 1), animate=False)

    def action_undo(self) -> None:
        """Take back the latest act of the person at the desk."""
        from ledger.desk.undoing import undo  # noqa: PLC0415 - the desk is loaded after first paint

        self._unless_typing(
            lambda desk: undo(desk, desk.actor), lambda undone: self.undone(undone.summary)
        )

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        from ledger.desk.undoing import redo  # noqa: PLC0415 - as above

        self._unless_typing(
            lambda desk: redo(desk, desk.actor), lambda redone: self.redone(redone.summary)
        )

    def _unless_typing(
        self, call: Callable[["Desk"], Result], then: Callable[[Result], None]
    ) -> None:
        """A person who types means the typing, and would not see the act they lose.

        What they press next is about what they see then.
        """

        def shown(result: Result) -> None:
            then(result)
            if self._loading is not None:
                self.ledger_app.turns.hold(self._loading)

        if isinstance(self.focused, Input):
            self.say("This takes back acts, not typing: leave the field first")
        else:
            self.act(call, shown, holds=True)

    def undone(self, summary: str) -> None:
        """Say what was taken back, and show the ledger without it."""
        self.say(f"Taken back: {summary}. ^Y does it again")
        self.reload()

    def redone(self, summary: str) -> None:
        """Say what was done again, and show the ledger with it."""
        self.say(f"Done again: {summary}")
        self.reload()
