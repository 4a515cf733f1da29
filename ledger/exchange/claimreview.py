"""ClaimReview: verdicts as JSON-LD, with schema.org's names as Google documents them.

Required: ``claimReviewed``, ``reviewRating.alternateName`` and ``url``. Recommended: ``author``,
``datePublished``, ``itemReviewed`` (a ``Claim`` with ``author``, ``datePublished``,
``firstAppearance``, ``appearance``) and the rating's numbers. See
https://developers.google.com/search/docs/appearance/structured-data/factcheck.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

CONTEXT = "https://schema.org"
MAX_CLAIM = 75
"""Characters from which ``claimReviewed`` is too long to be shown, in Google's words."""

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a claim was made."""

    url: str | None
    outlet: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Review:
    """One verdict, ready to be published.

    Attributes:
        claim: the claim in few words, without the rating.
        url: where the verdict is published.
        publisher: whose verdict it is.
        publisher_url: the publisher's address on the web.
        rating: the label as written.
        value: the number for it; ``None`` where the label has none.
        best: the scale's highest number.
        worst: its lowest.
        explanation: why.
        published_on: the day the verdict was published.
        language: BCP 47 tag of the claim.
        claimant: who made the claim, and whether that is a person.
        said_on: the day it was first made.
        appearances: where it was made, the first in front.
    """

    claim: str
    url: str | None
    publisher: str | None
    publisher_url: str | None
    rating: str
    value: str | None = None
    best: str | None = None
    worst: str | None = None
    explanation: str | None = None
    published_on: date | None = None
    language: str | None = None
    claimant: tuple[str, bool] | None = None
    said_on: date | None = None
    appearances: Sequence[Appearance] = ()


def as_claimreview(review: Review) -> Object:
    """One verdict as a JSON-LD object; what is unknown is left out."""
    rating = {
        "@type": "Rating",
        "ratingValue": _number(review.value),
        "bestRating": _number(review.best),
        "worstRating": _number(review.worst),
        "alternateName": review.rating,
        "ratingExplanation": review.explanation,
    }
    places = [_appearance(place) for place in review.appearances]
    claim = {
        "@type": "Claim",
        "author": _author(review.claimant),
        "datePublished": _day(review.said_on),
        "firstAppearance": places[0] if places else None,
        "appearance": places[1:] or None,
    }
    publisher = {"@type": "Organization", "name": review.publisher, "url": review.publisher_url}
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": review.url,
            "claimReviewed": review.claim,
            "inLanguage": review.language,
            "datePublished": _day(review.published_on),
            "author": _known(publisher) if review.publisher else None,
            "reviewRating": _known(rating),
            "itemReviewed": _known(claim),
        }
    )


def claimreview_text(reviews: Iterable[Review]) -> str:
    """Verdicts as one JSON-LD document: an array with one object for each verdict."""
    objects = [as_claimreview(review) for review in reviews]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def missing(review: Review) -> list[str]:
    """What a verdict lacks to be ClaimReview, a sentence each."""
    faults = []
    if not review.url:
        faults.append("url is missing; give the verdict again with --url")
    if len(review.claim) >= MAX_CLAIM:
        faults.append(
            f"claimReviewed has {len(review.claim)} characters, not under {MAX_CLAIM}; "
            "give the verdict again with --short"
        )
    if _names_rating(review):
        faults.append("claimReviewed holds the rating; give the verdict again with --short")
    if not review.publisher:
        faults.append("author is missing; say who you are with 'factledger policy publisher NAME'")
    return faults


def _names_rating(review: Review) -> bool:
    """Whether a claim is headed by its rating, as in 【錯誤】 or ``False:``."""
    head = review.claim.strip().lstrip("[【(（").casefold()
    rating = review.rating.casefold()
    return head.startswith(rating) and head[len(rating) : len(rating) + 1] in set("]】)）:：")


def _appearance(place: Appearance) -> Object:
    return _known(
        {
            "@type": "CreativeWork",
            "url": place.url,
            "publisher": {"@type": "Organization", "name": place.outlet},
            "datePublished": _day(place.published_on),
        }
    )


def _author(claimant: tuple[str, bool] | None) -> Object | None:
    if claimant is None:
        return None
    name, is_person = claimant
    return {"@type": "Person" if is_person else "Organization", "name": name}


def _number(written: str | None) -> int | float | str | None:
    """A number of a rating as JSON has it; what is none stays as written."""
    if written is None:
        return None
    try:
        return int(written)
    except ValueError:
        return written


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _known(fields: Object) -> Object:
    return {name: value for name, value in fields.items() if value is not None}
