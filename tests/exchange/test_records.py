"""Records of casework: what is written is read back; what is not one is refused in one line."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import BadRow, InvalidField
from ledger.exchange.jsonl import json_line, read_jsonl
from ledger.exchange.records import KINDS, Record, as_record, record_fields

TODAY = date(2025, 12, 15)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
HASH = st.text("0123456789abcdef", min_size=64, max_size=64)
FORMS: dict[str, st.SearchStrategy[Any]] = {
    "base64": st.sampled_from(["", "QUJD"]),
    "count": st.integers(0, 10**6),
    "day": st.dates(),
    "evidence": st.lists(st.fixed_dictionaries({"url": TEXT, "sha256": TEXT}), max_size=2),
    "flag": st.booleans(),
    "hash": HASH,
    "line": TEXT,
    "lines": st.lists(TEXT, min_size=1, max_size=3),
    "long": TEXT,
    "moment": st.datetimes(timezones=st.just(UTC)),
    "parts": st.just('[{"a": [0, 2], "b": [1, 3], "code": "polarity", "relation": "disagree"}]'),
    "scale": st.just('{"name": "own", "title": "Own", "ratings": [{"label": "Wrong"}]}'),
    "score": st.floats(0, 1),
    "text": TEXT,
}


@st.composite
def records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    kind = draw(st.sampled_from(sorted(KINDS)))
    fields = {}
    for field in KINDS[kind].split():
        name, _, form = field.partition(":")
        bare = form.removesuffix("?")
        value = FORMS[bare] if bare in FORMS else st.sampled_from(bare.split("|"))
        fields[name] = draw(value | st.none() if form.endswith("?") else value)
    return kind, fields


def read(*lines: str) -> list[object]:
    return list(read_jsonl(BytesIO("\n".join(lines).encode()), "in.jsonl", today=TODAY))


@given(record=records())
def test_what_is_written_is_read_back(record: tuple[str, dict[str, Any]]) -> None:
    kind, fields = record
    assert read(json_line(as_record(kind, fields))) == [Record(1, kind, fields)]


NOTE = {"kind": "note", "claim": "c", "text": "t", "by": "jo", "at": "2025-01-01T00:00:00+00:00"}
FORECAST = {"kind": "forecast", "statement": "ab" * 32, "due_on": "2026-01-01"}
VERDICT = {
    "kind": "verdict",
    "id": "ab" * 32,
    "claim": "c",
    "scale": "house",
    "rating": "Wrong",
    "by": "jo",
    "at": "2025-01-01T00:00:00+00:00",
    "evidence": [],
}
CONFLICT = {
    "kind": "conflict",
    "a": "ab" * 32,
    "b": "cd" * 32,
    "claim": "c",
    "relation": "disagree",
    "code": "polarity",
    "explanation": "e",
    "parts": "[]",
    "state": "open",
    "live": True,
}


@pytest.mark.parametrize(
    ("row", "changed", "field"),
    [
        pytest.param(NOTE, {"kind": "rumour"}, "kind", id="no such kind"),
        pytest.param(NOTE, {"kind": ["note"]}, "kind", id="a kind that is no text"),
        pytest.param(NOTE, {"colour": "red"}, "colour", id="no such field"),
        pytest.param(NOTE, {"by": None}, "by", id="a field that is missing"),
        pytest.param(NOTE, {"by": 7}, "by", id="a name that is a number"),
        pytest.param(NOTE, {"by": "x\0"}, "by", id="what no database stores"),
        pytest.param(NOTE, {"text": "x" * 20_001}, "text", id="a text too long"),
        pytest.param(NOTE, {"at": "yesterday"}, "at", id="no moment"),
        pytest.param(NOTE, {"at": "2025-01-01T00:00:00"}, "at", id="a moment of nowhere"),
        pytest.param(FORECAST, {"due_on": "soon"}, "due_on", id="no day"),
        pytest.param(FORECAST, {"outcome": "perhaps"}, "outcome", id="no such outcome"),
        pytest.param(FORECAST, {"statement": "S1"}, "statement", id="a number of some ledger"),
        pytest.param(CONFLICT, {"live": "yes"}, "live", id="a flag in words"),
        pytest.param(CONFLICT, {"parts": "[1]"}, "parts", id="parts that are none"),
        pytest.param(CONFLICT, {"parts": '[{"a": 1}]'}, "parts", id="a part without spans"),
        pytest.param(CONFLICT, {"parts": "[" * 9999}, "parts", id="parts nested deep"),
        pytest.param(VERDICT, {"evidence": [{}]}, "evidence", id="evidence of nothing"),
        pytest.param(VERDICT, {"evidence": [{"x": "y"}]}, "evidence", id="evidence of what"),
        pytest.param(VERDICT, {"evidence": "S1"}, "evidence", id="evidence that is no list"),
    ],
)
def test_what_is_no_record_is_refused(
    row: dict[str, Any], changed: dict[str, Any], field: str
) -> None:
    (good,) = read(json.dumps(row))
    assert isinstance(good, Record)
    (bad,) = read(json.dumps({**row, **changed}))
    assert isinstance(bad, BadRow)
    assert bad.field == field


@given(
    kind=st.sampled_from(sorted(KINDS)),
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    ),
)
def test_nothing_but_a_plain_refusal_comes_of_any_value(kind: str, value: object) -> None:
    names = [field.partition(":")[0] for field in KINDS[kind].split()]
    with pytest.raises(InvalidField):
        record_fields(kind, {**dict.fromkeys(names, value), "more": value})
    with suppress(InvalidField):
        record_fields(kind, dict.fromkeys(names, value))


def test_moments_and_days_are_written_in_one_way() -> None:
    noon = datetime(2025, 1, 1, 12, tzinfo=UTC)
    said = {"claim": "c", "text": "t", "by": "jo", "at": noon}
    assert as_record("note", said)["at"] == "2025-01-01T12:00:00.000000+00:00"


def test_a_statement_is_as_short_as_before_and_a_record_may_be_long() -> None:
    long = json.dumps({"text": "x" * 1_000_001, "outlet": "o"})
    copy = '{"kind": "copy", "content": "' + "QUJD" * 300_000 + '"}'
    refused, kept = read(long, copy)
    assert isinstance(refused, BadRow)
    assert refused.reason == "is longer than 1,000,000 bytes"
    assert isinstance(kept, Record)
