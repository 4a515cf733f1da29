"""Chinese noun phrases: the name without titles, and phrases that name nobody."""

import pytest

from ledger.extraction.chinese.names import chinese_speaker
from ledger.extraction.spelling import one_spelling


@pytest.mark.parametrize(
    ("phrase", "name", "who"),
    [
        pytest.param("藍灣市長杜景和", "杜景和", "person", id="a title"),
        pytest.param("北岸銀行首席經濟學家衛子謙", "衛子謙", "person", id="a long title"),
        pytest.param("《橋》作者、工程師約翰·史東", "約翰·史東", "person", id="two titles"),
        pytest.param("曜芯CEO傅安瀾", "傅安瀾", "person", id="a title in Latin"),
        pytest.param("網友「阿海」", "阿海", "person", id="a nickname"),
        pytest.param("分析師Mara Tolland", "Mara Tolland", "person", id="a name in Latin"),
        pytest.param("杜景和", "杜景和", "person", id="a surname"),
        pytest.param("他", "他", "pronoun", id="a pronoun"),
        pytest.param("兩名知情人士", "兩名知情人士", "unnamed", id="people"),
        pytest.param("藍灣港務局", "藍灣港務局", "organisation", id="a body"),
        pytest.param("出品方晴川影業", "晴川影業", "organisation", id="what it is left out"),
        pytest.param("港務局發言人", "港務局發言人", "person", id="an office without a name"),
        pytest.param("北岸證券研報", "北岸證券", "organisation", id="a body's paper"),
        pytest.param("《沼地日報》", "沼地日報", "organisation", id="a medium"),
        pytest.param("律師團召集人秦佑安律師", "秦佑安", "person", id="a title behind"),
        pytest.param("王律師", "王律師", "person", id="a surname and a title"),
        pytest.param("氣象署主任預報員佟嵐", "佟嵐", "person", id="what people are called"),
        pytest.param("會計學院教授鮮于敏", "鮮于敏", "person", id="a double surname"),
        pytest.param("上市公司格瀾", "格瀾", "organisation", id="a kind of company"),
        pytest.param("生產商和慶生物", "和慶生物", "organisation", id="a kind before a body"),
        pytest.param("港務局有關負責人", "港務局有關負責人", "unnamed", id="some officer"),
    ],
)
def test_whom_a_phrase_names(phrase: str, name: str, who: str) -> None:
    found = chinese_speaker(one_spelling(phrase), 0, len(phrase), sure=True)
    assert found is not None
    assert (phrase[found.start : found.end], found.who) == (name, who)


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("數據", id="data"),
        pytest.param("這項決定", id="something said before"),
        pytest.param("他的哥哥", id="somebody of somebody's"),
        pytest.param("公司", id="a company, whichever"),
        pytest.param("橋梁設計的變更", id="a thing"),
        pytest.param("港務局管理方面的時間", id="words like names"),
        pytest.param("", id="nothing"),
    ],
)
def test_phrases_that_name_nobody(phrase: str) -> None:
    assert chinese_speaker(one_spelling(phrase), 0, len(phrase), sure=True) is None


def test_a_short_unknown_word_passes_only_where_somebody_must_speak() -> None:
    assert chinese_speaker("阿木", 0, 2, sure=True) is not None
    assert chinese_speaker("阿木", 0, 2, sure=False) is None


def test_letters_in_brackets_are_the_same_name() -> None:
    phrase = "秘书长欧阳雪(Olivia Ouyang)"
    found = chinese_speaker(phrase, 0, len(phrase), sure=True)
    assert found is not None
    assert found.also is not None
    assert phrase[slice(*found.also)] == "Olivia Ouyang"
