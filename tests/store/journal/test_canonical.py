"""One spelling of a row: the same seal on every database and every machine."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.journal.canonical import (
    block_digest,
    canonical,
    digest,
    instant,
    plain_seal,
    sha256,
)

NOON = datetime(2025, 12, 15, 12, 0, 0, 250, tzinfo=UTC)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param({"b": 1, "a": 2}, '{"a":2,"b":1}', id="keys are sorted"),
        pytest.param({"a": "川普 “x”"}, '{"a":"川普 “x”"}', id="text stays true text"),
        pytest.param({"a": "\x1b\n"}, '{"a":"\\u001b\\n"}', id="controls are escaped"),
        pytest.param([1, 1.0, None, True], "[1,1.0,null,true]", id="a float is not an integer"),
        pytest.param({"a": date(2025, 12, 1)}, '{"a":"2025-12-01"}', id="a day"),
        pytest.param({"a": NOON}, '{"a":"2025-12-15T12:00:00.000250+00:00"}', id="an instant"),
        pytest.param({}, "{}", id="nothing"),
    ],
)
def test_a_value_has_one_spelling(value: object, written: str) -> None:
    assert canonical(value) == written


@given(st.dictionaries(st.text(), VALUES | st.dates(), max_size=5))
def test_a_seal_is_the_digest_of_that_spelling(row: dict[str, Any]) -> None:
    assert digest(row) == sha256(canonical(row))[:32]


@given(st.lists(st.tuples(st.text(), VALUES | st.dates())))
def test_the_seal_of_a_block_is_the_digest_of_that_spelling(rows: list[tuple[object, ...]]) -> None:
    assert block_digest(rows) == sha256(canonical(rows))[:32]


@given(st.lists(st.tuples(st.text(), st.none() | st.booleans() | st.integers() | st.dates())))
def test_a_block_without_floats_and_instants_has_the_same_seal(
    rows: list[tuple[object, ...]],
) -> None:
    assert plain_seal(rows) == block_digest(rows)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_the_order_of_columns_does_not_matter(row: dict[str, Any]) -> None:
    turned = dict(reversed(row.items()))
    assert canonical(turned) == canonical(row)
    assert digest(turned) == digest(row)
    assert json.loads(canonical(row)) == row


@given(st.integers(-23, 23))
def test_an_instant_is_the_same_in_every_time_zone(hours: int) -> None:
    there = NOON.astimezone(timezone(timedelta(hours=hours)))
    assert instant(there) == instant(NOON)
    assert digest({"at": there}) == digest({"at": NOON})


def test_what_has_no_spelling_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        canonical({"a": b"x"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"a": 1}, {"a": "1"}, id="a number is not its spelling"),
        pytest.param({"a": None}, {}, id="empty is not missing"),
        pytest.param({"a": None}, {"a": "null"}, id="null is not a word"),
        pytest.param({"a": "é"}, {"a": "e\u0301"}, id="accents as written"),
        pytest.param({"a": "x"}, {"a": "x "}, id="a space counts"),
    ],
)
def test_another_row_has_another_seal(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert digest(one) != digest(other)


def test_seals_are_stable_between_versions() -> None:
    assert digest({"a": 1, "b": "川普"}) == sha256('{"a":1,"b":"川普"}')[:32]
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
