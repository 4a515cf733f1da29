"""Cases kept as tables: a text, what is to be read in it, and why that matters."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOM = Path(__file__).parent
NOTHING = "-"
"""Stands for an entry of a list that is none: a figure that measures nothing known."""


def cases(table: str) -> list[object]:
    """The rows of a table of this room, each named by its reason, the last column."""
    return [pytest.param(*values, id=why) for *values, why in _rows(ROOM / table)]


def every_reading(*, in_english: bool = True) -> list[object]:
    """The rows of every table that says what a text is read as, each named by table and reason."""
    return [
        pytest.param(text, reading, id=f"{path.stem}: {why}")
        for path in sorted(ROOM.rglob("*.csv"))
        if _lines(path)[0].startswith("text,reading,")
        for text, reading, why in _rows(path)
        if in_english or not text.isascii()
    ]


def entries(written: str) -> list[str]:
    """The entries of a list as a table writes it."""
    return written.split("; ") if written else []


def _rows(path: Path) -> Iterator[list[str]]:
    rows = csv.reader(_lines(path))
    next(rows)
    yield from rows


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)
