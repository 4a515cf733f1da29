"""Money under its many names, and whose 元 or $ is meant."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        pytest.param("高雄一處市場失火，損失約300萬元", "TWD", id="a city of Taiwan"),
        pytest.param("高雄一处市场失火，损失约300万元", "TWD", id="whatever the script"),
        pytest.param("勞動部開罰30萬元", "TWD", id="an office of Taiwan"),
        pytest.param("成都一处市场失火，损失约300万元", "CNY", id="a city of the mainland"),
        pytest.param("成都一處市場失火，損失約300萬元", "CNY", id="in the other script"),
        pytest.param("警方查扣愷他命，市價約12億元", "TWD", id="a word of Taiwan"),
        pytest.param("市值站上50兆元", "TWD", id="trillions as Taiwan writes them"),
        pytest.param("呎價逾1.8萬元", "HKD", id="a word of Hong Kong"),
        pytest.param("富邦金前5月賺六百億元", "TWD", id="a firm of Taiwan"),
        pytest.param("港府撥款300億元", "HKD", id="the government of Hong Kong"),
        pytest.param("台北與上海的房價差300萬元", "CNY", id="two lands settle nothing"),
        pytest.param("損失約300萬元", "CNY", id="no land: the usual one"),
        pytest.param("高雄廠商接獲300萬美元訂單", "USD", id="a currency of its own name"),
        pytest.param("高雄廠商在陸投資人民幣300萬元", "CNY", id="the currency itself is named"),
    ],
)
def test_whose_yuan(text: str, currency: str) -> None:
    assert [q.currency for q in read(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        pytest.param("Sales were NT$290 billion ($8.4 billion)", "USD", id="in brackets"),
        pytest.param("It made NT$290 billion, or $8.4 billion", "USD", id="as much elsewhere"),
        pytest.param("It made NT$290 billion, equal to $8.4 billion", "USD", id="as much in words"),
        pytest.param("It spent NT$1.2 billion; Wall Street sees $8 billion", "USD", id="far off"),
        pytest.param("The price rose from NT$500 to $700", "TWD", id="from one to the other"),
        pytest.param("The S$500 fine was cut to $300", "SGD", id="cut from one to the other"),
        pytest.param("HK$500, $700", "HKD", id="a list"),
        pytest.param("票價NT$500，學生$300", "TWD", id="in Chinese"),
        pytest.param("票价NT$500，学生$300", "TWD", id="in Simplified"),
        pytest.param("營收NT$2900億（$84億）", "USD", id="in brackets in Chinese"),
        pytest.param("The Australian dollar fell to $0.65", "USD", id="what a dollar costs"),
        pytest.param("Figures are Australian dollars: $5 million", "AUD", id="the money named"),
        pytest.param("It owes $3 million Australian dollars", "AUD", id="named behind"),
    ],
)
def test_whose_dollar(text: str, currency: str) -> None:
    assert [q.currency for q in read(text)][-1] == currency
