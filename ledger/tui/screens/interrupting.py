"""Questions that come between, when somebody may be typing on without looking at the screen.

Their answers are single letters, and sentences hold those too: an answer is one only if no other
key follows at once. What reads as the beginning of a sentence is kept for the form it was meant
for, and from then on the question is answered only once F2 says that it was seen.
"""

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from ledger.tui.shown import line
from ledger.tui.widgets.told import Told

if TYPE_CHECKING:
    from ledger.tui.ahead import Ahead, Typed

Result = TypeVar("Result")
ALONE = 0.4
"""Seconds an answer stands alone before it is taken; in a word the next letter comes sooner."""
_SEEN = "f2"
"""Says that somebody looks at the question; no sentence holds it."""
_PASS = frozenset({"escape", "ctrl+q"})
_SHOWN = 40
"""Characters of what was typed on that are shown: its end, where somebody sees it grow."""


class Interrupting(ModalScreen[Result]):
    """A question with single letters for answers; Esc goes back to the form."""

    DEFAULT_CSS = """
    Interrupting { align: center bottom; }
    Interrupting Vertical { height: auto; max-height: 16; background: $panel; padding: 0 1; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, ahead: "Ahead", how: str, *, typed_on: bool) -> None:
        """Ask.

        Args:
            ahead: where what is typed on is kept.
            how: the answers by their keys.
            typed_on: whether somebody typed on before it was asked.
        """
        super().__init__()
        self._ahead, self._how = ahead, how
        self._typed_on = typed_on
        self._answer: events.Key | None = None

    def compose(self) -> ComposeResult:
        """What is asked, and how to answer."""
        with Vertical():
            yield from self.asked()
            yield Told("ahead", classes="")
            yield Told("how", classes="warning")

    def on_mount(self) -> None:
        """Say how to answer."""
        self._tell()

    def asked(self) -> ComposeResult:
        """What is asked."""
        raise NotImplementedError

    def answers(self) -> Collection[str | None]:
        """The letters that answer."""
        raise NotImplementedError

    def answer(self, letter: str) -> None:
        """Take an answer."""
        raise NotImplementedError

    def light(self, letter: str) -> None:
        """Show what would be answered."""

    def takes(self, typed: "Typed") -> bool:
        """Take what answers, and keep what was meant for a form; the rest is left to Textual."""
        if self._typed_on:
            return self._typed_over(typed)
        if isinstance(typed, events.Key) and not _is_of_a_sentence(typed):
            letter = self._forget()
            if letter is not None and typed.key == "enter":
                self.answer(letter)
                return True
            return False
        if self._answer is not None or not self._may_answer(typed):
            self._keep(typed)
        return True

    def _typed_over(self, typed: "Typed") -> bool:
        key = typed.key if isinstance(typed, events.Key) else None
        if key in _PASS:
            return False
        if key == _SEEN:
            self._typed_on = False
            self._tell()
        else:
            self._keep(typed)
        return True

    def _may_answer(self, typed: "Typed") -> bool:
        """Let an answer stand alone for a moment."""
        if not isinstance(typed, events.Key) or typed.character not in self.answers():
            return False
        self._answer = typed
        self.run_worker(self._stands_alone(), group="alone", exclusive=True)
        self.light(typed.character or "")
        return True

    async def _stands_alone(self) -> None:
        await asyncio.sleep(ALONE)
        letter = self._forget()
        if letter is not None:
            self.answer(letter)

    def _forget(self) -> str | None:
        """The letter that was about to answer, which is no longer."""
        answer, self._answer = self._answer, None
        return answer.character if answer is not None else None

    def _keep(self, typed: "Typed") -> None:
        """Somebody types on: that is no answer."""
        begun = [self._answer] if self._answer is not None else []
        self._forget()
        self._ahead.put(*begun, typed)
        self._typed_on = True
        self._tell()

    def _tell(self) -> None:
        words = self._ahead.words
        cut = f"…{words[-_SHOWN:]}" if len(words) > _SHOWN else words
        told = f"Typed on, it waits for the next form: “{cut}”" if self._typed_on else ""
        how = "F2: answer this now" if self._typed_on else self._how
        self.query_one("#ahead", Told).tell(line(told))
        self.query_one("#how", Told).tell(Content(f"{how}   Esc: back to the form"))

    def action_leave(self) -> None:
        """Back to the form."""
        self.dismiss(None)


def _is_of_a_sentence(key: events.Key) -> bool:
    return key.is_printable or key.key in {"tab", "backspace"}
