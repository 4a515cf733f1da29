"""A claim: its statements in order of time, their values on an axis or over time, its findings."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.desk.casework.deciding import attach, split
from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import add_note, rename, set_topic
from ledger.desk.desk import Desk
from ledger.desk.looking.filtering import STATES
from ledger.desk.looking.showing import show
from ledger.desk.looking.statement_views import StatementView
from ledger.desk.looking.views import ClaimView
from ledger.desk.names.sources import voices
from ledger.desk.references import Reference, parse
from ledger.desk.statements.placing import similar
from ledger.desk.texts.bridging import Apart, bridged_by
from ledger.desk.texts.drawing import Drawing, drawn
from ledger.desk.texts.matching import ClaimMatch
from ledger.desk.verdicts.giving import give_verdict
from ledger.desk.verdicts.scales import HOUSE, scales
from ledger.tui.screens.ask import AskLine
from ledger.tui.screens.base import LedgerScreen
from ledger.tui.screens.pick import Pick
from ledger.tui.screens.verdict import AskVerdict, Given, Labels
from ledger.tui.shown import line
from ledger.tui.widgets.axis import Axis
from ledger.tui.widgets.dossier import concluded, detail, finding, points, row
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.plot import Plot
from ledger.tui.widgets.told import Prose, Told

_BARS, _FEW_BARS, _SHORT = 7, 3, 30
"""Bars drawn, and how many on screens with fewer lines than that."""
_LOW = 20
"""Lines of a screen under which the statement in full needs the room of the bars."""
_NEAR = 3
"""Related claims named."""


class ClaimScreen(LedgerScreen):
    """One claim."""

    topic: ClassVar[str] = "claim"
    AUTO_FOCUS = "Listing"
    DEFAULT_CSS = """
    ClaimScreen Listing { height: auto; max-height: 40%; }
    ClaimScreen.plotted Listing { max-height: 25%; }
    ClaimScreen Plot { height: 2fr; }
    ClaimScreen VerticalScroll { height: 1fr; min-height: 4; border-top: solid $primary; }
    ClaimScreen #detail { padding: 0 1; }
    """

    def __init__(self, ref: str) -> None:
        super().__init__()
        self._ref = ref
        self.claim: ClaimView | None = None
        self._drawing: Drawing | None = None
        self._voices: dict[str, str] = {}
        self._plotted = False

    @property
    def subject(self) -> str:
        """The claim on screen."""
        return self._ref

    def compose(self) -> ComposeResult:
        """The statements, their values, and the one under the cursor in full."""
        yield Told("heading", self._ref, "heading")
        yield Told("about", classes="note quiet")
        yield Told("verdict", classes="note warning")
        yield Told("related", classes="note quiet")
        yield Listing()
        yield Axis()
        yield Plot()
        with VerticalScroll(can_focus=False):
            yield Prose("detail")
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
            refs = [statement.ref for statement in found.statements]
            self.look(lambda desk: voices(desk, refs), self._hear, kind="voices")

    def _hear(self, voices: dict[str, str]) -> None:
        self._voices = voices
        self._draw()

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
        self.put("verdict", Content("\n").join(concluded(claim)))
        options = self.query_one(Listing)
        kept = options.highlighted or 0
        options.clear_options()
        width = self.size.width - 4
        found = (one for one in claim.conflicts if one.state in STATES["open"])
        disputed = {ref for one in found for ref in (one.a.ref, one.b.ref)}
        refs = max((len(view.ref) for view in claim.statements), default=0)
        options.add_options(
            Option(row(view, width, disputed, refs), view.ref) for view in claim.statements
        )
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
        self.set_class(self._plotted, "plotted")
        if self._plotted:
            bars = drawing.bars if drawing is not None else ()
            plot.draw(list(points(bars, views, self._voices)), drawing.unit if drawing else "")
        most = _BARS if self.size.height >= _SHORT else _FEW_BARS
        no_axis = self._plotted or self.size.height < _LOW
        self.query_one(Axis).draw(None if no_axis else drawing, {}, most)

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
        told = [detail(view), *(finding(conflict) for conflict in found)]
        self.put("detail", Content("\n").join(told))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @property
    def _chosen(self) -> StatementView | None:
        at = self.query_one(Listing).highlighted
        return self.claim.statements[at] if self.claim is not None and at is not None else None

    def action_cite(self) -> None:
        """Copy the statement under the cursor."""
        if self._chosen is not None:
            self.cite(self._chosen.ref)

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
        def call(desk: Desk) -> tuple[Apart, ...]:
            apart = bridged_by(desk, chosen, target)
            attach(desk, chosen, target)
            return apart

        def told(apart: tuple[Apart, ...]) -> None:
            self.say(f"{chosen} is under {target}. z undoes")
            for pair in apart:
                self.warn(pair.explanation)
            self.reload()

        self.act(call, told)

    def action_merge(self) -> None:
        """Ask for the claim that is the same as this one."""
        if self.claim is not None:
            self._pick(
                "Which claim is the same? It becomes part of this one",
                self.claim.wording,
                self._merge,
            )

    def _merge(self, gone: Reference) -> None:
        kept = parse(self._ref, "claim")

        def told(moved: int) -> None:
            self.say(f"{gone} is {kept} now, {moved} statements moved. z undoes")
            self.reload()

        self.act(lambda desk: merge(desk, kept, [gone]), told)

    def action_reword(self) -> None:
        """Ask for another wording."""
        if self.claim is not None:
            ask = AskLine(f"What does {self._ref} claim?", self.claim.wording, amend=True)
            self.app.push_screen(ask, self._reword)

    def _reword(self, wording: str | None) -> None:
        if wording:
            self._tend(lambda desk, claim: rename(desk, claim, wording), "worded anew")

    def action_topic(self) -> None:
        """Ask for the topic."""
        if self.claim is not None:
            asked = f"Under which topic is {self._ref}? Empty: none"
            self.ask_topic(asked, self.claim.topic or "", self._set_topic)

    def _set_topic(self, topic: str | None) -> None:
        if topic is not None:
            told = f"under {topic}" if topic else "under no topic"
            self._tend(lambda desk, claim: set_topic(desk, [claim], topic or None), told)

    def action_note(self) -> None:
        """Ask for a note."""
        self.app.push_screen(AskLine(f"What should people know about {self._ref}?"), self._note)

    def _note(self, text: str | None) -> None:
        if text:
            self._tend(lambda desk, claim: add_note(desk, claim, text), "has a note more")

    def action_verdict(self) -> None:
        """Ask for a verdict, the statement under the cursor suggested as what it rests on."""
        if self._chosen is not None:
            evidence = self._chosen.ref

            def ask(labels: Labels) -> None:
                self.app.push_screen(AskVerdict(self._ref, labels, evidence), self._give)

            self.look(_labels, ask, kind="scales", holds=True)

    def _give(self, given: Given | None) -> None:
        if given is not None:
            self._tend(
                lambda desk, claim: give_verdict(
                    desk, claim, scale=given.scale, rating=given.rating, evidence=given.evidence,
                    reason=given.reason,
                ),
                given.rating,
            )  # fmt: skip

    def _tend(self, call: Callable[[Desk, Reference], object], told: str) -> None:
        """Do something about the claim itself."""
        claim = parse(self._ref, "claim")

        def then(_: object) -> None:
            self.say(f"{claim}: {told}. z undoes")
            self.reload()

        self.act(lambda desk: call(desk, claim), then)


def _labels(desk: Desk) -> Labels:
    """Every label of every scale, those of the house's own scale first."""
    ordered = sorted(scales(desk), key=lambda scale: scale.name != HOUSE)
    return [(scale.name, rating.label) for scale in ordered for rating in scale.ratings]


def _related(desk: Desk, claim: ClaimView) -> tuple[ClaimMatch, ...]:
    near = similar(desk, {"text": claim.wording}, _NEAR + 1)
    return tuple(found for found in near if found.claim != claim.ref)[:_NEAR]
