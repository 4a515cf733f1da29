"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end, when one call sorts them all: an archive of a hundred
thousand statements has two million pairs, and most tokens stand in one document only.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count

import numpy as np
from numpy.typing import NDArray

from ledger.store.bundles import BETWEEN, PACKED, SHORT, Bundle, bundled

Run = tuple[str, int, int, bytes]
"""A token, its first document, how many hold it, and all of them packed, ascending."""
Numbers = NDArray[np.uint32]
_Pairs = NDArray[np.uint64]
"""A token as a number, and below it a document in the lower half."""
_WIDE = 0x10000
"""Code points from here on take more than sixteen bits."""


class Inversion:
    """What documents hold, told token by token in the end."""

    def __init__(self) -> None:
        self._places = defaultdict[str, int](count().__next__)  # in the order they came
        self._tokens = array("I")
        self._documents = array("I")
        self._counts = array("I")
        self._signs: list[_Pairs] = []
        self._listed: list[_Pairs] = []

    def add(self, document: int, held: Iterable[str]) -> None:
        """Take a document with its tokens; one that comes twice counts once."""
        before = len(self._tokens)
        self._tokens.extend([*map(self._places.__getitem__, held)])
        self._documents.append(document)
        self._counts.append(len(self._tokens) - before)

    def add_signs(self, documents: Numbers, first: Numbers, second: Numbers) -> None:
        """Take many documents with a token of one or two characters each, as code points.

        Args:
            documents: the documents; one stands there as often as it has such tokens.
            first: the first character of the token.
            second: the second; 0 for a token of one.
        """
        narrow = np.maximum(first, second) < _WIDE
        packed = first[narrow].astype(np.uint64) << np.uint64(16) | second[narrow]
        self._signs.append(packed << np.uint64(32) | documents[narrow])
        columns = (documents[~narrow], first[~narrow], second[~narrow])
        for document, one, other in zip(*(column.tolist() for column in columns), strict=True):
            self.add(document, [(chr(one) + chr(other)).rstrip("\0")])

    def add_lists(self, tokens: Sequence[str], counts: Numbers, documents: Numbers) -> None:
        """Take tokens with how many documents hold each, and these, one list behind the other."""
        places = np.array([*map(self._places.__getitem__, tokens)], dtype=np.uint64)
        self._listed.append(np.repeat(places, counts) << np.uint64(32) | documents)

    def __len__(self) -> int:
        """How many pairs of a token and a document wait."""
        return len(self._tokens) + sum(map(len, self._signs)) + sum(map(len, self._listed))

    def lists(self) -> "Lists":
        """The documents of every token."""
        tokens = np.asarray(self._tokens, dtype=np.uint64)
        told = tokens << np.uint64(32) | np.repeat(self._documents, self._counts)
        pairs = _distinct(np.concatenate((told, self._paired_signs(), *self._listed)))
        counts = np.bincount((pairs >> np.uint64(32)).astype(np.int64))
        return Lists(list(self._places), counts, pairs.astype(PACKED))  # keeps the lower half

    def _paired_signs(self) -> _Pairs:
        """The tokens that came as code points, each by its place among all, with its document."""
        pairs = _distinct(np.concatenate((np.zeros(0, dtype=np.uint64), *self._signs)))
        keys = pairs >> np.uint64(32)
        counts = np.diff(np.flatnonzero(np.diff(keys, prepend=~keys[:1], append=~keys[-1:])))
        keys = keys[np.cumsum(counts) - counts]
        codes = np.column_stack((keys >> np.uint64(16), keys & np.uint64(_WIDE - 1)))
        written = codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
        tokens = [written[at : at + 2].rstrip("\0") for at in range(0, len(written), 2)]
        places = np.array([*map(self._places.__getitem__, tokens)], dtype=np.uint64)
        spread = np.repeat(places, counts)
        return spread << np.uint64(32) | pairs & np.uint64(0xFFFFFFFF)


def _distinct(pairs: _Pairs) -> _Pairs:
    pairs.sort()
    kept: _Pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
    return kept


class Lists:
    """The documents of every token.

    Attributes:
        tokens: the tokens.
        counts: how many documents hold each.
        documents: the lists one after the other, each ascending.
    """

    def __init__(
        self, tokens: Sequence[str], counts: NDArray[np.int64], documents: NDArray[np.uint32]
    ) -> None:
        """Take the lists."""
        self.tokens = tokens
        self.counts = counts
        self.documents = documents
        self._begins = np.cumsum(counts) - counts
        self._is_short = (counts <= SHORT) & _fitting(tokens)

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.tokens)

    def only(self, kept: NDArray[np.bool_]) -> "Lists":
        """The lists of some of the tokens."""
        tokens = list(compress(self.tokens, kept.tolist()))
        return Lists(tokens, self.counts[kept], self.documents[np.repeat(kept, self.counts)])

    def runs(self, *, without_short: bool = False) -> list[Run]:
        """One run of every token, by token, or of those alone that no bundle holds."""
        apart = ~self._is_short if without_short else np.ones_like(self.counts, dtype=np.bool_)
        packed = self.documents.tobytes()
        firsts = self.documents[self._begins[apart]].tolist()
        columns = (self._begins[apart].tolist(), self.counts[apart].tolist(), firsts)
        return sorted(
            (token, first, count, packed[4 * begin : 4 * (begin + count)])
            for token, begin, count, first in zip(
                compress(self.tokens, apart.tolist()), *columns, strict=True
            )
        )

    def bundles(self) -> Iterator[Bundle]:
        """The short lists, in bundles."""
        short = self._is_short
        tokens = compress(self.tokens, short.tolist())
        return bundled(tokens, self._begins[short], self.counts[short], self.documents)


def _fitting(tokens: Sequence[str]) -> NDArray[np.bool_]:
    """Which tokens a bundle can hold: all of them, but for a very odd one."""
    if BETWEEN not in "".join(tokens):
        return np.ones(len(tokens), dtype=np.bool_)
    return np.array([BETWEEN not in token for token in tokens])
