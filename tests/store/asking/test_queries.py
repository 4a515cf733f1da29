"""What the desk asks of the tables: in a stated order, in any number, without the withdrawn."""

import random

import pytest
from sqlalchemy import TableClause

from ledger.desk.casework.deciding import decide, split
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.undoing import undo
from ledger.quantities import READER
from ledger.store.asking import queries
from ledger.store.bulk.columns import CLAIM, CONFLICT, ENTRY, OUTLET, QUESTION, SPEAKER, STATEMENT
from ledger.store.index import lookups
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import (
    Claim,
    OutletAlias,
)

FERRY = "The Marrowick ferry carried 900 passengers across the Tallow on Sunday."


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Two claims with two statements and a conflict each, a claim on its own, and one withdrawn."""
    for claim, unit in (("Length", "metres"), ("Cost", "million euros")):
        for outlet, figure in (("Harbour Courier", 40), ("The Tideline", 60)):
            fields = {"text": f"{claim}: {figure} {unit}.", "outlet": outlet, "claim": claim}
            add(desk, {**fields, "speaker": "Ada Quill"})
    split(desk, parse("S4"))
    add(desk, {"text": "The ferry sails at noon.", "outlet": "The Tideline"}, Choice())
    undo(desk)
    return desk


def test_a_row_is_given_by_number_live_or_not(told: Desk) -> None:
    with told.reading() as session:
        kept, withdrawn = (queries.by_number(session, Claim, n) for n in (1, 4))
        assert kept is not None
        assert withdrawn is not None
        assert (kept.live, withdrawn.live) == (True, False)
        assert queries.by_number(session, Claim, 99) is None


@pytest.mark.parametrize(
    ("table", "highest"),
    [(STATEMENT, 5), (CLAIM, 4), (CONFLICT, 2), (ENTRY, 7), (OUTLET, 2), (SPEAKER, 1)],
)
def test_the_highest_number_counts_the_withdrawn_too(
    told: Desk, table: TableClause, highest: int
) -> None:
    with told.reading() as session:
        assert lookups.highest(session, table) == highest


def test_an_empty_table_has_no_highest_number(store: Store) -> None:
    with store.reading() as session:
        assert lookups.highest(session, STATEMENT) == 0


def test_rows_asked_for_in_any_order_come_once_and_ascending(told: Desk) -> None:
    with told.reading() as session:
        assert [s.number for s in lookups.statements(session, [4, 2, 4, 99])] == [2, 4]
        assert [s.number for s in lookups.statements(session)] == [1, 2, 3, 4, 5]
        assert [c.number for c in queries.claims(session, [3, 1, 4])] == [1, 3]
        assert [c.number for c in queries.claims(session)] == [1, 2, 3]
        assert list(lookups.statements(session, [])) == []


def test_more_numbers_than_one_query_may_hold(told: Desk) -> None:
    wanted = list(range(1, 2_000))
    random.Random(7).shuffle(wanted)
    with told.reading() as session:
        assert [s.number for s in lookups.statements(session, wanted)] == [1, 2, 3, 4, 5]
        assert [f.statement_number for f in queries.filings(session, of_statements=wanted)] == [
            1, 2, 3, 4,
        ]  # fmt: skip
        assert len(queries.known_ids(session, map(str, wanted))) == 0


def test_filings_are_asked_for_by_statement_by_claim_or_all(told: Desk) -> None:
    with told.reading() as session:
        by_statement = queries.filings(session, of_statements=[2, 1, 5])
        by_claim = queries.filings(session, of_claims=[3, 1])
        everything = queries.filings(session)
        assert [f.statement_number for f in by_statement] == [1, 2]
        assert [f.statement_number for f in by_claim] == [1, 2, 4]
        assert [f.statement_number for f in everything] == [1, 2, 3, 4]
        assert queries.filings(session, of_statements=[]) == []
        assert queries.filings(session, of_claims=[]) == []


def test_of_two_claims_with_one_key_the_oldest_live_one_is_given(desk: Desk) -> None:
    for outlet in ("Harbour Courier", "The Tideline"):
        add(desk, {"text": FERRY, "outlet": outlet}, Choice())
    with desk.reading() as session:
        (key,) = {claim.key for claim in queries.claims(session)}
        assert queries.claims_by_key(session, [key, "none"]) == {key: 1}


def test_decisions_come_in_the_order_they_were_taken(told: Desk) -> None:
    decide(told, parse("X1"), "unsure", None)
    decide(told, parse("X1"), "both_stand", None, "scope")
    with told.reading() as session:
        assert [d.answer for d in queries.decisions(session)] == [
            "different_claims",
            "unsure",
            "both_stand",
        ]
        of_one = queries.decisions(session, of_conflicts=[1])
        assert [d.answer for d in of_one] == ["unsure", "both_stand"]


def test_what_a_person_refused_is_told_until_it_is_taken_back(told: Desk) -> None:
    with told.reading() as session:
        assert queries.refused(session, [1, 2, 3, 4]) == {4: {2}}
        assert {q.state for q in queries.questions_about(session, 4, 2)} == {"different"}
        assert {q.state for q in queries.questions_about(session, 4, 3)} == {"same"}
        assert queries.questions_about(session, 1, 1) == []
        assert [q.state for q in queries.open_questions(session)] == []
    undo(told)
    with told.reading() as session:
        assert queries.refused(session, [1, 2, 3, 4]) == {}
        assert lookups.highest(session, QUESTION) == 2


def test_names_and_aliases_are_those_in_use(told: Desk) -> None:
    with told.reading() as session:
        assert lookups.names_of(session, "speaker") == {1: "Ada Quill"}
        assert lookups.owners_of(session, "speaker", ["ada quill", "jo"]) == {"ada quill": 1}
        assert [a.owner for a in queries.aliases(session, OutletAlias)] == [1, 2]


def test_figures_are_given_by_statement_and_place(told: Desk) -> None:
    with told.reading() as session:
        found = lookups.figures(session, READER, [3, 1, 2])
        assert [(number, figure["start"]) for number, figure in found] == [(1, 8), (2, 8), (3, 6)]
        assert list(lookups.figures(session, 99, [1])) == []
