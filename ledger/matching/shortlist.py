"""From posting lists to the few documents worth a closer look."""

from collections.abc import Iterable, Mapping

import numpy as np

from ledger.matching.tally import Documents, Weights, added_up, among
from ledger.matching.weight import weight

OPENED = 20_000
"""Postings read to find documents: the rarest lists are opened first, until so many are read.

Longer lists can only move a document that a rarer word found, so they are looked into for those
alone. In a ledger of a million that is a hundredth of the work. Three times as many found no more
among 14,000 claims of fact-checkers and 100,000 made up.
"""
PROBED = 500
"""So many of the documents found, the best of them, are looked for in the longer lists."""
_WORTH = 0.3
"""A document that shares less than this of what the best one shares is not looked at closely."""
_ALWAYS = 20
"""So many are, whatever they share. Of 2,601 right ones in eight sets this passes over thirteen."""


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
    lists = [(weight(token, count, documents), postings[token]) for count, token in held]
    rare = max(1, int(np.searchsorted(np.cumsum([count for count, _ in held]), opened, "right")))
    found, shared = _best(*added_up(lists[:rare]), max(limit, PROBED))
    for weighs, documents_held in lists[rare:]:
        shared += weighs * among(found, documents_held)
    order = np.lexsort((found, -shared))[:limit]
    worth = np.searchsorted(-shared[order], -_WORTH * shared.max(initial=0.0), "right")
    return [int(number) for number in found[order[: max(_ALWAYS, worth)]]]


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


def _best(found: Documents, shared: Weights, limit: int) -> tuple[Documents, Weights]:
    """The documents with the most weight, in no order; of equal ones the smaller numbers."""
    if len(found) <= limit:
        return found, shared
    last = np.partition(shared, -limit)[-limit]
    above, equal = np.flatnonzero(shared > last), np.flatnonzero(shared == last)
    spare = limit - len(above)
    if len(equal) > spare:
        equal = equal[np.argpartition(found[equal], spare - 1)[:spare]]
    best = np.concatenate((above, equal))
    return found[best], shared[best]
