"""Media named only afterwards."""

import pytest

from ledger.extraction.cataphora import are_the_same, named_later
from ledger.extraction.spelling import one_spelling


@pytest.mark.parametrize(
    ("sentence", "who", "medium"),
    [
        pytest.param(
            "沼地日報引述的這位知情人士表示，橋會拆。", "知情人士", "沼地日報", id="Chinese"
        ),
        pytest.param(
            "《沼地日報》採訪的兩名官員說，橋會拆。", "官員", "沼地日報", id="title marks"
        ),
        pytest.param(
            "The people quoted by Reuters said so.", "The people", "Reuters", id="English"
        ),
    ],
)
def test_a_medium_named_later(sentence: str, who: str, medium: str) -> None:
    found = named_later(one_spelling(sentence))
    assert found is not None
    assert sentence[slice(*found.who)] == who
    assert sentence[slice(*found.medium)] == medium


def test_other_sentences_name_nobody_later() -> None:
    assert named_later("沼地日报引述知情人士报道,桥会拆。") is None
    assert named_later("People said so.") is None


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        pytest.param("知情人士", "两名知情人士", True, id="Chinese"),
        pytest.param("官员", "知情人士", False, id="others"),
        pytest.param("the people", "two people familiar with it", True, id="English"),
        pytest.param("the officials", "two people", False, id="English, others"),
    ],
)
def test_who_can_be_the_same(later: str, earlier: str, *, expected: bool) -> None:
    assert are_the_same(later, earlier) is expected
