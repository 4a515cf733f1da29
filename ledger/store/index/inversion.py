"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end: an archive of a hundred thousand statements has two
million pairs, and most tokens stand in one document only. Chinese signs are numbers from first to
last; a text is made only of those that get a row of their own. Pairs that are more than memory
should hold wait on disk, by the bundle of their token, and are told a share at a time.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple

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
_HALF = np.uint64(32)
_AT_HAND = 150_000
"""Pairs in memory: those of some seven thousand statements."""
_MANY = 60_000
"""Words remembered, as they are written and as they are searched by."""
_SIGNS_KNOWN = 20_000
"""Tokens of signs remembered; what they are made of is soon found out again."""
_NOTHING = 0xFFFFFFFF
"""What stands for nothing that anything is found by."""
_WIDE = 0x10000
_SIGNS = range(0x800, 0xD800), range(0xE000, _WIDE)
"""Code points that take sixteen bits, and three bytes of UTF-8, which nearly all CJK signs do."""
_FIRST_SIGN = np.uint32(0x800 << 16)
"""The lowest number of a token of signs; words are numbered below it."""


class _Keys(dict[str, int]):
    """The number of each token: the signs it is made of, or its place among the words.

    Attributes:
        words: the tokens that are no signs, in the order they came.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def __missing__(self, token: str) -> int:
        key = _code(token)
        if key is None:
            key = len(self.words)
            self.words.append(token)
        elif len(self) > len(self.words) + _SIGNS_KNOWN:
            self.clear()
            self.update(zip(self.words, count()))
        self[token] = key
        return key

    def meet(self, words: Iterable[str]) -> None:
        """Number many different words, none of them of signs, in one go."""
        fresh = [word for word in words if word not in self]
        self.update(zip(fresh, count(len(self.words))))
        self.words += fresh


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
        self._keys = _Keys()
        self._written: dict[str, int] = {}
        self._told: list[_Pairs] = []
        self._keep = Aside()
        self._aside: list[_Waiting] = []

    @property
    def is_full(self) -> bool:
        """Whether it knows so many words that it should be taken, for it then forgets them."""
        return len(self._keys.words) + len(self._written) > _MANY

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
        keys = [*map(self._keys.__getitem__, chain.from_iterable(held))]
        spread = np.repeat(np.array(documents, dtype=np.uint64), [*map(len, held)])
        self._tell(np.array(keys, dtype=np.uint64) << _HALF | spread)

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
        self._keys.meet(token for token in dict.fromkeys(tokens) if token and token.isascii())
        keys = [self._keys[token] if token else _NOTHING for token in tokens]
        self._written.update(zip(words, keys, strict=True))

    def add_lists(
        self, tokens: Collection[str], counts: Sequence[int] | Numbers, documents: Numbers
    ) -> None:
        """Take many tokens, each with so many of these documents, one list behind the other."""
        keys = [*map(self._keys.__getitem__, tokens)]
        spread = np.repeat(np.array(keys, dtype=np.uint64), counts)
        self._tell(spread << _HALF | documents)

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
            self._told = []
            tokens = self._spelled(grouped.keys)
            self._aside.append(_Waiting.of(grouped, tokens, self._keep))

    def taken(self) -> Iterator["Lists"]:
        """The documents of every token, a share of the tokens at a time; nothing is left then."""
        if self._aside:
            self._set_aside()
        shares = _shares(self._aside, self._at_hand) if self._aside else iter([self._told])
        self._aside, self._told, self._keep = [], [], Aside()
        for share in filter(None, shares):
            grouped = _Grouped(share)
            yield Lists(self._spelled(grouped.keys), grouped.counts, grouped.documents)
        if self.is_full:
            self._written, self._keys = {}, _Keys()

    def _spelled(self, keys: Numbers) -> Spelled:
        """Tokens, ascending by their numbers, in UTF-8."""
        signs = int(keys.searchsorted(_FIRST_SIGN))
        words = map(self._keys.words.__getitem__, keys[:signs].tolist())
        return Spelled.of([*map(spelled, words)]) + _signs_spelled(keys[signs:])


def _code(token: str) -> int | None:
    """A token of one sign or two as a number."""
    if len(token) > 2 or token.isascii() or not all(map(_is_sign, token)):  # noqa: PLR2004 - a pair
        return None
    return ord(token[0]) << 16 | (ord(token[1]) if len(token) > 1 else 0)


def _is_sign(character: str) -> bool:
    return any(ord(character) in codes for codes in _SIGNS)


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


class _Waiting(NamedTuple):
    """Pairs that wait on disk.

    Attributes:
        opened: gives them back, in the order of the bundles of their tokens.
        edges: where those of each bundle begin, and where the last end.
    """

    opened: Opened
    edges: NDArray[np.int64]

    @classmethod
    def of(cls, grouped: _Grouped, tokens: Spelled, keep: Aside) -> "_Waiting":
        """Set some pairs aside, whose tokens are spelled so."""
        bundles = tokens.bundles()
        order = np.argsort(bundles, kind="stable")
        ends = np.cumsum(grouped.counts)
        begins = ends - grouped.counts
        many = np.bincount(bundles, weights=grouped.counts, minlength=BUNDLES)
        edges = np.concatenate(([0], np.cumsum(many))).astype(np.int64)
        pairs = gathered(grouped.pairs, begins[order], grouped.counts[order])
        return cls(keep([pairs]), edges)

    def part(self, first: int, end: int) -> _Pairs:
        """The pairs of some bundles, from the first to before the end."""
        with self.opened() as (pairs,):
            return pairs[self.edges[first] : self.edges[end]].copy()


def _shares(aside: Sequence[_Waiting], most: int) -> Iterator[list[_Pairs]]:
    """All that was set aside, some bundles at a time: so many pairs, or those of one bundle."""
    edges = np.sum([one.edges for one in aside], axis=0)
    first = 0
    while first < BUNDLES:
        until = int(edges.searchsorted(edges[first] + most, side="right")) - 1
        end = max(first + 1, until)
        yield [one.part(first, end) for one in aside]
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
