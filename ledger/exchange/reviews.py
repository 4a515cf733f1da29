"""Fact-checks of others: ClaimReview and its feeds, read into statements and verdicts.

Understood are one ClaimReview, an array or an ``@graph`` of them, and the Data Commons feed: a
``DataFeed`` of items that hold one or several. Each claim becomes a statement of whoever made it,
published where it appeared, or else by the fact-checker who reports it; each rating a verdict of
that publisher, its label kept as written.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from ledger.errors import BadRow, InvalidField, OtherEncoding, UnreadableFile
from ledger.exchange.encodings import ASIAN
from ledger.exchange.rows import Row, Source
from ledger.model import NewReview

MAX_BYTES = 1_000_000_000
"""Largest feed; that of Data Commons is a tenth of it."""

Object = Mapping[str, Any]


def read_reviews(stream: BinaryIO, name: str, *, today: date) -> Iterator[Row | BadRow]:
    """Read fact-checks; a fault in one of them comes as a value among them.

    Args:
        stream: the file, opened for bytes.
        name: what messages call the file.
        today: the day by which messages spell out a date written without a year.

    Raises:
        UnreadableFile: when it is not JSON, or holds no ClaimReview.
    """
    source = Source(name, today)
    found = 0
    for found, review in enumerate(_reviews(_document(stream, name)), start=1):
        yield _row(source, found, review)
    if not found:
        raise UnreadableFile(name, "holds no ClaimReview")


def _document(stream: BinaryIO, name: str) -> object:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(name, f"is larger than {MAX_BYTES:,} bytes")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise OtherEncoding(name, "UTF-8", line, ASIAN) from fault
    except json.JSONDecodeError as fault:
        reason = f"is not JSON: {fault.msg.lower()} at line {fault.lineno}"
        raise UnreadableFile(name, reason) from fault
    except (RecursionError, ValueError) as fault:
        raise UnreadableFile(name, "is not JSON a program can read") from fault


def _reviews(document: object) -> Iterator[Object]:
    """Every ClaimReview, in the order of the file, however it is wrapped."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if "ClaimReview" in _texts(node.get("@type")):
                yield node
            else:
                wrapped = ("@graph", "dataFeedElement", "item")
                waiting += [node[key] for key in reversed(wrapped) if key in node]


def _row(source: Source, number: int, review: Object) -> Row | BadRow:
    raw = json.dumps(review, ensure_ascii=False)
    claim = _object(review.get("itemReviewed"))
    publisher, place = _object(review.get("author")), _appearance(claim)
    url = _text(review.get("url"))
    outlet = _outlet(place) or _text(publisher.get("name")) or _host(url)
    fields = {
        "text": _text(review.get("claimReviewed")) or _text(claim.get("name")),
        "outlet": outlet,
        "speaker": _text(_object(claim.get("author")).get("name")),
        "said_on": _day(claim.get("datePublished")),
        "published_on": _day(place.get("datePublished")),
        "url": _text(place.get("url")) or url,
        "language": _text(review.get("inLanguage")),
        "claim": _text(review.get("claimReviewed")),
    }
    missing = next((key for key in ("text", "outlet") if fields[key] is None), None)
    if missing is not None:
        named = "claimReviewed" if missing == "text" else "author"
        return source.bad(number, "is missing", raw, named)
    row = source.row(number, fields, raw)
    if isinstance(row, BadRow):
        return row
    try:
        return Row(row.line, row.statement, _review(review, publisher, outlet or ""))
    except InvalidField as fault:
        return source.bad(number, fault.reason, raw, fault.field)


def _review(review: Object, publisher: Object, outlet: str) -> NewReview:
    rating = _object(review.get("reviewRating"))
    value = _text(rating.get("ratingValue"))
    return NewReview.checked(
        {
            "publisher": _text(publisher.get("name")) or outlet,
            "rating": _text(rating.get("alternateName")) or _text(rating.get("name")) or value,
            "value": value,
            "best": _text(rating.get("bestRating")),
            "worst": _text(rating.get("worstRating")),
            "reason": _text(rating.get("ratingExplanation")) or _text(review.get("reviewBody")),
            "url": _text(review.get("url")),
            "published_on": _day(review.get("datePublished")),
        }
    )


def _appearance(claim: Object) -> Object:
    """Where a claim first appeared, or else appeared: a work, or a bare link."""
    for key in ("firstAppearance", "appearance"):
        value = claim.get(key)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str):
            return {"url": first}
        if isinstance(first, dict):
            return first
    return {}


def _outlet(place: Object) -> str | None:
    publisher = _object(place.get("publisher")) or _object(place.get("author"))
    return _text(publisher.get("name")) or _host(_text(place.get("url")))


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return str(host).removeprefix("www.") if host else None


def _object(value: object) -> Object:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str | None:
    """A value as text; numbers as they are written."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one.rpartition("/")[2] for one in values if isinstance(one, str)]


def _day(value: object) -> str | None:
    """The day of a date or an instant in ISO 8601; anything else as it is, to be refused."""
    written = _text(value)
    return written.partition("T")[0] if written is not None else None
