"""Turning documents with tokens into tokens with documents: what went in comes out, in order."""

from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.bundles import PACKED
from ledger.store.inversion import Inversion

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
    runs = list(inversion.lists().runs())
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
    assert list(written.lists().runs()) == list(told.lists().runs())


def _codes(token: str) -> tuple[int, int]:
    return ord(token[0]), ord(token[1]) if len(token) > 1 else 0


def test_words_nothing_is_found_by_leave_nothing() -> None:
    inversion = Inversion(partial(map, {"ferries": "ferri", "the": ""}.__getitem__))
    documents = np.array([4, 4, 6, 6], dtype=np.uint32)
    inversion.add_written(documents, ["the", "ferries", "ferries", "the"])
    assert [(token, count) for token, _, count, _ in inversion.lists().runs()] == [("ferri", 2)]
    inversion.clear()
    assert len(inversion) == len(inversion.lists()) == 0
