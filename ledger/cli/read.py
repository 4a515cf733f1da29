"""quantities and compare: what the readers make of a text, without a ledger."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
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

if TYPE_CHECKING:
    from ledger.desk.texts.comparing import Compared

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
    from ledger.desk.texts.figures import contracts, expect
    from ledger.desk.texts.figures import quantities as read_figures

    asked = one_or_batch("a TEXT", (text,), batch)
    if batch is not None:
        with seldom_collected(NONE_IN_CYCLES):
            answer_each(batch, partial(_read, contracts), partial(_read_ahead, expect), processes)
    elif as_json or jsonl:
        print_json = output.json_line if jsonl else output.json_document
        print_json({"text": asked[0], "quantities": contracts(asked[0])})
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
            answer_each(batch, _compared, _compared_ahead, processes)
        return
    found = relation(*map(side_from, asked))
    if as_json or jsonl:
        print_json = output.json_line if jsonl else output.json_document
        print_json(found)
    else:
        _print_compared(asked, found)


def _read(contracts: Callable[[str], object], question: Question) -> dict[str, object]:
    return {"quantities": contracts(text_of(question))}


def _read_ahead(expect: Callable[[Iterable[str]], None], coming: list[Question]) -> None:
    expect([text for one in coming if isinstance(text := one.get("text"), str)])


def _compared(question: Question) -> dict[str, object]:
    from ledger.desk.texts.comparing import contract, side_from

    return contract(side_from(_given(question, "a")), side_from(_given(question, "b")))


def _compared_ahead(coming: list[Question]) -> None:
    from ledger.desk.texts.comparing import expect

    expect([*_texts(one, "a", "b")] for one in coming)


def _texts(question: Question, *fields: str) -> Iterator[str]:
    """The texts that a question holds, as far as it holds any."""
    for given in map(question.get, fields):
        text = given.get("text") if isinstance(given, dict) else given
        if isinstance(text, str):
            yield text


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
        output.lines(output.marked(f"{letter.upper()}  ", text, spans, width))
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
