"""A first look through a file: how much there is, and whether statements are all it holds."""

import io
from pathlib import Path

import pytest

from ledger.exchange import survey
from ledger.exchange.survey import lines_of_statements, rows_in_all

STATEMENT = b'{"text": "A kind word.", "outlet": "x"}\n'


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(b"", 0, id="empty"),
        pytest.param(STATEMENT * 3, 3, id="statements"),
        pytest.param(STATEMENT + STATEMENT[:-1], 2, id="no line end at the end"),
        pytest.param(b"nonsense\n\xff\n", 2, id="no statements"),
        pytest.param(STATEMENT + b'{"kind": "note"}\n', None, id="a record"),
        pytest.param(STATEMENT + rb'{"k\u0069nd": "note"}', None, id="a record spelled oddly"),
        pytest.param(STATEMENT + rb'{"\u006B\u0069\u006E\u0064": 1}', None, id="spelled out"),
    ],
)
@pytest.mark.parametrize("block", [3, 8, 1 << 20])
def test_a_file_is_looked_through_once_and_stands_at_its_beginning(
    content: bytes, lines: int | None, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey, "_BLOCK", block)
    stream = io.BytesIO(content)
    assert lines_of_statements(stream) == lines
    assert stream.tell() == 0


def test_what_cannot_be_read_twice_is_not_looked_through() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert lines_of_statements(Pipe(STATEMENT)) is None


@pytest.mark.parametrize(("read", "expected"), [(0, 0), (1, 4), (2, 4), (4, 4)])
def test_how_many_rows_there_are_is_judged_by_those_read(
    read: int, expected: int, tmp_path: Path
) -> None:
    path = tmp_path / "statements.jsonl"
    path.write_bytes(STATEMENT * 4)
    with path.open("rb") as stream:
        stream.read(read * len(STATEMENT))
        assert rows_in_all(stream, read) == expected


def test_of_what_has_no_size_as_many_as_were_read() -> None:
    assert rows_in_all(io.BytesIO(STATEMENT), 7) == 7
