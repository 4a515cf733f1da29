"""Standard output: JSON that carries true text, and text for people with controls made visible."""

import dataclasses
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from ledger.text.display import cells, show, show_line, wrapped

GAP = "  "
NARROWEST, WIDEST = 40, 120
"""Cells a text is wrapped to, however narrow or wide the screen."""


def width() -> int:
    """Cells a line may take on this screen."""
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


def json_document(value: object) -> None:
    """One JSON document."""
    verbatim(json.dumps(plain(value), ensure_ascii=False, indent=2))


def json_line(value: object) -> None:
    """One JSON object on one line."""
    verbatim(_ON_ONE_LINE(value))


def quick_json_line(value: object) -> bytes:
    """The same as bytes, where many are written: eight times as quick, without spaces."""
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # half a character, or an integer of many digits
        return f"{_ON_ONE_LINE(value)}\n".encode(errors="backslashreplace")


def line(text: str = "") -> None:
    """One line, whatever the text holds."""
    verbatim(show_line(text))


def paragraph(text: str, margin: str) -> None:
    """A text on as many lines as it has, each behind a margin."""
    for part in show(text).split("\n"):
        line(margin + part)


def lines(several: Iterable[str]) -> None:
    """One line after the other."""
    for one in several:
        line(one)


def verbatim(text: str) -> None:
    """Text that is safe as it stands: JSON, a rendered report, our own help."""
    sys.stdout.write(f"{text}\n")


def data(content: bytes) -> None:
    """Bytes as they are, at once."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def columns(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Rows with their columns aligned in terminal cells; the last column runs free."""
    shown = [[show_line(cell) for cell in row] for row in rows]
    widths = [max(cells(cell) for cell in column) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = [
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        yield GAP.join([*padded[:-1], row[-1]]).rstrip()


def table(rows: Sequence[Sequence[str]]) -> None:
    """Aligned rows."""
    for row in columns(rows):
        line(row)


def plain(value: object) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Records as objects, days and instants in ISO 8601, paths as written."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value


_ON_ONE_LINE = json.JSONEncoder(ensure_ascii=False, default=plain).encode


def marked(label: str, text: str, spans: Iterable[tuple[int, int]], width: int) -> Iterable[str]:
    """A text on as many lines as it needs, with carets under the given spans of code points.

    Args:
        label: stands before the first line; the others are set in by as much.
        text: the text, verbatim.
        spans: the places to mark; they may overlap.
        width: cells a line may take, label included.
    """
    below = ""
    for start, end in sorted(spans):
        first, last = (cells(show_line(text[:offset])) for offset in (start, end))
        below = below.ljust(first) + "^" * (last - max(first, len(below)))
    margin, done = " " * cells(label), 0
    for piece in wrapped(show_line(text), width - cells(label)):
        shown = f"{label if not done else margin}{piece}".rstrip()
        yield shown
        under = below[done : done + cells(shown) - len(margin)].rstrip()
        if under:
            yield margin + under
        done += cells(piece)
