"""Periods: one, one within the other, or apart."""

import pytest

from ledger.disagreement.periods import Overlap, days_of, overlap

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
    ("one side says nothing", None, "2026", "unknown"),
    ("neither says anything", None, None, "unknown"),
    ("once may be any time", "past", "past", "unknown"),
    ("once against a year", "past", "2026", "unknown"),
    ("an unreadable period", "soon", "2026", "unknown"),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"), [pytest.param(a, b, e, id=why) for why, a, b, e in CASES]
)
def test_how_periods_meet(a: str | None, b: str | None, expected: Overlap) -> None:
    assert overlap(a, b) == expected
    assert overlap(b, a) == expected


def test_days_of_a_quarter() -> None:
    assert days_of("2025-Q3") == ((2025, 7, 1), (2025, 9, 31))
