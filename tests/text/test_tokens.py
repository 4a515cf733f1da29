"""Search tokens: stems, bigrams, no numbers, no stop words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.text.fold import fold
from ledger.text.tokens import stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The chips shipped", ["chip", "ship"], id="stems without stop words"),
        pytest.param("領先中國", ["领先", "先中", "中国"], id="bigrams in one script"),
        pytest.param("H200晶片", ["h200", "晶片"], id="a model number is a word"),
        pytest.param("稅 25%", ["税"], id="a lone character is itself"),
        pytest.param("2025年12月8日", [], id="a date leaves nothing to search by"),
        pytest.param("the 3rd of 18,000.5", [], id="figures and ordinals are no tokens"),
        pytest.param("Trump's U.S. plan", ["trump", "u.s", "plan"], id="possessive, abbreviation"),
        pytest.param("克里斯·米勒", ["克里", "里斯", "米勒"], id="no bigram across a dot"),
        pytest.param("５Ｇ ５G", ["5g", "5g"], id="full width is the same, repeats stay"),
        pytest.param("서울은", ["서울", "울은"], id="Hangul in pairs too"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(fold(text)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("cuts", "cutting", id="noun and verb"),
        pytest.param("exports", "exported", id="regular verb"),
        pytest.param("supplies", "supply", id="y and ies"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@settings(max_examples=100)
@given(st.text())
def test_tokens_of_any_text_are_words_without_spaces(text: str) -> None:
    for token in tokens(fold(text)):
        assert token
        assert not any(map(str.isspace, token))
        assert not token.isdecimal()


@settings(max_examples=50)
@given(st.text(alphabet="輝達將銷售晶片至中國a 1", max_size=30))
def test_traditional_and_simplified_give_the_same_tokens(text: str) -> None:
    assert tokens(fold(fold(text))) == tokens(fold(text))
