"""The claims a statement may belong to, each with what differs, and which of them was chosen."""

from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ledger.tui.shown import line, rows
from ledger.tui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.desk.texts.bridging import Apart
    from ledger.desk.texts.matching import ClaimMatch

_INDENT = " " * 6
_NEW = "n"
_BRIDGED = 2
"""So many pairs are named; there are hardly ever more."""


class Matches(Listing):
    """A list that never takes the focus by itself and never changes while it has it."""

    class Chosen(Message):
        """A person chose a claim by its reference, or a claim of its own (``None``)."""

        def __init__(self, claim: str | None) -> None:
            super().__init__()
            self.claim = claim

    def __init__(self) -> None:
        super().__init__()
        self.matches: tuple[ClaimMatch, ...] = ()
        self._waiting: tuple[ClaimMatch, ...] | None = None

    def show(self, matches: "tuple[ClaimMatch, ...]") -> None:
        """List these claims, once the person is not just choosing among others."""
        if self.has_focus:
            self._waiting = matches
            return
        self.remove_class("stale")
        self.matches = matches
        self._draw()

    def on_resize(self) -> None:
        """Rows are cut to the width, which is known only now."""
        self._draw()

    def _draw(self) -> None:
        at = self.highlighted
        self.clear_options()
        width = max(self.size.width - 4, 40)
        self.add_options(
            Option(match_row(n, found, width, 2 if n == 1 or found.differs else 1))
            for n, found in enumerate(self.matches, 1)
        )
        self.highlighted = at if at is not None and at < self.option_count else None

    def on_blur(self) -> None:
        """Show what was found meanwhile."""
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.call_after_refresh(self.show, waiting)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses a match, ``n`` a new claim."""
        if event.character in self.answers():
            self.choose(event.character or _NEW)
            event.stop()

    def answers(self) -> list[str]:
        """The letters that choose one of the claims listed, or a new one."""
        return [*(str(n) for n in range(1, len(self.matches) + 1)), _NEW]

    def choose(self, letter: str) -> None:
        """Choose by one of these letters."""
        claim = self.matches[int(letter) - 1].claim if letter != _NEW else None
        self.post_message(self.Chosen(claim))

    def light(self, letter: str) -> None:
        """Put the cursor on what a letter would choose."""
        self.highlighted = int(letter) - 1 if letter != _NEW else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses the match under the cursor."""
        event.stop()
        self.post_message(self.Chosen(self.matches[event.option_index].claim))


def match_row(number: int, found: "ClaimMatch", width: int, lines: int = 1) -> Content:
    """One claim: its key, score and wording, and beneath what differs, on so many lines."""
    head = f"{number}  {found.score * 100:3.0f}  {found.claim}  "
    first = Content.assemble((head, "bold"), line(found.wording, width - len(head)))
    told = rows(difference(found), width - len(_INDENT), lines, "" if found.differs else "dim")
    return Content(f"\n{_INDENT}").join([first, *told])


def apart_lines(apart: "Sequence[Apart]") -> Content:
    """Claims that the statement would bridge, and who judged them different; a line each."""
    return Content("\n").join(line(pair.explanation) for pair in apart[:_BRIDGED])


def difference(found: "ClaimMatch") -> str:
    """What would differ, in words; else what they share."""
    view = found.statement
    on = view.day if view is not None else None
    day = f" {on.day} {on:%b}" if on is not None else ""
    source = f"{view.outlet}{day}: " if view is not None else ""
    if found.differs:
        return f"{source}{'DIFFERS' if found.relation == 'disagree' else 'look'}  {found.differs}"
    return f"{source}shares {'; '.join(found.reasons)}"
