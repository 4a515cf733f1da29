"""What two documents share."""

import pytest

from ledger.matching.overlap import Overlap, overlaps
from ledger.matching.profile import profile
from ledger.matching.weight import Weigher


def _overlap(first: str, second: str) -> Overlap:
    query = profile(first)
    tokens = query.words | query.concepts | query.figures
    return overlap(query, profile(second), Weigher({}, 100, tokens))


def test_equal_texts_share_all() -> None:
    signals = _overlap("The Fed cut rates by 25 bp", "The Fed cut rates by 25 bp").signals
    shares = ("words_of_query", "words_of_candidate", "concepts_of_query", "concepts_of_candidate")
    assert [signals[share] for share in (*shares, "wording", "figures")] == [1.0] * 6


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


@pytest.mark.parametrize(
    ("first", "second", "other"),
    [
        pytest.param("Unemployment rose to 4 %", "Inflation rose to 4 %", 1, id="another-measure"),
        pytest.param("Unemployment rose to 4 %", "失業率升至5%", 0, id="same-measure"),
        pytest.param("Unemployment rose", "It rose to 5 %", 0, id="not-said-what"),
    ],
)
def test_measures_set_claims_apart(first: str, second: str, other: int) -> None:
    assert _overlap(first, second).signals["other_measure"] == other
