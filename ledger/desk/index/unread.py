"""Posting lists of a text's tokens, where part of the ledger was archived and is not read yet."""

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from ledger.matching import Candidate, Documents, added_up, is_concept, spelled, stated, ways
from ledger.store.connecting.session import Session
from ledger.store.index import postings

_HOWEVER_MANY = 2**32


def telling(
    session: Session, query: Collection[str], lots: Sequence[range], most: int
) -> tuple[dict[str, Documents], frozenset[str]]:
    """The documents of each token that no more than so many hold, and the tokens that more do.

    A name or a term also finds those archived statements that have the words of one of its forms:
    until they are read no list of its own holds them.
    """
    if not lots:
        return postings.telling(session, sorted(query), most)
    forms = {token: ways(token) for token in query if is_concept(token)}
    words = chain.from_iterable(chain.from_iterable(forms.values()))
    found, common = postings.telling(session, sorted({*query, *words}), most)
    for concept, written in forms.items():
        unread = spelled(written, found, common)
        unread = unread[_are_among(unread, lots)]
        if len(unread) and concept not in common:
            known = found.get(concept, unread[:0])
            found[concept], _ = added_up([(1.0, known), (1.0, unread)])
    common |= {concept for concept in forms if len(found.get(concept, ())) > most}
    return {token: held for token, held in found.items() if token not in common}, common


def lists(session: Session, query: Collection[str], lots: Sequence[range]) -> dict[str, Documents]:
    """The documents of each token, however many; tokens of none are left out."""
    return telling(session, query, lots, _HOWEVER_MANY)[0]


def stating(
    text: str, candidates: list[Candidate], listed: Sequence[int], lots: Sequence[range]
) -> list[Candidate]:
    """Candidates with those figures of a text that such of them state as are not read yet.

    Args:
        text: the query.
        candidates: the documents.
        listed: their numbers, best first.
        lots: the statements not read yet, which ascend.
    """
    if not lots:
        return candidates
    texts = {one.document: one.text for one in candidates}
    unread = np.array([number for number in listed if number in texts], dtype=np.uint32)
    unread = unread[_are_among(unread, lots)].tolist()
    figures = dict(zip(unread, stated(text, [texts[number] for number in unread]), strict=True))
    return [
        one._replace(shared=(one.shared or frozenset()) | figures[one.document])
        if figures.get(one.document)
        else one
        for one in candidates
    ]


def _are_among(documents: Documents, lots: Sequence[range]) -> NDArray[np.bool_]:
    """Which documents are statements of these lots, which ascend."""
    edges = np.array([edge for lot in lots for edge in (lot.start, lot.stop)])
    within = edges.searchsorted(documents // 2, "right") % 2 == 1
    among: NDArray[np.bool_] = within & (documents % 2 == 0)
    return among
