"""Review: one dispute at a time, both sides beside each other, one key per answer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.because import Because
from ledger.desk.casework.deciding import Answer, decide_all
from ledger.desk.casework.reviewing import AT_ONCE, Case, Queue, review_queue
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.errors import BadFilter, LedgerError
from ledger.tui.screens.ask import AskLine
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.shown import first_mark, line
from ledger.tui.widgets.axis import Axis
from ledger.tui.widgets.case import ANSWERS, decisions, explanation, sides
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.reason import Reason
from ledger.tui.widgets.told import Prose, Told

ASKS_WHY: frozenset[Answer] = frozenset({"a_holds", "b_holds", "both_stand", "different_claims"})
"""Answers that open the line for a reason; the others go on at once."""
_CAME_OF_IT = {
    "waiting": "; waits for a second reader",
    "reopened": "; the readers disagree, it is open again",
}
_ASKED = "Which conflicts? Words, speaker: outlet: topic: after: before: added: for:   Empty: all"
_AHEAD = 20
"""Disputes left before the end at which the next ones are loaded."""
_STACKED_BELOW = 70
"""Cells under which two columns of text are too narrow to read."""
_SEEN = 2
"""Lines from the first word that differs to the foot of a text, for it to be in sight already."""
_SHORT, _TALL = 24, 34
"""Lines of a screen with room for two bars only, and for many."""


class Review(LedgerScreen):
    """The open conflicts: those of a claim if one is named, one's own, then all others."""

    topic: ClassVar[str] = "review"
    DEFAULT_CSS = """
    Review #sides { height: 1fr; }
    Review #sides.stacked { layout: vertical; }
    Review .side { width: 1fr; height: 1fr; padding: 0 1; border-left: vkey $primary; }
    Review #explanation { text-style: bold; max-height: 3; }
    Review #last { height: 1; }
    """

    def __init__(self, claim: str | None = None, written: str = "") -> None:
        """Open with the conflicts of a claim first, or with those that a filter lets through."""
        super().__init__()
        self._first = parse(claim, "claim") if claim is not None else None
        self.cases: list[Case] = []
        self.at = 0
        self._open = self._ready = 0
        self._written = self._asked_for = written
        self._at_once = AT_ONCE
        self._other = 0
        self._marked: set[tuple[str, ...]] = set()
        self._answering: Answer | None = None
        self._typed: dict[tuple[str, ...], str] = {}
        self._wanted: tuple[str, ...] | None = None
        self._under_way: set[tuple[str, ...]] = set()
        self._stacked: bool | None = None

    def compose(self) -> ComposeResult:
        """What differs, the two sides, the figures, what was decided, what was done last."""
        yield Told("heading", "Review", "heading")
        yield Told("only", classes="note quiet")
        yield Told("explanation")
        with Horizontal(id="sides"):
            for letter in "ab":
                with VerticalScroll(classes="side", can_focus=False):
                    yield Prose(letter)
        yield Axis()
        yield Told("decisions")
        yield Told("last", classes="note quiet")
        yield Reason()
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Nothing to draw yet."""
        self.query_one(Axis).display = False

    def on_resize(self) -> None:
        """Stack the sides where they would be too narrow, unless the person said how."""
        narrow = self.size.width < _STACKED_BELOW
        self.query_one("#sides").set_class(
            narrow if self._stacked is None else self._stacked, "stacked"
        )
        self._draw()
        self.call_after_refresh(self._bring_marks)

    @property
    def case(self) -> Case | None:
        """The dispute on screen."""
        return self.cases[self.at] if self.cases else None

    @property
    def bare(self) -> bool:
        """Whether no conflict is open."""
        return self.case is None

    def idle(self) -> frozenset[str]:
        """Where nothing is open at all there is nothing to filter either."""
        none = self.known and self.bare and not self._written
        return super().idle() | ({"filter"} if none else set())

    def reload(self) -> None:
        """Load the queue; stay at the dispute on screen where it still stands."""
        self._load()

    def _load(self, *, holds: bool = False) -> None:
        written, at_once, first = self._asked_for, self._at_once, self._first

        def loaded(queue: Queue) -> None:
            if written != self._written:
                self._written, self.at = written, 0
            self._loaded(queue)

        self.look(lambda desk: review_queue(desk, written, at_once, first), loaded, holds=holds)

    def refused(self, error: LedgerError) -> None:
        """A filter that makes no sense is asked for again; what was on screen stays."""
        super().refused(error)
        if isinstance(error, BadFilter):
            self._ask_filter(self._asked_for)
            self._asked_for = self._written

    def _loaded(self, queue: Queue) -> None:
        here = self._wanted or (self.case.refs if self.case is not None else ())
        self.cases = [case for case in queue.cases if case.refs not in self._under_way]
        self._open, self._ready = queue.conflicts, queue.ready
        places = (n for n, case in enumerate(self.cases) if not set(here).isdisjoint(case.refs))
        self.at = next(places, self.at)
        self._wanted = None
        self._show()

    def _load_on(self) -> None:
        """Load the next ones before whoever goes on comes to the last."""
        if self._ready < self._open and self.at + _AHEAD >= len(self.cases):
            self._at_once = self._ready + AT_ONCE
            self._ready = self._open
            self.reload()

    def _show(self) -> None:
        only = f"Only  {self._written}  (Esc shows all)" if self._written else ""
        self.put("only", line(only, self.size.width - 2))
        self.at = self.at % len(self.cases) if self.cases else 0
        self.query_one("#sides").display = self.case is not None
        if self.case is None:
            self._show_nothing()
            return
        case = self.case
        self._other %= len(case.dispute.conflicts)
        conflict = case.dispute.conflicts[self._other]
        marks = f"  {len(self._marked)} marked" if self._marked else ""
        sign = "* " if case.refs in self._marked else ""
        whose = f"  for {conflict.assignee}" if conflict.assignee else ""
        second = "  second reader" if conflict.waiting else ""
        loaded = " loaded" if self._ready < self._open else ""
        more = f"{loaded} ({self._open:,} conflicts)" if self._open > len(self.cases) else ""
        place = f"{sign}Review {self.at + 1} of {len(self.cases)}{more}{marks}{whose}{second}  "
        self.put("heading", line(f"{place}{conflict.claim} {conflict.wording}"))
        self.put("explanation", explanation(case, self._other))
        for name, told in zip("ab", sides(case, self._other), strict=True):
            self.put(name, told)
        self.call_after_refresh(self._bring_marks)
        self._draw()
        self.put("decisions", decisions(conflict))

    def _draw(self) -> None:
        """The figures of the dispute, as many as there is room for."""
        if self.case is None:
            return
        conflict = self.case.dispute.conflicts[self._other]
        labels = {conflict.b.ref: "B", conflict.a.ref: "A"}
        bars = 2 if self.size.height < _SHORT else 4 if self.size.height < _TALL else 9
        self.query_one(Axis).draw(self.case.drawing, labels, bars)

    def _bring_marks(self) -> None:
        """Texts too long for their place begin where the words stand that differ."""
        for pane in self.query(".side").results(VerticalScroll):
            told = pane.query_one(Told)
            at, room = first_mark(told.told, told.size.width) or 0, pane.size.height
            pane.scroll_to(y=at - room // 2 if at > room - _SEEN else 0, animate=False)

    def on_prose_broken(self) -> None:
        """What differs stands on another line now."""
        self.call_after_refresh(self._bring_marks)

    def _show_nothing(self) -> None:
        self.put("heading", Content("Review"))
        told = "No conflict is open. Esc goes back; a new one shows after g."
        if self._written:
            told = "No open conflict fits. Esc shows all."
        self.put("explanation", self.nothing(told))
        for name in ("a", "b", "decisions"):
            self.put(name, Content(""))
        self.query_one(Axis).draw(None, {}, 0)

    def action_answer(self, answer: Answer) -> None:
        """Answer the dispute on screen, or all that are marked."""
        if self.case is None:
            return
        self._answering = answer
        if answer in ASKS_WHY:
            kept = self._typed.get(self.case.refs, "")
            self.query_one(Reason).ask(self._told(answer), kept, answer)
        else:
            self._decide(None, None)

    def _told(self, answer: Answer) -> str:
        count = f" ({len(self._marked)} disputes)" if self._marked else ""
        return f"{ANSWERS[answer]}{count}"

    def on_reason_given(self, event: Reason.Given) -> None:
        """A reason closes the question, and the next dispute comes."""
        self.query_one(Reason).close()
        self._decide(event.words, event.kind)

    def on_reason_left(self) -> None:
        """Nothing was answered."""
        self.query_one(Reason).close()

    def _decide(self, reason: str | None, kind: Because | None) -> None:
        answer, case = self._answering, self.case
        if answer is None or case is None:
            return
        chosen = [c for c in self.cases if c.refs in self._marked] or [case]
        rulings = [ruling for one in chosen for ruling in one.rulings(answer)]
        told = f"{', '.join(ref for one in chosen for ref in one.refs)}: {ANSWERS[answer]}"
        gone = set() if answer == "unsure" else {one.refs for one in chosen}
        self._marked.clear()
        self._under_way |= gone
        self._leave(chosen, stays=answer == "unsure")

        def refused(error: LedgerError) -> None:
            self._under_way -= gone
            self._typed[case.refs] = f"{kind}: {reason or ''}" if kind else reason or ""
            self._wanted = case.refs
            self.warn(str(error))
            self.reload()

        def call(desk: Desk) -> list[str]:
            return decide_all(desk, rulings, reason, kind)

        def then(states: list[str]) -> None:
            self._under_way -= gone
            self._done(told, states)

        self.act(call, then, refused)

    def _leave(self, answered: list[Case], *, stays: bool) -> None:
        """Show the next dispute at once; the act follows behind."""
        self._other = 0
        if stays:
            self.at += 1
        else:
            before = sum(case in answered for case in self.cases[: self.at])
            count = sum(len(case.refs) for case in answered)
            self._open, self._ready = self._open - count, self._ready - count
            self.cases = [case for case in self.cases if case not in answered]
            self.at -= before
        self._show()
        self._load_on()

    def _done(self, told: str, states: list[str]) -> None:
        came = next((_CAME_OF_IT[state] for state in states if state in _CAME_OF_IT), "")
        room = self.size.width - len(came) - 24
        self.put("last", Content("Last  ") + line(told, room) + f"{came}  (z undoes)")
        if not self.cases:
            self.reload()

    def undone(self, summary: str) -> None:
        """Come back to what was taken back."""
        refs = [part.partition(":")[0] for part in summary.split("; ")]
        self._wanted = tuple(refs)
        told = f"Taken back  {', '.join(refs)}"
        self.put("last", line(told, self.size.width - 22) + Content("  (^Y does it again)"))
        self.reload()

    def action_skip(self) -> None:
        """The next one."""
        self._go(1)

    def action_previous(self) -> None:
        """The one before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.at, self._other = self.at + by, 0
        self._show()
        self._load_on()

    def action_other(self, by: int) -> None:
        """Another statement against the one all conflicts of the dispute share."""
        self._other += by
        self._show()

    def action_mark(self) -> None:
        """Mark the dispute, or take the mark off, and go on."""
        if self.case is not None:
            self._marked ^= {self.case.refs}
            self._go(1)

    def action_mark_all(self) -> None:
        """Mark every dispute loaded."""
        self._marked = {case.refs for case in self.cases}
        if self._ready < self._open:
            self.say(f"Marked what is loaded; {self._open - self._ready:,} conflicts are not yet")
        self._show()

    def action_filter(self) -> None:
        """Ask which conflicts are wanted."""
        self._ask_filter(self._written)

    def _ask_filter(self, written: str) -> None:
        self.app.push_screen(AskLine(_ASKED, written, amend=True), self._narrow)

    def _narrow(self, written: str | None) -> None:
        if written is not None:
            self._marked.clear()
            self._at_once, self._asked_for = AT_ONCE, written
            self._load(holds=True)

    def action_stack(self) -> None:
        """Sides above each other, or beside."""
        self._stacked = not self.query_one("#sides").has_class("stacked")
        self.query_one("#sides").set_class(self._stacked, "stacked")
        self.call_after_refresh(self._bring_marks)

    def action_assign(self) -> None:
        """Ask who is to decide."""
        if self.case is not None:
            asked = f"Who decides{f' ({len(self._marked)} disputes)' if self._marked else ''}?"
            asks = AskLine(f"{asked} Empty: nobody", self.case.dispute.conflicts[0].assignee or "")
            self.app.push_screen(asks, self._assign)

    def _assign(self, person: str | None) -> None:
        if person is None or self.case is None:
            return
        chosen = [c for c in self.cases if c.refs in self._marked] or [self.case]
        refs = [parse(ref, "conflict") for case in chosen for ref in case.refs]
        told = f"{', '.join(map(str, refs))}: for {person or 'nobody'}"

        def call(desk: Desk) -> list[str]:
            assign(desk, refs, person or None)
            return []

        self._marked.clear()

        def then(states: list[str]) -> None:
            self._done(told, states)
            self.reload()

        self.act(call, then)

    def action_open_claim(self) -> None:
        """The claim with all its statements."""
        if self.case is not None:
            self.ledger_app.go("claim", self.case.dispute.conflicts[0].claim)

    def action_back(self) -> None:
        """Take the marks off first, then the filter; then close."""
        if self._marked:
            self._marked.clear()
            self._show()
        elif self._written:
            self._narrow("")
        else:
            super().action_back()
