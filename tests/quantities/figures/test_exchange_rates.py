"""What one currency costs in another, however the two are written."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "value", "currency", "bought"),
    [
        pytest.param("1美元兌158.2日圓", 158.2, "JPY", "USD", id="one of the other, in Chinese"),
        pytest.param("新台幣收31.2元兌1美元", 31.2, "TWD", "USD", id="the other way round"),
        pytest.param("人民幣兌美元報7.12", 7.12, "CNY", "USD", id="no unit at the figure"),
        pytest.param("英鎊兌美元報1.31", 1.31, "USD", "GBP", id="sterling is priced in dollars"),
        pytest.param("The yen fell to 153 to the dollar", 153, "JPY", "USD", id="to the dollar"),
        pytest.param("The won hit 1,470 per US dollar", 1470, "KRW", "USD", id="per US dollar"),
    ],
)
def test_exchange_rate(text: str, value: float, currency: str, bought: str) -> None:
    rate = next(q for q in read(text) if q.measure == "exchange_rate")
    assert (rate.value, rate.currency, rate.per) == (value, currency, bought)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("人民幣兌美元貶值0.3%", id="a change of the rate"),
        pytest.param("The euro rose to $1.17", id="nothing says what it bought"),
        pytest.param("It lost 3 to the dollar firm", id="no currency is priced"),
    ],
)
def test_no_exchange_rate(text: str) -> None:
    assert {q.measure for q in read(text)} == {None}
