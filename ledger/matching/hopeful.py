"""Which of many queries can find a document that shares enough: most statements of a file cannot.

What ``promising`` asks of one query is asked here of a thousand at once, and answered with yes
where it is not sure. Queries are asked one after the other, and what each finds decides whether a
claim founded by it joins the index; so every weight has bounds, by the fewest documents and by the
most that may have joined before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledger.matching.profile import NAME, TERM, is_concept
from ledger.matching.promising import least
from ledger.matching.settings import settings
from ledger.matching.shortlist import OPENED
from ledger.matching.tally import Documents, among
from ledger.matching.weight import shares

Tokens = frozenset[str]
_Numbers = NDArray[np.int64]
_Weights = NDArray[np.float64]
_Flags = NDArray[np.bool_]
_Both = NDArray[np.uint64]
"""A query, and below it a document in the lower half."""

_ROUNDING = 1e-6
_DEEP = 0.5
"""Lists are looked through until the others weigh less than this of what a document must share: it
then shares two of them or more, and few do."""
_AT_ONCE = 300_000
"""Documents looked at together, so that memory stays flat."""
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads pairs of a query and a document over 64 bits."""
_FEWEST_BITS = 12


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Each query with each of its tokens, query by query.

    Attributes:
        query: the query.
        token: its token.
        most: what the token weighs at most.
        joined: how many of the documents that join hold the token before the query is asked.
    """

    query: _Numbers
    token: _Numbers
    most: _Weights
    joined: _Numbers

    def only(self, kept: _Flags | _Numbers) -> "_Pairs":
        """Some of them, in their order or in that of their places."""
        return _Pairs(self.query[kept], self.token[kept], self.most[kept], self.joined[kept])

    def weight(self, many: int) -> _Weights:
        """What the tokens of each of so many queries weigh together."""
        return _added(self.query, self.most, many)


class _Joining:
    """Documents that join, by the tokens that are asked for."""

    def __init__(self, held: Sequence[Tokens], places: Mapping[str, int]) -> None:
        self._span = len(held) + 1
        found = [[places[token] for token in own if token in places] for own in held]
        after = np.repeat(np.arange(len(held)), [*map(len, found)])
        tokens = np.fromiter(chain.from_iterable(found), dtype=np.int64, count=len(after))
        self._keys = np.sort(tokens * self._span + after)

    def before(self, query: _Numbers, token: _Numbers) -> _Numbers:
        """How many hold a token and come before a query."""
        begins = self.begins(token)
        found: _Numbers = self._keys.searchsorted(token * self._span + query) - begins
        return found

    def begins(self, token: _Numbers) -> _Numbers:
        """Where those that hold a token begin."""
        found: _Numbers = self._keys.searchsorted(token * self._span)
        return found

    def has(self, token: _Numbers, after: _Numbers) -> _Flags:
        """Whether the document that comes after a query holds a token."""
        wanted = token * self._span + after
        at = self._keys.searchsorted(wanted)
        found: _Flags = self._keys.take(at, mode="clip") == wanted if len(self._keys) else at > 0
        return found

    @property
    def after(self) -> _Numbers:
        """The query each of them comes after."""
        return self._keys % self._span


def hopeful(
    queries: Sequence[Tokens],
    joining: tuple[Sequence[Tokens], Sequence[Tokens]],
    lists: Sequence[Mapping[str, Documents]],
    documents: int,
) -> _Flags:
    """Which queries may find a document that shares enough of them to be near.

    Args:
        queries: the tokens of each, in the order they are asked.
        joining: the tokens of the document that joins after each query, and of the one that may;
            none where there is none.
        lists: the documents that hold a token, in parts.
        documents: how many there are.
    """
    tokens = list(frozenset().union(*queries))
    places = dict(zip(tokens, range(len(tokens)), strict=True))
    surely, perhaps = (_Joining(held, places) for held in joining)
    runs = [[held[token] for held in lists if token in held] for token in tokens]
    counts = np.array([sum(map(len, own)) for own in runs], dtype=np.int64)
    query = np.repeat(np.arange(len(queries)), [*map(len, queries)])
    token = np.fromiter(
        map(places.__getitem__, chain.from_iterable(queries)), dtype=np.int64, count=len(query)
    )
    of_surely, of_perhaps = surely.before(query, token), perhaps.before(query, token)
    known, share = counts[token] + of_surely, shares(tokens)[token]
    sizes = [documents + np.concatenate(([0], np.cumsum([*map(bool, held)]))) for held in joining]
    fewest, most = sizes[0][query], (sizes[0] + sizes[1] - documents)[query]
    prior = settings().prior_documents
    at_most = share * np.log((most + prior) / (np.minimum(known, most) + 1))
    at_least = share * np.log((fewest + prior) / (np.minimum(known + of_perhaps, fewest) + 1))
    concept = np.array([*map(is_concept, tokens)], dtype=np.bool_)[token]
    in_words, in_concepts = least(
        _added(query[~concept], at_least[~concept], len(queries)),
        _added(query[concept], at_least[concept], len(queries)),
    )
    pairs = _Pairs(query, token, at_most, of_surely)
    among = _Among(runs, counts, surely, perhaps)
    found = among.sharing(pairs, in_words)
    named = np.array([t.startswith((NAME, TERM)) for t in tokens], dtype=np.bool_)
    if named.any():
        of_names = _added(query, named[token], len(queries)) > 0
        found |= of_names & among.sharing(pairs.only(concept), in_concepts)
    return found


class _Among:
    """The documents there are, and those that join."""

    def __init__(
        self,
        runs: Sequence[Sequence[Documents]],
        counts: _Numbers,
        surely: _Joining,
        perhaps: _Joining,
    ) -> None:
        self._runs, self._counts = runs, counts
        self._joining = surely, perhaps

    def sharing(self, pairs: _Pairs, least: _Weights) -> _Flags:
        """Which queries may share so much with one document."""
        pairs = pairs.only(np.lexsort((-pairs.most, pairs.query)))
        whole = pairs.weight(len(least))
        summed = np.cumsum(pairs.most)
        before = np.cumsum(whole) - whole
        left = whole[pairs.query] - (summed - pairs.most - before[pairs.query])
        is_open = left >= _DEEP * least[pairs.query] - _ROUNDING
        beyond = pairs.only(~is_open).weight(len(least))
        opened = pairs.only(is_open)
        read = _added(opened.query, self._counts[opened.token] + opened.joined, len(least))
        many = read > OPENED
        opened = opened.only(~many[opened.query])
        lot = (np.cumsum(np.where(many, 0, read)) // _AT_ONCE).astype(np.int64)
        for one in np.unique(lot):
            now = opened.only(lot[opened.query] == one)
            both, gained = self._enough(now, least - beyond - _ROUNDING)
            query = (both >> _HALF).astype(np.int64)
            gained += self._probed(both, query, pairs.only(~is_open))
            many[query[gained >= least[query] - _ROUNDING]] = True
        return many

    def _enough(self, pairs: _Pairs, least: _Weights) -> tuple[_Both, _Weights]:
        """The documents that share so much of these pairs with a query, and how much they share."""
        query, document, weighs = self._entries(pairs)
        both = query.astype(np.uint64) << _HALF | document
        # Most fall out where they are told apart by a few bits of a hash.
        bits = max(_FEWEST_BITS, len(query).bit_length() + 2)
        slots = (both * _SPREAD >> np.uint64(64 - bits)).astype(np.int64)
        likely = np.flatnonzero(np.bincount(slots, weighs, 1 << bits)[slots] >= least[query])
        found, at = np.unique(both[likely], return_inverse=True)
        gained = _added(at, weighs[likely], len(found))
        enough = gained >= least[(found >> _HALF).astype(np.int64)]
        return found[enough], gained[enough]

    def _probed(self, both: _Both, query: _Numbers, pairs: _Pairs) -> _Weights:
        """How much more documents share with their queries, of the pairs not looked through."""
        begins = pairs.query.searchsorted(query)
        of, at = _stretches(begins, pairs.query.searchsorted(query, "right") - begins)
        document, token = both[of] & _LOW, pairs.token[at]
        held = np.zeros(len(of), dtype=np.bool_)
        for kind, joining in enumerate(self._joining, 1):
            joined = np.flatnonzero(document >= _JOINED * kind)
            after = (document[joined] & np.uint64(_JOINED - 1)).astype(np.int64)
            held[joined] = joining.has(token[joined], after)
        order = token.argsort(kind="stable")
        order = order[document[order] < _JOINED]
        for places in np.split(order, np.flatnonzero(np.diff(token[order])) + 1):
            for run in self._runs[token[places[0]]] if len(places) else ():
                held[places] |= among(document[places].astype(np.uint32), run)
        return _added(of[held], pairs.most[at[held]], len(both))

    def _entries(self, pairs: _Pairs) -> tuple[_Numbers, NDArray[np.uint64], _Weights]:
        """Every document that holds the token of a pair, with the query and the weight."""
        tokens = np.unique(pairs.token)
        chosen = [run for token in tokens.tolist() for run in self._runs[token]]
        base = np.concatenate((np.zeros(0, dtype=np.uint32), *chosen))
        counts = self._counts[tokens]
        begins = np.zeros(len(self._counts), dtype=np.int64)
        begins[tokens] = np.cumsum(counts) - counts
        spread, at = _stretches(begins[pairs.token], self._counts[pairs.token])
        spreads, documents = [spread], [base[at].astype(np.uint64)]
        for kind, joining in enumerate(self._joining, 1):
            count = joining.before(pairs.query, pairs.token)
            spread, at = _stretches(joining.begins(pairs.token), count)
            spreads.append(spread)
            documents.append(joining.after[at].astype(np.uint64) | np.uint64(_JOINED * kind))
        of_pair = np.concatenate(spreads)
        return pairs.query[of_pair], np.concatenate(documents), pairs.most[of_pair]


_JOINED = 1 << 30
"""Added to the number of a document that joins; one that has the number as well is taken for it."""


def _added(query: _Numbers, numbers: NDArray[Any], many: int) -> _Weights:
    """The sum of the numbers of each of so many queries."""
    return np.bincount(query, numbers, many).astype(np.float64)


def _stretches(begins: _Numbers, counts: _Numbers) -> tuple[_Numbers, _Numbers]:
    """For each of some stretches, as often as it is long, which it is; and each place in it."""
    ends = np.cumsum(counts)
    of = np.repeat(np.arange(len(counts)), counts)
    return of, (begins - (ends - counts))[of] + np.arange(int(counts.sum()))
