"""Headline against body: bounds and hedges left out."""

import pytest

from ledger.extraction.page.headlines import dropped, headline
from ledger.extraction.spelling import one_spelling
from ledger.quantities import read


def hint(head: str, sentence: str) -> str | None:
    plain = one_spelling(sentence)
    return dropped(headline(head, one_spelling(head)), sentence, plain, read(sentence))


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        pytest.param("島國將徵50%關稅", "議會決定加徵最多50%的關稅。", id="up to"),
        pytest.param("港務費調漲12%", "港務費最多調漲12%。", id="a verb between"),
        pytest.param("Dues to rise 12 percent", "Dues may rise by up to 12 percent.", id="English"),
        pytest.param("查核中心陷營運危機", "查核中心恐陷營運危機，經費可能中斷。", id="a hedge"),
        pytest.param("Board cuts ferry subsidy", "The board may cut the ferry subsidy.", id="may"),
    ],
)
def test_what_a_headline_leaves_out(head: str, sentence: str) -> None:
    assert hint(head, sentence) is not None


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        pytest.param("島國將徵最多50%關稅", "議會決定加徵最多50%的關稅。", id="it says so"),
        pytest.param("島國將徵30%關稅", "議會決定加徵最多50%的關稅。", id="another figure"),
        pytest.param("查核中心恐陷危機", "查核中心恐陷危機。", id="it hedges too"),
        pytest.param("橋通車了", "查核中心恐陷危機。", id="another subject"),
        pytest.param("", "查核中心恐陷危機。", id="no headline"),
    ],
)
def test_nothing_left_out(head: str, sentence: str) -> None:
    assert hint(head, sentence) is None
