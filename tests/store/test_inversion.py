"""Turning documents with tokens into tokens with documents: what went in comes out, in order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ledger.store.bundles import PACKED
from ledger.store.inversion import Inversion

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
