"""Formats: found by name or by the end of a file's name, and lossless whatever the text."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import UnknownFormat
from ledger.exchange.formats import FORMAT_NAMES, format_called, format_of
from ledger.exchange.rows import Row
from ledger.model import NewStatement

_HOSTILE = st.sampled_from(
    list("'\"=+-@\t\r\n,;\\/[]{}%\x1b\x9b\u2028\u0085\u202e\u200b\ufeff＝港e\u0301🏽")
)
_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


def _texts(limit: int) -> st.SearchStrategy[str]:
    return st.text(_HOSTILE | _ANY, min_size=1, max_size=limit).filter(lambda text: text.strip())


_NAMES = _texts(12)
_STATEMENTS = st.builds(
    NewStatement,
    text=_texts(40),
    outlet=_NAMES,
    **dict.fromkeys(("speaker", "relayed_from", "topic", "ref"), st.none() | _NAMES),
    **dict.fromkeys(("url", "claim", "document", "notes", "language"), st.none() | _NAMES),
    **dict.fromkeys(("said_on", "published_on"), st.none() | st.dates()),
)


def written(name: str, statements: list[NewStatement]) -> bytes:
    stream = io.BytesIO()
    format_called(name).write(statements, stream)
    return stream.getvalue()


def read(name: str, data: bytes) -> list[NewStatement]:
    rows = list(format_called(name).read(io.BytesIO(data), "in", today=date(2026, 3, 14)))
    assert all(isinstance(row, Row) for row in rows), rows
    return [row.statement for row in rows if isinstance(row, Row)]


@pytest.mark.parametrize("name", FORMAT_NAMES)
@given(statements=st.lists(_STATEMENTS, max_size=4))
def test_what_is_written_is_read_back_and_written_the_same(
    name: str, statements: list[NewStatement]
) -> None:
    data = written(name, statements)
    assert read(name, data) == statements
    assert written(name, read(name, data)) == data


@pytest.mark.parametrize("name", FORMAT_NAMES)
@given(data=st.binary(max_size=200) | st.text(_HOSTILE).map(str.encode))
def test_no_bytes_crash_a_reader(name: str, data: bytes) -> None:
    header = b"text,outlet\n" if name == "csv" else b""
    for row in format_called(name).read(io.BytesIO(header + data), "in", today=date(2026, 3, 14)):
        assert row.line >= 1


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("dir.csv/a.csv", "csv"), ("港.CSV", "csv")],
)
def test_the_end_of_a_file_name_tells(path: str, name: str) -> None:
    assert format_of(Path(path)).name == name


@pytest.mark.parametrize("path", ["a.json", "a", "a.csv.gz", ".csv"])
def test_another_end_is_not_guessed_at(path: str) -> None:
    with pytest.raises(
        UnknownFormat, match="its name does not tell the format; give --format jsonl, csv"
    ):
        format_of(Path(path))


def test_formats_are_called_by_name() -> None:
    assert format_called("JSONL") is format_called("jsonl")
    with pytest.raises(UnknownFormat, match="'xlsx' is not a format"):
        format_called("xlsx")
