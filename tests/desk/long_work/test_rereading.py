"""Reading again after an upgrade: findings come and go, decisions stay."""

import pytest

from ledger.desk.casework.deciding import decide, flag
from ledger.desk.desk import Desk
from ledger.desk.long_work import rereading
from ledger.desk.long_work.rereading import Reread, reread
from ledger.desk.looking.showing import conflicts
from ledger.desk.references import Reference
from ledger.desk.statements import entering, relating
from ledger.desk.statements.adding import add
from ledger.desk.upkeep.verifying import verify_ledger
from ledger.disagreement import Relation
from ledger.errors import NotFound
from ledger.quantities import READER
from tests.desk.ledgers import content, record, said

X1 = Reference("conflict", 1)


@pytest.fixture
def disputed(desk: Desk) -> Desk:
    """A ledger with one open conflict, X1."""
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The Tallow Bridge costs 55 million euros.", outlet="The Tideline")
    return desk


def go_blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the judge finds nothing."""
    nothing = Relation("not_comparable", "unaligned", "Nothing can be set side by side.")
    monkeypatch.setattr(relating, "compare", lambda *_sides, **_known: nothing)


def states(desk: Desk) -> list[str]:
    return [found.state for found in conflicts(desk, noted=True)]


def test_the_same_reader_and_judge_change_nothing(disputed: Desk) -> None:
    before = content(disputed)
    assert reread(disputed) == Reread(0, 0, 0)
    assert content(disputed) == before


def test_a_newer_reader_reads_what_older_ones_read_and_only_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(desk, "The Tallow Bridge costs 40 million euros.")
    record(desk, "The ferry sails at noon.", "The Tideline")
    record(desk, "The ferry carries 300 people.", "The Tideline")
    monkeypatch.setattr(entering, "READER", READER + 1)
    monkeypatch.setattr(rereading, "READER", READER + 1)
    record(desk, "The ferry carries 310 people.", "Harbour Courier")
    assert reread(desk).statements == 3
    assert reread(desk).statements == 0
    record(desk, "The ferry sails again.", "The Tideline")
    assert reread(desk).statements == 0
    verify_ledger(desk)


def test_a_finding_across_near_claims_is_made_again(desk: Desk) -> None:
    first = "The unemployment rate of Marrowick was 6.1 percent in November."
    second = "Statisticians put Marrowick's jobless rate for November at 7.4 percent."
    add(desk, said(first))
    added = add(desk, said(second, outlet="The Tideline"))
    assert (added.statement.claim, states(desk)) == ("C2", ["open"])
    before = content(desk)
    reread(desk)
    assert content(desk) == before


def test_a_finding_made_no_longer_is_withdrawn(
    disputed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_blind(monkeypatch)
    assert reread(disputed) == Reread(0, 0, 1)
    assert states(disputed) == []
    verify_ledger(disputed)


def test_what_a_person_decided_is_not_withdrawn(
    disputed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(disputed, X1, "b_holds", "the contract says 55")
    go_blind(monkeypatch)
    assert reread(disputed) == Reread(0, 0, 0)
    assert states(disputed) == ["decided"]


def test_a_withdrawn_finding_comes_back_with_the_judge(
    disputed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_blind(monkeypatch)
    reread(disputed)
    monkeypatch.undo()
    assert reread(disputed) == Reread(0, 1, 0)
    assert states(disputed) == ["open"]


def test_what_is_worth_a_look_becomes_a_conflict_by_one_act_for_good(desk: Desk) -> None:
    record(desk, "Meta is considering the Tallow chips.", claim="Meta and the Tallow chips")
    record(desk, "Meta has adopted the Tallow chips.", claim="Meta and the Tallow chips")
    assert states(desk) == ["noted"]
    flag(desk, X1, "the readers will ask")
    assert states(desk) == ["open"]
    reread(desk)
    assert states(desk) == ["open"]
    verify_ledger(desk)


def test_nothing_can_be_flagged_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        flag(desk, Reference("conflict", 9))
