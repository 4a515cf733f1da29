"""When a figure is for; the day somebody spoke and what it is compared with are left out."""

import pytest

from ledger.quantities import read
from tests.quantities.tables import cases


@pytest.mark.parametrize(("text", "period"), cases("about/periods.csv"))
def test_period(text: str, period: str) -> None:
    figures = [q for q in read(text) if q.dimension not in ("date", "ordinal")]
    assert [q.period or "" for q in figures] == [period]


def test_years_apart_in_one_sentence() -> None:
    """Each forecast keeps its own year."""
    figures = read("It expects growth of 1.7 percent in 2025 and 2.3 percent in 2026")
    assert [q.period for q in figures if q.dimension == "percent"] == ["2025", "2026"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit was £312m against £298m a year earlier", [None, "Y-1"]),
        ("Profit was £312m versus £298m in the same period last year", [None, "Y-1"]),
        ("Turnout fell to 61% in 2024 from 66% in 2022", ["2024", "2022"]),
        ("失業率由去年的4.8%升至5.1%", ["Y-1", None]),
        ("營收為32億元，去年同期為29億元", [None, "Y-1"]),
        ("投票率61.4%，低於2022年的66.8%", [None, "2022"]),
    ],
)
def test_what_another_is_set_against_has_its_period_alone(
    text: str, expected: list[str | None]
) -> None:
    assert [q.period for q in read(text) if q.dimension != "date"] == expected
