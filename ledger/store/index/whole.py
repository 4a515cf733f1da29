"""The whole index at once, for work that looks at every document."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from ledger.store.bulk.batches import AT_ONCE
from ledger.store.bulk.columns import POSTING
from ledger.store.connecting.session import Session
from ledger.store.index.bundles import IS_BUNDLE, PACKED, unpacked

_ROWS = select(POSTING.c.token, POSTING.c.documents)
_HALF = np.uint64(32)
_NAME = 0xFFFFFFFF
"""The place of all that is a name, behind those of all tokens."""


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
    held = _read(session)
    distinct = dict.fromkeys(held.tokens)
    tokens = [token for token in distinct if not token.startswith("#")]
    places = dict(zip(tokens, range(len(tokens)), strict=True))
    place = np.fromiter((places.get(token, _NAME) for token in held.tokens), np.uint64)
    pairs = np.repeat(place << _HALF, held.counts) | held.documents
    pairs.sort()
    pairs = pairs[: pairs.searchsorted(np.uint64(_NAME) << _HALF)]
    pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
    counts = np.bincount((pairs >> _HALF).astype(np.int64), minlength=len(tokens))
    return Whole(tokens, counts, pairs.astype(np.uint32))  # keeps the lower half


def _read(session: Session) -> Whole:
    """All runs as they are stored: a token may have several."""
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
    return Whole(
        tokens,
        np.concatenate([nothing, *counts]).astype(np.int64),
        np.concatenate([nothing, *documents]),
    )
