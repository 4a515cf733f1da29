"""CSV: one statement per record, the first line naming the columns.

Written for Excel (byte order mark, CRLF, formulas neutralised) and read back without loss.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from ledger.errors import BadHeader, BadRow
from ledger.exchange.formula import neutralised, restored
from ledger.exchange.lines import Line, lines
from ledger.exchange.rows import Row, Source
from ledger.model import FIELDS, NewStatement

_REQUIRED = tuple(name for name, field in NewStatement.model_fields.items() if field.is_required())

_MALFORMED = "is not a record of CSV: a quote is not closed or not doubled, or a cell is too long"


def read_csv(stream: BinaryIO, name: str, *, today: date) -> Iterator[Row | BadRow]:
    """Read statements lazily; blank records are skipped, and an empty cell is a missing field.

    Args:
        stream: the file, opened for bytes. UTF-8, byte order mark and CRLF accepted.
        name: what messages call the file.
        today: the day by which messages spell out a date written without a year.

    Raises:
        BadHeader: when the first line does not name columns this program knows.
        UnreadableFile: when the file is in another encoding or stops being readable.
    """
    source = Source(name, today)
    records = _records(stream, name)
    header = _header(next(records, None), name)
    for record in records:
        if record.fault is not None or any(cell.strip() for cell in record.cells):
            yield _row(source, header, record)


def write_csv(statements: Iterable[NewStatement], stream: BinaryIO) -> None:
    """Write statements for a spreadsheet; the same statements always make the same bytes."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(FIELDS)
        for statement in statements:
            fields = statement.model_dump(mode="json")
            table.writerow(neutralised(fields[name] or "") for name in FIELDS)
    finally:
        text.detach()  # writes what is left, and leaves the stream open to its owner


@dataclass(frozen=True, slots=True)
class _Record:
    """The cells of one record, or why there are none, and the lines it was read from."""

    line: int
    raw: str
    cells: list[str]
    fault: str | None


def _record(taken: list[Line], cells: list[str], fault: str | None) -> _Record:
    raw = "".join(line.text for line in taken).rstrip("\r\n")
    undecodable = (line.fault for line in taken if line.fault is not None)
    return _Record(taken[0].number, raw, cells, next(undecodable, fault))


def _records(stream: BinaryIO, name: str) -> Iterator[_Record]:
    """The records of a file; a quoted line end keeps a record going.

    After a record that is not well formed, reading goes on with the line after it.
    """
    taken: list[Line] = []

    def texts() -> Iterator[str]:
        for line in lines(stream, name):
            taken.append(line)
            yield line.text

    table = csv.reader(texts(), strict=True)
    while True:
        taken.clear()
        try:
            yield _record(taken, next(table), None)
        except StopIteration:
            return
        except csv.Error:
            yield _record(taken, [], _MALFORMED)


def _header(record: _Record | None, name: str) -> list[str]:
    """The field each column holds.

    Raises:
        BadHeader: naming the column that is unknown, repeated or missing.
    """
    if record is None:
        raise BadHeader(name, "is empty", FIELDS)
    if record.fault is not None:
        raise BadHeader(name, f"the first line {record.fault}", FIELDS)
    columns = [cell.strip().lower() for cell in record.cells]
    for at, column in enumerate(columns):
        if column not in FIELDS:
            raise BadHeader(name, f"'{column}' is not a field of a statement", FIELDS)
        if column in columns[:at]:
            raise BadHeader(name, f"the column {column} stands there twice", FIELDS)
    for field in _REQUIRED:
        if field not in columns:
            raise BadHeader(name, f"there is no column {field}", FIELDS)
    return columns


def _row(source: Source, header: list[str], record: _Record) -> Row | BadRow:
    if record.fault is not None:
        return source.bad(record.line, record.fault, record.raw)
    if len(record.cells) != len(header):
        reason = f"has {len(record.cells)} cells where the first line names {len(header)} columns"
        return source.bad(record.line, reason, record.raw)
    cells = zip(header, map(restored, record.cells), strict=True)
    return source.row(record.line, {name: cell for name, cell in cells if cell}, record.raw)
