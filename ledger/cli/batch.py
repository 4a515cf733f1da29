"""Answering a batch: JSON Lines of questions in, one answer a line out, in the same order."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import RawIOBase
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar, cast

import orjson
import typer

from ledger.cli import output
from ledger.errors import BadRow, InvalidField, LedgerError, UnreadableFile, reason_of

Batch = Annotated[
    str | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help="JSON Lines in, one answer a line out; - reads standard input.",
    ),
]

Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        metavar="N",
        min=1,
        help="How many processes share a long batch. As many as there are processors when left "
        "out; 1 is this process alone.",
    ),
]

Question = Mapping[str, Any]
T = TypeVar("T")
Understand = Callable[[Question], T]
Answers = Callable[[list[T]], Iterable[Mapping[str, object]]]

_QUESTIONS, _BYTES = 128, 1 << 20
"""How much of a batch is taken in, if it is there, before the first of it is answered."""
_LONG = 1_024 if sys.platform == "linux" else 8_192
"""Questions from which on more processes pay: copies of this one, which Linux makes, cost some
hundredths of a second, those that begin anew most of one."""


class _Block(NamedTuple):
    """Some lines of a batch.

    Attributes:
        first: the number of the first of them.
        lines: as they stand.
        behind: how many more lines were there when they were.
    """

    first: int
    lines: list[bytes]
    behind: int = 0


_Answered = tuple[bytes, LedgerError | None]
"""The answers to a block, up to the question that cannot be answered, and why it cannot."""


def answer_each(
    name: str, understand: Understand[T], answers: Answers[T], processes: int | None = 1
) -> None:
    """Answer every question of a batch, repeating its ``id``.

    Args:
        name: a path, or ``-`` for standard input.
        understand: tells what one question asks; may raise ``InvalidField``. A function of a
            module where more than one process is allowed, as is the next.
        answers: gives the answers to some that are asked together, in their order.
        processes: how many may share a long batch; as many as there are processors for ``None``.

    Raises:
        UnreadableFile: when the file cannot be opened.
        BadRow: naming file, line and field of the first question that cannot be answered.
        WorkerLost: when a process that shares the work ends too early.
    """
    answered = partial(_answered, "standard input" if name == "-" else name, understand, answers)
    with _opened(name) as stream:
        _share(answered, _blocks(stream), processes)


def _share(
    answered: Callable[[_Block], _Answered], blocks: Iterator[_Block], processes: int | None
) -> None:
    """Answer a batch here until it turns out to be long, and with more processes from there on.

    Of a file that is long all processes load the tables at once, instead of all but one waiting.
    Whoever waits for an answer before asking on never fills a block, and is answered soonest here.
    """
    at_once = 0
    for block in blocks:
        if processes != 1 and at_once + len(block.lines) + block.behind >= _LONG:
            from ledger.desk.long_work.workers import processors

            count = processes or processors()
            if count > 1:
                from ledger.desk.long_work.streaming import shared

                shared(answered, chain([block], blocks), count, _hand_on)
                return
        _hand_on(answered(block))
        at_once += len(block.lines) if len(block.lines) == _QUESTIONS else 0


def _hand_on(told: _Answered) -> None:
    said, fault = told
    output.data(said)
    if fault is not None:
        raise fault


def _answered(
    called: str, understand: Understand[T], answers: Answers[T], block: _Block
) -> _Answered:
    """The answers to a block as they are to be written: each with the ``id`` of its question."""
    ids: list[object] = []
    asked: list[T] = []
    fault: LedgerError | None = None
    number = block.first
    try:
        for number, raw in enumerate(block.lines, start=block.first):
            if raw.strip():
                question = _question(called, number, raw)
                asked.append(understand(question))
                ids.append(question.get("id"))
    except InvalidField as missing:
        fault = BadRow(called, number, missing.field, missing.reason)
    except LedgerError as unfit:
        fault = unfit
    said: list[bytes] = []
    try:
        for identity, found in zip(ids, answers(asked), strict=True):
            said.append(output.quick_json_line({"id": identity, **found}))
    except LedgerError as unfit:
        fault = unfit
    return b"".join(said), fault


def _blocks(stream: RawIOBase) -> Iterator[_Block]:
    """The lines there are, some at a time; whoever waits for an answer before asking on gets it."""
    done, begun = 0, list[bytes]()
    while chunk := stream.read(_BYTES):
        whole, end, rest = chunk.rpartition(b"\n")
        if end:
            lines = b"".join([*begun, whole]).split(b"\n")
            for start in range(0, len(lines), _QUESTIONS):
                some = lines[start : start + _QUESTIONS]
                yield _Block(done + start + 1, some, len(lines) - start - len(some))
            done += len(lines)
            begun = []
        begun.append(rest)
    yield _Block(done + 1, [b"".join(begun)])


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
    """The texts asked about; empty when a batch was given in their place.

    One of several that is blank was not given: of two nothings nothing can be said.
    """
    given = tuple(text for text in texts if text is not None and (text.strip() or len(texts) == 1))
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
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg.lower()} at column {error.colno}"
        raise BadRow(name, number, None, reason) from error
    except (ValueError, RecursionError) as error:
        raise BadRow(name, number, None, f"is not JSON: {error}") from error
    if not isinstance(question, dict):
        raise BadRow(name, number, None, "is not a JSON object")
    return question


@contextmanager
def _opened(name: str) -> Iterator[RawIOBase]:
    """Unbuffered: what is asked for is given as far as it is there, and no lock is held meanwhile.

    A buffer's lock, held by a thread that still waits for input, would not let the program end.
    """
    if name == "-":
        buffer = sys.stdin.buffer
        yield cast("RawIOBase", getattr(buffer, "raw", buffer))
        return
    try:
        stream = Path(name).open("rb", buffering=0)  # noqa: SIM115 - closed below, after the error
    except OSError as error:
        raise UnreadableFile(name, f"{reason_of(error)}; check the path") from error
    with stream:
        yield stream
