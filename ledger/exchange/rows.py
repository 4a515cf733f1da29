"""One row of an input file: a statement, or the reason why it is none.

A fault in the data is a value, not an exception: a reader hands it on and reads the next row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ledger.errors import AmbiguousDate, BadRow, InvalidField, UnreadableDate
from ledger.model import DAYS, NewReview, NewStatement
from ledger.text.dates import typed_date

# Over eight years, so that 29 February finds another year, and not a whole number of weeks.
_LONG = timedelta(days=3001)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Row(NamedTuple):
    """A statement and where it was read.

    Attributes:
        line: the line it begins on, from 1.
        statement: the statement, checked.
        review: what a publisher concluded about it, where the file says so.
    """

    line: int
    statement: NewStatement
    review: NewReview | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file being read.

    Attributes:
        name: what messages call it: a path, or ``<stdin>``.
        today: the day by which messages spell out a date written without a year.
    """

    name: str
    today: date

    def row(self, line: int, fields: Mapping[str, object], raw: str) -> Row | BadRow:
        """Check the fields of one row."""
        try:
            return Row(line, NewStatement.checked(_with_dates(fields, self.today)))
        except InvalidField as fault:
            return self.bad(line, fault.reason, raw, fault.field)

    def bad(self, line: int, reason: str, raw: str, field: str | None = None) -> BadRow:
        """A row that cannot enter the ledger."""
        return BadRow(self.name, line, field, reason, raw)


def _with_dates(fields: Mapping[str, object], today: date) -> dict[str, object]:
    """The fields with their dates read.

    Raises:
        InvalidField: for a date nobody can read, or that can be read two ways.
    """
    days = {name: day_of(name, fields[name], today) for name in DAYS if name in fields}
    return {**fields, **days}


def day_of(field: str, written: object, today: date) -> date | None:
    """The day a field names, if it names one.

    Raises:
        InvalidField: for a date nobody can read, or that can be read two ways.
    """
    if written is None:
        return None
    if not isinstance(written, str):
        raise InvalidField(field, "must be a date written as text, such as 2026-03-14")
    return _day(field, written.strip(), today) if written.strip() else None


@lru_cache(maxsize=4096)
def _day(field: str, written: str, today: date) -> date:
    """The day a file names, which must be the same day whenever the file is read."""
    try:
        if _ISO.fullmatch(written):
            return date.fromisoformat(written)
        day = typed_date(written, today)
        if typed_date(written, today - _LONG) != day:
            reason = f"'{written}' depends on the day it is read; if it means {day}, write that"
            raise InvalidField(field, reason)
    except (AmbiguousDate, UnreadableDate) as fault:
        raise InvalidField(field, str(fault)) from fault
    except ValueError as fault:
        raise InvalidField(field, f"is not a day of any calendar: {written}") from fault
    return day
