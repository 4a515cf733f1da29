"""What an act told is one list, however much of it was set aside, and stands whole in its entry."""

import hashlib
import json
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.journal import act as acts
from ledger.store.journal.chain import last_entry, recomputed, rows_of
from ledger.store.journal.told import Told
from ledger.store.opening.ledger import Store
from ledger.store.tables.ledger import Outlet
from ledger.store.whole.verify import verify
from tests.times import MORNING

ITEMS = st.lists(st.lists(st.text(max_size=9), min_size=1, max_size=3), max_size=6)


@pytest.mark.parametrize("at_hand", [0, 20, 1_000])
@given(lots=ITEMS)
def test_what_was_told_is_one_list(at_hand: int, lots: list[list[str]]) -> None:
    list_of_all = Told(at_hand)
    for lot in lots:
        list_of_all.add(",".join(map(json.dumps, lot)))
    written = b"".join(list_of_all.written())
    assert json.loads(written) == [item for lot in lots for item in lot]
    assert list_of_all.sha256() == hashlib.sha256(written).hexdigest()
    assert bool(list_of_all) == bool(lots)


@pytest.mark.parametrize("at_hand", [0, 1_000])
def test_an_entry_holds_all_of_it(
    at_hand: int, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "Told", partial(Told, at_hand))
    with store.acting("test", actor="mira", at=MORNING) as act:
        for name in ("Harbour Courier", "港務新聞", "The Tideline"):
            act.insert(Outlet, [{"number": act.next_number(Outlet), "name": name}])
    with store.reading() as session:
        entry = last_entry(session)
        assert entry is not None
        assert [row.key for row in rows_of(entry)] == [1, 2, 3]
        assert recomputed(entry) == entry.hash
        verify(session)
