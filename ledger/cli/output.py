"""Standard output: JSON that carries true text, and text for people with controls made visible."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from ledger.text.display import cells, show, show_line

GAP = "  "


def json_document(value: object) -> None:
    """One JSON document."""
    line(json.dumps(plain(value), ensure_ascii=False, indent=2), verbatim=True)


def json_line(value: object) -> None:
    """One JSON object on one line."""
    line(json.dumps(plain(value), ensure_ascii=False), verbatim=True)


def line(text: str = "", *, verbatim: bool = False) -> None:
    """One line, or several as they stand."""
    sys.stdout.write(f"{text if verbatim else show(text)}\n")


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
    """Records as objects, days and instants in ISO 8601."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def marked(label: str, text: str, spans: Sequence[tuple[int, int]]) -> Iterable[str]:
    """A text on one line, and below it carets under the given spans of code points."""
    yield f"{label}{show_line(text)}"
    if not spans:
        return
    below = ""
    for start, end in sorted(spans):
        gap = cells(show_line(text[:start])) - cells(below)
        below += " " * gap + "^" * cells(show_line(text[start:end]))
    yield " " * cells(label) + below
