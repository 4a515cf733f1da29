"""Which documents of a whole archive can be near an older one: one pass over all posting lists.

Asking the index about one document costs a millisecond and more, and mostly the answer is that
nothing is near. Here dozens are asked about at once, as rows of numbers, and only those that share
enough with an older claim are left for a closer look. None is passed over that ``promising`` would
find: what is asked for here is as much as there, or less.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ledger.matching.profile import NAME, TERM, is_concept
from ledger.matching.promising import least
from ledger.matching.shortlist import OPENED
from ledger.matching.tally import Documents, Weights
from ledger.matching.weight import weights

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_TOGETHER = 128
"""Documents asked about at once; their sums then stay in the processor's cache."""
_SLOTS = 1 << 12
"""Sums kept for each of them; documents that meet in one are told apart afterwards."""
_UNREAD = 0.5
"""Lists are read, rarest first, until the rest weighs less than this share of what is asked for: to
be looked at again, a document must then have more than one rare word in common."""
_PROBED = 100
"""A document with more possible pairs is looked at closely without asking what else they share."""
_UNASKED = (-np.inf, -np.inf)
_ROUNDING = 1e-6
"""Sums may differ by less, depending on the order of what is added up."""


class Lists(NamedTuple):
    """All posting lists of an index, one behind the other.

    Attributes:
        tokens: every token.
        counts: how many documents hold it.
        documents: the documents of the first token, then those of the second, and so on.
    """

    tokens: Sequence[str]
    counts: Places
    documents: Documents


class _Asked(NamedTuple):
    """Documents asked about, with such of their tokens as others hold too, rarest first.

    Attributes:
        least: the weight that each must share with another.
        row: whose token it is, counted from 0.
        token: the token.
        weighs: its weight.
        older: how many documents of older claims hold it.
    """

    least: Weights
    row: Places
    token: Places
    weighs: Weights
    older: Places


class Archive:
    """Every document of an index with its tokens, and every token with its documents.

    Documents go by their place in the order of their claims, so that what is older comes first;
    tokens by their place in the order of how rare they are.
    """

    def __init__(self, lists: Lists, claims: Mapping[int, int], documents: int) -> None:
        """Turn posting lists into both tables.

        Args:
            lists: the whole index.
            claims: the claim of each document that can be near another.
            documents: how many documents the ledger has in all.
        """
        self._order(claims)
        places = np.full(int(self._documents.max(initial=0)) + 2, -1, dtype=np.int64)
        places[self._documents] = np.arange(len(self._documents))
        held = places[np.minimum(lists.documents, len(places) - 1)]
        token = np.repeat(np.arange(len(lists.tokens)), lists.counts)[held >= 0]
        self._weigh(lists, documents, token, held := held[held >= 0])
        self._invert(token, held)

    def _order(self, claims: Mapping[int, int]) -> None:
        """Give every document its place."""
        numbers = np.fromiter(claims.keys(), dtype=np.int64, count=len(claims))
        of_claim = np.fromiter(claims.values(), dtype=np.int64, count=len(claims))
        order = np.lexsort((numbers, of_claim))
        self._documents, self._claims = numbers[order], of_claim[order]

    def _weigh(self, lists: Lists, documents: int, token: Places, held: Places) -> None:
        """What every token weighs, and every document."""
        self._weights = weights(lists.tokens, lists.counts, documents)
        self._concept = np.array([*map(is_concept, lists.tokens)], dtype=np.bool_)
        named = self._concept.copy()
        for at in np.flatnonzero(named).tolist():
            named[at] = lists.tokens[at].startswith((NAME, TERM))
        size, concept, weighs = len(self._documents), self._concept[token], self._weights[token]
        self._words = _sums(held, weighs * ~concept, size)
        self._concepts = _sums(held, weighs * concept, size)
        self._named = np.bincount(held, named[token], minlength=size) > 0

    def _invert(self, token: Places, held: Places) -> None:
        """Both tables, without the tokens of one document only: nobody shares those."""
        counts, size = np.bincount(token, minlength=len(self._weights)), len(self._documents)
        rarest = np.argsort(counts, kind="stable")
        rarest = rarest[counts[rarest] > 1]
        rank = np.full(len(counts), -1, dtype=np.int64)
        rank[rarest] = np.arange(len(rarest))
        self._weights, self._concept = self._weights[rarest], self._concept[rarest]
        shared = rank[token] >= 0
        pairs = rank[token[shared]] * size + held[shared]
        pairs.sort(kind="stable")
        listed, holders = np.divmod(pairs, max(size, 1))
        self._holders = holders.astype(np.int32)
        self._list_at = np.searchsorted(listed, np.arange(len(rarest) + 1))
        order = np.argsort(self._holders, kind="stable")
        self._older = self._older_holders(listed)[order].astype(np.int32)
        self._pairs = holders[order] * len(rarest) + listed[order]
        self._held_at = np.searchsorted(self._holders[order], np.arange(size + 1))

    def _older_holders(self, listed: Places) -> Places:
        """Of each holder in each list, how many before it belong to an older claim."""
        claims = self._claims[self._holders]
        begins = np.ones(len(listed), dtype=np.bool_)
        begins[1:] = (listed[1:] != listed[:-1]) | (claims[1:] != claims[:-1])
        first = np.maximum.accumulate(np.where(begins, np.arange(len(listed)), 0))
        return first - self._list_at[listed]

    def of_claims(self, claims: range) -> dict[int, int]:
        """The documents of some claims, each with its claim, by claim and number."""
        within = self._within(claims)
        return dict(
            zip(self._documents[within].tolist(), self._claims[within].tolist(), strict=True)
        )

    def promising(self, claims: range, beside: Mapping[int, tuple[float, float]]) -> list[int]:
        """Those of some documents that share enough with one of an older claim to be near it.

        Args:
            claims: the claims whose documents are asked about.
            beside: the documents, each with what it holds besides what it is asked with: the weight
                of that in words, and in concepts. Others of the same claims are not asked about.
        """
        first, end, _ = self._within(claims).indices(len(self._documents))
        rows = [beside.get(one, _UNASKED) for one in self._documents[first:end].tolist()]
        spare = np.array(rows, dtype=np.float64).reshape(-1, 2)
        in_words, in_concepts = least(
            self._words[first:end] - spare[:, 0], self._concepts[first:end] - spare[:, 1]
        )
        in_concepts[~self._named[first:end]] = np.inf
        found: list[int] = []
        for at in range(first, end, _TOGETHER):
            some = slice(at, min(at + _TOGETHER, end))
            here = slice(some.start - first, some.stop - first)
            hit = self._sharing(self._asked(some, in_words[here]))
            hit |= self._sharing(self._asked(some, in_concepts[here], concepts_only=True))
            found += self._documents[some][hit].tolist()
        return found

    def _within(self, claims: range) -> slice:
        first, end = np.searchsorted(self._claims, (claims.start, claims.stop)).tolist()
        return slice(first, end)

    def _asked(self, some: slice, least: Weights, *, concepts_only: bool = False) -> _Asked:
        held_at = self._held_at[some.start : some.stop + 1]
        row = np.repeat(np.arange(some.stop - some.start), np.diff(held_at))
        within = slice(held_at[0], held_at[-1])
        token = self._pairs[within] % len(self._weights)
        wanted = np.isfinite(least)[row]
        if concepts_only:
            wanted &= self._concept[token]
        row, token = row[wanted], token[wanted]
        return _Asked(least, row, token, self._weights[token], self._older[within][wanted])

    def _sharing(self, asked: _Asked) -> Flags:
        """Which of the documents asked about share enough with an older one."""
        rows = len(asked.least)
        if not asked.older.any():
            return np.zeros(rows, dtype=np.bool_)
        read = _read(asked)
        unread = _sums(asked.row[~read], asked.weighs[~read], rows)
        enough = asked.least - _ROUNDING
        row, found, gained = self._pairs_of(asked, np.flatnonzero(read), enough - unread)
        hit = np.bincount(row, minlength=rows) > _PROBED
        row, found, gained = row[few := ~hit[row]], found[few], gained[few]
        gained = gained + self._more(asked, np.flatnonzero(~read), row, found)
        hit[row[gained >= enough[row]]] = True
        return hit

    def _pairs_of(
        self, asked: _Asked, read: Places, least: Weights
    ) -> tuple[Places, Places, Weights]:
        """Who shares so much of the lists that are read with whom, and how much."""
        rows, weighs, counts = asked.row[read], asked.weighs[read], asked.older[read]
        of = np.repeat(np.arange(len(read)), counts)
        found = self._holders[self._list_at[asked.token[read]][of] + _counted(counts)]
        slot = (rows * _SLOTS)[of] + (found & (_SLOTS - 1))
        sums = _sums(slot, weighs[of], len(least) * _SLOTS)
        likely = np.flatnonzero(sums[slot] >= least[rows][of])
        of, found = of[likely], found[likely]
        pairs, which = np.unique(rows[of] * len(self._documents) + found, return_inverse=True)
        gained = _sums(which, weighs[of], len(pairs))
        row, found = np.divmod(pairs, max(len(self._documents), 1))
        kept = gained >= least[row]
        return row[kept], found[kept], gained[kept]

    def _more(self, asked: _Asked, unread: Places, row: Places, found: Places) -> Weights:
        """What each pair shares besides, in the lists that were not read."""
        counts = np.bincount(asked.row[unread], minlength=len(asked.least))
        first = np.cumsum(counts) - counts
        at = unread[np.repeat(first[row], counts[row]) + _counted(counts[row])]
        pair = np.repeat(np.arange(len(row)), counts[row])
        key = found[pair] * len(self._weights) + asked.token[at]
        place = np.minimum(np.searchsorted(self._pairs, key), len(self._pairs) - 1)
        shared = self._pairs[place] == key
        return _sums(pair, asked.weighs[at] * shared, len(row))


def _read(asked: _Asked) -> Flags:
    """Which lists are read: the rarest of each document, and no more than for a single look."""
    ends = np.cumsum(np.bincount(asked.row, minlength=len(asked.least)))
    begins = np.concatenate(([0], ends))[asked.row]
    weighs, older = (np.concatenate(([0.0], np.cumsum(x))) for x in (asked.weighs, asked.older))
    at = np.arange(len(asked.row))
    rest = weighs[ends[asked.row]] - weighs[at]
    before = older[at] - older[begins]
    return (rest >= _UNREAD * asked.least[asked.row]) & (before <= OPENED)


def _sums(of: Places, weighs: Weights, count: int) -> Weights:
    """What belongs to each of so many, added up."""
    return np.bincount(of, weighs, minlength=count).astype(np.float64, copy=False)


def _counted(counts: Places) -> Places:
    """From 0 up to each of the counts, one behind the other."""
    return np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
