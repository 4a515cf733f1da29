"""Money under its many names, and whose 元 or $ is meant."""

from collections.abc import Callable

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "crude fell 92 cents to $78.15",
            ["92 cents: [0.915, 0.925) USD =", "$78.15: [78.145, 78.155) USD ="],
            id="cents of the dollars named",
        ),
        pytest.param(
            "up 3.5 cents at €2.41",
            ["3.5 cents: [0.0345, 0.0355) EUR =", "€2.41: [2.405, 2.415) EUR ="],
            id="cents of the euros named",
        ),
        pytest.param(
            "the stamp costs 36 cents",
            ["36 cents: [35.5, 36.5) cent ="],
            id="cents of no currency named",
        ),
        pytest.param(
            "shares rose 4 pence to £3.12",
            ["4 pence: [0.035, 0.045) GBP =", "£3.12: [3.115, 3.125) GBP ="],
            id="pence of the pounds named",
        ),
        pytest.param(
            "$5.5 billion", ["$5.5 billion: [5450000000, 5550000000) USD ="], id="dollar sign"
        ),
        pytest.param("NT$5.5億", ["NT$5.5億: [545000000, 555000000) TWD ="], id="NT dollars"),
        pytest.param("HK$5億", ["HK$5億: [450000000, 550000000) HKD ="], id="Hong Kong dollars"),
        pytest.param("15€", ["15€: [14.5, 15.5) EUR ="], id="euro sign behind"),
        pytest.param("USD 115", ["USD 115: [114.5, 115.5) USD ="], id="a code before"),
        pytest.param(
            "115USD", ["115USD: [114.5, 115.5) USD ="], id="a code behind without a space"
        ),
        pytest.param("rmb 10", ["rmb 10: [9.5, 10.5) CNY ="], id="a code in lower case"),
        pytest.param(
            "人民幣3000億元",
            ["人民幣3000億元: [299950000000, 300050000000) CNY ="],
            id="人民幣 before and 元 behind",
        ),
        pytest.param(
            "3000億元人民幣",
            ["3000億元人民幣: [299950000000, 300050000000) CNY ="],
            id="元人民幣 behind",
        ),
        pytest.param(
            "100 billion yuan",
            ["100 billion yuan: [99500000000, 100500000000) CNY ="],
            id="yuan in words",
        ),
        pytest.param("450,000 yen", ["450,000 yen: [449999.5, 450000.5) JPY ="], id="yen"),
        pytest.param("1兆日圓", ["1兆日圓: [500000000000, 1.5e+12) JPY ="], id="日圓"),
        pytest.param("5000億韓元", ["5000億韓元: [499950000000, 500050000000) KRW ="], id="韓元"),
        pytest.param(
            "528 million francs",
            ["528 million francs: [527500000, 528500000) franc ="],
            id="ambiguous francs",
        ),
        pytest.param(
            "10,000 swiss francs",
            ["10,000 swiss francs: [9999.5, 10000.5) CHF ="],
            id="swiss francs",
        ),
        pytest.param(
            "420 million finnish markka",
            ["420 million finnish markka: [419500000, 420500000) FIM ="],
            id="a currency from the CLDR table",
        ),
        pytest.param(
            "100索馬利亞先令",
            ["100索馬利亞先令: [99.5, 100.5) SOS ="],
            id="a currency from the CLDR table in Chinese",
        ),
        pytest.param(
            "149億元", ["149億元: [14850000000, 14950000000) CNY ="], id="元 is the yuan by default"
        ),
        pytest.param(
            "新台幣貶值，成交149億元",
            ["149億元: [14850000000, 14950000000) TWD ="],
            id="元 is the Taiwan dollar where the text says so",
        ),
        pytest.param(
            "75 USD million",
            ["75 USD million: [74500000, 75500000) USD ="],
            id="millions after the code",
        ),
        pytest.param(
            "30 MUSD", ["30 MUSD: [29500000, 30500000) USD ="], id="millions before the code"
        ),
        pytest.param("三塊錢", ["三塊錢: [2.5, 3.5) CNY ="], id="塊"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        pytest.param("高雄一處市場失火，損失約300萬元", "TWD", id="a city of Taiwan"),
        pytest.param("高雄一处市场失火，损失约300万元", "TWD", id="whatever the script"),
        pytest.param("勞動部開罰30萬元", "TWD", id="an office of Taiwan"),
        pytest.param("成都一处市场失火，损失约300万元", "CNY", id="a city of the mainland"),
        pytest.param("成都一處市場失火，損失約300萬元", "CNY", id="in the other script"),
        pytest.param("港府撥款300億元", "HKD", id="the government of Hong Kong"),
        pytest.param("台北與上海的房價差300萬元", "CNY", id="two lands settle nothing"),
        pytest.param("損失約300萬元", "CNY", id="no land: the usual one"),
        pytest.param("高雄廠商接獲300萬美元訂單", "USD", id="a currency of its own name"),
        pytest.param("高雄廠商在陸投資人民幣300萬元", "CNY", id="the currency itself is named"),
    ],
)
def test_whose_yuan(text: str, currency: str) -> None:
    assert [q.currency for q in read(text)] == [currency]
