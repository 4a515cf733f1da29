"""Reading a batch: JSON Lines of questions, from a file or standard input."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from ledger.errors import BadRow, UnreadableFile


def answer_lines(name: str, required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The questions of a batch, in order.

    Args:
        name: a path, or ``-`` for standard input.
        required: fields every question must have.

    Raises:
        UnreadableFile: when the file cannot be opened.
        BadRow: naming file, line and field of the first question that cannot be read.
    """
    with _opened(name) as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield _question(name, number, raw, required)


def _question(name: str, number: int, raw: bytes, required: tuple[str, ...]) -> dict[str, Any]:
    try:
        question = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadRow(name, number, None, "is not text in UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadRow(name, number, None, f"is not JSON: {error}") from error
    if not isinstance(question, dict):
        raise BadRow(name, number, None, "is not a JSON object")
    for field in required:
        if field not in question:
            raise BadRow(name, number, field, "is missing")
    return question


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below, after the error is told apart
    except OSError as error:
        raise UnreadableFile(name, error.strerror or str(error)) from error
    with stream:
        yield stream
