"""What two documents share."""

import pytest

from ledger.matching.features import features
from ledger.matching.overlap import Overlap, overlaps
from ledger.matching.weight import Weigher


def _overlap(first: str, second: str) -> Overlap:
    tokens = features(first)
    pool = [(second, tokens & features(second))]
    (shared,) = overlaps(first, pool, Weigher({}, 100, tokens))
    return shared


def test_equal_texts_share_all() -> None:
    signals = _overlap("The Fed cut rates by 25 bp", "The Fed cut rates by 25 bp").signals
    shares = ("words_of_query", "words_of_both", "words_of_line", "concepts_of_query")
    letters = ("letters_of_query", "letters_of_both")
    assert [signals[share] for share in (*shares, *letters, "figures")] == [1.0] * 7
    assert signals["words_again"] == 0


def test_a_line_that_says_it_again_counts() -> None:
    once = _overlap("The ferry was late", "The ferry was late\nTrams on time").signals
    twice = _overlap("The ferry was late", "The ferry was late\nA late ferry").signals
    assert once["words_again"] == 0 < twice["words_again"] <= 1
    assert once["words_of_line"] == twice["words_of_line"] == 1 > once["words_of_both"]


def test_strangers_share_nothing() -> None:
    shared = _overlap("The ferry was late", "大學調漲學費")
    assert shared.weight == 0
    assert not shared.words | shared.concepts | shared.figures


@pytest.mark.parametrize(
    ("first", "second", "across"),
    [
        pytest.param("The ferry was late", "渡輪誤點抵達", True, id="english-chinese"),
        pytest.param("渡轮误点抵达", "渡輪誤點抵達", False, id="two-scripts-of-one-language"),
        pytest.param("The ferry was late", "La nave era in ritardo", False, id="two-latin"),
    ],
)
def test_whether_words_can_be_shared(first: str, second: str, across: bool) -> None:  # noqa: FBT001 - a table
    assert _overlap(first, second).across_languages is across
