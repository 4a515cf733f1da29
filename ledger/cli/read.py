"""quantities and compare: what the readers make of a text, without a ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.axis import draw
from ledger.cli.batch import (
    Batch,
    Processes,
    Question,
    answer_each,
    field_of,
    one_or_batch,
    text_of,
)
from ledger.cli.diagnostics import say
from ledger.cli.options import Json, Jsonl
from ledger.desk.garbage import NONE_IN_CYCLES, seldom_collected
from ledger.errors import InvalidField
from ledger.text.excerpt import excerpt

if TYPE_CHECKING:
    from ledger.desk.texts.comparing import Compared, Sides

_AXIS = 0.55
"""The axis's share of the width; its label and the interval in words take the rest."""


def quantities(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="Any text, English or Chinese.")
    ] = None,
    batch: Batch = None,
    jsonl: Jsonl = False,
    processes: Processes = None,
    as_json: Json = False,
) -> None:
    """Read the figures in a text: value, unit, bounds, period."""
    from ledger.desk.texts.figures import quantities as read_figures

    asked = one_or_batch("a TEXT", (text,), batch)
    if batch is not None:
        with seldom_collected(NONE_IN_CYCLES):
            answer_each(batch, text_of, _read, processes)
    elif as_json or jsonl:
        print_json = output.json_line if jsonl else output.json_document
        found = [figure.contract for figure in read_figures(asked[0])]
        print_json({"text": asked[0], "quantities": found})
    elif figures := read_figures(asked[0]):
        output.table([(f.contract["text"], f.interval, f.note) for f in figures])
    else:
        say("there are no figures in this text")


def compare(
    a: Annotated[str | None, typer.Argument(metavar="A", help="One statement.")] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="The other one.")] = None,
    batch: Batch = None,
    jsonl: Jsonl = False,
    processes: Processes = None,
    as_json: Json = False,
) -> None:
    """Say whether two statements can both hold, and why."""
    from ledger.desk.texts.comparing import relation, side_from

    asked = one_or_batch("two texts, A and B", (a, b), batch)
    if batch is not None:
        with seldom_collected(NONE_IN_CYCLES):
            answer_each(batch, _sides, _compared, processes)
        return
    found = relation(*map(side_from, asked))
    if as_json or jsonl:
        print_json = output.json_line if jsonl else output.json_document
        print_json(found)
    else:
        _print_compared(asked, found)


def _read(texts: list[str]) -> Iterator[dict[str, object]]:
    from ledger.desk.texts.figures import contracts

    return ({"quantities": found} for found in contracts(texts))


def _sides(question: Question) -> "Sides":
    from ledger.desk.texts.comparing import side_from

    return side_from(_given(question, "a")), side_from(_given(question, "b"))


def _compared(pairs: "list[Sides]") -> Iterator[dict[str, object]]:
    from ledger.desk.texts.comparing import contracts

    return contracts(pairs)


def _given(question: Question, side: str) -> str | dict[str, object]:
    given = field_of(question, side)
    if isinstance(given, str | dict):
        return given
    raise InvalidField(side, "must be a text, or an object with a text")


def _print_compared(texts: tuple[str, ...], found: "Compared") -> None:
    output.line(f"{found.relation.replace('_', ' ')} ({found.code})")
    width = output.width()
    output.lines(output.marked("", found.explanation, (), width))
    for letter, text in zip("ab", texts, strict=True):
        spans = {(part[letter][0], part[letter][1]) for part in found.parts}
        output.lines(output.marked(f"{letter.upper()}  ", *excerpt(text, spans), width))
    _print_axes(texts, found, width)


def _print_axes(texts: tuple[str, ...], found: "Compared", width: int) -> None:
    """Both intervals on one axis, for every pair of figures."""
    from ledger.desk.texts.drawing import drawn_parts

    a, b = texts
    axis = round(width * _AXIS)
    for drawing in drawn_parts(a, b, found.parts):
        output.line()
        output.lines(draw(drawing, axis, width - axis - len("A    ")))


COMMANDS = {"quantities": quantities, "compare": compare}
