"""One act is one transaction and one entry, and the journal vouches for every row."""

from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from ledger.store.index.lookups import names_of
from ledger.store.journal.chain import GENESIS, entries, recomputed
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Outlet
from ledger.store.whole.verify import verify
from ledger.store_errors import Tampered
from tests.times import MORNING


def enter(store: Store, name: str) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        act.insert(Outlet, [{"number": act.next_number(Outlet), "name": name}])


def enter_and_fail(store: Store, name: str) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        act.insert(Outlet, [{"number": act.next_number(Outlet), "name": name}])
        act.summary = str(1 / 0)


def rename(store: Store, number: int, name: str) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        act.update(Outlet, number, name=name)


def outlets(store: Store) -> dict[int, str]:
    with store.reading() as session:
        return names_of(session, "outlet")


def behind_the_journals_back(store: Store, sql: str) -> None:
    with store.engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.execute(text(sql))


def test_entries_form_a_chain(store: Store) -> None:
    for name in ("Harbour Courier", "港務新聞", "The Tideline"):
        enter(store, name)
    with store.reading() as session:
        chain = list(entries(session))
    assert [entry.number for entry in chain] == [1, 2, 3]
    assert [entry.previous for entry in chain] == [GENESIS, chain[0].hash, chain[1].hash]
    assert [recomputed(entry) for entry in chain] == [entry.hash for entry in chain]


def test_numbers_leave_no_gap_after_an_act_that_failed(store: Store) -> None:
    enter(store, "Harbour Courier")
    with pytest.raises(ZeroDivisionError):
        enter_and_fail(store, "never")
    enter(store, "The Tideline")
    assert outlets(store) == {1: "Harbour Courier", 2: "The Tideline"}
    with store.reading() as session:
        assert verify(session).entries == 2


def test_an_act_that_wrote_nothing_leaves_no_entry(store: Store) -> None:
    enter(store, "Harbour Courier")
    rename(store, 1, "Harbour Courier")
    with store.reading() as session:
        assert verify(session).entries == 1


def test_an_abandoned_act_leaves_the_ledger_as_it_was(store: Store) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        act.insert(Outlet, [{"number": act.next_number(Outlet), "name": "trial"}])
        act.abandoned = True
    assert outlets(store) == {}


def test_on_sqlite_the_entry_stands_before_its_rows_and_is_whole_at_the_end(store: Store) -> None:
    enter(store, "Harbour Courier")
    with store.acting("test", actor="mira", at=MORNING) as act:
        act.insert(Outlet, [{"number": act.next_number(Outlet), "name": "The Tideline"}])
        ordered = text("SELECT hash FROM entry ORDER BY number")
        during = act.session.connection().execute(ordered).scalars().all()
    with store.reading() as session:
        after = [entry.hash for entry in entries(session)]
        assert verify(session).head == after[1]
    assert during == (after[:1] if store.place.path is None else [after[0], ""])


@pytest.mark.databases("sqlite")
def test_an_entry_is_completed_without_a_look_at_other_tables(store: Store) -> None:
    """No table has an index on the entry that wrote its rows: each look would take them all."""
    updates: list[tuple[str, tuple[object, ...]]] = []

    def kept(
        _on: object, _at: object, said: str, values: tuple[object, ...], *_more: object
    ) -> None:
        if said.startswith("UPDATE entry"):
            updates.append((said, values))

    event.listen(store.engine, "before_cursor_execute", kept)
    enter(store, "Tideline")
    ((statement, values),) = updates
    with store.engine.connect() as plain:
        steps = plain.exec_driver_sql(f"EXPLAIN {statement}", values).all()
        of_entry = "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'entry'"
        pages = {page for (page,) in plain.exec_driver_sql(of_entry)}
    opened = {step[3] for step in steps if step[1] in {"OpenRead", "OpenWrite"}}
    assert opened
    assert opened <= pages


@pytest.mark.parametrize("verb", ["UPDATE entry SET actor = 'x'", "DELETE FROM entry"])
def test_entries_cannot_be_changed_by_raw_sql(store: Store, verb: str) -> None:
    enter(store, "Harbour Courier")
    with pytest.raises(DBAPIError, match="never changed or deleted"):
        behind_the_journals_back(store, verb)


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        pytest.param("UPDATE outlet SET name = 'x' WHERE number = 2", "outlet 2", id="changed"),
        pytest.param("DELETE FROM outlet WHERE number = 1", "outlet 1", id="removed"),
        pytest.param(
            "INSERT INTO outlet (number, name, live, entry) VALUES (9, 'x', TRUE, 1)",
            "outlet 9",
            id="added",
        ),
    ],
)
def test_verify_names_the_row_touched_behind_the_journals_back(
    store: Store, sql: str, where: str
) -> None:
    enter(store, "Harbour Courier")
    enter(store, "The Tideline")
    rename(store, 1, "Harbour Courier and Post")
    behind_the_journals_back(store, sql)
    with store.reading() as session, pytest.raises(Tampered) as caught:
        verify(session)
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("column", "value"),
    [("actor", "'jo'"), ("changes", "'[]'"), ("summary", "'x'"), ("previous", "hash")],
)
def test_verify_finds_an_entry_rewritten_with_the_triggers_gone(
    store: Store, column: str, value: str
) -> None:
    enter(store, "Harbour Courier")
    enter(store, "The Tideline")
    _drop_triggers(store)
    behind_the_journals_back(store, f"UPDATE entry SET {column} = {value} WHERE number = 2")
    with store.reading() as session, pytest.raises(Tampered, match="entry 2"):
        verify(session)


def test_verify_finds_an_entry_removed_from_the_middle(store: Store) -> None:
    for name in ("Harbour Courier", "The Tideline", "港務新聞"):
        enter(store, name)
    _drop_triggers(store)
    behind_the_journals_back(store, "DELETE FROM outlet WHERE entry = 2")
    behind_the_journals_back(store, "DELETE FROM entry WHERE number = 2")
    with store.reading() as session, pytest.raises(Tampered, match="entry 2"):
        verify(session)


def _drop_triggers(store: Store) -> None:
    names: list[Any]
    if store.place.path is None:
        names = ["entry_is_kept ON entry"]
    else:
        names = ["entry_no_update", "entry_no_delete"]
    for name in names:
        behind_the_journals_back(store, f"DROP TRIGGER {name}")
