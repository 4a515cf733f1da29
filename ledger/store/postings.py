"""The inverted index: which documents hold a token, in runs of packed numbers.

A document is a statement (even number ``2 * S``) or a claim's wording (odd number ``2 * C + 1``).
Each act appends one run per token, so a single statement costs a few small rows and an import costs
one row per distinct token. The index is derived: it follows the texts and is not journalled.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert
from sqlmodel import Session, col, select

from ledger.store.tables import Posting, Table

Documents = NDArray[np.uint32]
_PACKED = np.dtype("<u4")
_BATCH = 500
"""Tokens asked for in one query; SQLite allows 32,766 parameters, older builds 999."""


def statement_document(number: int) -> int:
    """The index's number for a statement."""
    return 2 * number


def claim_document(number: int) -> int:
    """The index's number for a claim's wording."""
    return 2 * number + 1


def append(session: Session, documents: Mapping[int, Iterable[str]]) -> None:
    """Add documents with their tokens, one run per token."""
    runs: dict[str, list[int]] = {}
    for document in sorted(documents):
        for token in documents[document]:
            runs.setdefault(token, []).append(document)
    rows = [
        {
            "token": token,
            "first": numbers[0],
            "count": len(numbers),
            "documents": np.array(numbers, dtype=_PACKED).tobytes(),
        }
        for token, numbers in sorted(runs.items())
    ]
    if rows:
        session.connection().execute(insert(Table.metadata.tables["posting"]), rows)


def lookup(session: Session, tokens: Sequence[str]) -> dict[str, Documents]:
    """The documents of each token, ascending; tokens nobody uses are left out."""
    runs: dict[str, list[bytes]] = {}
    for start in range(0, len(tokens), _BATCH):
        wanted = (
            select(Posting.token, Posting.documents)
            .where(col(Posting.token).in_(tokens[start : start + _BATCH]))
            .order_by(col(Posting.token), col(Posting.first))
        )
        for token, packed in session.exec(wanted):
            runs.setdefault(token, []).append(packed)
    return {
        token: np.unique(np.frombuffer(b"".join(packed), dtype=_PACKED))
        for token, packed in runs.items()
    }
