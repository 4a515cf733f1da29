"""Measures that no phrase names: a share held of a market, what a rate is cut by and to."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It holds 87% of the China market", ["market_share"], id="held of a market"),
        pytest.param("A third of the Japanese phone market", ["market_share"], id="a fraction"),
        pytest.param("輝達占中國市場87%", ["market_share"], id="占 ahead"),
        pytest.param("三星在記憶體市場占四成", ["market_share"], id="占 behind the market"),
        pytest.param("掌握87%的中國市場", ["market_share"], id="the market behind"),
        pytest.param(
            "fell 12% of the market value", ["market_value"], id="a market value is no market"
        ),
        pytest.param("投入20%到股票市場", [None], id="money put into a market"),
        pytest.param("He took 54% of the vote", ["vote_share"], id="of the vote"),
        pytest.param("拿下54%的選票", ["vote_share"], id="of the vote, in Chinese"),
        pytest.param("54% of voters stayed at home", [None], id="voters are no votes"),
        pytest.param("The mill shed 4% of its workforce", ["layoffs"], id="staff shed"),
        pytest.param("It is 4% of the workforce", [None], id="a part of the staff"),
        pytest.param("The vaccine is 72% effective", ["efficacy"], id="effective"),
        pytest.param("A 15% effective tax rate", ["tax_rate"], id="an effective rate"),
        pytest.param("Employers added 50,000 jobs", ["jobs_added"], id="jobs added"),
        pytest.param("It delivered 43,000 vehicles", ["shipments"], id="cars delivered"),
        pytest.param("It delivered 43 speeches", [None], id="speeches delivered"),
        pytest.param("It built 43,000 cars", ["output"], id="cars built"),
        pytest.param(
            "It lowered interest rates by 0.25 points to 4%",
            ["rate_cut", "policy_rate"],
            id="cut by and cut to",
        ),
        pytest.param("降息一碼至2%", ["rate_cut", "policy_rate"], id="cut by and to, in Chinese"),
        pytest.param("GDP shrank 0.3%", ["gdp_growth"], id="a GDP that moved"),
        pytest.param("規模7.2強震", ["magnitude"], id="規模 of an earthquake"),
        pytest.param("市場規模7.2億美元", [None], id="規模 of a market"),
        pytest.param("Gold hit $4,100 an ounce", ["gold_price"], id="an ounce of gold"),
        pytest.param("Silver, up with gold, hit $51 an ounce", [None], id="an ounce of which"),
        pytest.param("布蘭特原油每桶70美元", ["oil_price"], id="a barrel of oil"),
        pytest.param("柴油每公升28.1元", ["diesel_price"], id="a litre of diesel"),
        pytest.param("汽油與柴油每公升各漲0.5元", [None], id="a litre of which is not said"),
    ],
)
def test_inferred(text: str, expected: list[str | None]) -> None:
    assert [q.measure for q in read(text)] == expected
