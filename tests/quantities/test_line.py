"""Script, width, spaces and invisible characters change no reading and no span."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "約五、六成民眾",
            ["約五、六成: [50, 60] % range"],
            id="the mark between the two digits of a span",
        ),
        pytest.param("二、三十人受傷", ["二、三十人: [20, 30] person range"], id="a span of tens"),
        pytest.param(
            "耗時三、四十分鐘", ["三、四十分鐘: [30, 40] minute range"], id="a span with its unit"
        ),
        pytest.param("四年級學生", [], id="a year at school"),
        pytest.param("一、二審都判無罪", [], id="two courts"),
        pytest.param(
            "第三、四次會議", ["第三: 3 ordinal =", "四次: [3.5, 4.5) meeting ="], id="two ordinals"
        ),
        pytest.param(
            "二十三、四歲",
            ["二十三、四歲: [23, 24] year range"],
            id="digits behind a ten stay apart",
        ),
        pytest.param(
            "逾１００萬顆", ["逾１００萬顆: (1000000, ) 颗 >"], id="traditional and full width"
        ),
        pytest.param("逾100万颗", ["逾100万颗: (1000000, ) 颗 >"], id="the same in simplified"),
        pytest.param(
            "逾 100 萬顆", ["逾 100 萬顆: (1000000, ) 颗 >"], id="a space inside a number"
        ),
        pytest.param(
            "三 分 之 一",
            ["三 分 之 一: [0.328333333333, 0.338333333333) number ="],
            id="spaces inside a fraction",
        ),
        pytest.param(
            "500萬 30人",
            ["500萬: [4995000, 5005000) number =", "30人: [29.5, 30.5) person ="],
            id="two figures with a space between",
        ),
        pytest.param(
            "100\u200b\u842c\u5678",
            ["100\u200b\u842c\u5678: [995000, 1005000) metric_ton ="],
            id="a zero-width space inside",
        ),
        pytest.param(
            "約５００噸，約６００噸",
            ["約５００噸: [450, 550] metric_ton ~", "約６００噸: [540, 660] metric_ton ~"],
            id="spans survive folding",
        ),
        pytest.param(
            "Café pays $5m", ["$5m: [4500000, 5500000) USD ="], id="an accent keeps the span"
        ),
        pytest.param("上漲２２％", ["２２％: [21.5, 22.5) % ="], id="a full width percent sign"),
        pytest.param(
            "去（２０２４）年", ["２０２４: 2024 year ="], id="half width and full width brackets"
        ),
        pytest.param(
            "Output of 產量 5 percent", ["5 percent: [4.5, 5.5) % ="], id="Chinese in English"
        ),
        pytest.param(
            "營收約USD 5 million",
            ["約USD 5 million: [4500000, 5500000] USD ~"],
            id="English in Chinese",
        ),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
