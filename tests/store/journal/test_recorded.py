"""Rows sealed together, as a block or strewn: what is done to them behind the journal's back."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from ledger.store.bulk.columns import CLAIM
from ledger.store.index import lookups
from ledger.store.journal import act as acts
from ledger.store.journal import recorded
from ledger.store.journal.chain import Block, Change, Strewn, last_entry, rows_of, trail, unpacked
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Claim, Entry, Outlet, Quantity, Statement
from ledger.store.whole.rewinding import rewound
from ledger.store.whole.verify import verify
from ledger.store_errors import Tampered
from tests.times import MORNING

ROWS = 5


@pytest.fixture
def loaded(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A ledger of five claims, sealed by threes; the second was renamed twice since."""
    monkeypatch.setattr(acts, "TOGETHER", 3)
    with store.acting("import", actor="mira", at=MORNING) as act:
        numbers = act.next_numbers(Claim, ROWS)
        wordings = [f"Ferry {number} sails" for number in numbers]
        act.insert_block(Claim, {"number": numbers, "wording": wordings, "key": wordings})
    for step, wording in enumerate(("Ferry two sails", "The second ferry sails"), start=1):
        with store.acting("rename", actor="mira", at=MORNING + timedelta(hours=step)) as act:
            act.update(Claim, 2, wording=wording)
    return store


def test_a_block_is_one_item_of_the_journal_and_covers_each_row(loaded: Store) -> None:
    with loaded.reading() as session:
        first = trail(session, Claim, 5)[0]
        assert first.changes.count('"claim"') == 2
        assert [(row.key, row.digest, row.before) for row in rows_of(first)] == [
            (number, None, None) for number in range(1, ROWS + 1)
        ]
        assert [entry.number for entry in trail(session, Claim, 2)] == [3, 2, 1]


def test_a_block_some_of_which_changed_since_is_as_it_was_recorded(loaded: Store) -> None:
    with loaded.reading() as session:
        found = verify(session)
    assert (found.entries, found.rows) == (3, ROWS)


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        pytest.param("UPDATE claim SET key = 'x' WHERE number = 1", "C1 to C3", id="changed"),
        pytest.param("UPDATE claim SET topic = 'x' WHERE number = 5", "C4 to C5", id="its end"),
        pytest.param("UPDATE claim SET topic = 'x' WHERE number = 2", "C2", id="renamed before"),
        pytest.param("DELETE FROM claim WHERE number = 3", "C3", id="removed"),
        pytest.param("DELETE FROM claim WHERE number = 5", "C5", id="the last removed"),
        pytest.param("DELETE FROM claim", "C2", id="all removed"),
        pytest.param(
            "INSERT INTO claim (number, wording, key, live, entry) VALUES (9, 'x', 'x', TRUE, 1)",
            "C9",
            id="added",
        ),
    ],
)
def test_what_was_done_to_a_block_is_found(loaded: Store, sql: str, where: str) -> None:
    with loaded.engine.connect().execution_options(writes=True) as plain, plain.begin():
        plain.execute(text(sql))
    with loaded.reading() as session, pytest.raises(Tampered) as caught:
        verify(session)
    assert caught.value.where == where


def test_a_block_is_not_there_before_it_was_added(loaded: Store) -> None:
    for moment, count in ((MORNING, 0), (MORNING + timedelta(minutes=1), ROWS)):
        with rewound(loaded, moment) as past, past.reading() as session:
            assert lookups.highest(session, CLAIM) == count


def test_nothing_makes_no_block(store: Store) -> None:
    with store.acting("import", actor="mira", at=MORNING) as act:
        act.insert_block(Claim, {"number": [], "wording": [], "key": []})
    with store.reading() as session:
        assert last_entry(session) is None


FIGURE = {
    "text": "4",
    "start": 0,
    "end": 1,
    "low_closed": True,
    "high_closed": True,
    "dimension": "number",
    "comparator": "=",
    "role": "value",
}


COLUMNS = ("statement_number", "reader", "position", "value", *FIGURE)


def figure(statement: int, reader: int = 1, position: int = 0) -> tuple[object, ...]:
    return statement, reader, position, 4.0, *FIGURE.values()


@pytest.fixture
def strewn(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Six statements; the first act read five of them in no order, the second read two again."""
    monkeypatch.setattr(acts, "TOGETHER", 2)
    monkeypatch.setattr(recorded, "identity_of", lambda row: row["id"])
    with store.acting("import", actor="mira", at=MORNING) as act:
        outlet = act.add(Outlet, {"name": "The Tideline"})
        numbers = act.next_numbers(Statement, 6)
        ids = [f"{number:064}" for number in numbers]
        same = {"text": "4", "language": "en", "outlet": "The Tideline", "outlet_number": outlet}
        told = {name: [value] * 6 for name, value in same.items()}
        act.insert_block(Statement, {"number": numbers, "id": ids, **told})
        act.strew(Quantity, COLUMNS, [figure(5), figure(1)])
        act.strew(Quantity, COLUMNS, [figure(4), figure(2, position=1), figure(2)])
    with store.acting("reread", actor="mira", at=MORNING + timedelta(hours=1)) as act:
        act.strew(Quantity, COLUMNS, [figure(2, reader=2), figure(6, reader=2)])
    return store


def test_strewn_rows_are_sealed_in_the_order_of_their_keys(strewn: Store) -> None:
    with strewn.reading() as session:
        items = [
            item for entry in session.orm.exec(select(Entry)) for item in json.loads(entry.changes)
        ]
        assert [(key, count) for table, key, _, *count in items if table == "quantity"] == [
            ([1, 1, 0], [2]),
            ([2, 1, 1], [2]),
            ([5, 1, 0], [1]),
            ([2, 2, 0], [2]),
        ]
        found = verify(session)
    assert (found.entries, found.rows) == (2, 1 + 6 + 7)


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        pytest.param(
            "UPDATE quantity SET value = 5 WHERE statement_number = 1",
            "figure 0 of S1 to figure 0 of S2",
            id="changed",
        ),
        pytest.param(
            "UPDATE quantity SET value = 5 WHERE statement_number = 5",
            "figure 0 of S5",
            id="one that is sealed alone",
        ),
        pytest.param(
            "UPDATE quantity SET value = 5 WHERE reader = 2 AND statement_number = 6",
            "figure 0 of S2 to figure 0 of S6",
            id="read again",
        ),
        pytest.param(
            "UPDATE quantity SET entry = 2 WHERE statement_number = 1",
            "figure 0 of S1",
            id="given to another entry",
        ),
        pytest.param(
            "DELETE FROM quantity WHERE statement_number = 1", "figure 0 of S1", id="the first gone"
        ),
        pytest.param(
            "DELETE FROM quantity WHERE statement_number = 4",
            "figure 1 of S2 to figure 0 of S5",
            id="one within gone",
        ),
        pytest.param(
            "DELETE FROM quantity WHERE statement_number = 6", "figure 0 of S2", id="the last gone"
        ),
        pytest.param("DELETE FROM quantity", "figure 0 of S1", id="all gone"),
        pytest.param(
            'INSERT INTO quantity SELECT 3, reader, position, text, start, "end", value, low,'
            " high, low_closed, high_closed, unit, currency, dimension, comparator,"
            " comparator_text, change, measure, period, role, modality, entry FROM quantity"
            " WHERE statement_number = 5",
            "figure 1 of S2 to figure 0 of S3",
            id="one added between",
        ),
        pytest.param(
            'INSERT INTO quantity SELECT 6, reader, position, text, start, "end", value, low,'
            " high, low_closed, high_closed, unit, currency, dimension, comparator,"
            " comparator_text, change, measure, period, role, modality, entry FROM quantity"
            " WHERE statement_number = 5",
            "figure 0 of S6",
            id="one added behind",
        ),
    ],
)
def test_what_was_done_to_strewn_rows_is_found(strewn: Store, sql: str, where: str) -> None:
    with strewn.engine.connect().execution_options(writes=True) as plain, plain.begin():
        plain.execute(text(sql))
    with strewn.reading() as session, pytest.raises(Tampered) as caught:
        verify(session)
    assert caught.value.where == where


@pytest.mark.parametrize(("minutes", "count"), [(0, 0), (1, 5), (61, 7)])
def test_strewn_rows_are_not_there_before_they_were_added(
    strewn: Store, minutes: int, count: int
) -> None:
    moment = MORNING + timedelta(minutes=minutes)
    with rewound(strewn, moment) as past, past.reading() as session:
        assert len(session.orm.exec(select(Quantity)).all()) == count
        assert verify(session).rows == count + (7 if count else 0)


def test_strewn_rows_come_back_from_an_entry_as_they_went_in() -> None:
    lot = Strewn("quantity", (4, 1, 0), "ab" * 16, 3)
    assert unpacked(json.loads(lot.written())) == lot
    assert list(lot.rows()) == []
    assert [lot.wrote("quantity", key) for key in ((4, 1, 0), (5, 1, 0))] == [True, False]


def test_a_block_knows_its_rows() -> None:
    block = Block("claim", range(4, 7), "ab" * 16)
    assert [block.wrote("claim", key) for key in (3, 4, 6, 7)] == [False, True, True, False]
    assert not block.wrote("filing", 4)
    assert next(block.rows()) == Change("claim", 4, None)
