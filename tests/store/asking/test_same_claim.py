"""What people said of whether it is the same claim, until they take it back."""

from ledger.desk.desk import Desk
from ledger.desk.undoing import undo
from ledger.store.asking import same_claim
from ledger.store.bulk.columns import QUESTION
from ledger.store.index import lookups


def test_what_a_person_refused_is_told_until_it_is_taken_back(told: Desk) -> None:
    with told.reading() as session:
        assert same_claim.refused(session, [1, 2, 3, 4]) == {4: {2}}
        assert {q.state for q in same_claim.about(session, 4, 2)} == {"different"}
        assert {q.state for q in same_claim.about(session, 4, 3)} == {"same"}
        assert same_claim.about(session, 1, 1) == []
        assert [q.state for q in same_claim.open_questions(session)] == []
    undo(told)
    with told.reading() as session:
        assert same_claim.refused(session, [1, 2, 3, 4]) == {}
        assert lookups.highest(session, QUESTION) == 2
