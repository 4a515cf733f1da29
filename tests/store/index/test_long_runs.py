"""Long runs are read once, and what was read is never taken for another index's."""

from collections.abc import Collection, Iterator

import pytest

from ledger.store.bulk.keyed import Rows, keyed
from ledger.store.index import long_runs, postings
from ledger.store.index.edition import begin, mark_anew
from ledger.store.index.long_runs import LONG
from ledger.store.opening.ledger import Store, open_ledger
from tests.times import MORNING

EVERY = range(2, 2 * LONG + 4, 2)
"""Documents enough for one long run."""
OTHERS = [2, *EVERY[1 + len(EVERY) // 2 :], *range(90_000, 90_000 + len(EVERY))]
"""Others that begin with the same one."""


@pytest.fixture
def other(database: str) -> Iterator[Store]:
    """Another process at the same ledger."""
    opened = open_ledger(database)
    yield opened
    opened.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Collection[object]]:
    """The tokens whose long runs were read, look by look."""
    looks: list[Collection[object]] = []

    def watched(connection: object, query: object, tokens: Collection[object]) -> Rows:
        looks.append(tokens)
        return keyed(connection, query, tokens)  # type: ignore[arg-type]

    monkeypatch.setattr(long_runs, "keyed", watched)
    return looks


def _append(store: Store, documents: Collection[int], *, anew: bool = False) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        if anew:
            begin(act.session)
        postings.append(act.session, {number: ["bridge"] for number in documents})


def _found(store: Store) -> list[int]:
    with store.reading() as session:
        found, common = postings.telling(session, ["bridge"], 10**6)
    assert not common
    return [int(document) for document in found["bridge"]]


def test_a_long_run_is_read_once(store: Store, asked: list[Collection[object]]) -> None:
    _append(store, EVERY)
    assert _found(store) == _found(store) == list(EVERY)
    assert [look for look in asked if look] == [["bridge"]]


def test_all_long_runs_of_a_token_are_read_once(
    store: Store, asked: list[Collection[object]]
) -> None:
    later = range(90_000, 90_000 + 2 * len(EVERY), 2)
    _append(store, EVERY)
    assert _found(store) == list(EVERY)
    _append(store, later)
    assert _found(store) == _found(store) == [*EVERY, *later]
    assert [look for look in asked if look] == [["bridge"]] * 2


def test_what_an_act_reads_before_it_writes_is_kept_for_all(
    store: Store, asked: list[Collection[object]]
) -> None:
    _append(store, EVERY)
    with store.acting("test", actor="mira", at=MORNING) as act:
        assert list(postings.lookup(act.session, ["bridge"])["bridge"]) == list(EVERY)
        postings.append(act.session, {90_000: ["bridge"]})
        assert list(postings.lookup(act.session, ["bridge"])["bridge"]) == [*EVERY, 90_000]
    assert _found(store) == [*EVERY, 90_000]
    assert [look for look in asked if look] == [["bridge"]]


def test_what_another_process_adds_is_found(store: Store, other: Store) -> None:
    _append(store, EVERY)
    assert _found(store) == list(EVERY)
    later = range(90_000, 90_006, 2)
    _append(other, later)
    assert _found(store) == [*EVERY, *later]


def test_an_index_built_again_by_another_process_is_read_anew(store: Store, other: Store) -> None:
    _append(store, EVERY)
    assert _found(store) == list(EVERY)
    _append(other, OTHERS, anew=True)
    assert _found(store) == OTHERS


def test_an_index_marked_anew_is_read_anew(store: Store, asked: list[Collection[object]]) -> None:
    _append(store, EVERY)
    _found(store)
    with store.acting("test", actor="mira", at=MORNING) as act:
        mark_anew(act.session)
    assert _found(store) == list(EVERY)
    assert [look for look in asked if look] == [["bridge"]] * 2


def test_what_an_act_wrote_and_took_back_is_not_kept(store: Store) -> None:
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, {2: ["ferry"]})  # the index has begun and has its mark
    with store.acting("test", actor="mira", at=MORNING) as act:
        postings.append(act.session, {document: ["bridge"] for document in OTHERS})
        assert len(postings.telling(act.session, ["bridge"], 10**6)[0]["bridge"]) == len(OTHERS)
        act.abandoned = True
    _append(store, EVERY)
    assert _found(store) == list(EVERY)


def test_little_is_kept_where_little_may_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_runs, "_MOST_BYTES", 0)
    _append(store, EVERY)
    assert _found(store) == _found(store) == list(EVERY)
