"""What a number counts, the votes of a chamber, and ordinals."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "eight of their last ten games",
            ["eight: [7.5, 8.5) game =", "ten: [9.5, 10.5) game ="],
            id="of the last so many",
        ),
        pytest.param(
            "a 240-bed hospital",
            ["240-bed: [239.5, 240.5) bed ="],
            id="a noun that ends like a participle",
        ),
        pytest.param(
            "fewer than 300 of the porpoises",
            ["fewer than 300: [0, 300) porpoise <"],
            id="of the things counted",
        ),
        pytest.param(
            "two of its nine ministers resigned",
            ["two: [1.5, 2.5) minister =", "nine: [8.5, 9.5) minister ="],
            id="of so many",
        ),
        pytest.param("one of the ministers resigned", [], id="one of them counts nobody"),
        pytest.param("281 people", ["281: [280.5, 281.5) person ="], id="people"),
        pytest.param("281人", ["281人: [280.5, 281.5) person ="], id="人"),
        pytest.param("24 votes", ["24: [23.5, 24.5) vote ="], id="votes"),
        pytest.param("三十多個國家", ["三十多個國家: (30, ) country >"], id="a classifier alone"),
        pytest.param(
            "20 most expensive restaurants",
            ["20: [19.5, 20.5) restaurant ="],
            id="a noun behind adjectives",
        ),
        pytest.param("45 companies", ["45: [44.5, 45.5) company ="], id="an irregular plural"),
        pytest.param("149票", ["149票: [148.5, 149.5) vote ="], id="票 as votes"),
        pytest.param(
            "The chamber voted 281-24-149",
            ["281: [280.5, 281.5) vote =", "24: [23.5, 24.5) vote =", "149: [148.5, 149.5) vote ="],
            id="a vote in three parts",
        ),
        pytest.param(
            "The court voted 6-3",
            ["6: [5.5, 6.5) vote =", "3: [2.5, 3.5) vote ="],
            id="a vote in two parts",
        ),
        pytest.param(
            "以281票對24票通過",
            ["281票: [280.5, 281.5) vote =", "24票: [23.5, 24.5) vote ="],
            id="a vote in Chinese",
        ),
        pytest.param(
            "12 people were killed and 30 injured",
            ["12: [11.5, 12.5) person =", "30: [29.5, 30.5) person ="],
            id="injured without the noun",
        ),
        pytest.param(
            "zero U.S. senators", ["zero: [-0.5, 0.5) senator ="], id="none, behind an abbreviation"
        ),
        pytest.param("降息一次", ["一次: [0.5, 1.5) time ="], id="one move of a rate"),
        pytest.param("再一次警告", [], id="once more counts nothing"),
        pytest.param("one rate cut", ["one: [0.5, 1.5) cut ="], id="one move of a rate in English"),
        pytest.param("the third cut", ["third: 3 ordinal ="], id="an ordinal"),
        pytest.param("its 21st session", ["21st: 21 ordinal ="], id="a numbered ordinal"),
        pytest.param("連續第3次", ["第3: 3 ordinal ="], id="第三次"),
        pytest.param("twenty-fifth place", ["twenty-fifth: 25 ordinal ="], id="a spelled ordinal"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected
