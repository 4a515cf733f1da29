"""JSON Lines: strict to read, true and safe to look at when written."""

import io
import json
from datetime import date

import pytest

from ledger.errors import BadRow
from ledger.exchange.jsonl import json_line, read_jsonl, write_jsonl
from ledger.exchange.lines import WHAT_HELPS
from ledger.exchange.records import Record
from ledger.exchange.rows import Row
from ledger.model import NewStatement

GOOD = '{"text": "The bridge cost 40 million.", "outlet": "Port Gazette"}'


def read(data: str | bytes) -> list[Row | Record | BadRow]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_jsonl(io.BytesIO(raw), "in.jsonl", today=date(2026, 3, 14)))


@pytest.mark.parametrize(
    ("data", "line_numbers"),
    [
        pytest.param("", [], id="an empty file"),
        pytest.param(GOOD, [1], id="no line end at the end"),
        pytest.param(f"\ufeff{GOOD}\n", [1], id="byte order mark"),
        pytest.param(f"{GOOD}\r\n\r\n  \r\n{GOOD}\r\n", [1, 4], id="CRLF and blank lines"),
        pytest.param(f"  {GOOD}\t\n", [1], id="white space around"),
    ],
)
def test_good_lines_are_statements(data: str, line_numbers: list[int]) -> None:
    rows = read(data)
    assert [row.line for row in rows] == line_numbers
    assert all(isinstance(row, Row) for row in rows)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"text": "a", }', "is not JSON: ", id="a trailing comma"),
        pytest.param('{"text": "a" "outlet"}', "at column 14", id="a missing comma, and where"),
        pytest.param(GOOD + GOOD, "at column 66", id="two objects on a line"),
        pytest.param("[1]", "is not an object", id="a list"),
        pytest.param('"text"', "is not an object", id="a string"),
        pytest.param("12", "is not an object", id="a number"),
        pytest.param('{"text": "a", "text": "b"}', "the field text twice", id="a repeated key"),
        pytest.param('{"text": NaN}', "holds NaN", id="NaN"),
        pytest.param('{"text": -Infinity}', "holds -Infinity", id="Infinity"),
        pytest.param('{"text": ' + "9" * 5000 + "}", "must be text", id="5,000 digits"),
        pytest.param('{"text": ' + "[" * 40 + "]" * 40 + "}", "more than 32 deep", id="40 deep"),
        pytest.param("[" * 200_000, "more than 32 deep", id="deeper than any stack"),
        pytest.param(GOOD.replace("cost", "\t"), "is not JSON", id="a raw tab in a string"),
        pytest.param(GOOD[:-1] + ', "id": 4}', "is not a field", id="an unknown field"),
        pytest.param('{"text": "\\ud800", "outlet": "x"}', "lone surrogate", id="half a character"),
        pytest.param("x" * 1_000_001, "is longer than", id="a line over the limit"),
    ],
)
def test_a_bad_line_is_a_bad_row_and_the_next_is_read(line: str, reason: str) -> None:
    bad, good = read(f"{line}\n{GOOD}\n")
    assert isinstance(bad, BadRow)
    assert bad.line == 1
    assert reason in bad.reason
    assert line.startswith(bad.raw)
    assert isinstance(good, Row)
    assert good.line == 2


def test_brackets_inside_a_text_are_no_nesting() -> None:
    (row,) = read('{"text": "' + '[{\\"' * 500 + '", "outlet": "Port Gazette"}')
    assert isinstance(row, Row)


def test_undecodable_bytes_are_a_bad_row() -> None:
    bad, good = read(b'{"text": "caf\xe9"}\n' + GOOD.encode())
    assert isinstance(bad, BadRow)
    assert bad.reason == "is not text in UTF-8 (byte 14 is 0xe9); " + WHAT_HELPS
    assert isinstance(good, Row)


def test_rows_are_read_one_at_a_time() -> None:
    stream = io.BytesIO(f"{GOOD}\n".encode() * 10_000)
    rows = read_jsonl(stream, "in.jsonl", today=date(2026, 3, 14))
    next(rows)
    assert stream.tell() < 1_000


def test_written_lines_leave_missing_fields_out() -> None:
    stream = io.BytesIO()
    statement = NewStatement(text="港口有12個泊位。", outlet="港報", said_on=date(2025, 12, 8))
    write_jsonl([statement], stream)
    assert stream.getvalue().decode() == (
        '{"text": "港口有12個泊位。", "outlet": "港報", "said_on": "2025-12-08"}\n'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("港 é %", "港 é %", id="what can be seen stays"),
        pytest.param("\x1b[31m", "\\u001b[31m", id="escape"),
        pytest.param("\x9b\x7f", "\\u009b\\u007f", id="eight-bit controls and delete"),
        pytest.param("\u202e\u2066", "\\u202e\\u2066", id="directions"),
        pytest.param("\u200b\ufeff\ufe0f", "\\u200b\\ufeff\\ufe0f", id="no width"),
        pytest.param("\u2028\u0085", "\\u2028\\u0085", id="line ends of other readers"),
        pytest.param("\U000e0041", "\\udb40\\udc41", id="beyond the basic plane, as a pair"),
    ],
)
def test_nothing_unseen_is_written_as_it_is(text: str, written: str) -> None:
    line = json_line({"a": text})
    assert line == f'{{"a": "{written}"}}'
    assert json.loads(line) == {"a": text}
