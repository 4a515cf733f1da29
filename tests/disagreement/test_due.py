"""When a figure for a period to come falls due."""

from datetime import date

import pytest

from ledger.disagreement import due_day

SAID = date(2025, 12, 8)


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2026", date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 29)),
        ("2026-Q1", date(2026, 3, 31)),
        ("2026-01/2026-09", date(2026, 9, 30)),
        ("2025-12-09", date(2025, 12, 9)),
        ("Y+1", date(2026, 12, 31)),
        ("Q+1", date(2026, 3, 31)),
        ("M+1", date(2026, 1, 31)),
        ("2025", None),
        ("2025-12", None),
        ("2025-12-08", None),
        ("Y-1", None),
        ("2024", None),
        ("past", None),
        ("Q1", None),
        ("--03-14", None),
        (None, None),
    ],
)
def test_a_period_that_had_not_begun_falls_due_when_it_ends(
    period: str | None, due: date | None
) -> None:
    assert due_day(period, SAID) == due
