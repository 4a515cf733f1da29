"""Fact-checks of others: every wrapping is understood, every fault is a row, nothing raises."""

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import BadRow, UnreadableFile
from ledger.exchange.reviews import read_reviews
from ledger.exchange.rows import Row

TODAY = date(2026, 3, 14)
REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/7",
    "claimReviewed": "港口大橋耗資4000萬歐元",
    "inLanguage": "zh-Hant",
    "datePublished": "2025-12-10T08:00:00+08:00",
    "author": {"@type": "Organization", "name": "查核站", "url": "https://check.example"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 2,
        "bestRating": "5",
        "worstRating": 1.5,
        "alternateName": "部分錯誤",
        "ratingExplanation": "帳單說的是5500萬。",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "林可循"},
        "datePublished": "2025-12-08",
        "firstAppearance": {
            "@type": "CreativeWork",
            "url": "https://www.harbour.example/1",
            "datePublished": "2025-12-09",
        },
        "appearance": ["https://other.example/2"],
    },
}


def read(document: object) -> list[Row | BadRow]:
    data = json.dumps(document, ensure_ascii=False).encode()
    return list(read_reviews(io.BytesIO(data), "feed.json", today=TODAY))


def test_a_fact_check_is_a_statement_and_a_verdict() -> None:
    (row,) = read(REVIEW)
    assert isinstance(row, Row)
    said, review = row.statement, row.review
    assert (said.text, said.outlet, said.speaker) == (
        "港口大橋耗資4000萬歐元",
        "harbour.example",
        "林可循",
    )
    assert (said.said_on, said.published_on) == (date(2025, 12, 8), date(2025, 12, 9))
    assert (said.url, said.language) == ("https://www.harbour.example/1", "zh-Hant")
    assert review is not None
    assert (review.publisher, review.rating) == ("查核站", "部分錯誤")
    assert (review.value, review.best, review.worst) == ("2", "5", "1.5")
    assert (review.url, review.published_on) == ("https://check.example/7", date(2025, 12, 10))
    assert review.reason == "帳單說的是5500萬。"


@pytest.mark.parametrize(
    "wrapped",
    [
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"@type": "DataFeed", "dataFeedElement": {"@type": "DataFeedItem", "item": REVIEW}},
        {**REVIEW, "@type": ["http://schema.org/ClaimReview", "Review"]},
        {**REVIEW, "author": [REVIEW["author"]], "itemReviewed": [REVIEW["itemReviewed"]]},
    ],
    ids=["array", "graph", "feed", "feed of one", "types", "lists of one"],
)
def test_it_is_the_same_however_it_is_wrapped(wrapped: object) -> None:
    (row,), (plain,) = read(wrapped), read(REVIEW)
    assert isinstance(row, Row)
    assert isinstance(plain, Row)
    assert (row.statement, row.review) == (plain.statement, plain.review)


def test_where_it_appeared_is_told_by_what_the_file_says() -> None:
    claims: list[dict[str, Any]] = [
        {"appearance": [{"url": "https://a.example/1", "publisher": {"name": "The Tideline"}}]},
        {"appearance": "https://www.b.example/2"},
        {},
    ]
    outlets = [
        row.statement.outlet
        for row in read([{**REVIEW, "itemReviewed": claim} for claim in claims])
        if isinstance(row, Row)
    ]
    assert outlets == ["The Tideline", "b.example", "查核站"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"claimReviewed": " "}, "claimReviewed"),
        ({"claimReviewed": {"a": 1}}, "claimReviewed"),
        ({"reviewRating": {}}, "rating"),
        ({"reviewRating": None}, "rating"),
        ({"datePublished": "last week"}, "published_on"),
        ({"claimReviewed": "x\0y"}, "text"),
        ({"author": {}, "url": None, "itemReviewed": {}}, "author"),
    ],
)
def test_a_fault_is_a_row_that_names_its_field(changed: dict[str, Any], field: str) -> None:
    good, bad = read([REVIEW, {**REVIEW, **changed}])
    assert isinstance(good, Row)
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.field) == (2, field)
    assert json.loads(bad.raw)["@type"] == "ClaimReview"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is not JSON"),
        (b"{}", "holds no ClaimReview"),
        (b"[" * 200_000, "is not JSON"),
        (b"\xff", "is not text"),
        (b'[{"a": 1' + b"0" * 5_000 + b"}]", "is not JSON|holds no ClaimReview"),
    ],
    ids=["empty", "another thing", "deep", "bytes", "a long number"],
)
def test_a_file_that_is_none_is_refused_in_one_line(data: bytes, fault: str) -> None:
    with pytest.raises(UnreadableFile, match=fault):
        list(read_reviews(io.BytesIO(data), "feed.json", today=TODAY))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REVIEW, *REVIEW["itemReviewed"], "name", "@graph", "item"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(fields=st.dictionaries(st.sampled_from(list(REVIEW)), _JSON, max_size=5))
def test_whatever_stands_in_it_it_is_a_row_or_a_fault(fields: dict[str, Any]) -> None:
    rows = read([{**REVIEW, **fields, "@type": "ClaimReview"}])
    assert len(rows) == 1
