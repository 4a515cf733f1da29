"""From posting lists to the few documents worth a closer look."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ledger.matching.weight import weight

Documents = NDArray[np.uint32]
Weights = NDArray[np.float64]

OPENED = 60_000
"""Postings read to find documents: the rarest lists are opened first, until so many are read.

Longer lists can only move a document that a rarer word found, so they are looked into for those
alone. In a ledger of a million that is a hundredth of the work, and finds the same.
"""
PROBED = 2_000
"""So many of the documents found, the best of them, are looked for in the longer lists."""
_BITS = 16


def shortlist(
    query: frozenset[str],
    postings: Mapping[str, Documents],
    documents: int,
    limit: int = 100,
    *,
    opened: int = OPENED,
) -> list[int]:
    """The documents that share the most weight with a query.

    Args:
        query: the tokens of the query, as ``features`` gives them.
        postings: for each of these tokens the documents that hold it, ascending, each once; a token
            that no document holds may be missing.
        documents: how many documents there are in all.
        limit: at most so many are given back.
        opened: so many postings are read to find documents, rarest lists first, and always one
            list; documents that stand in longer lists alone are not found.

    Returns:
        Document numbers, best first; of equal ones the smaller number first.
    """
    # Rarest first and then by name, so that sums round alike whatever the hash seed.
    held = sorted((len(postings[token]), token) for token in query if token in postings)
    lists = [postings[token] for _, token in held]
    weights = np.array([weight(token, count, documents) for count, token in held])
    rare = max(1, int(np.searchsorted(np.cumsum([count for count, _ in held]), opened, "right")))
    found, shared = _added_up(lists[:rare], weights[:rare])
    found, shared = _best(found, shared, max(limit, PROBED))
    for documents_held, weighs in zip(lists[rare:], weights[rare:], strict=True):
        shared += weighs * among(found, documents_held)
    found, shared = _best(found, shared, limit)
    return [int(document) for document in found[np.lexsort((found, -shared))]]


def sharing(
    query: Iterable[str], postings: Mapping[str, Documents], documents: Iterable[int]
) -> dict[int, frozenset[str]]:
    """Which tokens of a query each of some documents holds."""
    wanted = np.array(sorted(set(documents)), dtype=np.uint32)
    shared: dict[int, list[str]] = {int(document): [] for document in wanted}
    for token in query:
        if token in postings:
            for document in wanted[among(wanted, postings[token])]:
                shared[int(document)].append(token)
    return {document: frozenset(tokens) for document, tokens in shared.items()}


def _added_up(lists: Sequence[Documents], weights: Weights) -> tuple[Documents, Weights]:
    """Every document of the lists, ascending, with the weight of the lists it stands in."""
    if not lists:
        return np.array([], dtype=np.uint32), np.array([])
    # One sort of plain integers, the list's place in the low bits, is the quickest way to group.
    keys = np.concatenate([(held.astype(np.uint64) << _BITS) | at for at, held in enumerate(lists)])
    keys.sort()
    found = keys >> _BITS
    starts = np.flatnonzero(np.diff(found, prepend=found[:1] + 1))
    gained = weights[(keys & (2**_BITS - 1)).astype(np.intp)]
    return found[starts].astype(np.uint32), np.add.reduceat(gained, starts)


def _best(found: Documents, shared: Weights, limit: int) -> tuple[Documents, Weights]:
    """The documents with the most weight, ascending; of equal ones the smaller numbers."""
    if len(found) <= limit:
        return found, shared
    least = np.partition(shared, -limit)[-limit]
    worth = shared > least
    tied = np.flatnonzero(shared == least)[: limit - int(worth.sum())]
    worth[tied] = True
    return found[worth], shared[worth]


def among(wanted: Documents, held: Documents) -> NDArray[np.bool_]:
    """Which of the wanted documents a posting list holds; both ascend."""
    if not len(held):
        return np.zeros(len(wanted), dtype=np.bool_)
    at = np.searchsorted(held, wanted)
    at[at == len(held)] = 0
    return held[at] == wanted
