"""A ledger with a few rows in it."""

import pytest

from ledger.store.opening.ledger import Store, open_ledger
from ledger.store.tables.ledger import Outlet, OutletAlias
from tests.times import MORNING


def enter_outlet(store: Store, name: str) -> None:
    """One act that enters an outlet and its alias."""
    with store.acting("test", actor="mira", at=MORNING) as act:
        number = act.next_number(Outlet)
        act.insert(Outlet, [{"number": number, "name": name}])
        alias = act.next_number(OutletAlias)
        act.insert(
            OutletAlias, [{"number": alias, "owner": number, "alias": name, "key": name.lower()}]
        )
        act.summary = f"entered {name}"


@pytest.fixture
def populated(database: str) -> str:
    """Where a ledger stands that knows one outlet."""
    opened = open_ledger(database)
    enter_outlet(opened, "Harbour Courier")
    opened.close()
    return database
