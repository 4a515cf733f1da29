"""Decisions, in the order they were taken."""

from ledger.desk.casework.deciding import decide
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.store.asking import rulings


def test_decisions_come_in_the_order_they_were_taken(told: Desk) -> None:
    decide(told, parse("X1"), "unsure", None)
    decide(told, parse("X1"), "both_stand", None, "scope")
    with told.reading() as session:
        assert [d.answer for d in rulings.decisions(session)] == [
            "different_claims",
            "unsure",
            "both_stand",
        ]
        of_one = rulings.decisions(session, of_conflicts=[1])
        assert [d.answer for d in of_one] == ["unsure", "both_stand"]
