"""When a figure is for: whether two stated periods are one, one within the other, or apart.

Periods are written as ``Quantity.period`` writes them: ISO 8601 years, quarters, halves, months and
days (``2025-Q3``, ``2025-01/2025-09``), the same without their year (``Q1/Q3``, ``--12-16``), and
relative to the day something was said (``Y-1`` last year, ``Y+0-Q3``, ``M+0``, ``Q-1``, ``W+0``).
"""

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from ledger.text.patterns import lazily

Day = tuple[int, int, int]
Overlap = Literal["same", "nested", "apart", "unknown"]

_RELATIVE = lazily(r"([YMQ])([+-]\d{1,3})")
_PART = lazily(
    r"(?:(?P<year>\d{4})|Y(?P<years>[+-]\d{1,3})|-)?-?"
    r"(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
)
_OF_NO_YEAR, _LAST_STATED_YEAR, _THE_YEAR_OF_SAYING = 0, 9_000, 10_000


class Stretch(NamedTuple):
    """The days of a period.

    Attributes:
        first: its first day; the year is 0 where none is stated, and about 10,000 where it is
            relative to an unknown day.
        last: its last day, the 31st of any month.
    """

    first: Day
    last: Day

    @property
    def calendar(self) -> str:
        """Which years its years are."""
        if self.first[0] == _OF_NO_YEAR:
            return "of no year"
        return "relative" if self.first[0] > _LAST_STATED_YEAR else "stated"

    @property
    def year(self) -> int | None:
        """The one year it lies in, if that is stated."""
        same = self.first[0] == self.last[0] and self.calendar == "stated"
        return self.first[0] if same else None

    @property
    def month(self) -> int | None:
        """The one month it lies in, of whatever year."""
        return self.first[1] if self.first[:2] == self.last[:2] else None

    @property
    def alone(self) -> int | None:
        """The one day of a month that it is, if it is one day."""
        return self.first[2] if self.first == self.last else None

    def without_year(self) -> "Stretch":
        """The same days of no year."""
        return Stretch((_OF_NO_YEAR, *self.first[1:]), (_OF_NO_YEAR, *self.last[1:]))


def overlap(
    a: str | None, b: str | None, *, said_a: date | None = None, said_b: date | None = None
) -> Overlap:
    """How two periods meet.

    Args:
        a: a period, ``past`` for once at an unknown time, ``None`` when nothing is said.
        b: the same.
        said_a: the day the first was said, from which relative periods are counted.
        said_b: the same for the second.

    Returns:
        ``unknown`` when one of them is not stated, or not in the same calendar.
    """
    first, second = stretch(dated(a, said_a)), stretch(dated(b, said_b))
    return "unknown" if first is None or second is None else meeting(first, second)


def meeting(first: Stretch, second: Stretch) -> Overlap:
    """How two stretches meet; by month and day alone when only one of them has a year."""
    if first.calendar != second.calendar:
        if "of no year" not in {first.calendar, second.calendar}:
            return "unknown"
        first, second = first.without_year(), second.without_year()
    if first.last < second.first or second.last < first.first:
        return "apart"
    return "same" if first == second else "nested"


def dated(period: str | None, said_on: date | None) -> str | None:
    """A relative period counted from the day it was said."""
    match = _RELATIVE.match(period) if period is not None and said_on is not None else None
    if match is None or period is None or said_on is None:
        return period
    steps = int(match[2])
    if match[1] == "Y":
        whole = f"{said_on.year + steps:04}"
    elif match[1] == "Q":
        quarters = said_on.year * 4 + (said_on.month - 1) // 3 + steps
        whole = f"{quarters // 4:04}-Q{quarters % 4 + 1}"
    else:
        months = said_on.year * 12 + said_on.month - 1 + steps
        whole = f"{months // 12:04}-{months % 12 + 1:02}"
    return period.replace(match[0], whole)


@lru_cache(maxsize=4096)
def stretch(period: str | None) -> Stretch | None:
    """The days of a period, ``None`` for one that states none."""
    parts = [_stretch(part) for part in period.split("/")] if period else []
    known = [part for part in parts if part is not None]
    return Stretch(known[0].first, known[-1].last) if known and len(known) == len(parts) else None


def _stretch(part: str) -> Stretch | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    year = int(match["year"] or 0) or (
        _THE_YEAR_OF_SAYING + int(match["years"]) if match["years"] else _OF_NO_YEAR
    )
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return Stretch((year, last - 2, 1), (year, last, 31))
    if match["half"]:
        last = 6 * int(match["half"])
        return Stretch((year, last - 5, 1), (year, last, 31))
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    return Stretch((year, month or 1, day or 1), (year, month or 12, day or 31))
