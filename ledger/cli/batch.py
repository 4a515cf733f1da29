"""Answering a batch: JSON Lines of questions in, one answer a line out, in the same order."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path
from typing import Annotated, Any, cast

import orjson
import typer

from ledger.cli import output
from ledger.desk.garbage import seldom_collected
from ledger.errors import BadRow, InvalidField, UnreadableFile

Batch = Annotated[
    str | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help="JSON Lines in, one answer a line out; - reads standard input.",
        show_default=False,
    ),
]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")]

Question = Mapping[str, Any]
Answer = Callable[[Question], Mapping[str, object]]
Ahead = Callable[[list[Question]], None]

_QUESTIONS, _BYTES = 256, 1 << 20
"""How much of a batch is taken in, if it is there, before the first of it is answered."""


def answer_each(name: str, answer: Answer, ahead: Ahead = lambda _: None) -> None:
    """Answer every question of a batch, repeating its ``id``.

    Args:
        name: a path, or ``-`` for standard input.
        answer: gives the answer to one question; may raise ``InvalidField``.
        ahead: is told the questions that come next, some at a time.

    Raises:
        UnreadableFile: when the file cannot be opened.
        BadRow: naming file, line and field of the first question that cannot be answered.
    """
    called = "standard input" if name == "-" else name
    with _opened(name) as stream, seldom_collected():
        for block in _blocks(called, stream):
            ahead([question for _, question in block if not isinstance(question, BadRow)])
            output.quick_json_lines(_answers(called, block, answer))


_Numbered = tuple[int, Question | BadRow]


def _blocks(called: str, stream: BufferedIOBase) -> Iterator[list[_Numbered]]:
    """The questions some at a time, with their lines; a row that asks nothing ends them."""
    lines = 0
    for some in _at_hand(stream):
        block: list[_Numbered] = []
        for number, raw in enumerate(some, start=lines + 1):
            try:
                if raw.strip():
                    block.append((number, _question(called, number, raw)))
            except BadRow as fault:
                yield [*block, (number, fault)]
                return
        yield block
        lines += len(some)


def _answers(called: str, block: list[_Numbered], answer: Answer) -> Iterator[Mapping[str, object]]:
    """Each question's answer with its ``id``, up to the first that cannot be given."""
    for number, question in block:
        if isinstance(question, BadRow):
            raise question
        try:
            found = answer(question)
        except InvalidField as fault:
            raise BadRow(called, number, fault.field, fault.reason) from fault
        yield {"id": question.get("id"), **found}


def _at_hand(stream: BufferedIOBase) -> Iterator[list[bytes]]:
    """The lines there are, some at a time; whoever waits for an answer before asking on gets it."""
    begun: list[bytes] = []
    while chunk := stream.read1(_BYTES):
        whole, end, rest = chunk.rpartition(b"\n")
        if end:
            lines = b"".join([*begun, whole]).split(b"\n")
            yield from (lines[n : n + _QUESTIONS] for n in range(0, len(lines), _QUESTIONS))
            begun = []
        begun.append(rest)
    yield [b"".join(begun)]


def text_of(question: Question) -> str:
    """The text a question is about.

    Raises:
        InvalidField: when it has none.
    """
    text = field_of(question, "text")
    if not isinstance(text, str):
        raise InvalidField("text", "must be text")
    return text


def field_of(question: Question, name: str) -> object:
    """A field every question must have.

    Raises:
        InvalidField: when it is missing.
    """
    if name not in question:
        raise InvalidField(name, "is missing")
    return question[name]


def one_or_batch(what: str, texts: tuple[str | None, ...], batch: str | None) -> tuple[str, ...]:
    """The texts asked about; empty when a batch was given in their place."""
    given = tuple(text for text in texts if text is not None)
    if len(given) != (len(texts) if batch is None else 0):
        raise typer.BadParameter(f"give {what}, or --batch FILE in its place")
    return given


def _question(name: str, number: int, raw: bytes) -> dict[str, Any]:
    try:
        question = orjson.loads(raw)
    except orjson.JSONDecodeError:  # half a character, or a fault to be named
        question = None
    if isinstance(question, dict) and not isinstance(question.get("id"), float):
        return question
    try:
        question = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRow(name, number, None, "is not text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadRow(name, number, None, f"is not JSON: {error}") from error
    if not isinstance(question, dict):
        raise BadRow(name, number, None, "is not a JSON object")
    return question


@contextmanager
def _opened(name: str) -> Iterator[BufferedIOBase]:
    if name == "-":
        yield cast("BufferedIOBase", sys.stdin.buffer)
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below, after the error is told apart
    except OSError as error:
        raise UnreadableFile(name, (error.strerror or str(error)).lower()) from error
    with stream:
        yield stream
