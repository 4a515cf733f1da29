"""quantities and compare: what the readers make of a text, without a ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli import output
from ledger.cli.batch import answer_lines
from ledger.cli.look import Batch, Jsonl
from ledger.cli.options import Json
from ledger.errors import InvalidField

if TYPE_CHECKING:
    from ledger.desk.comparing import Compared, Side


def quantities(
    text: Annotated[
        str | None, typer.Argument(help="Any text, English or Chinese.", show_default=False)
    ] = None,
    batch: Batch = None,
    jsonl: Jsonl = False,
    as_json: Json = False,
) -> None:
    """Read the figures in a text: value, unit, bounds, period."""
    from ledger.desk.comparing import quantities as read_figures

    if batch is not None:
        for row in answer_lines(batch, ("text",)):
            found = [figure.contract for figure in read_figures(str(row["text"]))]
            output.json_line({"id": row.get("id"), "quantities": found})
        return
    if text is None:
        raise typer.BadParameter("give a TEXT, or --batch FILE")
    figures = read_figures(text)
    if as_json or jsonl:
        output.json_document({"text": text, "quantities": [f.contract for f in figures]})
    elif figures:
        output.table([(f.contract["text"], f.interval, f.note) for f in figures])
    else:
        output.line("no figures")


def compare(
    a: Annotated[str | None, typer.Argument(help="One statement.", show_default=False)] = None,
    b: Annotated[str | None, typer.Argument(help="The other one.", show_default=False)] = None,
    batch: Batch = None,
    jsonl: Jsonl = False,
    as_json: Json = False,
) -> None:
    """Say whether two statements can both hold, and where they differ."""
    from ledger.desk.comparing import relation, side_from

    if batch is not None:
        for row in answer_lines(batch, ("a", "b")):
            found = relation(_side(row["a"], "a"), _side(row["b"], "b"))
            output.json_line({"id": row.get("id"), **output.plain(found)})
        return
    if a is None or b is None:
        raise typer.BadParameter("give two texts, or --batch FILE")
    found = relation(side_from(a), side_from(b))
    if as_json or jsonl:
        output.json_document(found)
    else:
        _print_compared(a, b, found)


def _side(value: object, field: str) -> "Side":
    from ledger.desk.comparing import side_from

    if isinstance(value, str | dict):
        return side_from(value)
    raise InvalidField(field, "must be a text, or an object with a text")


def _print_compared(a: str, b: str, found: "Compared") -> None:
    output.line(f"{found.relation.replace('_', ' ')} ({found.code})")
    output.line(found.explanation)
    for letter, text in (("a", a), ("b", b)):
        spans = [(part[letter][0], part[letter][1]) for part in found.parts]
        for line in output.marked(f"{letter.upper()}  ", text, spans):
            output.line(line)


COMMANDS = {"quantities": quantities, "compare": compare}
