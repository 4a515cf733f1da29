"""The app: paints first, opens the ledger behind it, and moves between screens."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from ledger.errors import LedgerError
from ledger.text.display import show_line
from ledger.tui.actions import ACTIONS, EVERYWHERE, Action, actions_of
from ledger.tui.background import Background
from ledger.tui.leaving import HANGS, PATIENCE, Leaving
from ledger.tui.rest import QUIET, Rest
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.screens.home import Home
from ledger.tui.turns import Turns

if TYPE_CHECKING:
    from ledger.desk.desk import Desk

SitDown = Callable[[str | None, str | None, bool], AbstractContextManager["Desk"]]
"""Opens the ledger at a place for a person, making it if asked to."""

_QUIT = next(action.keys for action in ACTIONS if action.id == "app.quit")
DEMO_FOLDER = Path("factledger-demo")
_SCREENS = {
    "add": "Add",
    "review": "Review",
    "inbox": "Inbox",
    "questions": "Questions",
    "claim": "ClaimScreen",
    "browse": "Browse",
    "history": "History",
}


class LedgerApp(App[None]):
    """factledger in a terminal."""

    TITLE = "factledger"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(action.keys, action.id, action.label, show=False, priority=action.id == "app.quit")
        for action in ACTIONS
        if EVERYWHERE in action.where
    ]

    def __init__(
        self,
        place: str | None,
        actor: str | None,
        sit_down: SitDown | None = None,
        first: tuple[str, *tuple[object, ...]] | None = None,
    ) -> None:
        """Make the app.

        Args:
            place: path or URL of the ledger; ``None`` for the person's own.
            actor: who sits at it; the name they are known by there when left out.
            sit_down: opens the ledger; the desk's own way when left out.
            first: the screen to begin with, on top of Home, and what it is about.
        """
        super().__init__()
        self.place = place
        self.actor = actor
        self.background = Background()
        self._sit_down = sit_down or _sit_down
        self._first = first
        self._at_the_desk = ExitStack()
        self.leaving = Leaving()
        self._rest = Rest()
        self.turns = Turns(self, super().on_event)
        self._opening = True

    def get_default_screen(self) -> Screen[None]:
        """Home stands beneath everything else."""
        return Home()

    def on_mount(self) -> None:
        """Open the ledger once the first frame stands."""
        self.set_interval(QUIET, self._rest.tidy)
        self.call_after_refresh(self.open_ledger, self.place)

    async def on_event(self, event: events.Event) -> None:
        """Take note of what is typed, and let each key do its work before the next."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._rest.touched()
            if isinstance(event, events.Key) and event.key == _QUIT and self._leaves_at_once():
                return
            await self.turns.take(event)
        else:
            await super().on_event(event)

    def _leaves_at_once(self) -> bool:
        """Whether somebody asks again to leave a ledger that hangs; keys wait for it in vain."""
        if self.leaving.ask(busy=self.background.busy):
            self.exit()
        else:
            self.set_timer(PATIENCE, self._tell_it_hangs)
        return self.leaving.given_up

    def _tell_it_hangs(self) -> None:
        if self.background.busy:
            self.clear_notifications()
            self.notify(HANGS, markup=False, severity="warning", timeout=60)

    def open_ledger(self, place: str | None, *, create: bool = False, demo: bool = False) -> None:
        """Open a ledger in place of the one that is open, off the event loop."""
        if demo:
            place = str(DEMO_FOLDER / "ledger.db")
        self.place = place
        self._opening = True

        def opening() -> "Desk | LedgerError":
            try:
                if demo:
                    _build_demo(self.actor)
                self._at_the_desk.close()
                return self._at_the_desk.enter_context(self._sit_down(place, self.actor, create))
            except LedgerError as error:
                return error

        self.run_worker(opening, name="open", group="open", exclusive=True, thread=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take the opened ledger to whoever is on screen."""
        if event.worker.name != "open" or event.state is not WorkerState.SUCCESS:
            return
        opened = event.worker.result
        self._opening = False
        if isinstance(opened, LedgerError):
            self._home.no_ledger(opened)
        elif opened is not None:
            self.background.desk = opened
            self.actor = opened.actor
            self.background.look(self, _warm_up, _nothing, _nothing, kind="warm")
            self.reload()
            if self._first is not None:
                self.go(*self._first)
                self._first = None

    @property
    def _home(self) -> Home:
        return next(screen for screen in self.screen_stack if isinstance(screen, Home))

    def reload(self) -> None:
        """Show the ledger as it is now, on every screen there is."""
        for screen in self.screen_stack:
            if isinstance(screen, LedgerScreen) and screen.display:
                screen.reload()

    def go(self, topic: str, *about: object) -> None:
        """Put a screen on top; what is asked for while the ledger opens comes once it is open."""
        if self.background.desk is not None:
            module = import_module(f"ledger.tui.screens.{topic}")
            self.push_screen(getattr(module, _SCREENS[topic])(*about))
        elif self._opening and self._first is None:
            self._first = (topic, *about)

    def open_inbox(self, page: str) -> None:
        """From the form to what a page proposes; the inbox the form was opened from is gone to."""
        self.clear_notifications()
        self.pop_screen()
        if isinstance(self.screen, LedgerScreen) and self.screen.topic == "inbox":
            self.pop_screen()
        self.go("inbox", page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual asks
        """The screens beside Home need a ledger."""
        return action not in _SCREENS or self._opening or self.background.desk is not None

    def can(self, action: Action, screen: Screen[Any]) -> bool:
        """Whether an action of a screen has something to act on now."""
        target = self if action.id.startswith("app.") else screen
        return bool(target.check_action(action.name, ()))

    async def action_quit(self) -> None:
        """Leave once what is typed is kept; a screen that cannot keep it stays and says why."""
        then: Callable[[], None] = self.exit
        for screen in self.screen_stack:
            if self.background.desk is not None and isinstance(screen, LedgerScreen):
                then = partial(screen.keep, then)
        then()

    def action_review(self) -> None:
        """Decide conflicts, those of the claim that is looked at first."""
        here = self.screen
        self.go("review", here.subject if isinstance(here, LedgerScreen) else None)

    def action_add(self) -> None:
        """Add a statement."""
        self.go("add")

    def action_inbox(self) -> None:
        """Walk what pages propose."""
        self.go("inbox")

    def action_questions(self) -> None:
        """Answer whether it is the same claim."""
        self.go("questions")

    def action_browse(self) -> None:
        """Look through all claims."""
        self.go("browse")

    def action_history(self) -> None:
        """See what was done."""
        self.go("history")

    def action_explain(self) -> None:
        """Show the keys of the screen on top."""
        from ledger.tui.screens.help import Help  # noqa: PLC0415 - seldom needed

        if isinstance(self.screen, LedgerScreen) and not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen.topic))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the screen on top."""
        if not isinstance(screen, LedgerScreen):
            return
        for action in actions_of(screen.topic):
            if action.id != "app.command_palette" and self.can(action, screen):
                told = f"{action.help} ({action.key})"
                yield SystemCommand(action.label, told, partial(self._run, action.call))
        yield SystemCommand("Theme", "Light, dark and others", self.action_change_theme)

    def _run(self, call: str) -> None:
        self.call_later(self.run_action, call)

    def format_title(self, title: str, sub_title: str) -> Content:
        """The window's title, never read as markup."""
        return Content(show_line(f"{title} {sub_title}".strip()))

    async def on_unmount(self) -> None:
        """Leave once every act is written, unless somebody would not wait for that."""
        if self.background.close(0 if self.leaving.given_up else None):
            self._at_the_desk.close()


def _sit_down(place: str | None, actor: str | None, create: bool) -> AbstractContextManager["Desk"]:  # noqa: FBT001 - one of three plain facts
    from ledger.desk.sitting import sit_down  # noqa: PLC0415 - loading the store takes longer than the first frame

    return sit_down(place, actor, create=create)


def _warm_up(desk: "Desk") -> object:
    """Read and match once, so that the tables of words are loaded before somebody types."""
    from ledger.desk.statements.placing import similar  # noqa: PLC0415 - as above

    return similar(desk, {"text": "1%"}, 1)


def _nothing(_: object) -> None:
    """Nobody waits for this."""


def _build_demo(actor: str | None) -> None:
    from ledger.desk.demonstrating import build_demo  # noqa: PLC0415 - as above

    build_demo(DEMO_FOLDER, actor)
