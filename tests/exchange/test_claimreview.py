"""ClaimReview out: the exact names, what is required, and what a JSON-LD processor makes of it."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from ledger.exchange.claimreview import (
    Appearance,
    Review,
    as_claimreview,
    claimreview_text,
    missing,
)

SCHEMA = "https://schema.org/"
REVIEW = Review(
    claim="港口大橋耗資4000萬歐元",
    url="https://quay.example/7",
    publisher="The Quay",
    publisher_url="https://quay.example",
    rating="部分錯誤",
    value="2",
    best="3",
    worst="1",
    explanation="帳單說的是5500萬。",
    published_on=date(2025, 12, 10),
    language="zh-Hant",
    claimant=("林可循", True),
    said_on=date(2025, 12, 8),
    appearances=(
        Appearance("https://harbour.example/1", "霧港財經", date(2025, 12, 9)),
        Appearance("https://tideline.example/2", "The Tideline", None),
    ),
)
VOCABULARY: dict[str, set[str]] = {
    "ClaimReview": {
        *("url", "claimReviewed", "inLanguage", "datePublished", "author", "reviewRating"),
        "itemReviewed",
    },
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Claim": {"author", "datePublished", "firstAppearance", "appearance"},
    "CreativeWork": {"url", "publisher", "datePublished"},
    "Organization": {"name", "url"},
    "Person": {"name"},
}
"""The properties used, by type, all of them schema.org's and, of ClaimReview, Google's."""


def test_the_object_holds_googles_names_and_nothing_else() -> None:
    made = as_claimreview(REVIEW)
    assert made["@context"] == "https://schema.org"
    _check(made)
    assert made["itemReviewed"]["appearance"] == [
        {
            "@type": "CreativeWork",
            "url": "https://tideline.example/2",
            "publisher": {"@type": "Organization", "name": "The Tideline"},
        }
    ]
    assert made["reviewRating"]["ratingValue"] == 2


def _check(node: dict[str, Any]) -> None:
    known = VOCABULARY[node["@type"]]
    for name, value in node.items():
        assert name.startswith("@") or name in known, (node["@type"], name)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                _check(inner)


def _offline(url: str, _options: object) -> dict[str, object]:
    """Schema.org's own context, of which only the vocabulary matters here."""
    assert url.rstrip("/") == "https://schema.org"
    context = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}}}
    return {"contextUrl": None, "documentUrl": url, "document": context}


def expanded(text: str) -> list[dict[str, Any]]:
    found = jsonld.expand(json.loads(text), {"documentLoader": _offline})
    assert isinstance(found, list)
    return found


def test_a_json_ld_processor_reads_the_same() -> None:
    (node,) = expanded(claimreview_text([REVIEW]))
    assert node["@type"] == [f"{SCHEMA}ClaimReview"]
    assert node[f"{SCHEMA}url"] == [{"@id": "https://quay.example/7"}]
    (rating,) = node[f"{SCHEMA}reviewRating"]
    assert rating[f"{SCHEMA}alternateName"] == [{"@value": "部分錯誤"}]
    assert rating[f"{SCHEMA}ratingValue"] == [{"@value": 2}]
    (claim,) = node[f"{SCHEMA}itemReviewed"]
    (author,) = claim[f"{SCHEMA}author"]
    assert author[f"{SCHEMA}name"] == [{"@value": "林可循"}]
    (first,) = claim[f"{SCHEMA}firstAppearance"]
    assert first[f"{SCHEMA}url"] == [{"@id": "https://harbour.example/1"}]


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(list('"\\<>&\x1b\u202e\u2028=@#{}[]港')),
    max_size=40,
)


@given(claim=_TEXT, rating=_TEXT, reason=_TEXT, name=_TEXT)
def test_hostile_text_is_text_to_a_json_ld_processor(
    claim: str, rating: str, reason: str, name: str
) -> None:
    review = Review(claim, "https://quay.example/7", name, None, rating, explanation=reason)
    (node,) = expanded(claimreview_text([review]))
    (rated,) = node[f"{SCHEMA}reviewRating"]
    assert node[f"{SCHEMA}claimReviewed"] == [{"@value": claim}]
    assert rated[f"{SCHEMA}alternateName"] == [{"@value": rating}]
    assert rated[f"{SCHEMA}ratingExplanation"] == [{"@value": reason}]


def test_what_is_unknown_is_left_out() -> None:
    bare = Review("The pier is shut", "https://quay.example/7", None, None, "Unproven")
    assert as_claimreview(bare) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://quay.example/7",
        "claimReviewed": "The pier is shut",
        "reviewRating": {"@type": "Rating", "alternateName": "Unproven"},
        "itemReviewed": {"@type": "Claim"},
    }


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"claim": "x" * 74}, None),
        ({"claim": "x" * 75}, "75 characters"),
        ({"claim": "【部分錯誤】港口大橋"}, "holds the rating"),
        ({"claim": "部分錯誤的帳單"}, None),
        ({"claim": "False: the pier", "rating": "False"}, "holds the rating"),
        ({"claim": "False teeth", "rating": "False"}, None),
        ({"url": None}, "url is missing"),
        ({"publisher": None}, "author is missing"),
    ],
)
def test_what_is_required_is_checked(changed: dict[str, Any], fault: str | None) -> None:
    from dataclasses import replace

    found = missing(replace(REVIEW, **changed))
    assert len(found) == (0 if fault is None else 1)
    assert fault is None or fault in found[0]
