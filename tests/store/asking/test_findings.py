"""Conflicts are found by state, by claim and by statement, and by what people made of them."""

import pytest

from ledger.desk.casework.assigning import assign
from ledger.desk.casework.deciding import decide, split
from ledger.desk.desk import Desk
from ledger.desk.house.policies import set_policy
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.store.asking import findings


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Two claims with two statements each that disagree; one statement was told apart since."""
    for claim, unit in (("Length", "metres"), ("Cost", "million euros")):
        for outlet, figure in (("Harbour Courier", 40), ("The Tideline", 60)):
            add(desk, {"text": f"{claim}: {figure} {unit}.", "outlet": outlet, "claim": claim})
    split(desk, parse("S4"))
    return desk


def _numbers(found: list[findings.Conflict]) -> list[int]:
    return [conflict.number for conflict in found]


def test_conflicts_are_asked_for_by_state_claim_and_statement(told: Desk) -> None:
    decide(told, parse("X1"), "both_stand", None, "scope")
    with told.reading() as session:
        assert _numbers(findings.live(session)) == [1]
        assert _numbers(findings.live(session, states=("open",))) == []
        assert _numbers(findings.live(session, states=("decided", "open"))) == [1]
        assert _numbers(findings.live(session, of_statement=2)) == [1]
        assert _numbers(findings.live(session, of_statement=4)) == []
        assert _numbers(findings.of_claims(session, [2, 1])) == [1]
        assert _numbers(findings.decided(session, [2, 1])) == [1]
        assert _numbers(findings.numbered(session, [3, 2, 1])) == [1, 2]
        assert sorted(findings.between(session, [2, 4])) == [(1, 2), (3, 4)]
        assert findings.pairs(session) == [(1, 1, 2), (2, 3, 4)]
        assert findings.opposed(session, [1, 2]) == [(1, 2)]


@pytest.mark.parametrize("what", ["assigned", "voted", "decided"])
def test_a_conflict_is_taken_up_once_anybody_does_something_about_it(told: Desk, what: str) -> None:
    with told.reading() as session:
        assert findings.taken_up(session, [1, 2]) == set()
    if what == "assigned":
        assign(told, [parse("X1")], "Ada Quill")
    else:
        set_policy(told, "second-reader", "on" if what == "voted" else "off")
        decide(told, parse("X1"), "a_holds", "The surveyor says so.")
    with told.reading() as session:
        assert findings.taken_up(session, [1, 2]) == {1}
        assert findings.judged(session, [1, 2]) == ({1} if what == "decided" else set())
