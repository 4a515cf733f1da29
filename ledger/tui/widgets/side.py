"""One side of a dispute: who says it by which way, their words, and where those differ."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from ledger.tui.shown import line, marked, shown

if TYPE_CHECKING:
    from ledger.desk.inbox.proposals import ProposalView
    from ledger.desk.looking.statement_views import StatementView

SIGNS = {"A": ("[-", "-]"), "B": ("[+", "+]")}
"""What stands around the differing words of each side."""


def side(
    letter: str, view: "StatementView", spans: Iterable[Sequence[int]], origins: int
) -> Content:
    """A side as text: its source, its words with the differing ones marked, its link."""
    voices = f", {origins} independent origins" if origins > 1 else ""
    parts = [
        Content.assemble(
            (f"{letter}  ", "bold reverse"), line(f" {view.outlet}", style="bold"), voices
        ),
        chain(view),
        Content("“").append(marked(view.text, spans, *SIGNS[letter])).append("”"),
    ]
    link = view.url.removeprefix("https://") if view.url else None
    parts += [line(part, style="dim") for part in (view.document, link) if part]
    return Content("\n").join(parts)


def chain(view: "StatementView") -> Content:
    """The attribution chain and the day: speaker ← relay ← publisher, or whose own voice it is."""
    voices = [view.speaker] if view.speaker else []
    voices += [f"relayed by {view.relayed_from}"] if view.relayed_from else []
    voices += [f"published by {view.outlet}" if voices else f"{view.outlet} in its own voice"]
    return Content.assemble(line(" ← ".join(voices)), f", {day(view.day)}")


def day(on: date | None) -> str:
    """A day as people write it, with its weekday."""
    return f"{on.day} {on:%b %Y (%A)}" if on is not None else "undated"


def plain(view: "StatementView") -> Content:
    """A statement on its own."""
    return Content("\n").join([chain(view), shown(f"“{view.text}”")])


def proposed(view: "ProposalView") -> Content:
    """A proposal: its words, its chain, and why it was proposed."""
    parts = [shown(view.text, "bold")]
    who = view.speaker or "the outlet in its own voice"
    basis = f" ({view.relay_basis})" if view.relay_basis else ""
    relay = f" ← relayed by {view.relayed_from}{basis}" if view.relayed_from else ""
    on = day(view.said_on)
    if view.said_on is None and view.published_on is not None:
        on = f"published {day(view.published_on)}"
    parts.append(line(f"{who}{relay} ← {view.outlet}, {on}"))
    region = "" if view.region == "main" else f"{view.region}; "
    parts.append(line(f"proposed because: {region}{'; '.join(view.reasons)}", style="dim"))
    return Content("\n").join(parts)
