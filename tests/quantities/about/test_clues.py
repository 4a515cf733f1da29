"""What a line may be about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.quantities.about.clues import WORDS, clues
from ledger.text.phrases import Page

EVERY = [word for words in WORDS.values() for word in words]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([""], [set()], id="nothing"),
        pytest.param(["the pier is open", "3人受傷"], [set(), {"spared"}], id="a line each"),
        pytest.param(["12 votes to 3"], [{"voted"}], id="votes"),
        pytest.param(["nobody injured"], [{"spared", "fated", "handled"}], id="several at once"),
        pytest.param(["vo", "te"], [set(), set()], id="no word goes on in the next line"),
    ],
)
def test_each_line_is_told_by_its_own_words(lines: list[str], expected: list[set[str]]) -> None:
    assert clues(Page(lines)) == expected


@given(st.lists(st.lists(st.sampled_from([*EVERY, " ", "a", "o"])).map("".join), min_size=1))
def test_all_at_once_find_what_each_would(lines: list[str]) -> None:
    assert clues(Page(lines)) == [
        {clue for clue, words in WORDS.items() if any(word in line for word in words)}
        for line in lines
    ]
