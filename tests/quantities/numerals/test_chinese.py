"""Chinese numerals in characters, in digits and mixed."""

from decimal import Decimal

import pytest

from ledger.quantities.numerals.chinese import read_chinese
from tests.quantities.tables import cases


@pytest.mark.parametrize(("text", "value"), cases("numerals/chinese.csv"))
def test_value(text: str, value: str) -> None:
    numeral = read_chinese(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (Decimal(value), len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("百万人", "1000000", id="a million people"),
        pytest.param("千万美元", "10000000", id="ten million dollars"),
        pytest.param("百万富翁", None, id="a millionaire has no figure"),
        pytest.param("每百万人", None, id="per million people"),
        pytest.param("千万不要", None, id="by no means"),
    ],
)
def test_bare_scales_count_only_before_what_they_count(text: str, value: str | None) -> None:
    numeral = read_chinese(text, text.index("百") if "百" in text else 0)
    assert (numeral and numeral.value) == (value and Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("三四", 3, 4, id="two digits in a row"),
        pytest.param("六七十", 60, 70, id="tens"),
        pytest.param("四五百万", 4_000_000, 5_000_000, id="with a scale"),
        pytest.param("数千", 2000, 10000, id="some thousands"),
        pytest.param("几十万", 200_000, 1_000_000, id="some hundred thousands"),
    ],
)
def test_span(text: str, low: int, high: int) -> None:
    numeral = read_chinese(text, 0)
    assert numeral is not None
    assert numeral.value == low
    assert numeral.high == high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("十余", 10, id="余"),
        pytest.param("四百多", 400, id="多"),
        pytest.param("三十几", 30, id="几"),
        pytest.param("六百余万", 6_000_000, id="余 before the scale"),
        pytest.param("一百零几万", 1_000_000, id="零几"),
    ],
)
def test_more(text: str, value: int) -> None:
    numeral = read_chinese(text, 0)
    assert numeral is not None
    assert numeral.value == value
    assert numeral.more


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        pytest.param("15千米", "千米", id="千 belongs to the kilometre"),
        pytest.param("360万千瓦", "千瓦", id="after 万 it begins a unit as well"),
        pytest.param("66亿千瓦时", "千瓦时", id="and after 亿"),
        pytest.param("3万千吨", "千吨", id="or a kilotonne, which is no small unit"),
        pytest.param("六十兆字节", "兆字节", id="兆 belongs to the megabyte"),
        pytest.param("三两", "两", id="两 is the weight"),
        pytest.param("三点二十分", "点二十分", id="a time of day is no decimal"),
    ],
)
def test_leaves_the_unit(text: str, rest: str) -> None:
    numeral = read_chinese(text, 0)
    assert numeral is not None
    assert text[numeral.end :] == rest


@pytest.mark.parametrize("text", ["陆地", "伍", "万", "千问", "百货", "半导体", "亿" * 50])
def test_no_number(text: str) -> None:
    assert read_chinese(text, 0) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        pytest.param("3万5千", "1000", id="千 behind 万 is the last digit"),
        pytest.param("三亿五千万", "10000000", id="and behind 亿"),
        pytest.param("三千五百万", "1000000", id="35 million"),
        pytest.param("三千万", "1000000", id="30 million"),
        pytest.param("三百二十万", "100000", id="3.2 million"),
        pytest.param("五十万", "10000", id="two digits of 万"),
        pytest.param("3万5千零2", "1", id="a unit behind it"),
        pytest.param("两千五百", "1", id="as exact as 2,500"),
        pytest.param("3500万", "10000", id="digits show what was rounded"),
    ],
)
def test_step(text: str, step: str) -> None:
    """Figures of large scales are rounded where their last digit stands."""
    numeral = read_chinese(text, 0)
    assert numeral is not None
    assert numeral.step == Decimal(step)
