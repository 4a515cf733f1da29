"""From posting lists to the few documents worth a closer look."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ledger.matching.weight import weight


def shortlist(
    query: frozenset[str],
    postings: Mapping[str, NDArray[np.uint32]],
    documents: int,
    limit: int = 100,
) -> list[int]:
    """The documents that share the most weight with a query.

    Args:
        query: the tokens of the query, as ``features`` gives them.
        postings: for each of these tokens the documents that hold it, each document once; a token
            that no document holds may be missing.
        documents: how many documents there are in all.
        limit: at most so many are given back.

    Returns:
        Document numbers, best first; of equal ones the smaller number first.
    """
    # In sorted order, so that sums of the same weights round alike whatever the hash seed.
    lists = [(token, postings[token]) for token in sorted(query) if token in postings]
    if not lists:
        return []
    weights = [weight(token, len(held), documents) for token, held in lists]
    found, place = np.unique(np.concatenate([held for _, held in lists]), return_inverse=True)
    shared = np.bincount(place, weights=np.repeat(weights, [len(held) for _, held in lists]))
    if len(shared) > limit:
        worth = shared >= np.partition(shared, -limit)[-limit]
        found, shared = found[worth], shared[worth]
    best = np.lexsort((found, -shared))[:limit]
    return [int(document) for document in found[best]]
