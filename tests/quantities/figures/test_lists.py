"""Respectively, 分別: each figure of a list gets its own measure or year, and the shared unit."""

import pytest

from ledger.quantities import read


def test_years_are_shared_out() -> None:
    """The unit and the years are said once for both figures."""
    figures = read("Unemployment in 2025 and 2026 is forecast at 4.5 and 4.4 percent respectively")
    rates = [q for q in figures if q.dimension == "percent"]
    assert [(q.value, q.period) for q in rates] == [(4.5, "2025"), (4.4, "2026")]


def test_years_are_shared_out_in_chinese() -> None:
    """分別 stands before the list."""
    figures = read("預估2025年與2026年GDP分別成長1.7%與2.3%")
    assert [(q.value, q.period) for q in figures if q.dimension == "percent"] == [
        (1.7, "2025"),
        (2.3, "2026"),
    ]


def test_measures_are_shared_out() -> None:
    """The second sentence names no measure of its own."""
    figures = read("毛利率達20%、營益率35%，分別較去年同期大增4個百分點與2個百分點")
    assert [q.measure for q in figures] == [
        "gross_margin",
        "operating_margin",
        "gross_margin",
        "operating_margin",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "losses of 3, 5 and 7 billion dollars respectively",
            [(3e9, "USD"), (5e9, "USD"), (7e9, "USD")],
            id="a scale and a unit said once",
        ),
        pytest.param(
            "fines of 3.5, 4 and 5.1 million euros",
            [(3.5e6, "EUR"), (4e6, "EUR"), (5.1e6, "EUR")],
            id="a whole number among decimals",
        ),
        pytest.param("won 12, 15, and 20 seats", [(12, "seat"), (15, "seat"), (20, "seat")]),
        pytest.param(
            "三地的損失分別為3、5、7億元",
            [(3e8, "CNY"), (5e8, "CNY"), (7e8, "CNY")],
            id="億 said once for three",
        ),
        pytest.param("降至3、5、7歲", [(3, "year"), (5, "year"), (7, "year")]),
        pytest.param(
            "120、150及200萬輛",
            [(1.2e6, "vehicle"), (1.5e6, "vehicle"), (2e6, "vehicle")],
            id="及 before the last",
        ),
        pytest.param(
            "2,500, 3 million and 5 million tonnes",
            [(2500, None), (3e6, None), (5e6, "metric_ton")],
            id="a number that says its own scale shares none",
        ),
        pytest.param(
            "row 5 and 7 million people",
            [(5, None), (7e6, "person")],
            id="two whole numbers are no list",
        ),
    ],
)
def test_a_list_says_its_unit_once(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(q.value, q.unit) for q in read(text)] == expected
