"""Rows told column by column: the very statements, faults and lines that row by row gives."""

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger.errors import BadRow
from ledger.exchange import jsonl
from ledger.exchange.batches import Batch
from ledger.exchange.jsonl import read_jsonl, read_portions
from ledger.exchange.lines import MAX_LINE
from ledger.exchange.records import Record
from ledger.exchange.rows import Row
from ledger.model import FIELDS, MAX_NAME, MAX_TEXT, NewStatement

TODAY = date(2026, 3, 14)
GOOD = '{"text": "The ferry sails.", "outlet": "Port Gazette"}'
VALUES = st.sampled_from(
    [None, "", " ", "港", " Ada ", "2025-12-08", "31/12", "a\0", "a\\b", '"', "\x1c", 4, ["x"]]
)
ROWS = st.dictionaries(st.sampled_from([*FIELDS, "nope"]), VALUES, max_size=5)
LINES = st.lists(
    st.one_of(
        st.just(GOOD),
        ROWS.map(json.dumps),
        ROWS.map(lambda row: json.dumps({"text": "It sails.", "outlet": "Port Gazette", **row})),
        st.sampled_from(["", "\u3000", "not JSON", "[1]", '{"text": "a", "text": "b"}']),
    ),
    max_size=8,
)


def _one_by_one(data: bytes) -> tuple[list[Any], ...]:
    rows = list(read_jsonl(io.BytesIO(data), "in.jsonl", today=TODAY))
    good = [row for row in rows if isinstance(row, Row)]
    return (
        [(row.line, row.statement.model_dump(), row.statement.identity()) for row in good],
        [row for row in rows if isinstance(row, Record)],
        [_said(row) for row in rows if isinstance(row, BadRow)],
    )


def _said(row: BadRow) -> tuple[Any, ...]:
    return row.line, row.field, row.reason, row.raw


def _together(data: bytes) -> tuple[list[Any], ...]:
    good: list[Any] = []
    records: list[Record] = []
    bad: list[Any] = []
    for portion in read_portions(io.BytesIO(data), "in.jsonl", today=TODAY):
        columns = portion.batch.columns
        rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        good += zip(portion.lines, rows, portion.batch.ids, strict=True)
        records += portion.records
        bad += map(_said, portion.bad)
    return good, records, bad


@given(LINES)
@settings(deadline=None)
@example([GOOD, '{"text": "a"', '"outlet": "b"}'])
@example([GOOD, json.dumps({"text": "a", "outlet": "o" * (MAX_NAME + 1)})])
@example([GOOD, json.dumps({"text": "a" * (MAX_TEXT + 1), "outlet": "o"})])
@example([json.dumps({"text": "a", "outlet": f" {'o' * MAX_NAME} "})])
def test_many_rows_are_what_each_is(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    assert _together(data) == _one_by_one(data)


@pytest.mark.parametrize("text", [rb'"\xff"', b'"\xff"', rb'"\ud800"', b"\xef\xbb\xbf"])
def test_bytes_that_are_no_text_spoil_their_row_alone(text: bytes) -> None:
    line = b'{"text": ' + text + b', "outlet": "Port Gazette"}'
    data = b"\n".join([GOOD.encode(), line, GOOD.encode()])
    assert _together(data) == _one_by_one(data)
    assert len(_together(data)[0]) == 2


def test_a_line_over_the_limit_is_refused_whatever_it_says() -> None:
    data = "\n".join([GOOD, f"{GOOD[:-1]}{' ' * MAX_LINE}}}", GOOD]).encode()
    assert _together(data) == _one_by_one(data)
    assert len(_together(data)[0]) == 2


def test_a_file_is_taken_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "AT_ONCE", 2)
    data = io.BytesIO("\n".join([GOOD] * 5).encode())
    assert [p.lines for p in read_portions(data, "in.jsonl", today=TODAY)] == [(1, 2), (3, 4), (5,)]


def test_long_lines_are_taken_in_smaller_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "_HELD", len(GOOD))
    data = io.BytesIO("\n".join([GOOD] * 3).encode())
    assert [p.lines for p in read_portions(data, "in.jsonl", today=TODAY)] == [(1,), (2,), (3,)]


def test_some_of_a_batch_are_taken_in_the_order_asked_for() -> None:
    batch = Batch.of(NewStatement(text=word, outlet="Port Gazette") for word in "abc")
    some = batch.taken([2, 0])
    assert (some.columns["text"], some.ids) == (["c", "a"], [batch.ids[2], batch.ids[0]])
