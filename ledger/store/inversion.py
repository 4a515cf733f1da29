"""Documents with their tokens, turned into tokens with their documents, for many at once.

Each pair is two small numbers until the end, when one call sorts them all: an archive of a hundred
thousand statements has two million pairs, and most tokens stand in one document only.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator

import numpy as np

PACKED = np.dtype("<u4")
"""How the index holds document numbers."""


Run = tuple[str, int, int, bytes]
"""A token, its first document, how many hold it, and all of them packed, ascending."""


class Inversion:
    """What documents hold, told token by token in the end."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._tokens = array("I")
        self._documents = array("I")
        self._counts = array("I")

    def add(self, document: int, held: Iterable[str]) -> None:
        """Take a document with its tokens, each once."""
        places = self._places
        before = len(self._tokens)
        self._tokens.extend([places.setdefault(token, len(places)) for token in held])
        self._documents.append(document)
        self._counts.append(len(self._tokens) - before)

    @property
    def tokens(self) -> Collection[str]:
        """Every token met."""
        return self._places.keys()

    def runs(self) -> Iterator[Run]:
        """One run of every token, by token."""
        tokens = np.asarray(self._tokens, dtype=np.uint64)
        pairs = tokens << np.uint64(32) | np.repeat(self._documents, self._counts)
        pairs.sort()
        documents = pairs.astype(PACKED)  # keeps the lower half
        counts = np.bincount(self._tokens)
        ends = np.cumsum(counts)
        firsts = documents[ends - counts].tolist()
        spans = list(zip(counts.tolist(), ends.tolist(), firsts, strict=True))
        packed = documents.tobytes()
        for token in sorted(self._places):
            count, end, first = spans[self._places[token]]
            yield token, first, count, packed[4 * (end - count) : 4 * end]
