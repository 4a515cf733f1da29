"""The rejects file: every bad row with its reason, in JSON Lines, in the order they came."""

import io
import json
from datetime import date
from pathlib import Path

from ledger.errors import BadRow
from ledger.exchange.jsonl import read_jsonl
from ledger.exchange.rejects import write_rejects


def test_rows_set_aside_keep_their_reason_and_their_text(tmp_path: Path) -> None:
    stream = io.BytesIO(b'{"text": "a"}\n{"text": "\x1b", "outlet"\n')
    rows = read_jsonl(stream, "in.jsonl", today=date(2026, 3, 14))
    bad_rows = [row for row in rows if isinstance(row, BadRow)]
    write_rejects(tmp_path / "rejects.jsonl", bad_rows)
    written = (tmp_path / "rejects.jsonl").read_text(encoding="utf-8")
    assert "\x1b" not in written
    first, second = map(json.loads, written.splitlines())
    assert first == {
        "file": "in.jsonl",
        "line": 1,
        "field": "outlet",
        "reason": "is missing",
        "row": '{"text": "a"}',
    }
    assert (second["line"], second["field"], second["row"][-1]) == (2, None, '"')


def test_a_file_name_that_is_not_text_can_be_written(tmp_path: Path) -> None:
    write_rejects(tmp_path / "r", [BadRow(Path("\udce9.csv"), 1, None, "is bad", "\udc80")])
    assert json.loads((tmp_path / "r").read_bytes())["file"] == "\udce9.csv"


def test_no_bad_row_makes_an_empty_file(tmp_path: Path) -> None:
    write_rejects(tmp_path / "r", [])
    assert (tmp_path / "r").read_bytes() == b""
