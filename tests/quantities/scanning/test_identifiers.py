"""Names that hold digits, addresses and idioms state no quantity."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("H200 chips", [], id="a chip is no figure"),
        pytest.param("GPT-4 and iPhone 17", [], id="a model is no figure"),
        pytest.param("an F-16", [], id="a fighter is no figure"),
        pytest.param("COVID-19", [], id="a disease is no figure"),
        pytest.param("5G and G7", [], id="a network is no figure"),
        pytest.param("95無鉛汽油", [], id="a grade of petrol is no figure"),
        pytest.param("Boeing 737", [], id="an aeroplane is no figure"),
        pytest.param("the S&P 500 and Stoxx 600", [], id="an index is no figure"),
        pytest.param("標普500指數", [], id="an index in Chinese is no figure"),
        pytest.param("see https://example.org/q=30%25", [], id="an address on the net"),
        pytest.param("host 192.168.1.2", [], id="an IP address"),
        pytest.param("call +1-222-333-4444", [], id="a telephone number"),
        pytest.param("at 10:30 am", [], id="a time of day"),
        pytest.param("下午三點", [], id="a time of day in Chinese"),
        pytest.param("一般來說，統一標準，四川，五角大樓，半導體", [], id="idioms hold no figures"),
        pytest.param("星期三與週五", [], id="a weekday holds no figure"),
        pytest.param("this one is better", [], id="one as a pronoun"),
        pytest.param("十分重要", [], id="十分 is very"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
