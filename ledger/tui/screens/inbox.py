"""Inbox: what a page proposes, each sentence lit where it stands, one key each."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content

from ledger.desk.desk import Desk
from ledger.desk.inbox.proposals import (
    EDITABLE,
    Accepted,
    accept_all,
    edit_all,
    propose,
    reject,
)
from ledger.desk.inbox.walking import Page, Spot, walk
from ledger.desk.names.completing import Completions, completions, topics
from ledger.desk.names.namebook import Kind
from ledger.desk.references import Reference, parse
from ledger.desk.statements.filing import Choice
from ledger.desk.statements.placing import similar
from ledger.desk.texts.extracting import begun, pasted
from ledger.desk.texts.matching import ClaimMatch
from ledger.errors import LedgerError, OtherEncoding
from ledger.tui.screens.ask import AskLine
from ledger.tui.screens.walked import WalkedScreen
from ledger.tui.shown import line
from ledger.tui.widgets.article import Article
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.matches import match_row
from ledger.tui.widgets.side import day as told_day
from ledger.tui.widgets.side import proposed
from ledger.tui.widgets.told import Prose, Told

_NEAR = 3
QUIET = 0.1
"""Seconds to stay at a proposal before its claims are looked for."""
_Offered = Kind | Literal["topic"]
_ASKED: dict[str, tuple[str, _Offered | None]] = {
    "speaker": ("Who said it? Empty: the outlet itself", "speaker"),
    "relayed_from": ("Whom does the outlet quote? Empty: nobody", "outlet"),
    "outlet": ("Who published it?", "outlet"),
    "said_on": ("When was it said? Empty: not known", None),
    "topic": ("Which event is it about? It becomes the topic", "topic"),
}
"""What is asked for each field, and the names offered for it."""
_WIDE = 100
"""Cells from which page and proposal stand beside each other."""


class Inbox(WalkedScreen):
    """The proposals of one page after another."""

    topic: ClassVar[str] = "inbox"
    DEFAULT_CSS = """
    Inbox #both { layout: vertical; height: 1fr; }
    Inbox #both.wide { layout: horizontal; }
    Inbox Article { height: 1fr; width: 1fr; }
    Inbox VerticalScroll { height: auto; max-height: 55%; width: 1fr; padding: 0 1; }
    Inbox .wide VerticalScroll { height: 1fr; max-height: 100%; }
    """

    def __init__(self, page: str | None = None) -> None:
        """Open at a page's first proposal, if one is named."""
        super().__init__()
        self.wanted = frozenset({page} if page is not None else ())
        self.spots: list[tuple[Page, Spot]] = []
        self._at = 0
        self._near: tuple[ClaimMatch, ...] = ()
        self._marked: dict[str, None] = {}
        self._names: dict[_Offered, Completions] = {}

    def compose(self) -> ComposeResult:
        """The page, the proposal, and what was done last."""
        yield Told("heading", "Inbox", "heading")
        with Container(id="both"):
            yield Article()
            with VerticalScroll(can_focus=False):
                yield Prose("proposal")
                yield Told("near", classes="")
        yield Told("last", classes="note quiet")
        yield Keys(self.topic)

    def on_resize(self) -> None:
        """Beside each other where there is room."""
        self.query_one("#both").set_class(self.size.width >= _WIDE, "wide")

    @property
    def current(self) -> tuple[Page, Spot] | None:
        """The page and the proposal on screen."""
        return self.spots[self._at % len(self.spots)] if self.spots else None

    @property
    def bare(self) -> bool:
        """Whether no proposal is open."""
        return not self.spots

    def reload(self) -> None:
        """Load what is open."""
        self.look(walk, self._loaded)

    def _loaded(self, pages: tuple[Page, ...]) -> None:
        kept = self.current[1].view.ref if self.current is not None else None
        self.spots = [(page, spot) for page in pages for spot in page.spots]
        refs = [spot.view.ref for _, spot in self.spots]
        here = refs.index(kept) if kept in refs else min(self._at, max(len(refs) - 1, 0))
        names = (frozenset({page.ref, spot.view.ref}) for page, spot in self.spots)
        self._at = self.place(names, here)
        self._show()

    def _show(self) -> None:
        self._near = ()
        self.put("near", Content(""))
        self.query_one(Article).display = bool(self.spots)
        if self.current is None:
            self.put("heading", Content("Inbox"))
            told = "The inbox is empty. Paste an article here, or press f to name its file."
            self.put("proposal", self.nothing(told))
            return
        self._at %= len(self.spots)
        page, spot = self.spots[self._at]
        marked = f"   {len(self._marked)} marked" if self._marked else ""
        sign = "* " if spot.view.ref in self._marked else ""
        head = f"{sign}Inbox {self._at + 1} of {len(self.spots)}{marked}   {page.title or page.ref}"
        self.put("heading", line(head))
        article = self.query_one(Article)
        article.read(page.text)
        article.light(spot.start, spot.end)
        self.put("proposal", proposed(spot.view))
        known = {name: getattr(spot.view, name) for name in ("text", *EDITABLE)}
        self.look(lambda desk: similar(desk, known, _NEAR), self._found, kind="near", after=QUIET)

    def _found(self, near: tuple[ClaimMatch, ...]) -> None:
        self._near = near
        width = self.query_one("#near").content_size.width or self.size.width - 4
        rows = [match_row(n, found, width, 2) for n, found in enumerate(near, 1)]
        digits = "/".join(str(n) for n in range(1, len(near) + 1))
        head = f"near ({digits}: accept it there, n: under a new claim)"
        told = Content(head if near else "no claim is near: it would be a new one")
        self.put("near", Content("\n").join([told, *rows]))

    def action_accept(self) -> None:
        """Record it; the score says under which claim."""
        self._accept(None)

    def action_under(self, number: int) -> None:
        """Record it under one of the claims listed."""
        if number <= len(self._near):
            self._accept(Choice(parse(self._near[number - 1].claim, "claim").number))

    def action_accept_new(self) -> None:
        """Record it under a claim of its own."""
        self._accept(Choice())

    def _accept(self, choice: Choice | None) -> None:
        """Accept the marked ones, or this one."""
        if self.current is not None:
            chosen = self._take(set(self._marked) or {self.current[1].view.ref})
            self.act(lambda desk: accept_all(desk, chosen, choice), self._accepted, self._not_taken)

    def _accepted(self, accepted: Accepted) -> None:
        filed = ", ".join(f"{statement} under {claim}" for statement, claim in accepted.filed)
        count = len(accepted.conflicts)
        more = f" (and {count - 1} more, r on Home)" if count > 1 else ""
        flags = "".join(f"  ! {one.ref} {one.explanation}{more}" for one in accepted.conflicts[:1])
        self._last(f"{filed}{flags}")

    def action_reject(self) -> None:
        """Not worth filing: the marked ones, or this one."""
        if self.current is not None:
            chosen = self._take(set(self._marked) or {self.current[1].view.ref})
            told = f"{', '.join(map(str, chosen))} rejected"
            self.act(
                lambda desk: reject(desk, *chosen), lambda _: self._last(told), self._not_taken
            )

    def _not_taken(self, error: LedgerError) -> None:
        """What was taken off the list and could not be done stands there again, if it is open."""
        self.warn(str(error))
        self.reload()

    def _take(self, refs: set[str]) -> list[Reference]:
        """Take proposals off the list, and show the next one; the act follows behind."""
        before = sum(spot.view.ref in refs for _, spot in self.spots[: self._at])
        taken = [spot.view.ref for _, spot in self.spots if spot.view.ref in refs]
        self.spots = [(page, spot) for page, spot in self.spots if spot.view.ref not in refs]
        self._at -= before
        for ref in taken:
            self._marked.pop(ref, None)
        self._show()
        return [parse(ref, "proposal") for ref in taken]

    def _last(self, told: str) -> None:
        self.last(f"Last  {told}  (z undoes)")

    def action_article(self) -> None:
        """Ask for a file, and put its article into the form; without one it is pasted there."""
        asked = "Paste the article, or name the file that holds it, text or HTML. Empty: the form"
        self.app.push_screen(AskLine(asked, whole=True), self._begin_article)

    def on_paste(self, event: events.Paste) -> None:
        """An article may be pasted without being asked for."""
        event.stop()
        self._begin_article("\n".join(event.text.splitlines()))

    def _begin_article(self, written: str | None) -> None:
        if written is None:
            return
        if not written:
            self.ledger_app.go("add")
        elif "\n" in written:
            self.ledger_app.go("add", None, pasted(written))
        else:
            self._read_article(Path(written).expanduser(), None)

    def _read_article(self, path: Path, encoding: str | None) -> None:
        """Put what a file holds into the form; ask for its encoding where that is not told."""

        def call(_: Desk) -> dict[str, str] | OtherEncoding:
            try:
                return begun(path, encoding)
            except OtherEncoding as fault:
                return fault

        def read(article: dict[str, str] | OtherEncoding) -> None:
            if isinstance(article, OtherEncoding):
                self._ask_encoding(path, article)
            else:
                self.ledger_app.go("add", None, article)

        self.look(call, read, kind="article", holds=True)

    def _ask_encoding(self, path: Path, fault: OtherEncoding) -> None:
        asked = f"Line {fault.line} is not text in {fault.encoding}. In which encoding is it?"

        def read(encoding: str | None) -> None:
            if encoding:
                self._read_article(path, encoding)

        self.app.push_screen(AskLine(asked, fault.likely.partition(" ")[0]), read)

    def on_mount(self) -> None:
        """Fetch the names to complete from."""
        self.look(_completions, self._names.update, kind="names")

    def action_set(self, field: str) -> None:
        """Ask for a field of the marked ones, or of this one."""
        if self.current is None:
            return
        asked, kind = _ASKED[field]
        refs = list(self._marked) or [self.current[1].view.ref]
        known = getattr(self.current[1].view, field)
        told = f"{asked} ({len(refs)} marked)" if self._marked else asked
        self.app.push_screen(
            AskLine(told, str(known or ""), kind and self._names.get(kind)),
            lambda written: self._set(refs, field, written),
        )

    def _set(self, refs: list[str], field: str, written: str | None) -> None:
        if written is None:
            return

        def call(desk: Desk) -> str:
            on = desk.day(written) if field == "said_on" and written else None
            edit_all(
                desk, [parse(ref, "proposal") for ref in refs], **{field: on or written or None}
            )
            return told_day(on) if on is not None else written or "empty"

        def then(told: str) -> None:
            self._last(f"{', '.join(refs)}: {told}")
            self.reload()

        self.act(call, then)

    def action_mark(self) -> None:
        """Mark it, to set a field of a run at once."""
        if self.current is not None:
            ref = self.current[1].view.ref
            if ref in self._marked:
                del self._marked[ref]
            else:
                self._marked[ref] = None
            self.action_next()

    def action_mark_run(self) -> None:
        """Mark everything from the one marked last to this one."""
        refs = [spot.view.ref for _, spot in self.spots]
        last = next(reversed(self._marked), None)
        if last in refs:
            start, end = sorted((refs.index(last), self._at))
            self._mark(refs[start : end + 1])
        else:
            self.say("Mark the first one with Space, go to the last one, and press v there")

    def action_mark_section(self) -> None:
        """Mark everything between two headings of the page."""
        if self.current is not None:
            page, here = self.current
            self._mark(spot.view.ref for spot in page.spots if spot.section == here.section)

    def _mark(self, refs: Iterable[str]) -> None:
        waiting = {spot.view.ref for _, spot in self.spots}
        self._marked |= dict.fromkeys(ref for ref in refs if ref in waiting)
        self._show()

    def action_page(self) -> None:
        """Into the page, to mark words with Shift and the arrows, and out again."""
        article = self.query_one(Article)
        self.set_focus(None if article.has_focus else article)

    def action_propose(self) -> None:
        """Propose the words marked in the page."""
        if self.current is None:
            return
        document = parse(self.current[0].ref, "document")
        start, end = self.query_one(Article).marked()

        def then(proposal: Reference) -> None:
            self.set_focus(None)
            self._last(f"{proposal} marked in {document}")
            self.reload()

        self.act(lambda desk: propose(desk, document, start, end), then)

    def action_next(self) -> None:
        """The next one."""
        self._at += 1
        self._show()

    def action_previous(self) -> None:
        """The one before."""
        self._at -= 1
        self._show()

    def action_back(self) -> None:
        """Out of the page, then marks off, then closed."""
        if self.query_one(Article).has_focus:
            self.set_focus(None)
        elif self._marked:
            self._marked.clear()
            self._show()
        else:
            super().action_back()


def _completions(desk: Desk) -> dict[_Offered, Completions]:
    return {
        "speaker": completions(desk, "speaker"),
        "outlet": completions(desk, "outlet"),
        "topic": topics(desk),
    }
