"""Documents taken apart: words, names, terms, figures; the same in either Chinese script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.matching.profile import Profile, is_concept, measures, profile


@pytest.mark.parametrize(
    ("first", "second", "kind", "token"),
    [
        pytest.param(
            "Trump spoke", "川普發表談話", "concepts", "name:Donald Trump", id="name-in-two-scripts"
        ),
        pytest.param(
            "特朗普说", "川普說", "concepts", "name:Donald Trump", id="two-renderings-of-one-name"
        ),
        pytest.param(
            "its market share",
            "市占率提高",
            "concepts",
            "term:market_share",
            id="term-in-two-languages",
        ),
        pytest.param(
            "an 18-month lead", "領先約18個月", "figures", "quantity:18 month", id="figure-rounded"
        ),
        pytest.param(
            "it takes 1.5 years", "需時18个月", "figures", "quantity:18 month", id="another-unit"
        ),
        pytest.param(
            "over 95 percent", "逾95%", "figures", "quantity:95 %", id="one-sided-by-its-end"
        ),
        pytest.param(
            "on 8 December 2025",
            "2025年12月8日",
            "figures",
            "date:2025-12-08",
            id="one-day-in-two-languages",
        ),
        pytest.param(
            "all 17 members left", "十七名委員離任", "numbers", "number:17", id="counted-otherwise"
        ),
        pytest.param(
            "a $29,500 wage", "月薪29500元", "numbers", "number:2.95e+04", id="whose-dollars"
        ),
        pytest.param(
            "40 airports were shut", "四十個機場關閉", "numbers", "number:40", id="classifier"
        ),
        pytest.param("300 workers", "三百多名工人", "numbers", "number:300", id="and-some-more"),
    ],
)
def test_what_no_language_stands_between(first: str, second: str, kind: str, token: str) -> None:
    assert token in getattr(profile(first), kind)
    assert token in getattr(profile(second), kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ferry fares rise https://example.org/ferry?id=3", id="link"),
        pytest.param("Ferry fares rise www.example.org/fares", id="bare-link"),
        pytest.param("Ferry fares rise @portmarlow", id="handle"),
        pytest.param("Ferry fares rise（https://example.org）", id="link-in-chinese-brackets"),
        pytest.param("Ferry fares rise — Ina Felt (@InaFelt)", id="author's-handle"),
    ],
)
def test_where_a_text_stood_is_not_what_it_says(text: str) -> None:
    assert profile(text).words >= profile("Ferry fares rise").words
    assert not profile(text).words & {"https", "exampl", "portmarlow", "www"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("the bridge cost 420 million", "the bridge cost 560 million", id="digits"),
        pytest.param("大橋造價二十四億元", "大橋造價三十億元", id="chinese-numerals"),
        pytest.param("twelve people died", "twenty-two people died", id="number-words"),
        pytest.param("it cost $5m", "it cost $2.5 billion", id="scale-grown-to-the-number"),
        pytest.param("it opened on 3 May 2025", "it opened on 14 June 2025", id="dates"),
    ],
)
def test_texts_that_differ_in_figures_alone_leave_the_same_words(first: str, second: str) -> None:
    assert profile(first).words == profile(second).words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("three members left", id="small"),
        pytest.param("an 18-month lead", id="unit-known-in-any-language"),
        pytest.param("prices rose 40 percent", id="percent"),
        pytest.param("the 40th airport", id="ordinal"),
        pytest.param("in 2025", id="year"),
    ],
)
def test_other_figures_are_known_with_their_unit_alone(text: str) -> None:
    assert not profile(text).numbers


def test_a_unit_is_a_word_and_no_concept_of_its_own() -> None:
    assert "month" in profile("an 18-month lead").words
    assert "term:month" not in profile("an 18-month lead").concepts


def test_what_is_measured_is_known() -> None:
    assert measures("Unemployment rose to 4.4 percent") == {"term:unemployment_rate"}


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_taken_apart(text: str) -> None:
    parts = profile(text)
    assert isinstance(parts, Profile)
    assert not any(map(is_concept, parts.words))
    assert all(map(is_concept, parts.concepts | parts.figures))


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        pytest.param("the mayor Avery Lund spoke", {"averi", "lund"}, id="names"),
        pytest.param("Mayors spoke", {"mayor"}, id="at-the-beginning-too"),
        pytest.param("FLOODS in Zürich", {"flood", "zürich"}, id="shouted-and-accented"),
        pytest.param("#PortMarlow is shut", {"port", "marlow", "portmarlow"}, id="hashtag"),
        pytest.param("an iPhone for the mayor", set(), id="within-a-word"),
        pytest.param("In 2025 The", set(), id="stop-words-and-figures"),
        pytest.param("馬洛港與 Lund 談判", {"lund"}, id="among-signs"),
    ],
)
def test_words_that_begin_with_a_capital(text: str, capitals: set[str]) -> None:
    assert profile(text).capitals == capitals
