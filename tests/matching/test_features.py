"""Search tokens: one set of words and concepts for each document."""

import pytest

from ledger.matching import features


def test_words_are_stemmed_and_concepts_named() -> None:
    found = features("Trump says the lead is 18 months")
    assert {"lead", "month", "name:Donald Trump", "term:lead", "quantity:18 month"} <= found
    assert not {"the", "is", "18"} & found


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        pytest.param(
            "馬洛港跨海大橋造價估計24億，市長說將於2026年通車",
            "马洛港跨海大桥造价估计24亿，市长说将于2026年通车",
            id="sentence",
        ),
        pytest.param(
            "乾旱使小麥減產四分之一", "干旱使小麦减产四分之一", id="one-to-many-character"
        ),
        pytest.param("聯準會降息一碼", "联准会降息一码", id="name-and-term"),
        pytest.param("約３００人獲救", "约300人获救", id="full-width-digits"),
    ],
)
def test_both_scripts_have_the_same_features(traditional: str, simplified: str) -> None:
    assert features(traditional) == features(simplified)


@pytest.mark.parametrize("text", ["", " ", "\u202e", "!!!", "\ud800"])
def test_a_text_that_says_nothing_has_none(text: str) -> None:
    assert features(text) == frozenset()
