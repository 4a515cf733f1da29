"""Dates and years are typed as dates; what only looks like one is not."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in 2026", ["2026: 2026 year ="], id="a year after in"),
        pytest.param("2026年", ["2026年: 2026 year ="], id="a year with 年"),
        pytest.param("a 2007 film", ["2007: 2007 year ="], id="a year as an adjective"),
        pytest.param("12月8日", ["12月8日: --12-08 date ="], id="a day and month"),
        pytest.param("2025年12月8日", ["2025年12月8日: 739593 day ="], id="a whole date"),
        pytest.param("8 December 2025", ["8 December 2025: 739593 day ="], id="English day first"),
        pytest.param("Dec. 8, 2025", ["Dec. 8, 2025: 739593 day ="], id="English month first"),
        pytest.param("2025-12-08", ["2025-12-08: 739593 day ="], id="ISO"),
        pytest.param("12/12", ["12/12: --12-12 date ="], id="slashed and equal"),
        pytest.param("the 1960s", ["1960s: 1960/1969 date ="], id="a decade"),
        pytest.param("1990年代", ["1990年代: 1990/1999 date ="], id="a decade in Chinese"),
        pytest.param("2024-25", ["2024-25: 2024/2025 date ="], id="a span of years"),
        pytest.param("2024年5月至8月出口", [], id="months of a year place other figures"),
        pytest.param(
            "2024年5月至8月3日",
            ["2024年5月: 2024-05 date =", "8月3日: --08-03 date ="],
            id="a month and a day are two dates",
        ),
        pytest.param(
            "over 2000 people", ["over 2000: (2000, ) person >"], id="2000 people are no year"
        ),
        pytest.param(
            "3/4 of voters", ["3/4: [0.6875, 0.8125) number ="], id="a fraction is no date"
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
