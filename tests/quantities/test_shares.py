"""Fractions that are shares, and those that stay numbers."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "three quarters of ferries", ["three quarters: [74.5, 75.5) % ="], id="of many things"
        ),
        pytest.param(
            "a quarter of the workforce",
            ["a quarter: [24.5, 25.5) % ="],
            id="of a whole that is many",
        ),
        pytest.param("half its members", ["half: [49.5, 50.5) % ="], id="half needs no of"),
        pytest.param(
            "two thirds of its 30 boats",
            ["two thirds: [66.1666666667, 67.1666666667) % =", "30: [29.5, 30.5) boat ="],
            id="a number between",
        ),
        pytest.param(
            "output fell by almost a fifth", ["almost a fifth: [18, 20) % <"], id="by how much"
        ),
        pytest.param(
            "the lake is less than a third full",
            ["less than a third: [0, 33.3333333333) % <"],
            id="how full",
        ),
        pytest.param(
            "of whom a quarter are pupils",
            ["a quarter: [24.5, 25.5) % ="],
            id="how many of them are",
        ),
        pytest.param(
            "three in four doctors", ["three in four: [74.5, 75.5) % ="], id="so many in people"
        ),
        pytest.param(
            "two of every five buses",
            ["two of every five: [39.5, 40.5) % ="],
            id="of every so many",
        ),
        pytest.param("近四分之三的店家", ["近四分之三: [67.5, 75) % <"], id="in Chinese"),
        pytest.param("一半的店家", ["一半: [49.5, 50.5) % ="], id="half in Chinese"),
        pytest.param("市值縮水過半。", ["過半: (50, ) % >"], id="more than half, behind a verb"),
        pytest.param(
            "三分之一", ["三分之一: [0.328333333333, 0.338333333333) number ="], id="alone"
        ),
        pytest.param(
            "two thirds of the pie",
            ["two thirds: [0.661666666667, 0.671666666667) number ="],
            id="of one thing",
        ),
        pytest.param(
            "eight goals in nine games",
            ["eight: [7.5, 8.5) goal =", "nine: [8.5, 9.5) game ="],
            id="two counts are no share",
        ),
        pytest.param("half a tonne", ["half a tonne: [0.495, 0.505) metric_ton ="], id="of a unit"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
