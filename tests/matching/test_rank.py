"""Scores: the right claim first, figures never against it, and "new" when it is new."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.matching import ATTACH_AT, NEAR_AT, Candidate, Match, features, rank, shortlist

LEAD = "這麼做可讓美國在晶片供應上領先中國約18個月"


def _score(text: str, candidate: str, documents: int = 500) -> float:
    (match,) = rank(text, [Candidate(1, candidate)], {}, documents)
    return match.score


def _matches(text: str, texts: Sequence[str]) -> list[Match]:
    """Match a text against a small ledger, by way of its inverted index."""
    lists: dict[str, list[int]] = {}
    for number, document in enumerate(texts):
        for token in features(document):
            lists.setdefault(token, []).append(number)
    postings = {token: np.array(held, dtype=np.uint32) for token, held in lists.items()}
    query = features(text)
    found = shortlist(query, postings, len(texts))
    frequency = {token: len(lists.get(token, ())) for token in query}
    return rank(text, [Candidate(d, texts[d]) for d in found], frequency, len(texts))


def _unrelated() -> Iterable[str]:
    """Five hundred claims about other matters, many of them about the same two countries."""
    who = (
        "China",
        "The US",
        "America",
        "Port Marlow",
        "中國",
        "美國",
        "馬洛港",
        "维利亚",
        "The UN",
        "Arvo",
    )
    what = (
        "buys more soybeans",
        "opens an embassy for visitors",
        "raises the school fees",
        "wins the women's final",
        "重新開放邊境旅遊",
        "将举办运动会",
        "公布人口普查結果",
        "rebuilds its railway stations",
        "faces a hot summer",
        "审理一起盗窃案",
    )
    when = ("for 3 months", "持續約12個月", "again", "next year", "，官員說")
    return (f"{a} {b} {c}" for a in who for b in what for c in when)


def test_an_english_line_finds_the_chinese_claim_among_five_hundred() -> None:
    unrelated = list(_unrelated())
    assert len(unrelated) == 500
    first, second, *_ = _matches("US gets ~18-month lead", [*unrelated, LEAD])
    assert first.document == 500
    assert first.score > NEAR_AT > second.score


@pytest.mark.parametrize(
    "query",
    [
        "US gets ~18-month lead",
        "America is ahead of China in chips by a year and a half",
        "US gets a 12-month lead over China",
    ],
)
def test_the_chinese_claim_is_near(query: str) -> None:
    assert _score(query, LEAD) > NEAR_AT


@pytest.mark.parametrize(
    ("query", "same", "other"),
    [
        pytest.param(
            "The bridge at Port Marlow cost 420 million euros",
            "The bridge at Port Marlow cost 560 million euros",
            "The bridge at Port Marlow cost 910 million euros",
            id="amount",
        ),
        pytest.param(
            "馬洛港水災造成十四人死亡",
            "馬洛港水災造成十七人死亡",
            "馬洛港水災造成二十人死亡",
            id="chinese-numeral",
        ),
        pytest.param(
            "The tunnel opens on 3 May 2026",
            "The tunnel opens on 9 May 2026",
            "The tunnel opens on 14 June 2027",
            id="date",
        ),
    ],
)
def test_no_other_figure_is_worse_than_another(query: str, same: str, other: str) -> None:
    assert _score(query, query) >= _score(query, same) == _score(query, other)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_changed_figure_changes_no_rank(first: int, second: int) -> None:
    query = "The harbour lease in Port Marlow costs 7 million euros a year"
    told = [f"The harbour lease in Port Marlow costs {n} million euros" for n in (first, second)]
    ranks = [m.score for m in rank(query, [Candidate(n, t) for n, t in enumerate(told)], {}, 9)]
    assert ranks[0] == ranks[1] or 7 in (first, second)


@pytest.mark.parametrize(
    ("query", "same", "other"),
    [
        pytest.param(
            "Unemployment in Velia rose to 4.4 percent",
            "Velia's unemployment rate is 4.1 percent",
            "Velia's inflation rate is 4.1 percent",
            id="english",
        ),
        pytest.param(
            "維利亞失業率升至4.4%", "維利亞失業率為4.1%", "維利亞通膨率為4.1%", id="chinese"
        ),
    ],
)
def test_what_measures_something_else_is_less_likely(query: str, same: str, other: str) -> None:
    assert _score(query, same) > NEAR_AT > _score(query, other)


@pytest.mark.parametrize(
    ("query", "said", "other"),
    [
        pytest.param(
            "Trump dismisses 17 advisers",
            "川普一次撤換17名顧問",
            "川普一次撤換12名顧問",
            id="counted-by-another-word",
        ),
        pytest.param(
            "Hong Kong sets the fee at 460 dollars",
            "香港把收費定為460元",
            "香港把收費定為380元",
            id="whose-dollars",
        ),
    ],
)
def test_a_number_tells_across_languages_whatever_its_unit_is_called(
    query: str, said: str, other: str
) -> None:
    first, second = _matches(query, [other, said])
    assert (first.text, second.text) == (said, other)
    assert first.score > second.score


def test_of_two_that_share_as_much_the_much_longer_one_is_less_likely_meant() -> None:
    short, long = "川普將訪問日本", "川普將訪問日本" + "，沿途居民談論天氣和晚飯" * 6
    first, second = _matches("Trump to visit Japan", [long, short])
    assert first.text == short
    assert first.score > second.score


@pytest.mark.parametrize("text", ["Fed", "cut rates", "美國", "Trump Nvidia", "大橋"])
def test_a_short_text_is_no_evidence(text: str) -> None:
    assert _score(text, text) < ATTACH_AT


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        pytest.param("Fed", "The Fed and much else was talked about at the meeting", id="word"),
        pytest.param("美國", "美國與其他許多事情昨天都在會議上談到", id="name"),
        pytest.param("大橋", "大橋與其他許多事情昨天都在會議上談到", id="thing"),
    ],
)
def test_a_word_in_a_longer_text_is_not_near(text: str, longer: str) -> None:
    assert _score(text, longer) < NEAR_AT


@pytest.mark.parametrize(
    "text",
    [
        "Brake defects force the carmaker Halden to call back 120,000 cars in Velia.",
        "馬洛港市長伊娜·費爾特星期一宣布，她將在本月底辭去職務",
    ],
    ids=["english", "chinese"],
)
def test_a_repeated_sentence_may_be_attached(text: str) -> None:
    assert _score(text, text) >= ATTACH_AT


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("奧爾斯克向維利亞採購三十架戰鬥機", "奥尔斯克向维利亚采购三十架战斗机")],
)
def test_script_changes_no_score(traditional: str, simplified: str) -> None:
    for query in (traditional, "Orsk buys 30 fighter jets from Velia", "奥尔斯克购买维利亚战机"):
        assert _score(query, traditional) == _score(query, simplified)
        assert _score(traditional, query) == _score(simplified, query)


def test_order_of_candidates_does_not_matter_and_ties_go_by_number() -> None:
    candidates = [Candidate(5, "Ferry fares rise"), Candidate(2, "Ferry fares rise")]
    matches = rank("Ferry fares fall", candidates, {}, 10)
    assert matches == rank("Ferry fares fall", candidates[::-1], {}, 10)
    assert [match.document for match in matches] == [2, 5]


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_a_score_is_a_probability(text: str, candidate: str, documents: int) -> None:
    assert 0 <= _score(text, candidate, documents) <= 1


@cache
def _written() -> tuple[dict[str, Any], ...]:
    """Fifty invented and real stories, each told in three ways, with two others beside it."""
    lines = Path(__file__).with_name("written.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(map(json.loads, lines))


def _answers() -> Iterable[tuple[bool, bool, float]]:
    """For every telling: across languages?, right claim first?, the first one's score."""
    stories = _written()
    texts = [text for story in stories for text in (story["claim"], *story["other"])]
    story_of = [n if i == 0 else None for n in range(len(stories)) for i in range(3)]
    for number, story in enumerate(stories):
        for telling in story["same"]:
            first = next(iter(_matches(telling, texts)), Match(-1, 0.0, telling, "", frozenset()))
            found = first.document >= 0 and story_of[first.document] == number
            yield not telling.isascii(), found, first.score


def test_the_right_claim_comes_first() -> None:
    answers = list(_answers())
    right = Counter(across for across, is_right, _ in answers if is_right)
    asked = Counter(across for across, _, _ in answers)
    assert right[False] / asked[False] > 0.75
    assert right[True] / asked[True] > 0.6


def test_what_is_attached_without_asking_is_right() -> None:
    assert {is_right for _, is_right, score in _answers() if score >= ATTACH_AT} == {True}


def test_what_nobody_claimed_yet_is_new() -> None:
    stories = _written()
    claims = [story["claim"] for story in stories]
    scores = [
        match.score
        for story in stories
        for new in story["other"]
        for match in _matches(new, claims)[:1]
    ]
    assert max(scores) < ATTACH_AT
    assert sum(score >= NEAR_AT for score in scores) <= len(scores) * 0.1
