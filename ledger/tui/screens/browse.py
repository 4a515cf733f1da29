"""Browse: all claims behind one filter line, marks, and what is done with the marked ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.desk.casework.merging import merge
from ledger.desk.casework.tending import set_topic
from ledger.desk.desk import Desk
from ledger.desk.files_out.exporting import export_to
from ledger.desk.looking.browsing import ClaimRow, Found, Order, browse, let_through
from ledger.desk.references import Reference, parse
from ledger.desk.report.reporting import Wanted, report_markdown, write_report
from ledger.errors import LedgerError
from ledger.text.display import cells
from ledger.tui.screens.ask import AskLine, AskYes
from ledger.tui.screens.filtered import FilteredScreen
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.keys import Keys
from ledger.tui.widgets.listing import Listing
from ledger.tui.widgets.told import Told

QUIET = 0.15
_STATUS = {"decided": "ok done", "noted": "? look", None: ""}
_ORDERS: dict[Order, str] = {
    "newest": "newest first",
    "said": "last said first",
    "conflicts": "most open conflicts first",
    "wording": "by wording",
    "best": "best match first",
}
"""The orders, in the order their key goes through them, and how the heading says them."""
_TOPIC = 18
"""Cells for a topic on a wide screen."""
_WIDE = 100
"""Cells from which the outlets and the topic have room of their own."""
_FILLED = 60
"""Rows put on screen at once; the rest follow when the cursor comes near them."""


class Browse(FilteredScreen):
    """The claims a filter lets through."""

    topic: ClassVar[str] = "browse"
    AUTO_FOCUS = "Field"

    def __init__(self, written: str = "") -> None:
        super().__init__()
        self._written = written
        self._rows: tuple[ClaimRow, ...] = ()
        self._marked: dict[str, None] = {}
        self._total = 0
        self._order: Order = "newest"
        self._ref_width = 0
        self._asked: tuple[str, Order] = (written, self._order)
        self._listed: tuple[str, Order] | None = None

    def compose(self) -> ComposeResult:
        """The filter, how many fit, and the claims."""
        yield Told("heading", "Browse", "heading")
        yield Field(
            self._written, placeholder="words  speaker: outlet: topic: status:open after: by:",
            select_on_focus=False,
        )  # fmt: skip
        yield Told("fault")
        yield Listing()
        yield Keys(self.topic)

    def reload(self) -> None:
        """Ask again with the filter as it stands."""
        self.look(self._question(), self._found)

    def on_resize(self) -> None:
        """Rows are cut to the width there is."""
        if self._rows:
            self._redraw(range(len(self._rows)))

    def on_input_changed(self) -> None:
        """Filter as it is typed, once the keys are quiet."""
        self.look(self._question(), self._filtered, after=QUIET)

    def _question(self) -> Callable[[Desk], Found]:
        written, order = self.query_one(Field).value, self._order
        self._asked = written, order
        return lambda desk: browse(desk, written, order=order)

    def action_list(self) -> None:
        """To what fits the filter as it stands now, not as it stood before."""
        if self._listed != (self.query_one(Field).value, self._order):
            self.look(self._question(), self._filtered, holds=True)
        super().action_list()

    def action_sort(self) -> None:
        """The next order, from its beginning."""
        orders = list(_ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.look(self._question(), self._filtered)

    def _filtered(self, found: Found) -> None:
        """What fits another filter is read from its beginning."""
        self._found(found)
        self.query_one(Listing).action_first()

    def refused(self, error: LedgerError) -> None:
        """A filter that makes no sense says where; what is listed stays."""
        self.put("fault", line(str(error), style="bold"))

    def _found(self, found: Found) -> None:
        self._listed = self._asked
        self._rows, self._total = found.rows, found.total
        self._ref_width = max((len(row.ref) for row in found.rows), default=0)
        self.put("fault", self._nothing() if not found.rows else Content(""))
        options = self.query_one(Listing)
        options.renew(self._options(0, max(options.option_count, _FILLED)))
        self._head()

    def _nothing(self) -> Content:
        if self.query_one(Field).value.strip():
            return Content("No claim fits. Fewer words find more; Esc empties the filter.")
        return Content("No claim yet. Esc and a add one; 'factledger import FILE' adds many.")

    def _options(self, start: int, end: int) -> Iterator[Option]:
        width = self.size.width - 4
        return (Option(self._row(row, width), row.ref) for row in self._rows[start:end])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Rows follow when the cursor comes near the last."""
        listed = event.option_list.option_count
        if event.option_index + _FILLED // 2 > listed:
            event.option_list.add_options(self._options(listed, listed + _FILLED))

    def on_key(self, event: Key) -> None:
        """The last row is the last listed, on screen already or not."""
        if event.key == "end":
            options = self.query_one(Listing)
            options.add_options(self._options(options.option_count, len(self._rows)))

    def _row(self, row: ClaimRow, width: int) -> Content:
        mark = "*" if row.ref in self._marked else " "
        told = f"!{row.open:>2} open" if row.open else _STATUS[row.status]
        status = f"{told:<9}"
        latest = f" {row.latest.day:>2} {row.latest:%b %y}" if row.latest else ""
        tail = f"  {row.statements:>3} st.{latest}"
        if width >= _WIDE:
            topic = line(row.topic or "", _TOPIC)
            outlets = f"{row.outlets:>3} outlet{'s' if row.outlets != 1 else ' '}"
            tail = f"  {topic.plain}{' ' * (_TOPIC - topic.cell_length)}{outlets}{tail}"
        head = f"{mark}{status}{row.ref:<{self._ref_width}} "
        wording = line(row.wording, max(width - len(head) - cells(tail), 10))
        pad = " " * max(width - len(head) - cells(tail) - wording.cell_length, 0)
        return Content.assemble((head, "bold"), wording, pad, (tail, "dim"))

    def _head(self) -> None:
        marked = f"   {len(self._marked)} marked" if self._marked else ""
        cut = f", {len(self._rows)} listed" if len(self._rows) < self._total else ""
        shown = f", {_ORDERS[self._order]}{cut}"
        plural = "" if self._total == 1 else "s"
        told = f"Browse   {self._total:,} claim{plural}{shown}{marked}"
        self.put("heading", Content(told))

    @property
    def bare(self) -> bool:
        """Whether no claim is listed."""
        return not self._rows

    @property
    def subject(self) -> str | None:
        """The claim under the cursor."""
        return self.query_one(Listing).lit

    def action_open(self) -> None:
        """See the claim under the cursor."""
        at = self.query_one(Listing).highlighted
        if at is not None and self._rows:
            self.ledger_app.go("claim", self._rows[at].ref)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the claim."""
        self.ledger_app.go("claim", str(event.option.id))

    def action_mark(self) -> None:
        """Mark the claim under the cursor, or take the mark off."""
        options = self.query_one(Listing)
        if options.highlighted is None or not self._rows:
            return
        row = self._rows[options.highlighted]
        if row.ref in self._marked:
            del self._marked[row.ref]
        else:
            self._marked[row.ref] = None
        self._redraw([options.highlighted])
        options.action_cursor_down()

    def action_mark_all(self) -> None:
        """Mark everything listed."""
        self._marked |= dict.fromkeys(row.ref for row in self._rows)
        self._redraw(range(len(self._rows)))

    def _redraw(self, places: Iterable[int]) -> None:
        """Draw rows again; those that are not on screen yet are drawn when they come."""
        options, width = self.query_one(Listing), self.size.width - 4
        for place in (place for place in places if place < options.option_count):
            options.replace_option_prompt_at_index(place, self._row(self._rows[place], width))
        self._head()

    def _chosen(self) -> list[str]:
        """The marked claims, or the one under the cursor."""
        at = self.query_one(Listing).highlighted
        here = [self._rows[at].ref] if at is not None and self._rows else []
        return list(self._marked) or here

    def action_topic(self) -> None:
        """Ask for the topic of the marked claims, or of this one."""
        refs = self._chosen()
        if refs:
            asked = f"Under which topic ({', '.join(refs)})? Empty: none"
            self.ask_topic(asked, "", lambda topic: self._set_topic(refs, topic))

    def _set_topic(self, refs: list[str], topic: str | None) -> None:
        if topic is None:
            return
        claims = _claims(refs)

        def then(_: None) -> None:
            self._marked.clear()
            self.say(f"{', '.join(refs)}: {topic or 'no topic'}. z undoes")
            self.reload()

        self.act(lambda desk: set_topic(desk, claims, topic or None), then)

    def action_cite(self) -> None:
        """Copy where the claim under the cursor was first said."""
        at = self.query_one(Listing).highlighted
        if at is not None and self._rows:
            self.cite(self._rows[at].ref)

    def action_merge(self) -> None:
        """Ask which of the marked claims stays; the others become part of it."""
        refs = list(self._marked)
        if len(refs) > 1:
            asked = f"{', '.join(refs)} become one. Which stays, with its wording?"
            self.app.push_screen(AskLine(asked, refs[0]), lambda keep: self._merge(refs, keep))
        else:
            self.say("Mark the claims that are one and the same with Space first")

    def _merge(self, refs: list[str], keep: str | None) -> None:
        if not keep:
            return

        def call(desk: Desk) -> str:
            stays = parse(keep, "claim")
            gone = [claim for claim in _claims(refs) if claim != stays]
            moved = merge(desk, stays, gone)
            return f"{', '.join(map(str, gone))} into {stays}, statements moved: {moved}"

        def then(told: str) -> None:
            self._marked.clear()
            self.say(f"{told}. z undoes")
            self.reload()

        self.act(call, then, self.warned)

    def action_report(self) -> None:
        """Ask for a file, and write the report of the marked claims there."""
        self._write("Report of {} to which file?", "report.md", _write_report)

    def action_export(self) -> None:
        """Ask for a file, and write the statements of the marked claims there."""
        asked = "Export {} to which file (.csv .jsonl; .json verdicts)?"
        self._write(asked, "statements.csv", export_to)

    def _write(
        self,
        asked: str,
        suggested: str,
        write: Callable[[Desk, Path, Sequence[Reference]], list[str]],
    ) -> None:
        """Ask for a file, and write the marked claims there, or all the filter lets through."""
        marked = _claims(self._marked)
        written = self.query_one(Field).value.strip()
        about = (
            f"{len(marked)} marked" if marked else f"these {self._total:,}" if written else "all"
        )

        def wanted(desk: Desk) -> list[Reference]:
            return marked or (let_through(desk, written) if written else [])

        def put(to: Path, told: str) -> None:
            self.act(
                lambda desk: write(desk, to, wanted(desk)),
                lambda left_out: self._wrote(f"{told}: {to}", left_out),
                self.warned,
            )

        self._ask_file(asked.format(about), suggested, put)

    def _ask_file(self, asked: str, suggested: str, put: Callable[[Path, str], None]) -> None:
        """Ask for a file to write to; one that is there is replaced only after a yes."""

        def chosen(name: str | None) -> None:
            to = Path(name or "").expanduser().absolute()
            if name and to.is_file():
                question = AskYes(f"Replace {to.name}? It is there already, in {to.parent}")
                self.app.push_screen(question, lambda yes: answered(to, yes))
            elif name:
                put(to, "Written")

        def answered(to: Path, yes: bool | None) -> None:  # noqa: FBT001 - the answer itself
            if yes:
                put(to, "Replaced")
            else:
                self._ask_file(asked, str(to), put)

        self.app.push_screen(AskLine(asked, suggested), chosen)

    def _wrote(self, told: str, left_out: list[str]) -> None:
        self.say(told)
        if left_out:
            self.warn(f"Left out: {'; '.join(left_out)}")

    def warned(self, error: LedgerError) -> None:
        """What could not be done with the marked claims, which stay marked."""
        self.warn(str(error))

    def action_back(self) -> None:
        """From the list: marks off, then the filter empty, then closed."""
        field = self.query_one(Field)
        if self._marked:
            refs, self._marked = self._marked, {}
            self._redraw([n for n, row in enumerate(self._rows) if row.ref in refs])
        elif field.value:
            field.value = ""
        else:
            super().action_back()


def _claims(refs: Iterable[str]) -> list[Reference]:
    return [parse(ref, "claim") for ref in refs]


def _write_report(desk: Desk, to: Path, claims: Sequence[Reference]) -> list[str]:
    """The report of these claims, which leaves nothing out."""
    wanted = Wanted(claims=frozenset(map(str, claims)))
    write_report(to, report_markdown(desk, wanted))
    return []
