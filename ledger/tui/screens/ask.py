"""A line asked for, or a yes: what a key needs before it can act."""

from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ledger.tui.screens.interrupting import Interrupting
from ledger.tui.shown import line
from ledger.tui.widgets.field import Field
from ledger.tui.widgets.name import NameField

if TYPE_CHECKING:
    from ledger.desk.names.completing import Completions
    from ledger.tui.ahead import Ahead

_CSS = """
{0} {{ align: center bottom; }}
{0} Vertical {{ height: auto; background: $panel; padding: 0 1; }}
"""


class AskLine(ModalScreen[str | None]):
    """One line of text; Enter answers, with an empty line too; Esc does not (``None``)."""

    DEFAULT_CSS = _CSS.format("AskLine")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        asked: str,
        suggested: str = "",
        names: "Completions | None" = None,
        *,
        amend: bool = False,
        whole: bool = False,
    ) -> None:
        """Ask for a line.

        Args:
            asked: what for.
            suggested: what stands in it at first.
            names: names to offer while one is typed.
            amend: whether what is suggested is to be amended; else the first key replaces it.
            whole: whether a paste of several lines is the answer as it stands, lines and all.
        """
        super().__init__()
        self._whole = whole
        self._asked, self._suggested, self._names = asked, suggested, names
        self._amend = amend

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        with Vertical():
            yield Static(line(f"{self._asked}   (Esc goes back)"), markup=False)
            yield NameField("asked", "") if self._names is not None else Field(id="asked")

    def on_mount(self) -> None:
        """Put in what is suggested."""
        field = self.query_one("#asked", Field)
        if self._names is None:
            field.value = self._suggested
        else:
            name = self.query_one(NameField)
            name.know(self._names)
            name.fill(self._suggested)
        field.focus()
        if not self._amend:
            field.select_all()

    def know(self, names: "Completions") -> None:
        """Offer these names from now on; they may come before the line is drawn."""
        self._names = names
        for field in self.query(NameField):
            field.know(names)

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Many lines at once are no line of an answer: where they may be all of it, they are."""
        if self._whole:
            event.stop()
            self.app.clear_notifications()
            self.dismiss(event.text)

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Enter answers."""
        event.stop()
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Nothing was answered."""
        self.dismiss(None)


class AskYes(ModalScreen[bool | None]):
    """A yes by the key ``y`` and no other; for the little that one undo does not take back."""

    DEFAULT_CSS = _CSS.format("AskYes")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", show=False),
        Binding("n,escape,q", "leave", show=False),
    ]

    def __init__(self, asked: str) -> None:
        super().__init__()
        self._asked = asked

    def compose(self) -> ComposeResult:
        """What is asked."""
        with Vertical():
            yield Static(line(self._asked), markup=False)
            yield Static("y: yes   Esc: no", classes="warning", markup=False)

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)  # noqa: FBT003 - the answer itself

    def action_leave(self) -> None:
        """No."""
        self.dismiss(None)


class AskSame(Interrupting[bool | None]):
    """Whether a name nobody goes by is one the ledger knows; Esc goes back to the form."""

    def __init__(self, ahead: "Ahead", kind: str, name: str, near: str, *, typed_on: bool) -> None:
        super().__init__(ahead, f"y: yes   n: no, a new {kind}", typed_on=typed_on)
        self._kind, self._name, self._near = kind, name, near

    def asked(self) -> ComposeResult:
        """What is asked."""
        asked = f"No {self._kind} goes by “{self._name}” yet. Is it “{self._near}”?"
        yield Static(line(asked), markup=False)

    def answers(self) -> Collection[str | None]:
        """Yes and no."""
        return {"y", "n"}

    def answer(self, letter: str) -> None:
        """Take the answer to the form."""
        self.dismiss(letter == "y")
