"""A claim: its statements in order of time, their values on an axis or over time, its findings."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.desk.comparing import ClaimMatch
from ledger.desk.deciding import attach, split
from ledger.desk.desk import Desk
from ledger.desk.drawing import Bar, Drawing, drawn
from ledger.desk.placing import similar
from ledger.desk.references import Reference, parse
from ledger.desk.showing import show
from ledger.desk.views import ClaimView, ConflictView, StatementView
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.screens.pick import Pick
from ledger.tui.shown import line, shown
from ledger.tui.widgets.axis import Axis
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.plot import Plot, Point
from ledger.tui.widgets.side import chain
from ledger.tui.widgets.told import Told

_BARS = 7
_NEAR = 3
"""Related claims named."""
_STATES = {"noted": "look", "decided": "done"}


class ClaimScreen(LedgerScreen):
    """One claim."""

    topic: ClassVar[str] = "claim"
    AUTO_FOCUS = "Listing"
    DEFAULT_CSS = """
    ClaimScreen Listing { height: 2fr; min-height: 4; }
    ClaimScreen VerticalScroll { height: 1fr; min-height: 4; border-top: solid $primary; }
    ClaimScreen #detail { padding: 0 1; }
    """

    def __init__(self, ref: str) -> None:
        super().__init__()
        self._ref = ref
        self.claim: ClaimView | None = None
        self._drawing: Drawing | None = None
        self._plotted = False

    def compose(self) -> ComposeResult:
        """The statements, their values, and the one under the cursor in full."""
        yield Told("heading", self._ref, "heading")
        yield Told("about", classes="note quiet")
        yield Told("related", classes="note quiet")
        yield Listing()
        yield Axis()
        yield Plot()
        with VerticalScroll(can_focus=False):
            yield Told("detail", classes="")
        yield Keys(self.topic)

    def on_mount(self) -> None:
        """Nothing to draw yet."""
        self.query_one(Axis).display = self.query_one(Plot).display = False

    def reload(self) -> None:
        """Load the claim."""
        self.look(lambda desk: show(desk, parse(self._ref, "claim")), self._loaded)

    def _loaded(self, found: object) -> None:
        if isinstance(found, ClaimView):
            self.claim = found
            self._show(found)
            self.look(lambda desk: _related(desk, found), self._tell_related, kind="related")

    def _tell_related(self, near: tuple[ClaimMatch, ...]) -> None:
        named = "; ".join(f"{found.claim} {found.wording}" for found in near)
        told = line(f"near: {named}", self.size.width - 2) if near else Content("")
        self.put("related", told)

    def _show(self, claim: ClaimView) -> None:
        self.put("heading", line(f"{claim.ref}  {claim.wording}"))
        origins = f"{claim.origins} independent origin{'' if claim.origins == 1 else 's'}"
        topic = f", topic {claim.topic}" if claim.topic else ""
        count = f"{len(claim.statements)} statement{'' if len(claim.statements) == 1 else 's'}"
        about = f"{count}, {origins}{topic}"
        self.put("about", line(about))
        options = self.query_one(Listing)
        kept = options.highlighted or 0
        options.clear_options()
        width = self.size.width - 4
        options.add_options(Option(_row(view, width), view.ref) for view in claim.statements)
        options.highlighted = min(kept, max(len(claim.statements) - 1, 0))
        self._drawing = drawn((view, ()) for view in claim.statements)
        self._draw()

    def _draw(self) -> None:
        """The values: over time where that is asked for, else under each other."""
        if self.claim is None:
            return
        drawing, views = self._drawing, {view.ref: view for view in self.claim.statements}
        plot = self.query_one(Plot)
        plot.display = self._plotted
        if self._plotted:
            bars = drawing.bars if drawing is not None else ()
            points = [point for bar in bars for point in _points(bar, views[bar.ref])]
            plot.draw(points, drawing.unit if drawing is not None else "")
        labels = {ref: _day(view) for ref, view in views.items()}
        self.query_one(Axis).draw(None if self._plotted else drawing, labels, _BARS)

    def action_plot(self) -> None:
        """Values over time, or under each other."""
        self._plotted = not self._plotted
        self._draw()

    def action_related(self) -> None:
        """Go to a claim near this one."""
        self._pick("Go to which claim?", self.claim.wording if self.claim else "", self._go)

    def _go(self, target: Reference) -> None:
        self.ledger_app.go("claim", str(target))

    def _pick(self, asked: str, text: str, then: Callable[[Reference], None]) -> None:
        """Ask for another claim."""
        pick = Pick(self.ledger_app.background, asked, text, frozenset({self._ref}))
        self.app.push_screen(pick, lambda target: then(target) if target is not None else None)

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
        at = self.query_one(Listing).highlighted
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
            chosen = parse(self._chosen.ref, "statement")
            self._pick(
                f"Move {chosen} to which claim?", self._chosen.text, partial(self._move, chosen)
            )

    def _move(self, chosen: Reference, target: Reference) -> None:
        def told(_: None) -> None:
            self.say(f"{chosen} is under {target}. z undoes")
            self.reload()

        self.act(lambda desk: attach(desk, chosen, target), told)


def _related(desk: Desk, claim: ClaimView) -> tuple[ClaimMatch, ...]:
    near = similar(desk, {"text": claim.wording}, _NEAR + 1)
    return tuple(found for found in near if found.claim != claim.ref)[:_NEAR]


def _points(bar: Bar, view: StatementView) -> Iterator[Point]:
    """A figure at its day, if that is known."""
    on = view.said_on or view.published_on
    if on is not None:
        yield Point(bar, on, view.speaker or view.outlet)


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
