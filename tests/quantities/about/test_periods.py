"""When a figure is for; the day somebody spoke and what it is compared with are left out."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param(
            "In 2026, the port will handle 5 percent", "2026", id="year ahead of the clause"
        ),
        pytest.param("growth of 2.3 percent in 2026", "2026", id="year behind"),
        pytest.param("2026年港口將處理5%", "2026", id="year in Chinese"),
        pytest.param("去（2024）年銷量5件", "2024", id="a year in brackets"),
        pytest.param("2025年第三季營收成長5%", "2025-Q3", id="quarter of a year"),
        pytest.param("2025年上半年營收成長5%", "2025-H1", id="half of a year"),
        pytest.param("In the third quarter of 2025 it grew 5 percent", "2025-Q3", id="quarter"),
        pytest.param("Q3 2025 revenue grew 5 percent", "2025-Q3", id="quarter as a code"),
        pytest.param(
            "in the first nine months of 2025 it grew 5 percent",
            "2025-01/2025-09",
            id="the first nine months",
        ),
        pytest.param("今年前三季毛利率達20%", "Y+0-Q1/Y+0-Q3", id="quarters of this year"),
        pytest.param("今年1至6月銷量5件", "Y+0-01/Y+0-06", id="months of this year"),
        pytest.param("今年10-12月銷量5件", "Y+0-10/Y+0-12", id="with a dash"),
        pytest.param("7月至9月銷量5件", "M7/M9", id="both named as months"),
        pytest.param("去年七到九月銷量5件", "Y-1-07/Y-1-09", id="in Chinese numerals"),
        pytest.param("去年銷量5件", "Y-1", id="last year"),
        pytest.param("next year it will sell 5 percent", "Y+1", id="next year"),
        pytest.param("第三季營收成長5%", "Q3", id="a quarter of an unsaid year"),
        pytest.param("市佔率曾達20%", "past", id="曾 is an unknown past"),
        pytest.param("一度超過30%", "past", id="一度 is an unknown past"),
        pytest.param("Its share was once 20 percent", "past", id="once"),
        pytest.param("Its share was 20 percent", None, id="no period said"),
        pytest.param("12月8日宣布抽取25%", None, id="the day of speaking is no period"),
        pytest.param("On 8 December 2025 it said 25 percent", None, id="the same in English"),
        pytest.param("截至12月11日利率為2%", "--12-11", id="an as-of day is one"),
        pytest.param("較去年同期大增4%", None, id="what it is compared with"),
        pytest.param("5 percent more than in 2024", None, id="the same in English"),
        pytest.param("the first cut of 5 percent since 2019", None, id="since is a beginning"),
        pytest.param("It sold for $26 billion in 2024", "2024", id="billion does not end in on"),
        pytest.param("去年同期為29億元", "Y-1", id="the same time last year, said of the figure"),
        pytest.param("Sales were 3 million last quarter.", "Q-1", id="a quarter of a year"),
        pytest.param("Sales rose 3 percent on last year", None, id="on is what it is held against"),
    ],
)
def test_period(text: str, period: str | None) -> None:
    figures = [q for q in read(text) if q.dimension not in ("date", "ordinal")]
    assert [q.period for q in figures] == [period]


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
