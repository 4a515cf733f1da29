"""Respectively, 分別: each figure of a list gets its own measure or year, and the shared unit."""

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
