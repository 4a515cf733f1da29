"""Questions: does this statement belong to that claim? One key answers, the next comes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from ledger.desk.casework.questioning import QuestionView, answer, questions, waiting
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.errors import LedgerError
from ledger.tui.screens.walked import WalkedScreen
from ledger.tui.shown import line
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.side import plain
from ledger.tui.widgets.told import Told

_MEMBERS = 8
"""Statements of the claim shown; more would not help to judge."""


class Questions(WalkedScreen):
    """The open questions, the surest first."""

    topic: ClassVar[str] = "questions"
    DEFAULT_CSS = """
    Questions Horizontal { height: 1fr; }
    Questions .side { width: 1fr; height: 1fr; padding: 0 1; border-left: vkey $primary; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[QuestionView] = []
        self._open = 0
        self._at = 0

    def compose(self) -> ComposeResult:
        """The statement on one side, the claim on the other."""
        yield Told("heading", "Same claim?", "heading")
        yield Told("claim", classes="note warning")
        with Horizontal():
            for name in ("statement", "members"):
                with VerticalScroll(classes="side", can_focus=False):
                    yield Told(name, classes="")
        yield Told("last", classes="note quiet")
        yield Keys(self.topic)

    @property
    def bare(self) -> bool:
        """Whether no question is open."""
        return not self.waiting

    def reload(self) -> None:
        """Load what is open."""
        self.look(lambda desk: (questions(desk), waiting(desk)), self._loaded)

    def _loaded(self, loaded: tuple[list[QuestionView], int]) -> None:
        found, self._open = loaded
        asked = self.waiting[self._at].ref if self.waiting else None
        places = (n for n, question in enumerate(found) if question.ref == asked)
        names = (frozenset({question.statement.ref}) for question in found)
        self.waiting, self._at = found, self.place(names, next(places, self._at))
        self._show()

    def _show(self) -> None:
        self._at = self._at % len(self.waiting) if self.waiting else 0
        if not self.waiting:
            self.put("heading", Content("Same claim?"))
            self.put("claim", self.nothing("No question is open. Esc goes back."))
            self.put("statement", Content(""))
            self.put("members", Content(""))
            return
        asked = self.waiting[self._at]
        more = f", {self._open:,} open" if self._open > len(self.waiting) else ""
        place = f"Same claim? {self._at + 1} of {len(self.waiting)}{more}   score {asked.score:.0%}"
        self.put("heading", Content(place))
        told = f"Does {asked.statement.ref} belong to {asked.claim}: “{asked.wording}”?"
        self.put("claim", line(told))
        self.put(
            "statement",
            Content.assemble((f"{asked.statement.ref}\n", "bold"), plain(asked.statement)),
        )
        members = [plain(member) for member in asked.members[:_MEMBERS]]
        count, shown = len(asked.members), min(len(asked.members), _MEMBERS)
        told = f"{asked.claim} with {count} statement{'' if count == 1 else 's'}"
        told += f", {shown} shown" if shown < count else ""
        self.put("members", Content.styled(f"{told}\n", "bold") + Content("\n\n").join(members))
        for pane in self.query(VerticalScroll):
            pane.scroll_home(animate=False)

    def action_same(self) -> None:
        """It belongs there."""
        self._answer(same=True)

    def action_different(self) -> None:
        """It does not, for good."""
        self._answer(same=False)

    def _answer(self, *, same: bool) -> None:
        if not self.waiting:
            return
        asked = self.waiting.pop(self._at)
        self._open -= 1
        verb = "belongs to" if same else "does not belong to"
        told = f"{asked.statement.ref} {verb} {asked.claim}"

        def call(desk: Desk) -> None:
            answer(desk, parse(asked.ref, "question"), same=same)

        def refused(error: LedgerError) -> None:
            self.warn(str(error))
            self.reload()

        def done(_: None) -> None:
            self.last(f"Last  {told}  (z undoes)")
            if not self.waiting:
                self.reload()

        self.act(call, done, refused)
        self._show()

    def action_skip(self) -> None:
        """The next one."""
        self._at += 1
        self._show()
