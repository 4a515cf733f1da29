"""Rows by key: each once, however many keys, on either kind of database."""

import pytest
from sqlalchemy import bindparam, select

from ledger.store.keyed import AT_ONCE, keyed
from ledger.store.ledger import Store
from ledger.store.tables import Outlet
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
