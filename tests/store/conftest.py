"""Ledgers with a few rows in them."""

import pytest

from ledger.desk.casework.deciding import split
from ledger.desk.desk import Desk
from ledger.desk.references import parse
from ledger.desk.statements.adding import add
from ledger.desk.statements.filing import Choice
from ledger.desk.undoing import undo
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
