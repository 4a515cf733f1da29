"""What a figure measures: the nearest measure of its clause, and the sides of a vote."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("市佔率曾達20%", ["market_share"], id="before, in Chinese"),
        pytest.param("its market share was 20 percent", ["market_share"], id="before, in English"),
        pytest.param(
            "前三季毛利率達20%、營益率35%",
            ["gross_margin", "operating_margin"],
            id="one for each of a list",
        ),
        pytest.param(
            "gross margin of 20 percent and operating margin of 35 percent",
            ["gross_margin", "operating_margin"],
            id="the nearer one ahead wins",
        ),
        pytest.param("出口下降1.1%，進口增長1%", ["exports", "imports"], id="growth of what"),
        pytest.param("國內生產總值同比增長5.2%", ["gdp_growth"], id="growth of the GDP"),
        pytest.param("10月CPI年增率1.48%", [None, "inflation"], id="the rate of the CPI"),
        pytest.param("The deficit is 3.1% of GDP", ["budget_deficit"], id="reckoned on the GDP"),
        pytest.param("赤字占GDP的3.1%", ["budget_deficit"], id="the same in Chinese"),
        pytest.param("debt at 120% of its GDP", ["debt"], id="the debt of a country"),
        pytest.param("He died 11 days later", [None], id="a death has no length"),
        pytest.param("worth 2 tonnes", [None], id="no worth is in tonnes"),
        pytest.param("growth of 5 percent", ["growth_rate"], id="growth of nothing named"),
        pytest.param(
            "a quake of magnitude 6.9 at a depth of 10 km",
            ["magnitude", None],
            id="a magnitude has no length",
        ),
        pytest.param("make a half turn, then make 0.5 turn", [None, None], id="no turn is made"),
        pytest.param("下調存款準備金率，釋放資金1兆元", [None], id="a rate is not in money"),
        pytest.param(
            "281票贊成、24票反對以及149票棄權",
            ["votes_for", "votes_against", "abstentions"],
            id="the sides of a vote in Chinese",
        ),
        pytest.param(
            "the chamber voted 281-24-149",
            ["votes_for", "votes_against", "abstentions"],
            id="the sides of a vote by their place",
        ),
        pytest.param(
            "12 people were killed and 30 injured",
            ["deaths", "injured"],
            id="a measure right behind wins",
        ),
        pytest.param("至少12人死亡，5人失蹤", ["deaths", "missing"], id="casualties in Chinese"),
        pytest.param("It weighs 5 tonnes", [None], id="nothing the glossary knows"),
    ],
)
def test_measure(text: str, expected: list[str | None]) -> None:
    assert [q.measure for q in read(text)] == expected


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        pytest.param("market share of 20 percent", "市占率20%", id="market share"),
        pytest.param("an 18-month lead", "領先18個月", id="lead"),
        pytest.param("unemployment at 4.5 percent", "失業率4.5%", id="unemployment"),
    ],
)
def test_measures_meet_across_languages(english: str, chinese: str) -> None:
    (one,), (other,) = read(english), read(chinese)
    assert one.measure == other.measure is not None
