"""One spelling of a row, so that its digest is the same on every database and every machine."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime

import orjson

_SPELLED_ALIKE = frozenset({type(None), bool, int, str, date})
"""Types that orjson, eight times as quick, spells as ``canonical`` does; floats are not."""


def canonical(value: object) -> str:
    """JSON with sorted keys and no spare space; dates in ISO 8601, instants in UTC.

    Raises:
        TypeError: for a value that is not a JSON value, a date or an instant.
    """
    return _ENCODER.encode(value)


def digest(row: Mapping[str, object]) -> str:
    """The first 128 bits of the SHA-256 of a row, in hex: one row's seal inside an entry."""
    if _SPELLED_ALIKE.issuperset(map(type, row.values())):
        with suppress(orjson.JSONEncodeError):  # half a character, or an integer of many digits
            spelled = orjson.dumps(dict(row), option=orjson.OPT_SORT_KEYS)
            return hashlib.sha256(spelled).hexdigest()[:32]
    return sha256(canonical(dict(row)))[:32]


def sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def sha256_of(content: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def instant(moment: datetime) -> str:
    """An instant in UTC to the microsecond, as the journal spells it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
)
