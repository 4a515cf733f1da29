"""Home: the counts a person sees first."""

from datetime import timedelta

import pytest

from ledger.desk.desk import Desk
from ledger.desk.drafts import save
from ledger.desk.home import glance
from ledger.desk.statements import filing
from ledger.desk.statements.adding import add
from ledger.desk.undoing import redo, undo
from tests.desk.ledgers import record, said
from tests.times import MORNING


def test_an_empty_ledger(desk: Desk) -> None:
    found = glance(desk)
    assert (found.statements, found.claims, found.conflicts, found.today) == (0, 0, 0, 0)
    assert (found.questions, found.proposals, found.drafts) == (0, 0, ())


def test_what_waits_is_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "ATTACH_AT", 1.01)
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "The bridge costs 60 million euros.", "The Tideline")
    add(desk, said("The H7 ferry is far ahead of the boats Corran can buy today."))
    add(desk, said("The H7 ferry is far ahead of any boat Corran can buy.", "The Tideline"))
    save(desk, {"text": "Half"})
    found = glance(desk)
    assert (found.statements, found.claims, found.conflicts) == (4, 3, 1)
    assert (found.questions, len(found.drafts)) == (1, 1)


def test_what_was_taken_back_counts_no_longer(desk: Desk) -> None:
    record(desk, "The bridge costs 40 million euros.")
    record(desk, "The bridge costs 60 million euros.", "The Tideline")
    undo(desk)
    found = glance(desk)
    assert (found.statements, found.today, found.conflicts) == (1, 1, 0)
    redo(desk)
    assert glance(desk).statements == 2


def test_yesterdays_statements_are_not_todays(desk: Desk) -> None:
    record(desk, "The bridge costs 40 million euros.")
    assert glance(desk).today == 1
    tomorrow = Desk(desk.store, "mira", lambda: MORNING + timedelta(days=1))
    assert glance(tomorrow).today == 0
    record(tomorrow, "The bridge costs 60 million euros.", "The Tideline")
    assert glance(tomorrow).today == 1
