"""Rows: fields become a statement, or a fault that names the field."""

from datetime import date

import pytest

from ledger.errors import BadRow
from ledger.exchange.rows import Row, Source
from ledger.model import FIELDS

SOURCE = Source("in.csv", date(2026, 3, 14))
GOOD: dict[str, object] = {"text": "The quay has 12 berths.", "outlet": "Port Gazette"}


def test_the_fields_of_a_statement_in_their_order() -> None:
    assert FIELDS[:3] == ("text", "outlet", "speaker")
    assert len(FIELDS) == 13


def test_a_good_row_is_a_statement_with_its_line() -> None:
    row = SOURCE.row(7, GOOD, "raw")
    assert isinstance(row, Row)
    assert (row.line, row.statement.text) == (7, "The quay has 12 berths.")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2025-12-08", date(2025, 12, 8), id="ISO"),
        pytest.param(" 2025-12-08 ", date(2025, 12, 8), id="white space around"),
        pytest.param("0001-01-01", date(1, 1, 1), id="the first day there is"),
        pytest.param("14 Mar 2026", date(2026, 3, 14), id="as people write it"),
        pytest.param("2025年12月8日", date(2025, 12, 8), id="in Chinese"),
        pytest.param("  ", None, id="blank is missing"),
        pytest.param(None, None, id="null is missing"),
    ],
)
def test_dates_are_read(written: str | None, expected: date | None) -> None:
    row = SOURCE.row(1, GOOD | {"said_on": written}, "")
    assert isinstance(row, Row)
    assert row.statement.said_on == expected


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        pytest.param({"outlet": None}, "outlet", "must be text", id="null where text is required"),
        pytest.param({"text": " "}, "text", "is empty", id="blank text"),
        pytest.param({"speaker": 7}, "speaker", "must be text", id="a number for a name"),
        pytest.param({"spoken_on": "x"}, "spoken_on", "is not a field", id="an unknown field"),
        pytest.param({"said_on": 20251208}, "said_on", "written as text", id="a number for a date"),
        pytest.param({"said_on": True}, "said_on", "written as text", id="a boolean for a date"),
        pytest.param({"said_on": "12/8"}, "said_on", "may be", id="a date of two readings"),
        pytest.param({"said_on": "soonish"}, "said_on", "is not a date", id="no date"),
        pytest.param({"said_on": "8 Dec"}, "said_on", "if it means 2025-12-08", id="no year"),
        pytest.param({"said_on": "29 Feb"}, "said_on", "2024-02-29", id="leap day without a year"),
        pytest.param({"said_on": "昨天"}, "said_on", "2026-03-13", id="a day counted from today"),
        pytest.param({"said_on": "Tuesday"}, "said_on", "2026-03-10", id="a day of the week"),
        pytest.param({"said_on": "2025-02-30"}, "said_on", "is not a day", id="30 February"),
        pytest.param({"text": "a\0b"}, "text", "NUL", id="what no database stores"),
        pytest.param({"text": "a\ud800"}, "text", "half a character", id="a lone surrogate"),
        pytest.param({"outlet": "x" * 301}, "outlet", "300", id="a name over the limit"),
    ],
)
def test_a_fault_names_its_field(fields: dict[str, object], field: str, reason: str) -> None:
    fault = SOURCE.row(3, GOOD | fields, "the raw row")
    assert isinstance(fault, BadRow)
    assert (fault.path, fault.line, fault.field, fault.raw) == ("in.csv", 3, field, "the raw row")
    assert reason in fault.reason
    assert str(fault).startswith(f"in.csv, line 3, field {field}: ")


def test_both_readings_of_an_ambiguous_date_are_given() -> None:
    fault = SOURCE.row(1, GOOD | {"published_on": "12/8"}, "")
    assert isinstance(fault, BadRow)
    assert "-12-08" in fault.reason
    assert "-08-12" in fault.reason
