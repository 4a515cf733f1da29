"""Fractions that are shares, and those that stay numbers."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "每五名長者就有一人獨居", ["五名長者就有一人: [19.5, 20.5) % ="], id="of every five one"
        ),
        pytest.param("每10人中有3人", ["10人中有3人: [29.5, 30.5) % ="], id="in every ten"),
        pytest.param(
            "每1000人有2名醫生", ["2名: [1.5, 2.5) doctor ="], id="so many for a thousand"
        ),
        pytest.param(
            "每5分鐘就有1人",
            ["5分鐘: [4.5, 5.5) minute =", "1人: [0.5, 1.5) person ="],
            id="of minutes and of people",
        ),
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
