"""Neighbouring figures become one quantity where the words say so, and only there."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "以1分52秒30的成績",
            ["1分52秒30: [1.87158333333, 1.87175) minute ="],
            id="\u5206 before \u79d2 is a minute",
        ),
        pytest.param(
            "得了1分，52秒後",
            ["1分: [0.5, 1.5) point =", "52秒: [51.5, 52.5) second ="],
            id="\u5206 apart from \u79d2 is a point",
        ),
        pytest.param(
            "a quarter of a billion dollars",
            ["a quarter of a billion dollars: [248750000, 251250000) USD ="],
            id="a part of a scale with its unit",
        ),
        pytest.param(
            "a quarter of the billion dollars",
            ["a quarter: [24.5, 25.5) % ="],
            id="a part of a sum",
        ),
        pytest.param(
            "25–30 tonnes",
            ["25–30 tonnes: [25, 30] metric_ton range"],
            id="an en dash between figures",
        ),
        pytest.param(
            "25-30億美元",
            ["25-30億美元: [2500000000, 3000000000] USD range"],
            id="the unit distributes backwards",
        ),
        pytest.param(
            "$2.5–3 bn",
            ["$2.5–3 bn: [2500000000, 3000000000] USD range"],
            id="the currency distributes forwards, the scale backwards",
        ),
        pytest.param(
            "20 to 30 people", ["20 to 30: [20, 30] person range"], id="to between figures"
        ),
        pytest.param(
            "between 20 and 30 degrees Celsius",
            ["between 20 and 30 degrees Celsius: [20, 30] degree_Celsius range"],
            id="between and",
        ),
        pytest.param(
            "between 704 and 700 people",
            ["between 704 and 700: [700, 704] person range"],
            id="inverted bounds are put in order",
        ),
        pytest.param(
            "25至30公里", ["25至30公里: [25, 30] kilometer range"], id="至 between figures"
        ),
        pytest.param("一到五艘", ["一到五艘: [1, 5] ship range"], id="到 between figures"),
        pytest.param(
            "介於20和30公里之間",
            ["介於20和30公里之間: [20, 30] kilometer range"],
            id="介於 with 之間",
        ),
        pytest.param(
            "between $3m and $4m",
            ["between $3m and $4m: [3000000, 4000000] USD range"],
            id="both ends scaled",
        ),
        pytest.param(
            "500,000 to 1 million ships",
            ["500,000 to 1 million: [500000, 1000000] ship range"],
            id="a scaled end and a large bare one stay as written",
        ),
        pytest.param("5%-10%", ["5%-10%: [5, 10] % range"], id="percent on both sides"),
        pytest.param("3.50–3.75 %", ["3.50–3.75 %: [3.5, 3.75] % range"], id="percent said once"),
        pytest.param(
            "百分之三十到四十", ["百分之三十到四十: [30, 40] % range"], id="百分之 said once"
        ),
        pytest.param(
            "大約20~100艘",
            ["大約20~100艘: [20, 100] ship range"],
            id="a range estimate keeps the range",
        ),
        pytest.param(
            "aged 16-to-24s", ["16-to-24s: [16, 24] year range"], id="the ages of an age group"
        ),
        pytest.param(
            "a 5-to-4 ruling",
            ["5: [4.5, 5.5) number =", "4: [3.5, 4.5) number ="],
            id="a majority is no range",
        ),
        pytest.param("兩三天", ["兩三天: [2, 3] day range"], id="two digits in a row name a span"),
        pytest.param(
            "二三十萬人",
            ["二三十萬人: [200000, 300000] person range"],
            id="the span carries the scale",
        ),
        pytest.param("三五百人", ["三五百人: [300, 500] person range"], id="the idiom 三五百"),
        pytest.param("數十人", ["數十人: [20, 100] person range"], id="數十 is some tens"),
        pytest.param(
            "幾百萬人", ["幾百萬人: [2000000, 10000000] person range"], id="幾百萬 is some millions"
        ),
        pytest.param(
            "several hundred ships",
            ["several hundred: [200, 1000] ship range"],
            id="several hundred",
        ),
        pytest.param(
            "5k-20k tonnes", ["5k-20k tonnes: [5000, 20000] metric_ton range"], id="k on both ends"
        ),
        pytest.param(
            "won 2-1",
            ["2: [1.5, 2.5) number =", "1: [0.5, 1.5) number ="],
            id="a score is no range",
        ),
        pytest.param(
            "rate of 3.6 to 3.4 percent",
            ["3.6 to 3.4 percent: [3.4, 3.6] % range"],
            id="a larger rate first is a range all the same",
        ),
        pytest.param(
            "fell 25 bp to 3.50 percent",
            ["25 bp: [24.5, 25.5) basis_point =", "3.50 percent: [3.495, 3.505) % ="],
            id="points then percent are two quantities",
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
