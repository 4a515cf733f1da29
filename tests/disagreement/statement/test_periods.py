"""Periods: one, one within the other, or apart."""

from datetime import date

import pytest

from ledger.disagreement.statement.periods import Overlap, overlap, stretch

CASES: list[tuple[str, str | None, str | None, Overlap]] = [
    ("one year", "2026", "2026", "same"),
    ("two years", "2025", "2026", "apart"),
    ("a quarter of the year", "2025", "2025-Q3", "nested"),
    ("a half of the year", "2025", "2025-H1", "nested"),
    ("a quarter of another year", "2024", "2025-Q3", "apart"),
    ("two quarters", "2025-Q2", "2025-Q3", "apart"),
    ("three quarters are nine months", "2025-Q1/2025-Q3", "2025-01/2025-09", "same"),
    ("a day of a month", "2025-12", "2025-12-08", "nested"),
    ("days of two months", "2025-12-08", "2025-11-24", "apart"),
    ("this year and last", "Y+0", "Y-1", "apart"),
    ("this year twice", "Y+0", "Y+0", "same"),
    ("a quarter of this year", "Y+0", "Y+0-Q3", "nested"),
    ("three quarters of some year", "Q1/Q3", "Y+0-Q1/Y+0-Q3", "same"),
    ("quarters of some year", "Q1", "2025-Q3", "apart"),
    ("this year may be any year", "Y+0", "2025", "unknown"),
    ("one side says nothing", None, "2026", "unknown"),
    ("neither says anything", None, None, "unknown"),
    ("once may be any time", "past", "past", "unknown"),
    ("once against a year", "past", "2026", "unknown"),
    ("an unreadable period", "soon", "2026", "unknown"),
    ("a month without its year", "--12-16", "2025-12-16", "same"),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"), [pytest.param(a, b, e, id=why) for why, a, b, e in CASES]
)
def test_how_periods_meet(a: str | None, b: str | None, expected: Overlap) -> None:
    assert overlap(a, b) == expected
    assert overlap(b, a) == expected


SAID = date(2025, 12, 8)
DATED: list[tuple[str, str, str, Overlap]] = [
    ("this year", "Y+0", "2025", "same"),
    ("last year", "Y-1", "2025", "apart"),
    ("this month", "M+0", "2025-12", "same"),
    ("next month is next year's", "M+1", "2026-01", "same"),
    ("last quarter", "Q-1", "2025-Q3", "same"),
    ("next quarter is next year's", "Q+1", "2026-Q1", "same"),
    ("three quarters of this year", "Y+0-Q1/Y+0-Q3", "2025-01/2025-09", "same"),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"), [pytest.param(a, b, e, id=why) for why, a, b, e in DATED]
)
def test_relative_periods_count_from_the_day_of_saying(a: str, b: str, expected: Overlap) -> None:
    assert overlap(a, b, said_a=SAID) == expected


def test_days_of_a_quarter() -> None:
    assert stretch("2025-Q3") == ((2025, 7, 1), (2025, 9, 31))


def test_a_year_and_a_month_are_known_where_there_is_one() -> None:
    day, decade, birthday = stretch("2025-12-08"), stretch("1970/1979"), stretch("--12-08")
    assert day is not None
    assert decade is not None
    assert birthday is not None
    assert (day.year, day.month) == (2025, 12)
    assert (decade.year, decade.month) == (None, None)
    assert (birthday.year, birthday.month) == (None, 12)
