"""From posting lists to the few documents worth a closer look."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ledger.matching.profile import is_cjk
from ledger.matching.score import RIVALS
from ledger.matching.tally import Documents, Weights, added_up, among
from ledger.matching.weight import weights_each

OPENED = 20_000
"""Postings read to find documents: the rarest lists are opened first, until so many are read.

Longer lists can only move a document that a rarer word found, so they are looked into for those
alone. In a ledger of a million that is a hundredth of the work. Three times as many found no more
among 14,000 claims of fact-checkers and 100,000 made up.
"""
PROBED = 500
"""So many of the documents found, the best of them, are looked for in the longer lists."""
_SPARED = 0.08
"""Lists that together weigh less than this of the query's find no document: with no more than the
commonest of its words in common nothing is near."""
_WORTH = 0.3
"""A document that shares less than this of what the best one shares is not looked at closely."""
_ALWAYS = 20
"""So many are, whatever they share. Of 2,601 right ones in eight sets this passes over thirteen."""
_BEYOND_DOUBT = 0.8
"""Where the best one shares this much of all that any can, it and its rivals are, by which the
score is made sure. That passes over four more of the 2,601."""
_OF_A_SHORT_LINE = 60
"""So many always are for a line that is found by its single CJK characters: two people put a short
question in words that share little, and another question shares as much. Of 370 right ones to 185
questions and headlines among 38,000 lines, thirty held 347, sixty 356, and eighty 360."""


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
    held = sorted([(len(postings[token]), token) for token in query if token in postings])
    weights = weights_each(held, documents)
    lists = [(weighs, postings[token]) for weighs, (_, token) in zip(weights, held, strict=True)]
    whole = sum(weights)
    rare = _opened([count for count, _ in held], weights, whole, opened)
    probed = limit if rare == len(lists) else max(limit, PROBED)
    found, shared = _best(*added_up(lists[:rare]), probed)
    for weighs, documents_held in lists[rare:]:
        shared += weighs * among(found, documents_held)
    order = (-shared).argsort(kind="stable")[:limit]
    best = float(shared.max(initial=0.0))
    worth = int((shared[order] >= _WORTH * best).sum())
    always = RIVALS + 1 if best > _BEYOND_DOUBT * whole else _ALWAYS
    if _is_short(query):
        always = _OF_A_SHORT_LINE
    listed: list[int] = found[order[: max(always, worth)]].tolist()
    return listed


def _is_short(query: frozenset[str]) -> bool:
    """Whether a third of the tokens are single CJK characters; a figure leaves one behind, too."""
    return 3 * sum(len(token) == 1 and is_cjk(token) for token in query) >= len(query) > 0


def _opened(counts: Sequence[int], weights: Sequence[float], whole: float, most: int) -> int:
    """How many lists, rarest first, are read to find documents."""
    read, beyond = 0, whole
    for opened, (count, weighs) in enumerate(zip(counts, weights, strict=True)):
        read += count
        if opened and (read > most or beyond < _SPARED * whole):
            return opened
        beyond -= weighs
    return len(counts)


def sharing(
    query: Iterable[str], postings: Mapping[str, Documents], documents: Iterable[int]
) -> dict[int, frozenset[str]]:
    """Which tokens of a query each of some documents holds."""
    wanted = sorted(set(documents))
    numbers = np.array(wanted, dtype=np.uint32)
    shared: list[list[str]] = [[] for _ in wanted]
    for token in query:
        if token in postings:
            for at in among(numbers, postings[token]).nonzero()[0].tolist():
                shared[at].append(token)
    return dict(zip(wanted, map(frozenset, shared), strict=True))


def _best(found: Documents, shared: Weights, limit: int) -> tuple[Documents, Weights]:
    """The documents with the most weight, ascending as they came; of equal ones the smaller."""
    if len(found) <= limit:
        return found, shared
    last = np.partition(shared, -limit)[-limit]
    is_best = shared > last
    equal = (shared == last).nonzero()[0]
    is_best[equal[: limit - np.count_nonzero(is_best)]] = True
    best = is_best.nonzero()[0]
    return found[best], shared[best]
