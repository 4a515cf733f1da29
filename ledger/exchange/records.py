"""Casework in JSON Lines: what people made of statements, one object with a ``kind`` per line.

Statements carry no ``kind`` and stand first. Records name statements by id, claims by the wording
the file gives them, conflicts by their two statements: numbers mean something in one ledger only.
A claim without statements has a record of its own, which says what the file calls it.
"""

import json
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from ledger.errors import InvalidField
from ledger.model import MAX_LINE, MAX_TEXT, RatingScale
from ledger.store.journal.canonical import as_json

Fields = Mapping[str, Any]

KINDS: Mapping[str, str] = {
    "policy": "name:line value:text",
    "scale": "content:scale",
    "outlet": "name:line role:line? aliases:lines",
    "speaker": "name:line role:line? aliases:lines",
    "document": "id:hash outlet:line url:line? title:line? published_on:day? language:line? "
    "text:long?",
    "place": "statement:hash document:hash start:count end:count",
    "copy": "content:base64",
    "claim": "called:line wording:line topic:line? live:flag",
    "wording": "claim:line wording:line",
    "note": "claim:line text:text by:line at:moment",
    "link": "a:line b:line how:complement|part_of|same_event|merged",
    "conflict": "a:hash b:hash claim:line relation:agree|disagree|not_comparable code:line "
    "explanation:text parts:parts state:noted|open|assigned|decided|reopened live:flag "
    "assignee:line?",
    "question": "statement:hash claim:line score:score state:open|same|different",
    "vote": "a:hash b:hash answer:line because:line? reason:text? by:line at:moment "
    "state:waiting|agreed|dissent",
    "decision": "id:hash a:hash? b:hash? statement:hash? claim:line? asked:flag answer:line "
    "because:line? reason:text? by:line at:moment supersedes:hash?",
    "forecast": "statement:hash due_on:day outcome:came_true|partly|did_not|cannot_tell? "
    "settled_by:hash? reason:text?",
    "verdict": "id:hash claim:line scale:line rating:line value:line? best:line? worst:line? "
    "reason:text? short:line? url:line? publisher:line? published_on:day? by:line at:moment "
    "evidence:evidence",
}
"""The fields of each kind in the order they are written; ``?`` marks those that may be missing."""

EVIDENCE = ("statement", "document", "url", "saved_as", "sha256")
"""What one piece of evidence may name."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record and the line it stands on; days and moments are read."""

    line: int
    kind: str
    fields: Fields


def record_fields(kind: str, fields: Fields) -> dict[str, Any]:
    """The fields of a record, checked and read, every one of its kind present.

    Raises:
        InvalidField: for an unknown kind, and naming the field that is wrong.
    """
    if kind not in KINDS:
        raise InvalidField("kind", f"'{kind}' is none of {', '.join(KINDS)}")
    forms = _forms(kind)
    for name in fields:
        if name not in forms:
            raise InvalidField(name, f"is not a field of a {kind}")
    return {name: _read(name, form, fields.get(name)) for name, form in forms.items()}


@cache
def _forms(kind: str) -> Mapping[str, str]:
    pairs = (field.partition(":") for field in KINDS[kind].split())
    return {name: form for name, _, form in pairs}


def _read(name: str, form: str, value: object) -> Any:  # noqa: ANN401 - as many types as forms
    if value is None:
        if form.endswith("?"):
            return None
        raise InvalidField(name, "is missing")
    form = form.removesuffix("?")
    try:
        return _READERS[form](value) if form in _READERS else _one_of(form, value)
    except _UNFIT as fault:
        raise InvalidField(
            name, f"is not what stands there: {_EXPECTED.get(form, form)}"
        ) from fault


_UNFIT = (
    *(ValueError, TypeError, LookupError, AttributeError),
    *(ArithmeticError, RecursionError),  # an infinite count, brackets nested without end
)
_EXPECTED = {
    "hash": "a SHA-256 in hexadecimal",
    "day": "a day such as 2026-03-14",
    "moment": "a moment such as 2026-03-14T09:30:00+00:00",
    "line": f"text of at most {MAX_LINE:,} characters",
    "text": f"text of at most {MAX_TEXT:,} characters",
    "flag": "true or false",
    "count": "a whole number",
    "score": "a number from 0 to 1",
}
_HASH = re.compile("[0-9a-f]{64}")


def _one_of(form: str, value: object) -> str:
    if value not in form.split("|"):
        raise ValueError
    return str(value)


def _written(most: int) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or len(value) > most or "\0" in value:
            raise ValueError
        value.encode()  # half a character cannot be stored
        return value

    return read


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_line(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment.astimezone(UTC)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise ValueError
    return int(value)


def _score(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError
    return float(value)


def _lines(value: object) -> list[str]:
    if not isinstance(value, list) or not value:
        raise ValueError
    return [_line(each) for each in value]


def _scale(value: object) -> str:
    written = _text(value)
    RatingScale.checked(json.loads(written))
    return written


def _parts(value: object) -> str:
    """The aligned parts of a relation, as JSON in a text."""
    written = _long(value)
    for part in json.loads(written):
        spans = (part["a"], part["b"])
        if not all(isinstance(end, int) for span in spans for end in span):
            raise ValueError
        if any(len(span) != len(spans) for span in spans):
            raise ValueError
        _line(part["code"]), _line(part["relation"])
    return written


def _base64(value: object) -> str:
    written = _long(value)
    b64decode(written, validate=True)
    return written


def _evidence(value: object) -> list[dict[str, str]]:
    if not isinstance(value, list):
        raise TypeError
    for piece in value:
        if not piece or not set(piece) <= set(EVIDENCE):
            raise ValueError
    return [{name: _line(said) for name, said in piece.items()} for piece in value]


_line, _text, _long = _written(MAX_LINE), _written(MAX_TEXT), _written(30_000_000)
_READERS: Mapping[str, Callable[[object], Any]] = {
    "base64": _base64,
    "count": _count,
    "day": lambda value: date.fromisoformat(_line(value)),
    "evidence": _evidence,
    "flag": _flag,
    "hash": _hash,
    "line": _line,
    "lines": _lines,
    "long": _long,
    "moment": _moment,
    "parts": _parts,
    "scale": _scale,
    "score": _score,
    "text": _text,
}


def as_record(kind: str, fields: Fields) -> dict[str, Any]:
    """A record as it is written: its kind, then its fields in order, missing ones left out."""
    told = {name: as_json(fields.get(name)) for name in _forms(kind)}
    return {"kind": kind, **{name: value for name, value in told.items() if value is not None}}
