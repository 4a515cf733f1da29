"""Outlets and speakers, by the names in use."""

from ledger.desk.desk import Desk
from ledger.store.asking import parties
from ledger.store.index import lookups
from ledger.store.tables.ledger import OutletAlias


def test_names_and_aliases_are_those_in_use(told: Desk) -> None:
    with told.reading() as session:
        assert lookups.names_of(session, "speaker") == {1: "Ada Quill"}
        assert lookups.owners_of(session, "speaker", ["ada quill", "jo"]) == {"ada quill": 1}
        assert [a.owner for a in parties.aliases(session, OutletAlias)] == [1, 2]
