"""One spelling of a row, so that its digest is the same on every database and every machine."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import chain

import orjson

_SPELLED_ALIKE = frozenset({type(None), bool, int, str, date, float})
"""Types that orjson, eight times as quick, spells as ``canonical`` does."""
_PLAIN_FLOATS = 1e-4, 1e15
"""So are floats of this size and 0; others the two give different exponents."""
_SEAL = 32
"""Hexadecimal digits of a seal: 128 bits."""


def canonical(value: object) -> str:
    """JSON with sorted keys and no spare space; dates in ISO 8601, instants in UTC.

    Raises:
        TypeError: for a value that is not a JSON value, a date or an instant.
    """
    return _ENCODER.encode(value)


def digest(row: Mapping[str, object]) -> str:
    """The first 128 bits of the SHA-256 of a row, in hex: one row's seal inside an entry."""
    plain = row if type(row) is dict else dict(row)
    if _spelled_alike(plain.values()):
        return plain_seal(plain, orjson.OPT_SORT_KEYS)
    return _seal(plain)


def block_digest(rows: Sequence[Sequence[object]]) -> str:
    """The seal of many rows as one: what stands in each, sorted by the names of the columns."""
    if _spelled_alike(list(chain.from_iterable(rows))):
        return plain_seal(rows)
    return _seal(rows)


def plain_seal(value: object, option: int = 0) -> str:
    """The seal of a row, its names sorted, or of many rows, with no float and no instant in them.

    Args:
        value: what orjson spells as ``canonical`` does.
        option: how orjson is to spell it.
    """
    try:
        spelled = orjson.dumps(value, option=option)
    except orjson.JSONEncodeError:  # half a character, or an integer of many digits
        return _seal(value)
    return sha256_of(spelled)[:_SEAL]


def _seal(value: object) -> str:
    return sha256(canonical(value))[:_SEAL]


def _spelled_alike(values: Collection[object]) -> bool:
    """Whether orjson spells each of these as ``canonical`` does."""
    types = set(map(type, values))
    return types <= _SPELLED_ALIKE and (float not in types or _plain_floats(values))


def _plain_floats(values: Collection[object]) -> bool:
    """Whether no float is so large or so small that it is spelled with an exponent."""
    least, most = _PLAIN_FLOATS
    floats = [abs(value) for value in values if type(value) is float]
    return all(size == 0 or least <= size < most for size in floats)


def sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex."""
    return sha256_of(text.encode())


def sha256_of(content: bytes) -> str:
    """SHA-256 of bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def instant(moment: datetime) -> str:
    """An instant in UTC to the microsecond, as the journal spells it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def as_json(value: object) -> object:
    """A value as JSON holds it: days and instants as text, all else as it is."""
    if isinstance(value, datetime):
        return instant(value)
    return value.isoformat() if isinstance(value, date) else value


def _plain(value: object) -> object:
    if isinstance(value, date):
        return as_json(value)
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
)
