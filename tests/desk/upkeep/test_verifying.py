"""Verifying from the desk: every kind of act leaves a ledger that verifies, tampering is named."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ledger.desk.casework.deciding import attach, decide, split
from ledger.desk.desk import Desk
from ledger.desk.names.aliases import add_alias
from ledger.desk.references import parse
from ledger.desk.undoing import undo
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.store_errors import Tampered
from tests.desk.ledgers import record, rows


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A ledger that saw every kind of act."""
    record(desk, "It costs 40 million euros.", speaker="Ada Quill", url="https://example.org/1")
    record(desk, "It costs 60 million euros.", "The Tideline")
    decide(desk, parse("X1"), "a_holds", "seen the bill")
    split(desk, parse("S2"))
    attach(desk, parse("S2"), parse("C1"))
    add_alias(desk, "speaker", "Ada Quill", "the harbour chair")
    undo(desk)
    return desk


def test_every_row_and_entry_is_looked_at(told: Desk) -> None:
    found = verify_ledger(told)
    stored = rows(told)
    assert found.entries == len(stored["entry"]) == 7
    assert found.rows == sum(map(len, stored.values())) - found.entries
    assert found.head == stored["entry"][-1]["hash"]


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        pytest.param("UPDATE filing SET claim_number = 2", "the claim of S1", id="a filing"),
        pytest.param("UPDATE claim SET wording = 'x' WHERE number = 1", "C1", id="a wording"),
        pytest.param("UPDATE conflict SET state = 'open'", "X1", id="a state"),
        pytest.param("UPDATE speaker_alias SET live = TRUE", "speaker alias 2", id="an alias"),
        pytest.param("UPDATE quantity SET value = 4", "figure 0 of S1", id="a figure"),
        pytest.param("UPDATE document SET url = 'x'", "D1", id="a document"),
        pytest.param("DELETE FROM question WHERE number = 1", "question 1", id="a question gone"),
    ],
)
def test_what_was_changed_behind_the_journal_is_named(told: Desk, sql: str, where: str) -> None:
    assert _slipped_in(told, sql)
    with pytest.raises(Tampered) as caught:
        verify_ledger(told)
    assert caught.value.where == where
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statement SET text = 'x'",
        "DELETE FROM statement",
        "UPDATE entry SET actor = 'x'",
        "DELETE FROM entry",
        "UPDATE decision SET reason = 'x'",
        "DELETE FROM decision",
    ],
)
def test_statements_entries_and_decisions_resist_raw_sql(told: Desk, sql: str) -> None:
    before = rows(told)
    assert not _slipped_in(told, sql)
    assert rows(told) == before
    verify_ledger(told)


def _slipped_in(desk: Desk, sql: str) -> bool:
    """Whether the database let somebody change it without the program."""
    try:
        with desk.store.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                connection.execute(text(sql))
    except DBAPIError:
        return False
    return True
