"""Rows sealed as one block: changed, removed or added behind the journal's back, and put back."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from ledger.store import act as acts
from ledger.store import lookups
from ledger.store.columns import CLAIM
from ledger.store.journal import Block, Change, last_entry, rows_of, trail
from ledger.store.ledger import Store
from ledger.store.rewinding import rewound
from ledger.store.tables import Claim
from ledger.store.verify import verify
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


def test_a_block_knows_its_rows() -> None:
    block = Block("claim", range(4, 7), "ab" * 16)
    assert [block.wrote("claim", key) for key in (3, 4, 6, 7)] == [False, True, True, False]
    assert not block.wrote("filing", 4)
    assert next(block.rows()) == Change("claim", 4, None)
