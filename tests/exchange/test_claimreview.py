"""ClaimReview out: the exact names, what is required, and what a JSON-LD processor makes of it."""

import json
from contextlib import suppress
from datetime import date
from typing import Any
from urllib.parse import urlsplit

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
TEXT, URL, DATE, NUMBER = "Text", "URL", "Date", "Number"
TYPES: dict[str, tuple[str | None, dict[str, tuple[str, ...]]]] = {
    "Thing": (None, {"name": (TEXT,), "alternateName": (TEXT,), "url": (URL,)}),
    "Organization": ("Thing", {}),
    "Person": ("Thing", {}),
    "CreativeWork": (
        "Thing",
        {
            "author": ("Organization", "Person"),
            "publisher": ("Organization", "Person"),
            "datePublished": (DATE,),
            "inLanguage": (TEXT,),
        },
    ),
    "Review": ("CreativeWork", {"itemReviewed": ("Thing",), "reviewRating": ("Rating",)}),
    "ClaimReview": ("Review", {"claimReviewed": (TEXT,)}),
    "Claim": (
        "CreativeWork",
        {"appearance": ("CreativeWork",), "firstAppearance": ("CreativeWork",)},
    ),
    "Rating": (
        "Thing",
        {
            "ratingValue": (NUMBER, TEXT),
            "bestRating": (NUMBER, TEXT),
            "worstRating": (NUMBER, TEXT),
            "ratingExplanation": (TEXT,),
        },
    ),
}
"""Schema.org's types with their parents, and the properties of each that may be met here with what
schema.org expects of their values; a type has the properties of its parents."""


def ancestry(name: str) -> list[str]:
    """A type and its parents."""
    parent = TYPES[name][0]
    return [name, *(ancestry(parent) if parent else ())]


def kinds(value: object) -> set[str]:
    """What schema.org calls a value."""
    if isinstance(value, dict):
        return set(ancestry(value["@type"]))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {NUMBER}
    assert isinstance(value, str)
    found = {TEXT}
    if urlsplit(value).scheme in {"http", "https"} and urlsplit(value).netloc:
        found.add(URL)
    with suppress(ValueError):
        date.fromisoformat(value)
        found.add(DATE)
    return found


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
    expected: dict[str, tuple[str, ...]] = {}
    for name in ancestry(node["@type"]):
        expected |= TYPES[name][1]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        assert name in expected, f"{node['@type']} has no property {name}"
        for inner in value if isinstance(value, list) else [value]:
            assert kinds(inner) & set(expected[name]), (node["@type"], name, inner)
            if isinstance(inner, dict):
                _check(inner)


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Claim", "claimReviewed": "of a review"},
        {"@type": "ClaimReview", "url": "not an address"},
        {"@type": "ClaimReview", "datePublished": "10 December"},
        {"@type": "ClaimReview", "author": "a name alone"},
        {"@type": "ClaimReview", "reviewRating": {"@type": "Claim"}},
    ],
)
def test_the_vocabulary_can_tell(wrong: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        _check(wrong)


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
