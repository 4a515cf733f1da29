"""The journal's entries: what they cover, and how a change is packed and unpacked."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.journal import chain
from ledger.store.journal.canonical import sha256
from ledger.store.journal.chain import (
    GENESIS,
    Block,
    Change,
    Head,
    entries,
    entry_hash,
    last_entry,
    recent_entries,
    recomputed,
    sealed,
    unpacked,
)
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Entry
from tests.store.conftest import enter_outlet
from tests.times import MORNING

KEYS = st.integers(1) | st.tuples(st.integers(1), st.integers(1), st.integers(0))
COLUMNS = st.dictionaries(st.text(), st.none() | st.integers() | st.text() | st.booleans())
CHANGE = Change("claim", 7, "ab" * 16, {"live": True}, {"live": False})


def entry(**fields: Any) -> Entry:  # noqa: ANN401 - any column of an entry
    """The first entry of a ledger, with some columns as given."""
    changes = f"[{CHANGE.written()}]"
    seal = sha256(changes)
    row = sealed(None, at=MORNING, actor="mira", act="add", summary="S1", undoes=None, changes=seal)
    return Entry(**{**row, "changes": changes, **fields})


@given(
    st.sampled_from(["claim", "outlet_alias"]), KEYS, st.text("0123456789abcdef"), COLUMNS, COLUMNS
)
def test_a_change_is_unpacked_as_it_was_packed(
    table: str, key: int | tuple[int, ...], seal: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    for change in (Change(table, key, seal), Change(table, key, seal, before, after)):
        assert unpacked(json.loads(change.written())) == change


@given(st.integers(1), st.integers(1, 9), st.text("0123456789abcdef"))
def test_a_block_is_unpacked_as_it_was_packed(first: int, count: int, seal: str) -> None:
    block = Block("claim", range(first, first + count), seal)
    assert unpacked(json.loads(block.written())) == block


def test_an_added_row_is_told_by_its_seal_alone() -> None:
    assert Change("claim", 7, "ab").written() == '["claim",7,"ab"]'
    sealed_with_columns = f'["claim",7,"{"ab" * 16}",{{"live":true}},{{"live":false}}]'
    assert CHANGE.written() == sealed_with_columns


def test_the_first_entry_names_no_entry_before_it() -> None:
    first = entry()
    assert (first.number, first.previous) == (1, GENESIS)
    assert recomputed(first) == first.hash


def test_the_next_entry_covers_the_one_before() -> None:
    first = entry()
    head = Head(first.number, first.hash)
    seal = sha256("[]")
    row = sealed(head, at=MORNING, actor="mira", act="undo", summary="", undoes=1, changes=seal)
    assert (row["number"], row["previous"], row["undoes"]) == (2, first.hash, 1)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("number", 2),
        ("at", MORNING.replace(microsecond=1)),
        ("actor", "jo"),
        ("act", "import"),
        ("summary", "S2"),
        ("undoes", 1),
        ("changes", "[]"),
        ("previous", "1" * 64),
    ],
)
def test_every_column_of_an_entry_is_covered_by_its_hash(column: str, value: object) -> None:
    assert recomputed(entry(**{column: value})) != entry().hash


def test_a_hash_does_not_cover_itself() -> None:
    fields = {"number": 1, "changes": "[]"}
    assert entry_hash({**fields, "hash": "x"}) == entry_hash(fields)


def test_an_empty_ledger_has_no_last_entry(store: Store) -> None:
    with store.reading() as session:
        assert last_entry(session) is None
        assert list(entries(session)) == []


def test_entries_come_oldest_first_however_many_there_are(store: Store) -> None:
    for number in range(60):
        enter_outlet(store, f"Outlet {number}")
    with store.reading() as session:
        assert [found.number for found in entries(session)] == list(range(1, 61))
        newest = last_entry(session)
        assert newest is not None
        assert newest.number == 60
        assert newest.at == MORNING


@pytest.mark.parametrize("at_once", [1, 3, 7, 500])
def test_the_journal_is_given_newest_first(
    store: Store, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(chain, "_PAGE", at_once)
    for number in range(1, 8):
        enter_outlet(store, f"Outlet {number}")
    with store.reading() as session:
        assert [entry.number for entry in recent_entries(session)] == [7, 6, 5, 4, 3, 2, 1]
