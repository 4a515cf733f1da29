"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end, when one call sorts them all: an archive of a hundred
thousand statements has two million pairs, and most tokens stand in one document only.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from ledger.store.bundles import PACKED, SHORT, Bundle, bundled, fits

Run = tuple[str, int, int, bytes]
"""A token, its first document, how many hold it, and all of them packed, ascending."""


class _Places(dict[str, int]):
    """The place of each token, in the order they came."""

    def __missing__(self, token: str) -> int:
        self[token] = place = len(self)
        return place


class Inversion:
    """What documents hold, told token by token in the end."""

    def __init__(self) -> None:
        self._places = _Places()
        self._tokens = array("I")
        self._documents = array("I")
        self._counts = array("I")

    def add(self, document: int, held: Iterable[str]) -> None:
        """Take a document with its tokens; one that comes twice counts once."""
        before = len(self._tokens)
        self._tokens.extend(map(self._places.__getitem__, held))
        self._documents.append(document)
        self._counts.append(len(self._tokens) - before)

    @property
    def tokens(self) -> Collection[str]:
        """Every token met."""
        return self._places.keys()

    def __len__(self) -> int:
        """How many pairs of a token and a document wait."""
        return len(self._tokens)

    def lists(self) -> "Lists":
        """The documents of every token."""
        tokens = np.asarray(self._tokens, dtype=np.uint64)
        pairs = tokens << np.uint64(32) | np.repeat(self._documents, self._counts)
        pairs.sort()
        pairs = pairs[np.diff(pairs, prepend=~pairs[:1]) != 0]
        counts = np.bincount((pairs >> np.uint64(32)).astype(np.int64))
        return Lists(list(self._places), counts, pairs.astype(PACKED))  # keeps the lower half


class Lists:
    """The documents of every token."""

    def __init__(
        self, tokens: Sequence[str], counts: NDArray[np.int64], documents: NDArray[np.uint32]
    ) -> None:
        """Take the lists.

        Args:
            tokens: the tokens.
            counts: how many documents hold each.
            documents: the lists one after the other, each ascending.
        """
        self._tokens = tokens
        self._counts = counts
        self._begins = np.cumsum(counts) - counts
        self._documents = documents

    def runs(self, *, without_short: bool = False) -> list[Run]:
        """One run of every token, by token, or of those alone that no bundle holds."""
        apart = ~self._is_short() if without_short else np.ones_like(self._counts, dtype=np.bool_)
        packed = self._documents.tobytes()
        firsts = self._documents[self._begins[apart]].tolist()
        columns = (self._begins[apart].tolist(), self._counts[apart].tolist(), firsts)
        return sorted(
            (token, first, count, packed[4 * begin : 4 * (begin + count)])
            for token, begin, count, first in zip(
                compress(self._tokens, apart.tolist()), *columns, strict=True
            )
        )

    def bundles(self) -> Iterator[Bundle]:
        """The short lists, in bundles."""
        short = self._is_short()
        tokens = compress(self._tokens, short.tolist())
        return bundled(tokens, self._begins[short], self._counts[short], self._documents)

    def _is_short(self) -> NDArray[np.bool_]:
        fitting = np.fromiter(map(fits, self._tokens), dtype=np.bool_, count=len(self._tokens))
        return fitting & (self._counts <= SHORT)
