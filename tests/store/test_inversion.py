"""Turning documents with tokens into tokens with documents: what went in comes out, in order."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.store import inversion as inversion_module
from ledger.store.bundles import PACKED, SHORT
from ledger.store.inversion import Inversion, Run

SIGNS = st.text("橋渡港\ud7a3\U00020000", min_size=1, max_size=2)
NUMBERS = st.integers(0, 2**32 - 1)
TOKENS = st.frozensets(st.text(max_size=3), max_size=6)


@given(st.dictionaries(NUMBERS, TOKENS))
def test_every_token_has_its_documents_ascending(documents: dict[int, frozenset[str]]) -> None:
    inversion = Inversion()
    for document, held in documents.items():
        inversion.add(document, held)
    expected: dict[str, list[int]] = {}
    for document in sorted(documents):
        for token in documents[document]:
            expected.setdefault(token, []).append(document)
    runs = list(inversion.taken().runs())
    assert [token for token, *_ in runs] == sorted(expected)
    for token, first, count, packed in runs:
        held = np.frombuffer(packed, dtype=PACKED).tolist()
        assert (held, first, count) == (expected[token], expected[token][0], len(held))


@given(st.lists(st.tuples(NUMBERS, SIGNS)), st.dictionaries(NUMBERS, st.frozensets(SIGNS)))
def test_signs_are_tokens_like_others(
    signs: list[tuple[int, str]], others: dict[int, frozenset[str]]
) -> None:
    told, written = Inversion(), Inversion()
    for inversion in (told, written):
        inversion.add_each(list(others), list(others.values()))
    for document, token in signs:
        told.add(document, [token])
    columns = np.array([(document, *_codes(token)) for document, token in signs], dtype=np.uint32)
    written.add_signs(*columns.reshape(-1, 3).T)
    assert list(written.taken().runs()) == list(told.taken().runs())


def _codes(token: str) -> tuple[int, int]:
    return ord(token[0]), ord(token[1]) if len(token) > 1 else 0


def test_words_nothing_is_found_by_leave_nothing() -> None:
    inversion = Inversion(partial(map, {"ferries": "ferri", "the": ""}.__getitem__))
    documents = np.array([4, 4, 6, 6], dtype=np.uint32)
    inversion.add_written(documents, ["the", "ferries", "ferries", "the"])
    assert [(token, count) for token, _, count, _ in inversion.taken().runs()] == [("ferri", 2)]
    assert len(inversion) == len(inversion.taken()) == 0


@given(st.lists(st.dictionaries(NUMBERS, TOKENS | st.frozensets(SIGNS)), max_size=5))
def test_short_lists_wait_for_what_is_still_to_come(
    batches: list[dict[int, frozenset[str]]],
) -> None:
    whole, cut = Inversion(), Inversion()
    early: list[Run] = []
    for documents in batches:
        for inversion in (whole, cut):
            inversion.add_each([*documents], [*documents.values()])
        early += cut.taken(more=True).runs()
        assert cut.fresh == 0
    assert not early  # nothing was long
    assert cut.taken().runs() == whole.taken().runs()


def test_long_lists_do_not_wait_and_short_ones_have_room_for_so_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inversion = Inversion()
    inversion.add_each(range(2, 2 * SHORT + 4, 2), [{"bridge", "造价"}] * (SHORT + 1))
    inversion.add(4, ["ferry", "渡輪"])
    assert [token for token, *_ in inversion.taken(more=True).runs()] == ["bridge", "造价"]
    assert (len(inversion), inversion.fresh) == (2, 0)
    monkeypatch.setattr(inversion_module, "_HELD_BACK", 2)
    inversion.add(6, ["ferry"])
    runs = [(token, count) for token, _, count, _ in inversion.taken(more=True).runs()]
    assert runs == [("ferry", 2), ("渡輪", 1)]


def test_with_very_many_words_none_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inversion_module, "_MANY", 2)
    inversion = Inversion()
    for words in (["pier", "quay"], ["ferry", "quay"], ["pier", "quay"]):
        inversion.add(2, words)
        inversion.add(4, words)
        taken = [token for token, *_ in inversion.taken(more=True).runs()]
        assert taken == ([] if "ferry" not in words else ["ferry", "pier", "quay"])
    assert [(run[0], run[2]) for run in inversion.taken().runs()] == [("pier", 2), ("quay", 2)]
