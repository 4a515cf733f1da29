"""CSV: columns by name, records over several lines, bytes that Excel opens as they are meant."""

import csv
import io
from datetime import date

import pytest

from ledger.errors import BadHeader, BadRow, UnreadableFile
from ledger.exchange.csv import read_csv, write_csv
from ledger.exchange.lines import WHAT_HELPS
from ledger.exchange.rows import Row
from ledger.model import FIELDS, NewStatement


def read(data: str | bytes) -> list[Row | BadRow]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_csv(io.BytesIO(raw), "in.csv", today=date(2026, 3, 14)))


def statements(data: str) -> list[NewStatement]:
    rows = read(data)
    assert all(isinstance(row, Row) for row in rows), rows
    return [row.statement for row in rows if isinstance(row, Row)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("text,outlet\nDone.,Gazette\n", id="LF"),
        pytest.param("\ufefftext,outlet\r\nDone.,Gazette\r\n", id="byte order mark and CRLF"),
        pytest.param("outlet,text\nGazette,Done.", id="another order, no line end at the end"),
        pytest.param(' Text , "OUTLET"\nDone.,Gazette'.replace('"', ""), id="case and spaces"),
        pytest.param("text,outlet,speaker\nDone.,Gazette,\n", id="an empty cell is missing"),
        pytest.param("text,outlet\n\nDone.,Gazette\n\n,\n", id="blank records are skipped"),
    ],
)
def test_columns_are_found_by_name(data: str) -> None:
    assert statements(data) == [NewStatement(text="Done.", outlet="Gazette")]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        pytest.param("", "is empty", id="an empty file"),
        pytest.param("text,outlet,spkr", "'spkr' is not a field", id="an unknown column"),
        pytest.param("text;outlet", "'text;outlet' is not a field", id="semicolons"),
        pytest.param("text,outlet,", "'' is not a field", id="a column without a name"),
        pytest.param("text,outlet,text", "the column text stands there twice", id="a column twice"),
        pytest.param("text,speaker", "there is no column outlet", id="a required column missing"),
        pytest.param('text,"outlet', "the first line is not a record of CSV", id="an open quote"),
        pytest.param(b"text,\xe9", "the first line is not text in UTF-8", id="undecodable"),
    ],
)
def test_a_header_that_names_no_columns_stops_the_file(header: str | bytes, reason: str) -> None:
    with pytest.raises(BadHeader, match=r"in\.csv") as caught:
        read(header)
    assert reason in str(caught.value)
    assert "text, outlet, speaker" in str(caught.value)


def test_the_line_of_a_record_is_its_first() -> None:
    rows = read('text,outlet\n"one\ntwo\r\n\nfour",Gazette\nNext.,Gazette\n')
    assert [row.line for row in rows] == [2, 6]
    assert isinstance(rows[0], Row)
    assert rows[0].statement.text == "one\ntwo\r\n\nfour"


@pytest.mark.parametrize(
    ("record", "field", "reason"),
    [
        pytest.param("Done.", None, "has 1 cells where", id="too few cells"),
        pytest.param("Done.,Gazette,,x", None, "names 3 columns", id="too many cells"),
        pytest.param(
            '"Done" or not,Gazette,', None, "not a record of CSV", id="text after a quote"
        ),
        pytest.param("a\rb,Gazette,", None, "not a record of CSV", id="a bare carriage return"),
        pytest.param("x" * 200_000 + ",Gazette,", None, "too long", id="a cell of 200,000"),
        pytest.param("Done.,Gazette,12/8", "said_on", "may be", id="a date of two readings"),
        pytest.param("Done.,,", "outlet", "is missing", id="an empty required cell"),
        pytest.param("a\0b,Gazette,", "text", "NUL", id="NUL"),
    ],
)
def test_a_bad_record_is_a_bad_row_and_the_next_is_read(
    record: str, field: str | None, reason: str
) -> None:
    bad, good = read(f"text,outlet,said_on\n{record}\nNext.,Gazette,2025-12-08\n")
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.field, bad.raw) == (2, field, record)
    assert reason in bad.reason
    assert isinstance(good, Row)
    assert good.line == 3


def test_a_quote_never_closed_takes_no_good_row_before_it() -> None:
    good, bad = read('text,outlet\nDone.,Gazette\n"Open,Gazette\nlost,Gazette')
    assert isinstance(good, Row)
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.raw) == (3, '"Open,Gazette\nlost,Gazette')


def test_undecodable_bytes_are_a_bad_row_of_their_record() -> None:
    bad, good = read(b'text,outlet\n"a\nb\xe9c\nd",Gazette\nNext.,Gazette')
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.reason) == (
        2,
        "is not text in UTF-8 (byte 2 is 0xe9); " + WHAT_HELPS,
    )
    assert isinstance(good, Row)
    assert good.line == 5


def test_a_table_in_utf_16_is_named() -> None:
    with pytest.raises(UnreadableFile, match="UTF-16"):
        read("text,outlet".encode("utf-16"))


def test_a_neutralised_formula_is_restored() -> None:
    (statement,) = statements("text,outlet\n'=1+1,'Gazette'\n")
    assert (statement.text, statement.outlet) == ("=1+1", "'Gazette'")


def test_rows_are_read_one_at_a_time() -> None:
    stream = io.BytesIO(b"text,outlet\n" + b"Done.,Gazette\n" * 10_000)
    next(read_csv(stream, "in.csv", today=date(2026, 3, 14)))
    assert stream.tell() < 1_000


def test_the_bytes_are_those_excel_opens() -> None:
    stream = io.BytesIO()
    said = NewStatement(text="=1\n港", outlet='"A", B', said_on=date(2025, 12, 8), ref="7")
    write_csv([said], stream)
    head, rest = stream.getvalue().split(b"\r\n", 1)
    assert head == b"\xef\xbb\xbf" + ",".join(FIELDS).encode()
    assert rest.decode() == '"\'=1\n港","""A"", B",,2025-12-08,,,,,,,,7,\r\n'


def test_no_statement_makes_a_header_alone() -> None:
    stream = io.BytesIO()
    write_csv([], stream)
    assert read(stream.getvalue()) == []
    assert not stream.closed


def test_any_reader_of_csv_sees_the_cells() -> None:
    stream = io.BytesIO()
    write_csv([NewStatement(text='a "b"\r\nc, d', outlet="Gazette")], stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline=""))
    assert row["text"] == 'a "b"\r\nc, d'
