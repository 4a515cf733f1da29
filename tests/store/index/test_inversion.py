"""Turning documents with tokens into tokens with documents: what went in comes out, in order."""

from functools import partial
from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.index.bundles import PACKED
from ledger.store.index.inversion import Inversion, Run

SIGNS = st.text("橋渡港\ud7a3\U00020000", min_size=1, max_size=2)
NUMBERS = st.integers(0, 2**32 - 1)
TOKENS = st.frozensets(st.text(max_size=3), max_size=6)


def runs_of(inversion: Inversion) -> list[Run]:
    """All that it holds, as runs."""
    return [run for lists in inversion.taken() for run in lists.runs()]


@given(st.dictionaries(NUMBERS, TOKENS))
def test_every_token_has_its_documents_ascending(documents: dict[int, frozenset[str]]) -> None:
    inversion = Inversion()
    for document, held in documents.items():
        inversion.add(document, held)
    expected: dict[str, list[int]] = {}
    for document in sorted(documents):
        for token in documents[document]:
            expected.setdefault(token, []).append(document)
    runs = runs_of(inversion)
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
    assert runs_of(written) == runs_of(told)


def _codes(token: str) -> tuple[int, int]:
    return ord(token[0]), ord(token[1]) if len(token) > 1 else 0


def test_words_nothing_is_found_by_leave_nothing() -> None:
    inversion = Inversion(partial(map, {"ferries": "ferri", "the": ""}.__getitem__))
    documents = np.array([4, 4, 6, 6], dtype=np.uint32)
    inversion.add_written(documents, ["the", "ferries", "ferries", "the"])
    assert [(token, count) for token, _, count, _ in runs_of(inversion)] == [("ferri", 2)]
    assert not inversion
    assert not runs_of(inversion)


@given(
    st.lists(st.dictionaries(NUMBERS, TOKENS | st.frozensets(SIGNS)), max_size=5),
    st.integers(0, 20),
)
def test_what_waits_on_disk_comes_back_each_token_once(
    batches: list[dict[int, frozenset[str]]], at_hand: int
) -> None:
    whole, cut = Inversion(), Inversion(at_hand=at_hand)
    for documents in batches:
        for inversion in (whole, cut):
            inversion.add_each([*documents], [*documents.values()])
    assert cut.is_long == (sum(len(held) for b in batches for held in b.values()) > at_hand)
    assert sorted(runs_of(cut)) == runs_of(whole)
    assert not cut
    assert not whole


def test_a_bundle_is_in_one_share() -> None:
    inversion = Inversion(at_hand=40)
    for document in range(2, 200, 2):
        inversion.add(document, ["bridge", "造价", f"pier{document}"])
    names = [[name for name, *_ in lists.bundles()] for lists in inversion.taken()]
    assert len(names) > 1
    assert [*chain(*names)] == sorted({*chain(*names)})
