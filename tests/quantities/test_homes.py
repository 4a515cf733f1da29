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
        pytest.param("港府撥款300億元", "HKD", id="the government of Hong Kong"),
        pytest.param("台北與上海的房價差300萬元", "CNY", id="two lands settle nothing"),
        pytest.param("損失約300萬元", "CNY", id="no land: the usual one"),
        pytest.param("高雄廠商接獲300萬美元訂單", "USD", id="a currency of its own name"),
        pytest.param("高雄廠商在陸投資人民幣300萬元", "CNY", id="the currency itself is named"),
    ],
)
def test_whose_yuan(text: str, currency: str) -> None:
    assert [q.currency for q in read(text)] == [currency]
