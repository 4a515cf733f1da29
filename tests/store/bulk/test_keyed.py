"""Rows past SQLAlchemy: each once, however many keys, and as it gives them, on either database."""

from datetime import date

import pytest
from sqlalchemy import bindparam, select

from ledger.desk.desk import Desk
from ledger.desk.statements.adding import add
from ledger.store.bulk.batches import AT_ONCE
from ledger.store.bulk.columns import QUANTITY, STATEMENT
from ledger.store.bulk.keyed import asked, keyed
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Outlet
from tests.store.conftest import enter_outlet

_OUTLET = Outlet.metadata.tables["outlet"].c
_NAMES = select(_OUTLET.number, _OUTLET.name).where(
    _OUTLET.number.in_(bindparam("numbers", expanding=True))
)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        pytest.param([], [], id="no-key"),
        pytest.param([7], [], id="nobody's"),
        pytest.param([2], [(2, "BBC")], id="one"),
        pytest.param([2, 1, 2], [(1, "Reuters"), (2, "BBC")], id="one-of-them-twice"),
        pytest.param(
            list(range(1, AT_ONCE + 2)),
            [(1, "Reuters"), (2, "BBC")],
            id="more-than-one-query-holds",
        ),
    ],
)
def test_each_row_is_found_once(
    store: Store, numbers: list[int], found: list[tuple[int, str]]
) -> None:
    for name in ("Reuters", "BBC"):
        enter_outlet(store, name)
    with store.reading() as session:
        rows = keyed(session.connection(), _NAMES, numbers)
    assert sorted(map(tuple, rows)) == found


_FIGURES = (
    select(QUANTITY.c.value, QUANTITY.c.low_closed, STATEMENT.c.said_on, STATEMENT.c.speaker)
    .join(STATEMENT, STATEMENT.c.number == QUANTITY.c.statement_number)
    .where(QUANTITY.c.unit == bindparam("unit"), QUANTITY.c.dimension != "date")
    .order_by(QUANTITY.c.value)
)
_AMONG = _FIGURES.where(STATEMENT.c.number.in_(bindparam("numbers", expanding=True)))


def test_values_are_as_the_columns_hold_them(desk: Desk) -> None:
    for said_on, words in ((date(2026, 1, 2), "over 40 metres"), (None, "60 metres")):
        add(desk, {"text": f"It is {words} long.", "outlet": "BBC", "said_on": said_on})
    expected = [(40.0, False, date(2026, 1, 2), None), (60.0, True, None, None)]
    with desk.reading() as session:
        connection = session.connection()
        assert [*map(tuple, asked(connection, _FIGURES, unit="meter"))] == expected
        assert [*map(tuple, keyed(connection, _AMONG, [2, 1], unit="meter"))] == expected
        assert [*map(tuple, keyed(connection, _AMONG, [2], unit="meter"))] == expected[1:]
        assert [*asked(connection, _FIGURES, unit="second")] == []
