"""Chinese counts by their noun: what a classifier goes with, behind it, ahead or left out."""

from collections.abc import Callable

import pytest

from ledger.quantities import comparable, read
from ledger.quantities.lexicon import rows
from ledger.text.fold import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("整併後剩下9所國中", ["9所: [8.5, 9.5) school ="], id="the noun behind"),
        pytest.param("震出17枚短程飛彈", ["17枚: [16.5, 17.5) missile ="], id="a modifier between"),
        pytest.param("4名台鐵的員工", ["4名: [3.5, 4.5) employee ="], id="a possessor between"),
        pytest.param("6名學生的家長", ["6名: [5.5, 6.5) parent ="], id="the head is behind 的"),
        pytest.param(
            "5名女子選手",
            ["5名: [4.5, 5.5) athlete ="],
            id="the last of a row of nouns is the head",
        ),
        pytest.param(
            "8輛開往醫院",
            ["8輛: [7.5, 8.5) vehicle ="],
            id="a hospital takes no 輛: it is no noun of it",
        ),
        pytest.param("3名被學生", ["3名: [2.5, 3.5) person ="], id="behind 被 stands who did it"),
        pytest.param(
            "新增住宅逾1.2萬套",
            ["逾1.2萬套: (12000, ) home >"],
            id="the noun ahead, a bound between",
        ),
        pytest.param(
            "校方新增3個班",
            ["3個: [2.5, 3.5) 个 ="],
            id="another word behind: nothing ahead counts",
        ),
        pytest.param(
            "關閉7座水庫，其中兩座已乾涸",
            ["7座: [6.5, 7.5) dam =", "兩座: [1.5, 2.5) dam ="],
            id="a noun left out the second time",
        ),
        pytest.param(
            "7座水庫與兩座紀念碑",
            ["7座: [6.5, 7.5) dam =", "兩座: [1.5, 2.5) 座 ="],
            id="a noun that no table knows is not the one before",
        ),
        pytest.param(
            "兩座電廠的五部機組",
            ["兩座: [1.5, 2.5) plant =", "五部: [4.5, 5.5) 部 ="],
            id="another number behind 的",
        ),
        pytest.param("受困的五萬居民", ["五萬: [45000, 55000) resident ="], id="no classifier"),
        pytest.param("三學生", [], id="a small number needs one"),
        pytest.param(
            "房屋倒塌40間。", ["40: [39.5, 40.5) number ="], id="a verb between keeps them apart"
        ),
        pytest.param("倒塌房屋40間。", ["40間: [39.5, 40.5) home ="], id="間 at the end is a room"),
        pytest.param(
            "20到30間", ["20到30間: [20, 30] number range"], id="間 at the end is between"
        ),
        pytest.param("接種2.5萬劑", ["2.5萬劑: [24500, 25500) dose ="], id="doses"),
    ],
)
def test_states(stated: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        pytest.param("40名礦工", "person", id="people are people, whatever they do"),
        pytest.param("16所國小", "所", id="a thing is of its classifier"),
        pytest.param("五萬居民", "person", id="without a classifier too"),
        pytest.param("40 miners", "miner", id="in English the noun is the sort"),
    ],
)
def test_what_is_compared(text: str, sort: str) -> None:
    assert comparable(read(text)[0])[0] == sort


def test_nouns_are_folded_and_told_apart() -> None:
    """Forms stand as a key has them, and each goes once with a classifier."""
    taken: set[tuple[str, str]] = set()
    for row in rows("counted_nouns.csv"):
        for form in row["zh"].split("|"):
            assert fold(form) == form
            for classifier in row["classifiers"].split("|"):
                assert (classifier, form) not in taken
                taken.add((classifier, form))
