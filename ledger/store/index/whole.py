"""The whole index at once, for work that looks at every document."""

from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from ledger.store.bulk.batches import AT_ONCE
from ledger.store.bulk.columns import POSTING
from ledger.store.connecting.session import Session
from ledger.store.index.bundles import IS_BUNDLE, PACKED, by_token, unpacked

_ROWS = select(POSTING.c.token, POSTING.c.documents)


class Whole(NamedTuple):
    """Every list of an index.

    Attributes:
        tokens: every token, once.
        counts: how many documents hold it.
        documents: the documents of the first token, ascending, then those of the second, and so on.
    """

    tokens: list[str]
    counts: NDArray[np.int64]
    documents: NDArray[np.uint32]


def whole(session: Session) -> Whole:
    """The whole index, but for names, which are looked for by likeness and by other numbers."""
    tokens, counts, documents = by_token(*_read(session))
    is_name = np.fromiter((token.startswith("#") for token in tokens), np.bool_, len(tokens))
    kept = documents[~np.repeat(is_name, counts)]
    return Whole([*compress(tokens, ~is_name)], counts[~is_name], kept)


def _read(session: Session) -> tuple[list[str], NDArray[np.uint32], NDArray[np.uint32]]:
    """Every run as it is stored: a token may have several; their lengths, and what they hold."""
    tokens: list[str] = []
    counts: list[NDArray[np.uint32]] = []
    documents: list[NDArray[np.uint32]] = []
    for name, packed in session.connection().execute(_ROWS.execution_options(yield_per=AT_ONCE)):
        if name in IS_BUNDLE:
            words, counted, held = unpacked(packed)
            tokens += words
            counts.append(counted)
            documents.append(held)
        else:
            tokens.append(name)
            documents.append(np.frombuffer(packed, dtype=PACKED))
            counts.append(np.array([len(documents[-1])], dtype=np.uint32))
    nothing = np.zeros(0, dtype=np.uint32)
    return tokens, np.concatenate([nothing, *counts]), np.concatenate([nothing, *documents])
