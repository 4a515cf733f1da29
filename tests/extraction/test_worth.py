"""Worth: what speaks for a sentence and against it."""

import pytest

from ledger.extraction.spelling import one_spelling
from ledger.extraction.worth import Finding, findings, score, threshold
from ledger.quantities import read


def names(sentence: str, *, attributed: bool = False) -> set[str]:
    plain = one_spelling(sentence)
    found = findings(sentence, plain, read(sentence), attributed=attributed)
    return {one.name for one in found}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("港務費調漲12%。", "figure", id="a percentage"),
        pytest.param("損失約4.3億元。", "figure", id="money"),
        pytest.param("它是全球最大的港口。", "comparison", id="a superlative"),
        pytest.param("橋可望明年通車。", "forecast", id="a forecast"),
        pytest.param("議會批准了法案。", "announcement", id="an announcement"),
        pytest.param("換言之，沒人想當第一個。", "connective", id="the author's own talk"),
        pytest.param("為何拖了這麼久？", "question", id="a question"),
        pytest.param("發言人拒絕置評。", "no_comment", id="no comment"),
        pytest.param("Shares fell 6.2%.", "figure", id="an English figure"),
        pytest.param("It is the largest employer.", "comparison", id="an English superlative"),
        pytest.param("The plant will close.", "forecast", id="an English forecast"),
        pytest.param("All in all, it was a bad day.", "connective", id="English talk"),
    ],
)
def test_what_is_found(sentence: str, name: str) -> None:
    assert name in names(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("兩國決定休兵。", id="a number word"),
        pytest.param("他在2024年離開。", id="a year"),
        pytest.param("這是第一張證明書。", id="a rank in words"),
        pytest.param("The H200 is a chip.", id="a name with digits"),
        pytest.param("Anselm, 52, is a surgeon.", id="an age"),
    ],
)
def test_figures_nobody_checks(sentence: str) -> None:
    assert "figure" not in names(sentence)


def test_what_somebody_asked_or_feared_is_theirs() -> None:
    assert "question" not in names("為何拖了這麼久？", attributed=True)
    assert "connective" not in names("換言之，沒人想當第一個。", attributed=True)


def test_a_score_stays_between_nothing_and_one() -> None:
    assert score([]) == 0
    assert score([Finding("figure"), Finding("attribution"), Finding("forecast")]) == 1
    assert score([Finding("headline")]) == 0


def test_each_kind_counts_once() -> None:
    assert score([Finding("forecast", "will"), Finding("forecast", "would")]) < threshold()


def test_a_reason_shows_its_words() -> None:
    assert str(Finding("figure", "12%")) == "figure: 12%"
    assert str(Finding("headline")) == "headline"
