"""What recording a statement looks up: highest numbers, and figures by their places."""

import pytest
from sqlalchemy import TableClause

from ledger.desk.desk import Desk
from ledger.quantities import READER
from ledger.store.bulk.columns import CLAIM, CONFLICT, ENTRY, OUTLET, SPEAKER, STATEMENT
from ledger.store.index import lookups
from ledger.store.opening.ledger import Store


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


def test_figures_are_given_by_statement_and_place(told: Desk) -> None:
    with told.reading() as session:
        found = lookups.figures(session, READER, [3, 1, 2])
        assert [(number, figure["start"]) for number, figure in found] == [(1, 8), (2, 8), (3, 6)]
        assert list(lookups.figures(session, 99, [1])) == []
