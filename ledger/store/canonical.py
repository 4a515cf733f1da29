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


def canonical(value: object) -> str:
    """JSON with sorted keys and no spare space; dates in ISO 8601, instants in UTC.

    Raises:
        TypeError: for a value that is not a JSON value, a date or an instant.
    """
    return _ENCODER.encode(value)


def digest(row: Mapping[str, object]) -> str:
    """The first 128 bits of the SHA-256 of a row, in hex: one row's seal inside an entry."""
    types = set(map(type, row.values()))
    plain = row if type(row) is dict else dict(row)
    if types <= _SPELLED_ALIKE and (float not in types or _plain_floats(row.values())):
        try:
            spelled = orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)
        except orjson.JSONEncodeError:  # half a character, or an integer of many digits
            return sha256(canonical(plain))[:32]
        return hashlib.sha256(spelled).hexdigest()[:32]
    return sha256(canonical(plain))[:32]


def plain_digest(row: dict[str, object]) -> str:
    """The digest of a row whose names are sorted and that holds no float and no instant."""
    try:
        return hashlib.sha256(orjson.dumps(row)).hexdigest()[:32]
    except orjson.JSONEncodeError:  # half a character, or an integer of many digits
        return digest(row)


def plain_block_digest(rows: Sequence[Sequence[object]]) -> str:
    """The seal of many rows as one, none of which holds a float or an instant."""
    try:
        return hashlib.sha256(orjson.dumps(rows)).hexdigest()[:32]
    except orjson.JSONEncodeError:  # half a character, or an integer of many digits
        return sha256(canonical(rows))[:32]


def block_digest(rows: Sequence[Sequence[object]]) -> str:
    """The seal of many rows as one: what stands in each, sorted by the names of the columns."""
    types = set(map(type, chain.from_iterable(rows)))
    if types <= _SPELLED_ALIKE and (
        float not in types or _plain_floats(list(chain.from_iterable(rows)))
    ):
        return plain_block_digest(rows)
    return sha256(canonical(rows))[:32]


def _plain_floats(values: Collection[object]) -> bool:
    """Whether no float is so large or so small that it is spelled with an exponent."""
    least, most = _PLAIN_FLOATS
    floats = [abs(value) for value in values if type(value) is float]
    return all(size == 0 or least <= size < most for size in floats)


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
