"""What two documents share."""

import pytest

from ledger.matching.features import features
from ledger.matching.overlap import Overlap, overlap
from ledger.matching.weight import Weigher


def _overlap(first: str, second: str) -> Overlap:
    tokens = features(first)
    return overlap(first, [(second, tokens & features(second))], Weigher({}, 100, tokens))


def test_equal_texts_share_all() -> None:
    shared = _overlap("The Fed cut rates by 25 bp", "The Fed cut rates by 25 bp")
    shares = ("words_of_query", "concepts_of_query", "figures")
    letters = ("letters_of_query", "letters_of_both", "letters_of_line")
    assert [shared.signals[share].tolist() for share in (*shares, *letters)] == [[1.0]] * 6
    assert shared.signals["letters_again"].tolist() == [0.0]
    assert shared.repeats.tolist() == [1.0]


def test_strangers_share_nothing() -> None:
    shared = _overlap("The ferry was late", "大學調漲學費")
    assert shared.weight.tolist() == [0.0]
    assert all(
        value.tolist() == [0.0] for name, value in shared.signals.items() if name != "intercept"
    )


@pytest.mark.parametrize(
    ("first", "second", "across"),
    [
        pytest.param("The ferry was late", "渡輪誤點抵達", True, id="english-chinese"),
        pytest.param("渡轮误点抵达", "渡輪誤點抵達", False, id="two-scripts-of-one-language"),
        pytest.param("The ferry was late", "La nave era in ritardo", False, id="two-latin"),
    ],
)
def test_whether_words_can_be_shared(first: str, second: str, across: bool) -> None:  # noqa: FBT001 - a table
    assert _overlap(first, second).across_languages.tolist() == [across]


@pytest.mark.parametrize(
    ("query", "candidate"),
    [
        pytest.param("The ferry was late", "渡輪誤點", id="as-short"),
        pytest.param(
            "The ferry was late", "渡輪誤點兩小時才抵達塔洛港", id="a-sentence-for-a-line"
        ),
        pytest.param("渡輪誤點", "The ferry was two hours late in port", id="the-other-way-round"),
        pytest.param("渡輪", "渡輪誤點" * 30, id="one-language"),
        pytest.param("A ferry", "The ferry was late again, " * 9, id="one-alphabet"),
        pytest.param("The ferry was late", "渡輪誤點\n" + "港務局說明" * 30, id="notes-below"),
    ],
)
def test_what_is_not_much_longer_in_another_language_is_not_too_long(
    query: str, candidate: str
) -> None:
    assert _overlap(query, candidate).signals["too_long"].tolist() == [0.0]


@pytest.mark.parametrize(
    ("query", "candidate"),
    [
        pytest.param("The ferry was late", "渡輪誤點" * 20, id="chinese"),
        pytest.param("渡輪誤點", "The ferry was late again, " * 9, id="english"),
    ],
)
def test_the_longer_the_less_likely_meant(query: str, candidate: str) -> None:
    once, twice = (
        _overlap(query, said).signals["too_long"].item() for said in (candidate, candidate * 2)
    )
    assert 0 < once < twice


@pytest.mark.parametrize(
    ("signal", "told", "other"),
    [
        pytest.param("rare_words_of_query", "Lund resigned", "a mayor, again", id="one-rare"),
        pytest.param("capitals_of_query", "avery lund sings", "the mayor resigned", id="a-name"),
    ],
)
def test_what_tells_texts_apart_counts_the_most(signal: str, told: str, other: str) -> None:
    query = "The mayor again: Avery Lund resigned"
    tokens = features(query)
    common = {"mayor": 90, "again": 90, "averi": 30, "lund": 2, "resign": 30}
    pool = [(text, tokens & features(text)) for text in (told, other)]
    first, second = overlap(query, pool, Weigher(common, 100, tokens)).signals[signal]
    assert first > second


def test_a_query_without_capitals_shares_none() -> None:
    shared = _overlap("avery lund resigned", "Avery Lund resigned")
    assert shared.signals["capitals_of_query"].tolist() == [0.0]
    assert shared.signals["words_of_query"].tolist() == [1.0]
