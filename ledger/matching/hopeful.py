"""Which of many queries can find a document that shares enough: most statements of a file cannot.

What ``promising`` asks of one query is asked here of a thousand at once, and answered with yes
where it is not sure. Queries are asked one after the other, and what each finds decides whether a
claim founded by it joins the index; so every weight has bounds, by the fewest documents and by the
most that may have joined before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledger.distinct import distinct
from ledger.matching.profile import NAME, TERM, are_concepts
from ledger.matching.promising import least
from ledger.matching.settings import settings
from ledger.matching.shortlist import OPENED
from ledger.matching.tally import Documents, among
from ledger.matching.turns import Flags, Holders, Numbers, Turns, added, stretches
from ledger.matching.weight import shares

_Weights = NDArray[np.float64]
_Both = NDArray[np.uint64]
"""A query, and below it a document in the lower half."""

_ROUNDING = 1e-6
_DEEP = 0.5
"""Lists are looked through until the others weigh less than this of what a document must share: it
then shares two of them or more, and few do."""
_AT_ONCE = 100_000
"""Documents looked at together, so that what is added up stays at hand."""
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_SPREAD = np.uint32(0x9E3779B9)
"""An odd number that spreads pairs of a query and a document over 32 bits."""
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

    query: Numbers
    token: Numbers
    most: _Weights
    joined: Numbers

    def only(self, kept: Flags | Numbers) -> "_Pairs":
        """Some of them, in their order or in that of their places."""
        return _Pairs(self.query[kept], self.token[kept], self.most[kept], self.joined[kept])

    def weight(self, many: int) -> _Weights:
        """What the tokens of each of so many queries weigh together."""
        return added(self.query, self.most, many)


def hopeful(turns: Turns, lists: Sequence[Holders], documents: int) -> Flags:
    """Which queries may find a document that shares enough of them to be near.

    Args:
        turns: the queries, in the order they are asked, and what joins between them.
        lists: the documents that hold each token asked for, in parts; no document is in two.
        documents: how many there are.
    """
    many, (query, token) = len(turns), turns.queries
    tokens = turns.tokens[: turns.asked_for]
    of_surely, of_perhaps = (join.before(query, token) for join in turns.joining)
    among = _Among(turns, lists)
    known, share = among.counts[token] + of_surely, shares(tokens)[token]
    sizes = [documents + np.cumsum(join.joins) - join.joins for join in turns.joining]
    fewest, most = sizes[0][query], (sizes[0] + sizes[1] - documents)[query]
    prior = settings().prior_documents
    at_most = share * np.log((most + prior) / (np.minimum(known, most) + 1))
    at_least = share * np.log((fewest + prior) / (np.minimum(known + of_perhaps, fewest) + 1))
    are_concept = are_concepts(tokens)
    concept = are_concept[token]
    in_words, in_concepts = least(
        added(query[~concept], at_least[~concept], many),
        added(query[concept], at_least[concept], many),
    )
    held = known + of_perhaps > 0
    pairs = _Pairs(query, token, at_most, of_surely).only(held)
    found = among.sharing(pairs, in_words)
    for at in np.flatnonzero(are_concept).tolist():
        are_concept[at] = tokens[at].startswith((NAME, TERM))
    if are_concept.any():
        of_names = added(query, are_concept[token], many) > 0
        found |= of_names & among.sharing(pairs.only(concept[held]), in_concepts)
    return found


class _Among:
    """The documents there are, and those that join.

    Attributes:
        counts: how many of those there are hold each token.
    """

    def __init__(self, turns: Turns, lists: Sequence[Holders]) -> None:
        self._lists = lists
        self._joining = turns.joining
        self.counts = np.sum([part.counts for part in lists], axis=0)

    def sharing(self, pairs: _Pairs, least: _Weights) -> Flags:
        """Which queries may share so much with one document."""
        enough = pairs.weight(len(least)) >= least - _ROUNDING
        pairs = pairs.only(enough[pairs.query])
        pairs = pairs.only(np.lexsort((-pairs.most, pairs.query)))
        whole = pairs.weight(len(least))
        summed = np.cumsum(pairs.most)
        before = np.cumsum(whole) - whole
        left = whole[pairs.query] - (summed - pairs.most - before[pairs.query])
        is_open = left >= _DEEP * least[pairs.query] - _ROUNDING
        beyond = pairs.only(~is_open).weight(len(least))
        opened = pairs.only(is_open)
        read = added(opened.query, self.counts[opened.token] + opened.joined, len(least))
        many = read > OPENED
        opened = opened.only(~many[opened.query])
        lot = (np.cumsum(np.where(many, 0, read)) // _AT_ONCE).astype(np.int64)
        for one in distinct(lot):
            now = opened.only(lot[opened.query] == one)
            both, gained = self._enough(now, least - beyond - _ROUNDING)
            query = (both >> _HALF).astype(np.int64)
            gained += self._probed(both, query, pairs.only(~is_open))
            many[query[gained >= least[query] - _ROUNDING]] = True
            for part in self._lists:
                part.rest()
        return many

    def _enough(self, pairs: _Pairs, least: _Weights) -> tuple[_Both, _Weights]:
        """The documents that share so much of these pairs with a query, and how much they share."""
        of, documents = self._entries(pairs)
        # Most fall out where they are told apart by a few bits of a hash.
        bits = max(_FEWEST_BITS, len(of).bit_length() + 2)
        slots = (pairs.query.astype(np.uint32) * _SPREAD)[of]
        slots += documents
        slots *= _SPREAD
        slots >>= np.uint32(32 - bits)
        shared = np.bincount(slots, pairs.most[of], 1 << bits)
        likely = np.flatnonzero(shared[slots] >= least[pairs.query][of])
        of = of[likely]
        both = pairs.query[of].astype(np.uint64) << _HALF | documents[likely]
        found, at = np.unique(both, return_inverse=True)
        gained = added(at, pairs.most[of], len(found))
        enough = gained >= least[(found >> _HALF).astype(np.int64)]
        return found[enough], gained[enough]

    def _probed(self, both: _Both, query: Numbers, pairs: _Pairs) -> _Weights:
        """How much more documents share with their queries, of the pairs not looked through."""
        begins = pairs.query.searchsorted(query)
        of, at = stretches(begins, pairs.query.searchsorted(query, "right") - begins)
        document, token = both[of] & _LOW, pairs.token[at]
        held = np.zeros(len(of), dtype=np.bool_)
        for kind, joining in enumerate(self._joining, 1):
            joined = np.flatnonzero(document >= _JOINED * kind)
            after = (document[joined] & np.uint64(_JOINED - 1)).astype(np.int64)
            held[joined] = joining.has(token[joined], after)
        order = token.argsort(kind="stable")
        order = order[document[order] < _JOINED]
        for places in np.split(order, np.flatnonzero(np.diff(token[order])) + 1):
            for part in self._lists if len(places) else ():
                wanted = document[places].astype(np.uint32)
                held[places] |= among(wanted, part[token[places[0]]])
        return added(of[held], pairs.most[at[held]], len(both))

    def _entries(self, pairs: _Pairs) -> tuple[Numbers, Documents]:
        """Every document that holds the token of a pair, with the place of the pair."""
        places: list[Numbers] = []
        documents: list[Documents] = []
        for part in self._lists:
            of, at = stretches(part.begins[pairs.token], part.counts[pairs.token])
            places.append(of)
            documents.append(part.documents[at])
        for kind, joining in enumerate(self._joining, 1):
            count = joining.before(pairs.query, pairs.token)
            of, at = stretches(joining.begins(pairs.token), count)
            places.append(of)
            documents.append(joining.turns[at].astype(np.uint32) | np.uint32(_JOINED * kind))
        return np.concatenate(places), np.concatenate(documents)


_JOINED = 1 << 30
"""Added to the number of a document that joins; one that has the number as well is taken for it."""
