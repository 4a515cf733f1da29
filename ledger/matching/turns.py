"""Queries asked in turn, and the documents that join the index after each: tokens as numbers."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain
from operator import is_
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ledger.matching.tally import Documents

Tokens = frozenset[str]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Pairs(NamedTuple):
    """Turns, each with the tokens of one text, turn by turn."""

    turn: Numbers
    token: Numbers


class Turns:
    """What is asked and added together.

    Attributes:
        tokens: every token of any of it, those that are asked for first.
        asked_for: how many are.
        queries: what each turn asks for.
        joining: what the document holds that joins after each turn; and the one that may join
            before that.
    """

    def __init__(
        self,
        queries: Sequence[Tokens],
        after: Sequence[Tokens] = (),
        perhaps: Sequence[Tokens] = (),
    ) -> None:
        """Number the tokens.

        Args:
            queries: the tokens each turn asks for.
            after: those of the document that joins after it; none where none does.
            perhaps: those of the one that may join, as far as is known.
        """
        asked = frozenset[str]().union(*queries)
        self.tokens = [*asked, *(frozenset[str]().union(*after, *perhaps) - asked)]
        self.asked_for = len(asked)
        self._places = dict(zip(self.tokens, range(len(self.tokens)), strict=True))
        self._many = len(queries)
        self.queries = self._pairs(queries)
        same = len(after) == len(queries) and all(map(is_, after, queries))
        self.joining = (
            self._joining(self.queries if same else self._pairs(after)),
            self._joining(self._pairs(perhaps)),
        )

    def __len__(self) -> int:
        """How many turns there are."""
        return self._many

    def asked_in(self, turn: int) -> list[int]:
        """The places of the tokens a turn asks for."""
        begin, end = self.queries.turn.searchsorted((turn, turn + 1)).tolist()
        places: list[int] = self.queries.token[begin:end].tolist()
        return places

    def _pairs(self, held: Sequence[Collection[str]]) -> Pairs:
        turn = np.repeat(np.arange(len(held)), [*map(len, held)])
        places = map(self._places.__getitem__, chain.from_iterable(held))
        return Pairs(turn, np.fromiter(places, dtype=np.int64, count=len(turn)))

    def _joining(self, pairs: Pairs) -> "Joining":
        return Joining(pairs, self._many, len(self.tokens))


class Joining:
    """Documents that join, one in a turn at most, by the tokens they hold.

    Attributes:
        joins: whether one does in a turn.
    """

    def __init__(self, pairs: Pairs, turns: int, tokens: int) -> None:
        self._span = turns + 1
        self._keys = pairs.token * self._span + pairs.turn
        self._keys.sort()
        self._begins = self._keys.searchsorted(np.arange(tokens + 1) * self._span)
        self.joins = np.bincount(pairs.turn, minlength=turns) > 0

    def before(self, turn: Numbers, token: Numbers) -> Numbers:
        """How many hold a token and join before a turn."""
        found: Numbers = self._keys.searchsorted(token * self._span + turn) - self._begins[token]
        return found

    def begins(self, token: Numbers) -> Numbers:
        """Where those that hold a token begin."""
        begins: Numbers = self._begins[token]
        return begins

    def has(self, token: Numbers, turn: Numbers) -> Flags:
        """Whether the document of a turn holds a token."""
        wanted = token * self._span + turn
        at = self._keys.searchsorted(wanted)
        found: Flags = self._keys.take(at, mode="clip") == wanted if len(self._keys) else at > 0
        return found

    @property
    def turns(self) -> Numbers:
        """The turn each of them joins in, token by token."""
        return self._keys % self._span

    def of(self, token: int) -> Numbers:
        """The turns of those that hold one token, ascending."""
        begin, end = self._begins[token : token + 2].tolist()
        turns: Numbers = self._keys[begin:end] - token * self._span
        return turns

    @property
    def counts(self) -> Numbers:
        """How many hold each token."""
        return np.diff(self._begins)


def _stay() -> None:
    """What is in memory stays there."""


class Holders:
    """The documents that hold each of some tokens, by the place of the token.

    Attributes:
        counts: how many documents hold it.
        documents: where they are, each list ascending.
        begins: where each list begins; one behind the other when left out.
        rest: to be told when nobody looks into them for now.
    """

    def __init__(
        self,
        counts: Numbers,
        documents: Documents,
        begins: Numbers | None = None,
        rest: Callable[[], None] = _stay,
    ) -> None:
        self.counts = counts
        self.documents = documents
        self.begins = np.cumsum(counts) - counts if begins is None else begins
        self.rest = rest

    @classmethod
    def of(cls, tokens: Sequence[str], held: Mapping[str, Documents]) -> "Holders":
        """Those of some tokens, as they are held."""
        runs = [held.get(token, _NONE) for token in tokens]
        counts = np.fromiter(map(len, runs), dtype=np.int64, count=len(runs))
        return cls(counts, np.concatenate((_NONE, *runs)))

    def __getitem__(self, place: int) -> Documents:
        """The documents that hold one token."""
        begin = self.begins[place]
        return self.documents[begin : begin + self.counts[place]]


_NONE: Documents = np.zeros(0, dtype=np.uint32)


def stretches(begins: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """For each of some stretches, as often as it is long, which it is; and each place in it."""
    return np.repeat(np.arange(len(counts)), counts), places_in(begins, counts)


def places_in(begins: NDArray[Any], counts: NDArray[Any]) -> Numbers:
    """Each place in some stretches, one stretch behind the other."""
    ahead = begins - (np.cumsum(counts) - counts)
    places: Numbers = np.arange(int(counts.sum())) + np.repeat(ahead, counts)
    return places


def added(turn: Numbers, numbers: NDArray[Any], many: int) -> NDArray[np.float64]:
    """The sum of the numbers of each of so many turns."""
    return np.bincount(turn, numbers, many).astype(np.float64)
