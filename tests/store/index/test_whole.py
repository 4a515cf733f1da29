"""The whole index: every list once, however many runs and bundles it came in, and no name."""

import pytest

from ledger.store.index import postings
from ledger.store.index.whole import whole
from ledger.store.opening.ledger import Store
from tests.times import MORNING


def held(store: Store) -> dict[str, list[int]]:
    with store.reading() as session:
        tokens, counts, documents = whole(session)
    lists = iter(documents.tolist())
    return {
        token: [next(lists) for _ in range(count)]
        for token, count in zip(tokens, counts.tolist(), strict=True)
    }


@pytest.mark.parametrize("bundling", [False, True])
def test_it_is_every_list_once_without_the_names(
    store: Store, monkeypatch: pytest.MonkeyPatch, *, bundling: bool
) -> None:
    if bundling:
        monkeypatch.setattr(postings, "_WORTH_BUNDLING", 0)
    for documents in (
        {2: ["bridge", "#outlet 4f"], 4: ["bridge", "cost", "造价"]},
        {6: ["cost"], 8: ["bridge"], 9: ["#outlet 4f"]},
    ):
        with store.acting("test", actor="mira", at=MORNING) as act:
            postings.append(act.session, documents)
    assert held(store) == {"bridge": [2, 4, 8], "cost": [4, 6], "造价": [4]}


def test_an_empty_index_holds_nothing(store: Store) -> None:
    assert held(store) == {}
