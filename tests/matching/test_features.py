"""Search tokens: one set of words and concepts for each document."""

import pytest

from ledger.matching import features, features_of_each, sought


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


def test_a_short_line_is_found_by_each_of_its_characters_too() -> None:
    assert {"苹", "图", "苹果", "截图"} <= features("蘋果手機怎麼截圖")
    assert not {"苹", "图"} & features("蘋果手機怎麼截圖？店員說同時按住兩個鍵就能存下整個畫面")


def test_many_texts_have_what_each_of_them_has() -> None:
    texts = [
        "Trump says the lead is 18 months",
        "US GETS 18 MONTHS, SAYS U.S. AIDE",
        "tell us: the US lead shrinks",
        "聯準會降息一碼，道瓊指數上漲三百點",
        "川普：美國在晶片供應上領先中國約18個月",
        "  #PortMarlowFloods  @mayor\nhttps://example.org 約３００人獲救 ",
        "蘋果手機怎麼截圖",
        "",
        "\ud800 \u202e",
    ]
    assert features_of_each(texts) == [*map(features, texts)]


@pytest.mark.parametrize(
    ("query", "document"),
    [
        pytest.param("英伟达", "輝達宣布裁員", id="name-in-the-other-script"),
        pytest.param("辉达", "Nvidia lays off staff", id="name-in-another-language"),
        pytest.param("Nvidia H200", "H200 chips, says 輝達", id="name-and-word"),
        pytest.param("裁员", "輝達宣布裁員", id="word-in-the-other-script"),
        pytest.param("layoffs", "A layoff at the plant", id="another-form"),
    ],
)
def test_what_somebody_looks_for_is_found(query: str, document: str) -> None:
    assert sought(query)
    assert sought(query) <= features(document)


@pytest.mark.parametrize(
    ("query", "document"),
    [
        pytest.param("英伟达 股价", "輝達宣布裁員", id="a-word-is-missing"),
        pytest.param("layoffs", "輝達宣布裁員", id="another-language's-word"),
    ],
)
def test_all_of_it_must_be_there(query: str, document: str) -> None:
    assert not sought(query) <= features(document)
