"""Home: what waits, each a key away; and for an empty ledger, how to begin."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ledger.errors import LedgerError
from ledger.store_errors import NoLedger
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.shown import line, shown
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.told import Told

if TYPE_CHECKING:
    from ledger.desk.desk import Desk
    from ledger.desk.home import Glance

_EMPTY = """\
This ledger is empty. It keeps who said what, where and when, and shows where sources differ.

  a   Add the first statement: a quote, its outlet, who said it and when.
  d   Build the demo in ./factledger-demo and look around: 263 statements that disagree in places.

From a file: factledger import FILE.jsonl, and g to see it here."""

_NONE = """

  d   Build the demo in ./factledger-demo and look around.
  n   Make an empty ledger here and begin."""


class Home(LedgerScreen):
    """The first screen, beneath all others."""

    topic: ClassVar[str] = "home"
    AUTO_FOCUS = "Listing"

    def __init__(self) -> None:
        super().__init__()
        self._idle = frozenset({"drafts", "demo", "create"})

    def compose(self) -> ComposeResult:
        """A heading, what waits, and what to do when nothing does."""
        yield Static("Home", classes="heading", markup=False)
        yield Told("place", "opening the ledger…", "note quiet")
        yield Listing()
        yield Told("begin")
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Nothing is listed before the ledger is open."""
        self.query_one(Listing).display = False

    def reload(self) -> None:
        """Count what waits."""
        self.look(_glance, self._show)

    def idle(self) -> frozenset[str]:
        """A draft goes on where there is one; a demo or a ledger begins where there is nothing."""
        return self._idle

    def no_ledger(self, error: LedgerError) -> None:
        """Say why there is no ledger, and how to get one."""
        self.query_one(Listing).display = False
        self.put("place", shown(str(error), "bold"))
        missing = isinstance(error, NoLedger)
        offer = _NONE if missing else "\n\n  d   Build the demo in ./factledger-demo."
        self.put("begin", Content(offer))
        unmade = frozenset() if missing else {"create"}
        self._idle = frozenset({"drafts", "today", "undo", "redo"}) | unmade
        self.refresh_bindings()

    def _show(self, glance: "Glance") -> None:
        statements = _counted(glance.statements, "statement", "statements")
        claims = _counted(glance.claims, "claim", "claims")
        place = line(f"{statements}, {claims} in {glance.place}, you are {self.ledger_app.actor}")
        self.put("place", place)
        self.put("begin", Content("" if glance.statements else _EMPTY))
        options = self.query_one(Listing)
        options.display = bool(glance.statements or glance.drafts)
        options.renew(_rows(glance))
        begun = {"create"} | ({"demo"} if glance.statements else set())
        self._idle = frozenset(begun if glance.drafts else {*begun, "drafts"})
        if options.display and self.focused is None:
            options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter does what the row's key does."""
        name = str(event.option.id)
        if name.startswith("draft"):
            self.ledger_app.go("add", int(name.removeprefix("draft")))
        elif hasattr(self, f"action_{name}"):
            getattr(self, f"action_{name}")()
        else:
            getattr(self.ledger_app, f"action_{name}")()

    def action_today(self) -> None:
        """The claims of what was added today."""
        self.ledger_app.go("browse", "added:today ")

    def action_drafts(self) -> None:
        """Go on with the newest draft."""
        self.ledger_app.go("add", -1)

    def action_demo(self) -> None:
        """Build the demo ledger and open it."""
        self._begin("building the demo…")
        self.ledger_app.open_ledger(None, demo=True)

    def action_create(self) -> None:
        """Make an empty ledger where there is none."""
        if self.ledger_app.background.desk is None:
            self._begin("making an empty ledger…")
            self.ledger_app.open_ledger(self.ledger_app.place, create=True)

    def _begin(self, told: str) -> None:
        """Say what is being made in place of what could be."""
        self.put("place", Content(told))
        self.put("begin", Content(""))


def _glance(desk: "Desk") -> "Glance":
    from ledger.desk.home import glance  # noqa: PLC0415 - the desk is loaded after first paint

    return glance(desk)


def _rows(glance: "Glance") -> list[Option]:
    waiting = (
        ("review", "r", "Review", glance.conflicts, "open conflict", "open conflicts"),
        ("inbox", "i", "Inbox", glance.proposals, "proposal", "proposals"),
        ("questions", "e", "Questions", glance.questions, "“same claim?”", "“same claim?”"),
        ("today", "t", "Today", glance.today, "statement added", "statements added"),
        ("browse", "/", "Browse", glance.claims, "claim", "claims"),
        ("history", "h", "History", None, "everything that was done", ""),
        ("add", "a", "Add", None, "a statement", ""),
    )
    rows = [
        Option(_row(key, label, _counted(number, one, many)), name)
        for name, key, label, number, one, many in waiting
    ]
    for number, draft in enumerate(glance.drafts):
        begun = draft.fields.get("text", "").strip() or "without words yet"
        at = draft.at.astimezone()
        told = f"{at.day} {at:%b %H:%M}  {begun}"
        rows.append(
            Option(_row("c" if number == 0 else " ", "Draft", told), f"draft{draft.number}")
        )
    return rows


def _row(key: str, label: str, told: str) -> Content:
    return Content.assemble((f" {key} ", "bold"), (f" {label:<10} ", "bold"), line(told, 110))


def _counted(number: int | None, one: str, many: str) -> str:
    return one if number is None else f"{number:,} {one if number == 1 else many}"
