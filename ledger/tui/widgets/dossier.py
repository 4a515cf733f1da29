"""What a claim's screen says of it: its rows, one statement in full, findings and conclusions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from ledger.tui.shown import line, shown
from ledger.tui.widgets.plot import Point
from ledger.tui.widgets.side import chain

if TYPE_CHECKING:
    from ledger.desk.looking.statement_views import StatementView
    from ledger.desk.looking.views import ClaimView, ConflictView
    from ledger.desk.texts.drawing import Bar

_STATES = {"noted": "look", "decided": "done"}


def concluded(claim: "ClaimView") -> Iterator[Content]:
    """The verdicts that stand, each with what became of its evidence, and the notes."""
    for verdict in claim.verdicts:
        if verdict.current:
            stale = f"; stale: {'; '.join(verdict.stale)}" if verdict.stale else ""
            whose = verdict.publisher or verdict.actor
            yield line(f"verdict: {verdict.rating} ({verdict.scale}), {whose}{stale}")
    for note in claim.notes:
        yield line(f"note, {note.actor}: {note.text}")
    for link in claim.links:
        yield line(f"{link.kind.replace('_', ' ')}: {link.claim} {link.wording}")


def points(
    bars: "Iterable[Bar]", views: "Mapping[str, StatementView]", voices: Mapping[str, str]
) -> Iterator[Point]:
    """The figures whose day is known; one voice's figures about one period are one series."""
    for bar in bars:
        view = views[bar.ref]
        on = view.day
        if on is not None:
            voice = voices.get(bar.ref) or view.speaker or view.outlet
            yield Point(bar, on, f"{voice}, {bar.period}" if bar.period else voice)


def day(view: "StatementView") -> str:
    """The day a statement is of, short."""
    on = view.day
    return f"{on.day} {on:%b %y}" if on is not None else "undated"


def row(view: "StatementView", width: int, disputed: Collection[str], refs: int) -> Content:
    """A statement on one line, behind a ``!`` where a conflict about it is open.

    Args:
        view: the statement.
        width: cells of the line.
        disputed: the statements about which a conflict is open, by reference.
        refs: cells for its reference.
    """
    mark = "!" if view.ref in disputed else " "
    source = line(view.speaker or view.outlet, 18)
    pad = " " * (18 - source.cell_length)
    head = Content.assemble((f"{mark}{day(view):>9} {view.ref:<{refs}} ", "bold"), source, pad, " ")
    return head + line(view.text, max(width - head.cell_length, 10))


def detail(view: "StatementView") -> Content:
    """A statement in full."""
    parts = [chain(view), shown(f"“{view.text}”")]
    parts += [line(f"reads: {'; '.join(view.figures)}", style="dim")] if view.figures else []
    parts += [line(part, style="dim") for part in (view.document, view.url, view.notes) if part]
    return Content("\n").join(parts)


def finding(conflict: "ConflictView") -> Content:
    """What was found between a statement and another."""
    state = _STATES.get(conflict.state, conflict.state)
    return Content.assemble((f"{conflict.ref} {state}: ", "bold"), line(conflict.explanation))
