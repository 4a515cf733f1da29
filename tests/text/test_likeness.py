"""Likeness of strings alone, without anybody being known."""

import pytest

from ledger.text.likeness import likeness, spellings


def nobody(_: str) -> bool:
    return False


def ferrow(key: str) -> bool:
    return key == "ferrow"


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("mayor ana lima", ["ana lima"], id="title before"),
        pytest.param("ana lima, mayor of vela", ["ana lima"], id="title behind a comma"),
        pytest.param("港湾市市长陈小明", ["陈小明"], id="Chinese office before"),
        pytest.param("陈小明先生", ["陈小明"], id="Chinese honorific behind"),
        pytest.param("陈小明(xiaoming chen)", ["陈小明", "xiaoming chen"], id="two scripts"),
        pytest.param("ana lima (vela party)", ["ana lima"], id="brackets in one script"),
        pytest.param("mayor lee", ["mayor lee"], id="a family name alone is not enough"),
        pytest.param("mayor's office", ["mayor's office"], id="an office is no name"),
        pytest.param("总统府", ["总统府"], id="nor is one character"),
        pytest.param("(mayor)", ["(mayor)"], id="nothing but brackets"),
        pytest.param("", [""], id="nothing"),
    ],
)
def test_spellings(key: str, expected: list[str]) -> None:
    assert spellings(key, nobody) == expected


def test_somebody_known_needs_no_full_name() -> None:
    assert spellings("mayor ferrow", ferrow) == ["ferrow"]
    assert spellings("ferrow市长", ferrow) == ["ferrow"]


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        pytest.param("ana lima", "ána lima", 1.0, id="marks"),
        pytest.param("ana lima", "lima ana", 0.98, id="order"),
        pytest.param("chen xiao-ming", "xiaoming chen", 0.98, id="order and hyphen"),
        pytest.param("a. lima", "ana lima", 0.95, id="initial"),
        pytest.param("vela observer", "vela observer ltd", 1.0, id="suffix"),
        pytest.param("stephanie ray", "stephonie ray", 0.93, id="slip"),
        pytest.param("", "", 1.0, id="nothing twice"),
        pytest.param("", "ana", 0.0, id="nothing and something"),
    ],
)
def test_scores(one: str, other: str, score: float) -> None:
    assert likeness(one, other) == likeness(other, one) == score
