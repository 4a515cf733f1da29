"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end: an archive of a hundred thousand statements has two
million pairs, and most tokens stand in one document only. Chinese signs are numbers from first to
last; a text is made only of those that get a row of their own. Pairs that are more than memory
should hold wait on disk with their words, by the bundle of their token, and are told a share at a
time.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledger.store.bulk.aside import Aside, Opened
from ledger.store.index.bundles import (
    BUNDLES,
    PACKED,
    SHORT,
    Bundle,
    Spelled,
    bundled,
    gathered,
    spelled,
)

Run = tuple[str, int, int, bytes]
"""A token, its first document, how many hold it, and all of them packed, ascending."""
Numbers = NDArray[np.uint32]
_Pairs = NDArray[np.uint64]
"""A token as a number, and below it a document in the lower half."""
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
_AT_HAND = 150_000
"""Pairs in memory: those of some seven thousand statements."""
_NOTHING = 0xFFFFFFFF
"""What stands for nothing that anything is found by."""
_WIDE = 0x10000
_SIGNS = range(0x800, 0xD800), range(0xE000, _WIDE)
"""Code points that take sixteen bits, and three bytes of UTF-8, which nearly all CJK signs do."""
_FIRST_SIGN = np.uint32(0x800 << 16)
"""The lowest number of a token of signs; words are numbered below it."""
_PAIR = 2


class _Words(dict[str, int]):
    """The tokens that are no signs, numbered as they came."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number

    def keys_of(self, tokens: Sequence[str]) -> Numbers:
        """The number of each token: the signs it is made of, or its place among the words."""
        keys, are_signs = _codes(tokens)
        words = np.flatnonzero(~are_signs)
        numbers = map(self.__getitem__, map(tokens.__getitem__, words.tolist()))
        keys[words] = np.fromiter(numbers, np.uint32, len(words))
        return keys

    def spelled(self, keys: Numbers) -> Spelled:
        """Tokens, ascending by their numbers, in UTF-8."""
        signs = int(keys.searchsorted(_FIRST_SIGN))
        words = map([*self].__getitem__, keys[:signs].tolist())
        return Spelled.of([*map(spelled, words)]) + _signs_spelled(keys[signs:])


class Inversion:
    """What documents hold, told token by token in the end."""

    def __init__(
        self,
        token_of_each: Callable[[Sequence[str]], Iterable[str]] = iter,
        at_hand: int = _AT_HAND,
    ) -> None:
        """Begin with nothing.

        Args:
            token_of_each: what each of some words is found by, empty for nothing; asked once.
            at_hand: pairs of a token and a document in memory; more wait on disk.
        """
        self._token_of_each = token_of_each
        self._at_hand = at_hand
        self._begin()

    def _begin(self) -> None:
        self._forget()
        self._keep = Aside()
        self._aside: list[_Waiting] = []
        self._edges = np.zeros(BUNDLES + 1, dtype=np.int64)

    def _forget(self) -> None:
        """Hold no pairs, and none of the words in them."""
        self._told: list[_Pairs] = []
        self._words = _Words()
        self._written: dict[str, int] = {}

    @property
    def is_long(self) -> bool:
        """Whether it has more than stays in memory."""
        return bool(self._aside)

    def __bool__(self) -> bool:
        """Whether any document holds anything."""
        return bool(self._told or self._aside)

    def add(self, document: int, held: Collection[str]) -> None:
        """Take a document with its tokens; one that comes twice counts once."""
        self.add_each([document], [held])

    def add_each(self, documents: Sequence[int], held: Sequence[Collection[str]]) -> None:
        """Take many documents, each with its tokens."""
        keys = self._words.keys_of([*chain.from_iterable(held)])
        spread = np.repeat(np.array(documents, dtype=np.uint64), [*map(len, held)])
        self._tell(keys.astype(np.uint64) << _HALF | spread)

    def add_written(self, documents: Numbers, words: Sequence[str]) -> None:
        """Take many documents with a word each; one stands there as often as it has words."""
        found: list[int | None] = [*map(self._written.get, words)]
        unmet = [at for at, key in enumerate(found) if key is None]
        self._meet([*dict.fromkeys(map(words.__getitem__, unmet))])
        for at in unmet:
            found[at] = self._written[words[at]]
        keys = np.array(found, dtype=np.uint64)
        self._tell((keys << _HALF | documents)[keys != _NOTHING])

    def _meet(self, words: Sequence[str]) -> None:
        """Find out the numbers of what some words are found by."""
        tokens = [*self._token_of_each(words)]
        keys = self._words.keys_of(tokens).tolist()
        found = (key if token else _NOTHING for token, key in zip(tokens, keys, strict=True))
        self._written.update(zip(words, found, strict=True))

    def add_lists(
        self, tokens: Sequence[str], counts: Sequence[int] | Numbers, documents: Numbers
    ) -> None:
        """Take many tokens, each with so many of these documents, one list behind the other."""
        spread = np.repeat(self._words.keys_of(tokens), counts)
        self._tell(spread.astype(np.uint64) << _HALF | documents)

    def add_signs(self, documents: Numbers, first: Numbers, second: Numbers) -> None:
        """Take many documents with a token of one or two CJK signs each, as code points.

        Args:
            documents: the documents; one stands there as often as it has such tokens.
            first: the first sign of the token.
            second: the second; 0 for a token of one.
        """
        fit = np.maximum(first, second) < _WIDE
        packed = first[fit].astype(np.uint64) << np.uint64(16) | second[fit]
        self._tell(packed << _HALF | documents[fit])
        odd = (first[~fit].tolist(), second[~fit].tolist())
        tokens = [(chr(one) + chr(other)).rstrip("\0") for one, other in zip(*odd, strict=True)]
        self.add_each(documents[~fit].tolist(), [(token,) for token in tokens])

    def _tell(self, pairs: _Pairs) -> None:
        if len(pairs):
            self._told.append(pairs)
        if sum(map(len, self._told)) > self._at_hand:
            self._set_aside()

    def _set_aside(self) -> None:
        """Let the pairs that are at hand wait on disk."""
        if self._told:
            grouped = _Grouped(self._told)
            waiting, edges = _set_aside(grouped, self._words.spelled(grouped.keys), self._keep)
            self._aside.append(waiting)
            self._edges += edges
            self._forget()

    def taken(self) -> Iterator["Lists"]:
        """The documents of every token, a share of the tokens at a time; nothing is left then."""
        if self._aside:
            self._set_aside()
        aside, edges, told, words = self._aside, self._edges, self._told, self._words
        self._begin()
        if aside:
            for first, end in _shares(edges, self._at_hand):
                words = _Words()
                yield _lists([_part(waiting, first, end, words) for waiting in aside], words)
        elif told:
            yield _lists(told, words)


def _lists(told: Sequence[_Pairs], words: _Words) -> "Lists":
    grouped = _Grouped(told)
    return Lists(words.spelled(grouped.keys), grouped.counts, grouped.documents)


def _codes(tokens: Sequence[str]) -> tuple[Numbers, NDArray[np.bool_]]:
    """Tokens as numbers, if they are of one sign or two; and which of them are."""
    lengths = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
    written = "".join([*tokens, "\0\0"]).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(written, dtype=PACKED)
    first = np.cumsum(lengths) - lengths
    is_pair = lengths == _PAIR
    of_sign = np.logical_or.reduce([(codes >= s.start) & (codes < s.stop) for s in _SIGNS])
    are_signs = of_sign[first] & ((lengths == 1) | is_pair & of_sign[first + 1])
    second = np.where(is_pair, codes[first + 1], 0)
    return np.where(are_signs, codes[first] << 16 | second, 0).astype(np.uint32), are_signs


class _Grouped:
    """Pairs, sorted and each once.

    Attributes:
        pairs: the pairs.
        keys: each token there is, as its number.
        counts: how many documents hold it.
    """

    def __init__(self, told: Sequence[_Pairs]) -> None:
        pairs = np.concatenate(told)
        pairs.sort()
        self.pairs = pairs[_is_first(pairs)]
        keys = (self.pairs >> _HALF).astype(np.uint32)
        begins = np.flatnonzero(_is_first(keys))
        self.keys = keys[begins]
        self.counts = np.diff(begins, append=len(keys))

    @property
    def documents(self) -> Numbers:
        """The documents of each token, one list behind the other."""
        documents: Numbers = self.pairs.astype(PACKED)  # keeps the lower half
        return documents


_Waiting = Opened
"""Pairs that wait on disk, in the order of the bundles of their tokens, and where those of each
bundle begin; the words among the tokens, where those of each bundle begin, and where each ends."""


def _set_aside(
    grouped: _Grouped, tokens: Spelled, keep: Aside
) -> tuple[_Waiting, NDArray[np.int64]]:
    """Let some pairs wait, whose tokens are spelled so; and where those of each bundle begin."""
    bundles = tokens.bundles()
    order = np.argsort(bundles, kind="stable")
    begins = np.cumsum(grouped.counts) - grouped.counts
    pairs = gathered(grouped.pairs, begins[order], grouped.counts[order])
    edges = _edges(np.bincount(bundles, grouped.counts, BUNDLES))
    words = order[grouped.keys[order] < _FIRST_SIGN]
    written = tokens.taken(words)
    first = _edges(np.bincount(bundles[words], minlength=BUNDLES))
    ends = np.cumsum(written.lengths)
    packed = [column.astype(np.uint32) for column in (edges, first, ends)]
    return keep([pairs, *packed, written.written]), edges


def _edges(counts: NDArray[Any]) -> NDArray[np.int64]:
    """Where each of some stretches of these lengths begins, and where the last ends."""
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def _part(waiting: _Waiting, first: int, end: int, words: _Words) -> _Pairs:
    """The pairs of some bundles, from the first to before the end; their words are numbered."""
    with waiting() as (held, edges, begins, ends, written):
        pairs = held[edges[first] : edges[end]].copy()
        lengths = np.diff(ends, prepend=np.uint32(0))[begins[first] : begins[end]]
        start = ends[begins[first] - 1] if begins[first] else 0
        spelt = Spelled(written[start : start + lengths.sum()], lengths.astype(np.int64))
        tokens = spelt.texts(np.arange(len(lengths)))
    at = np.flatnonzero(pairs >> _HALF < _FIRST_SIGN)
    if len(at):
        numbers = np.fromiter(map(words.__getitem__, tokens), np.uint64, len(tokens))
        which = np.cumsum(_is_first(pairs[at] >> _HALF)) - 1
        pairs[at] = numbers[which] << _HALF | pairs[at] & _LOW
    return pairs


def _shares(edges: NDArray[np.int64], most: int) -> Iterator[tuple[int, int]]:
    """Bundles, from a first to before an end: with so many pairs together, or one of them.

    Args:
        edges: where the pairs of each bundle begin, and where the last end.
        most: how many pairs are told at a time.
    """
    first = 0
    while first < BUNDLES:
        until = int(edges.searchsorted(edges[first] + most, side="right")) - 1
        end = max(first + 1, until)
        if edges[end] > edges[first]:
            yield first, end
        first = end


def _is_first(ascending: Numbers | _Pairs) -> NDArray[np.bool_]:
    """Which numbers differ from the one before; with millions of them there is room for no more."""
    is_first = np.ones(len(ascending), dtype=np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=is_first[1:])
    return is_first


def _signs_spelled(keys: Numbers) -> Spelled:
    """Tokens of one sign or two as UTF-8."""
    written = np.empty((len(keys), 7), dtype=np.uint8)
    for at, code in ((0, keys >> 16), (3, keys & 0xFFFF)):
        written[:, at] = code >> 12 | 0xE0
        written[:, at + 1] = code >> 6 & 0x3F | 0x80
        written[:, at + 2] = code & 0x3F | 0x80
    written[:, 6] = ord("\n")
    is_pair = keys & 0xFFFF != 0
    kept = np.ones(written.shape, dtype=np.bool_)
    kept[~is_pair, 3:6] = False
    return Spelled(written[kept], np.where(is_pair, 7, 4))


class Lists:
    """The documents of every token.

    Attributes:
        counts: how many documents hold each.
        documents: the lists one after the other, each ascending.
    """

    def __init__(self, tokens: Spelled, counts: NDArray[np.int64], documents: Numbers) -> None:
        """Take the lists.

        Args:
            tokens: the tokens.
            counts: how many documents hold each.
            documents: the lists one after the other, each ascending.
        """
        self._tokens = tokens
        self.counts = counts
        self._begins = np.cumsum(counts) - counts
        self.documents = documents
        self._is_short = (counts <= SHORT) & tokens.are_lines()

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.counts)

    def runs(self, *, without_short: bool = False) -> list[Run]:
        """One run of every token, by token, or of those alone that no bundle holds."""
        apart = np.flatnonzero(~self._is_short) if without_short else np.arange(len(self))
        packed = self.documents.tobytes()
        firsts = self.documents[self._begins[apart]].tolist()
        columns = (self._begins[apart].tolist(), self.counts[apart].tolist(), firsts)
        return sorted(
            (token, first, count, packed[4 * begin : 4 * (begin + count)])
            for token, begin, count, first in zip(self._tokens.texts(apart), *columns, strict=True)
        )

    def bundles(self) -> Iterator[Bundle]:
        """The short lists, in bundles."""
        columns = (self._tokens, self._begins, self.counts, self.documents)
        return bundled(*columns, self._is_short)
