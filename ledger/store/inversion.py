"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end, when one call sorts them all: an archive of a hundred
thousand statements has two million pairs, and most tokens stand in one document only. Chinese signs
are numbers from first to last; a text is made only of those that get a row of their own.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, count, islice

import numpy as np
from numpy.typing import NDArray

from ledger.store.bundles import PACKED, SHORT, Bundle, Spelled, bundled

Run = tuple[str, int, int, bytes]
"""A token, its first document, how many hold it, and all of them packed, ascending."""
Numbers = NDArray[np.uint32]
_Pairs = NDArray[np.uint64]
"""A token as a number, and below it a document in the lower half."""
_LOW, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)
_MANY = 500_000
"""Words; the places of no more are remembered."""
_HELD_BACK = 1_500_000
"""Pairs in short lists; so many wait for more documents, and no more: the longer they wait, the
fewer lists has each token."""
_NOTHING = 0xFFFFFFFF
"""The place of what nothing is found by."""
_WIDE = 0x10000
_SIGNS = range(0x800, 0xD800), range(0xE000, _WIDE)
"""Code points that take sixteen bits, and three bytes of UTF-8, which nearly all CJK signs do."""


class _Places(dict[str, int]):
    """The place of each token, in the order they came."""

    def __missing__(self, token: str) -> int:
        self[token] = place = len(self)
        return place


class Inversion:
    """What documents hold, told token by token in the end."""

    def __init__(self, token_of_each: Callable[[Sequence[str]], Iterable[str]] = iter) -> None:
        """Begin with nothing.

        Args:
            token_of_each: what each of some words is found by, empty for nothing; asked once.
        """
        self._token_of_each = token_of_each
        self._places = _Places()
        self._words: dict[str, int] = {}
        self._codes = array("I")
        self._told: list[_Pairs] = []
        self._signs: list[_Pairs] = []
        self._held_back = 0

    @property
    def fresh(self) -> int:
        """How many pairs came since lists were last taken; one that comes twice counts twice."""
        return len(self) - self._held_back

    def add(self, document: int, held: Collection[str]) -> None:
        """Take a document with its tokens; one that comes twice counts once."""
        self.add_each([document], [held])

    def add_each(self, documents: Sequence[int], held: Sequence[Collection[str]]) -> None:
        """Take many documents, each with its tokens."""
        tokens = [*map(self._places.__getitem__, chain.from_iterable(held))]
        spread = np.repeat(np.array(documents, dtype=np.uint64), [*map(len, held)])
        self._told.append(np.array(tokens, dtype=np.uint64) << _HALF | spread)

    def add_written(self, documents: Numbers, words: Sequence[str]) -> None:
        """Take many documents with a word each; one stands there as often as it has words."""
        places: list[int | None] = [*map(self._words.get, words)]
        unmet = [at for at, place in enumerate(places) if place is None]
        self._meet([*dict.fromkeys(map(words.__getitem__, unmet))])
        for at in unmet:
            places[at] = self._words[words[at]]
        self._told.append(np.array(places, dtype=np.uint64) << _HALF | documents)

    def _meet(self, words: Sequence[str]) -> None:
        """Give places to what some words are found by."""
        tokens = [*self._token_of_each(words)]
        fresh = [token for token in dict.fromkeys(tokens) if token and token not in self._places]
        self._places.update(zip(fresh, count(len(self._places))))
        found = [self._places[token] if token else _NOTHING for token in tokens]
        self._words.update(zip(words, found, strict=True))

    def add_lists(
        self, tokens: Collection[str], counts: Sequence[int] | Numbers, documents: Numbers
    ) -> None:
        """Take many tokens, each with so many of these documents, one list behind the other."""
        places = [*map(self._places.__getitem__, tokens)]
        spread = np.repeat(np.array(places, dtype=np.uint64), counts)
        self._told.append(spread << _HALF | documents)

    def add_signs(self, documents: Numbers, first: Numbers, second: Numbers) -> None:
        """Take many documents with a token of one or two CJK signs each, as code points.

        Args:
            documents: the documents; one stands there as often as it has such tokens.
            first: the first sign of the token.
            second: the second; 0 for a token of one.
        """
        fit = np.maximum(first, second) < _WIDE
        packed = first[fit].astype(np.uint64) << np.uint64(16) | second[fit]
        self._signs.append(packed << _HALF | documents[fit])
        odd = (first[~fit].tolist(), second[~fit].tolist())
        tokens = [(chr(one) + chr(other)).rstrip("\0") for one, other in zip(*odd, strict=True)]
        self.add_each(documents[~fit].tolist(), [(token,) for token in tokens])

    def __len__(self) -> int:
        """How many pairs of a token and a document wait."""
        return sum(map(len, self._told)) + sum(map(len, self._signs))

    def taken(self, *, more: bool = False) -> "Lists":
        """The documents of every token, words first, which wait no longer.

        Args:
            more: whether more is to come, so that short lists are held back, as far as there is
                room; a token then has few of them, however many documents there are.
        """
        words, signs = self._grouped()
        known = len(self._words) + len(self._places)
        if more and known <= _MANY and len(words) + len(signs) <= _HELD_BACK:
            (words, *self._told), (signs, *self._signs) = words.cut(), signs.cut()
        else:
            self._told, self._signs = [], []
        self._held_back = len(self)
        places = list(self._places)
        spelled = Spelled.of([places[at] for at in words.keys.tolist()]) + _signs_spelled(
            signs.keys
        )
        if known > _MANY:
            self._words.clear()
            self._places.clear()
            self._codes = array("I")
        counts = np.concatenate((words.counts, signs.counts))
        return Lists(spelled, counts, np.concatenate((words.documents, signs.documents)))

    def _grouped(self) -> tuple["_Grouped", "_Grouped"]:
        """The pairs of words, and those of signs."""
        told = np.concatenate((_NO_PAIRS, *self._told))
        told = told[told >> _HALF != _NOTHING]
        if self._signs:
            told = self._without_signs(told)
        return _Grouped(told), _Grouped(np.concatenate((_NO_PAIRS, *self._signs)))

    def _without_signs(self, told: _Pairs) -> _Pairs:
        """The pairs but for those of tokens that are signs, which join those that came as such."""
        self._codes.extend(map(_code, islice(self._places, len(self._codes), None)))
        found = np.array(self._codes, dtype=np.uint64)[told >> _HALF]
        is_sign = found != _NO_SIGN
        self._signs.append(found[is_sign] << _HALF | told[is_sign] & _LOW)
        left: _Pairs = told[~is_sign]
        return left


_NO_PAIRS: _Pairs = np.zeros(0, dtype=np.uint64)
_NO_SIGN = 0xFFFFFFFF


def _code(token: str) -> int:
    """A token of one sign or two as a number."""
    if len(token) > 2 or token.isascii() or not all(map(_is_sign, token)):  # noqa: PLR2004 - a pair
        return _NO_SIGN
    return ord(token[0]) << 16 | (ord(token[1]) if len(token) > 1 else 0)


def _is_sign(character: str) -> bool:
    return any(ord(character) in codes for codes in _SIGNS)


class _Grouped:
    """Pairs, sorted and each once.

    Attributes:
        keys: each token there is, as its number.
        counts: how many documents hold it.
    """

    def __init__(self, pairs: _Pairs) -> None:
        pairs.sort()
        self._pairs = pairs[_is_first(pairs)]
        keys = (self._pairs >> _HALF).astype(np.uint32)
        begins = np.flatnonzero(_is_first(keys))
        self.keys = keys[begins]
        self.counts = np.diff(begins, append=len(keys))

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._pairs)

    @property
    def documents(self) -> Numbers:
        """The documents of each token, one list behind the other."""
        documents: Numbers = self._pairs.astype(PACKED)  # keeps the lower half
        return documents

    def cut(self) -> tuple["_Grouped", _Pairs]:
        """The long lists, and the pairs of the short ones."""
        is_long = np.repeat(self.counts > SHORT, self.counts)
        return _Grouped(self._pairs[is_long]), self._pairs[~is_long]


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

    @property
    def tokens(self) -> list[str]:
        """The tokens, in the order of their lists."""
        return self._tokens.texts(np.arange(len(self)))

    def only(self, kept: NDArray[np.bool_]) -> "Lists":
        """The lists of some of the tokens."""
        tokens = self._tokens.taken(np.flatnonzero(kept))
        return Lists(tokens, self.counts[kept], self.documents[np.repeat(kept, self.counts)])

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
