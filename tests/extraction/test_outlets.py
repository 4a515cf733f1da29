"""Media in a sentence: by name, by title marks, by how names end; and which are one house."""

import pytest

from ledger.extraction.outlets import is_medium, outlets, same_outlet
from ledger.extraction.spelling import one_spelling


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("路透社與《金融時報》報導", ["路透社", "金融時報"], id="known"),
        pytest.param("據《群島財經》報導", ["群島財經"], id="title marks behind 據"),
        pytest.param("他寫了《橋的歷史》", [], id="a book"),
        pytest.param("新加坡新明日報今天報導", ["新明日報"], id="a place before it"),
        pytest.param("據青麓日報報導", ["青麓日報"], id="a function word before it"),
        pytest.param("中國媒體財新說", ["財新"], id="what it is before it"),
        pytest.param("外電報導", ["外電"], id="nobody names it"),
        pytest.param("the Tideline Gazette said", ["Tideline Gazette"], id="English"),
        pytest.param("he told Radio Dorrin", ["Radio Dorrin"], id="the kind first"),
        pytest.param("Local media reported", ["Local media"], id="nobody names it, English"),
    ],
)
def test_the_media_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert [sentence[slice(*span)] for span in outlets(one_spelling(sentence))] == expected


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("BBC", "BBC中文", True, id="a house and its service"),
        pytest.param("路透", "Reuters", True, id="two scripts"),
        pytest.param("沼地日報", "沼地日报", True, id="both scripts of Chinese"),
        pytest.param("沼地日報", "潮聲晚報", False, id="two papers"),
        pytest.param("沼地日報", None, False, id="nobody said who publishes"),
    ],
)
def test_one_house(a: str, b: str | None, *, same: bool) -> None:
    assert same_outlet(a, b) is same


def test_whole_names() -> None:
    assert is_medium("沼地日报")
    assert is_medium("Reuters")
    assert not is_medium("桥的历史")
