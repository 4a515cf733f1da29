"""A claim: its statements in order of time, their values on one axis, and what was found."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.desk.deciding import attach, split
from ledger.desk.desk import Desk
from ledger.desk.drawing import drawn
from ledger.desk.references import Reference, parse
from ledger.desk.showing import show
from ledger.desk.views import ClaimView, ConflictView, StatementView
from ledger.errors import LedgerError
from ledger.tui.screens.ask import AskLine
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.shown import line, shown
from ledger.tui.widgets.axis import Axis
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.side import chain
from ledger.tui.widgets.told import Told

_BARS = 7
_STATES = {"noted": "look", "decided": "done"}


class ClaimScreen(LedgerScreen):
    """One claim."""

    topic: ClassVar[str] = "claim"
    AUTO_FOCUS = "OptionList"
    DEFAULT_CSS = """
    ClaimScreen OptionList { height: 2fr; min-height: 4; }
    ClaimScreen VerticalScroll { height: 1fr; min-height: 4; border-top: solid $primary; }
    ClaimScreen #detail { padding: 0 1; }
    """

    def __init__(self, ref: str) -> None:
        super().__init__()
        self._ref = ref
        self.claim: ClaimView | None = None

    def compose(self) -> ComposeResult:
        """The statements, the axis, and the one under the cursor in full."""
        yield Told("heading", self._ref, "heading")
        yield Told("about", classes="note quiet")
        yield OptionList(markup=False)
        yield Axis()
        with VerticalScroll(can_focus=False):
            yield Told("detail", classes="")
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Nothing to draw yet."""
        self.query_one(Axis).display = False

    def reload(self) -> None:
        """Load the claim."""
        self.look(lambda desk: show(desk, parse(self._ref, "claim")), self._loaded)

    def _loaded(self, found: object) -> None:
        if isinstance(found, ClaimView):
            self.claim = found
            self._show(found)

    def _show(self, claim: ClaimView) -> None:
        self.put("heading", line(f"{claim.ref}  {claim.wording}"))
        origins = f"{claim.origins} independent origin{'' if claim.origins == 1 else 's'}"
        topic = f", topic {claim.topic}" if claim.topic else ""
        about = f"{len(claim.statements)} statements, {origins}{topic}"
        self.put("about", line(about))
        options = self.query_one(OptionList)
        kept = options.highlighted or 0
        options.clear_options()
        width = self.size.width - 4
        options.add_options(Option(_row(view, width), view.ref) for view in claim.statements)
        options.highlighted = min(kept, max(len(claim.statements) - 1, 0))
        drawing = drawn((view, ()) for view in claim.statements)
        labels = {view.ref: f"{_day(view)}" for view in claim.statements}
        self.query_one(Axis).draw(drawing, labels, _BARS)

    def on_resize(self) -> None:
        """Rows are cut to the width there is."""
        if self.claim is not None:
            self._show(self.claim)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The statement under the cursor in full, with the conflicts it stands in."""
        if self.claim is None:
            return
        view = self.claim.statements[event.option_index]
        found = [c for c in self.claim.conflicts if view.ref in {c.a.ref, c.b.ref}]
        detail = [_detail(view), *(_finding(conflict) for conflict in found)]
        self.put("detail", Content("\n").join(detail))

    @property
    def _chosen(self) -> StatementView | None:
        at = self.query_one(OptionList).highlighted
        return self.claim.statements[at] if self.claim is not None and at is not None else None

    def action_split(self) -> None:
        """A claim of its own for the statement under the cursor."""
        if self._chosen is None:
            return
        chosen = parse(self._chosen.ref, "statement")

        def told(claim: Reference) -> None:
            self.say(f"{chosen} is under {claim}, on its own. z undoes")
            self.reload()

        self.act(lambda desk: split(desk, chosen), told)

    def action_move(self) -> None:
        """Ask for the claim the statement belongs to."""
        if self._chosen is not None:
            asked = f"Move {self._chosen.ref} to which claim? (C12)"
            self.app.push_screen(AskLine(asked), self._move)

    def _move(self, written: str | None) -> None:
        if not written or self._chosen is None:
            return
        chosen = parse(self._chosen.ref, "statement")
        try:
            target = parse(written, "claim")
        except LedgerError as error:
            self.refused(error)
            return

        def call(desk: Desk) -> None:
            attach(desk, chosen, target)

        def told(_: None) -> None:
            self.say(f"{chosen} is under {target}. z undoes")
            self.reload()

        self.act(call, told)


def _day(view: StatementView) -> str:
    on = view.said_on or view.published_on
    return f"{on.day} {on:%b %y}" if on is not None else "undated"


def _row(view: StatementView, width: int) -> Content:
    source = line(view.speaker or view.outlet, 18)
    pad = " " * (18 - source.cell_length)
    head = Content.assemble((f"{_day(view):<10}{view.ref:<6}", "bold"), source, pad, " ")
    return head + line(view.text, max(width - head.cell_length, 10))


def _detail(view: StatementView) -> Content:
    parts = [chain(view), shown(f"“{view.text}”")]
    parts += [line(f"reads: {'; '.join(view.figures)}", style="dim")] if view.figures else []
    parts += [line(part, style="dim") for part in (view.document, view.url, view.notes) if part]
    return Content("\n").join(parts)


def _finding(conflict: ConflictView) -> Content:
    state = _STATES.get(conflict.state, conflict.state)
    return Content.assemble((f"{conflict.ref} {state}: ", "bold"), line(conflict.explanation))
