"""Indexes are built after the first rows, and are the ones that were there."""

import pytest
from sqlalchemy import Connection, inspect

from ledger.store.bulk.columns import CLAIM
from ledger.store.bulk.late import indexed_late
from ledger.store.journal.act import Act
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Claim
from tests.times import MORNING


def _indexes(connection: Connection) -> list[object]:
    """The indexes of claims, as the database tells them."""
    return list(inspect(connection).get_indexes("claim"))


def _write(act: Act, number: int) -> None:
    act.insert(Claim, [{"number": number, "wording": "Ferries sail.", "key": f"{number}"}])


def test_an_index_is_built_after_the_first_rows_as_it_was(store: Store) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        connection = act.session.connection()
        before = _indexes(connection)
        with indexed_late(connection, [CLAIM]):
            is_server = connection.dialect.name != "sqlite"
            assert _indexes(connection) == (before if is_server else [])
            _write(act, 1)
        assert _indexes(connection) == before != []
        with indexed_late(connection, [CLAIM]):
            assert _indexes(connection) == before  # it holds a row by now
            _write(act, 2)


def _break_off(store: Store) -> None:
    with (
        store.acting("test", actor="mira", at=MORNING) as act,
        indexed_late(act.session.connection(), [CLAIM]),
    ):
        _write(act, 1)
        raise KeyboardInterrupt


def test_an_act_that_fails_leaves_the_indexes(store: Store) -> None:
    with store.reading() as session:
        before = _indexes(session.connection())
    with pytest.raises(KeyboardInterrupt):
        _break_off(store)
    with store.reading() as session:
        assert _indexes(session.connection()) == before
