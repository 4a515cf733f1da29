"""Reasons: what is shared, in the query's own spelling."""

import pytest

from ledger.matching import Candidate, rank


def _reasons(text: str, candidate: str) -> tuple[str, ...]:
    (match,) = rank(text, [Candidate(1, candidate)], {}, 100)
    return match.reasons


@pytest.mark.parametrize(
    ("text", "candidate", "reason"),
    [
        pytest.param(
            "Mayors opened two bridges",
            "the mayor opens a bridge",
            "same words: Mayors, opened, bridges",
            id="words-unstemmed-and-as-written",
        ),
        pytest.param(
            "馬洛港跨海大橋通車",
            "跨海大桥昨日通车",
            "same words: 跨海大橋, 通車",
            id="bigrams-joined-in-the-script-of-the-query",
        ),
        pytest.param(
            "川普談晶片", "Trump on chips", "same names: Donald Trump", id="name-across-scripts"
        ),
        pytest.param("市占率下滑", "a smaller market share", "same terms: market share", id="term"),
        pytest.param("領先約18個月", "an 18-month lead", "same figure: 約18個月", id="figure"),
        pytest.param("12 boats sailed", "twelve boats", "same figure: 12", id="count"),
        pytest.param("all 17 members left", "十七名委員離任", "same number: 17", id="number-alone"),
        pytest.param("17 boats sailed", "17 cars", "same number: 17", id="of-another-thing"),
        pytest.param("it costs €500", "$500 a day", "same number: €500", id="in-another-currency"),
        pytest.param(
            "Ferry fares rise", "Ferry fares rise again", "wording 1.00 alike", id="wording"
        ),
        pytest.param("Ferry fares rise", "A rise: ferry fares", "meaning 1.00 alike", id="meaning"),
    ],
)
def test_a_reason_a_person_reads(text: str, candidate: str, reason: str) -> None:
    assert reason in _reasons(text, candidate)


def test_a_figure_is_named_once() -> None:
    assert not any("number" in reason for reason in _reasons("12 boats sailed", "twelve boats"))


def test_another_meaning_is_no_reason() -> None:
    told = _reasons("The ferry was late", "A ferry sells ice cream")
    assert not any(reason.startswith("meaning") for reason in told)


def test_nothing_shared_gives_no_reason() -> None:
    assert _reasons("Ferry fares rise", "大學調漲學費") == ()


def test_no_more_than_a_glance() -> None:
    text = "Ferry fares rise while trams, buses, trains, taxis and bicycles stay cheap"
    (words,) = (reason for reason in _reasons(text, text) if reason.startswith("same words"))
    assert words == "same words: Ferry, fares, rise, trams, buses, trains"
