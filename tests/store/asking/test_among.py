"""One row by its number, and many in any number and order."""

import random

from ledger.desk.desk import Desk
from ledger.store.asking import membership, on_record
from ledger.store.asking.among import by_number
from ledger.store.index import lookups
from ledger.store.tables.ledger import Claim


def test_a_row_is_given_by_number_live_or_not(told: Desk) -> None:
    with told.reading() as session:
        kept, withdrawn = (by_number(session, Claim, n) for n in (1, 4))
        assert kept is not None
        assert withdrawn is not None
        assert (kept.live, withdrawn.live) == (True, False)
        assert by_number(session, Claim, 99) is None


def test_rows_asked_for_in_any_order_come_once_and_ascending(told: Desk) -> None:
    with told.reading() as session:
        assert [s.number for s in lookups.statements(session, [4, 2, 4, 99])] == [2, 4]
        assert [s.number for s in lookups.statements(session)] == [1, 2, 3, 4, 5]
        assert [c.number for c in membership.claims(session, [3, 1, 4])] == [1, 3]
        assert [c.number for c in membership.claims(session)] == [1, 2, 3]
        assert list(lookups.statements(session, [])) == []


def test_more_numbers_than_one_query_may_hold(told: Desk) -> None:
    wanted = list(range(1, 2_000))
    random.Random(7).shuffle(wanted)
    with told.reading() as session:
        assert [s.number for s in lookups.statements(session, wanted)] == [1, 2, 3, 4, 5]
        assert [f.statement_number for f in membership.filings(session, of_statements=wanted)] == [
            1, 2, 3, 4,
        ]  # fmt: skip
        assert len(on_record.known_ids(session, map(str, wanted))) == 0
