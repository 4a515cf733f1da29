"""Posting lists of an act that is under way, packed: a word that stands once costs twenty bytes.

Words are told apart by their 64-bit hash; of a million words two are alike once in thirty million
imports, and would be thought one.
"""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ledger.matching.tally import Documents
from ledger.matching.turns import Holders, joined, stretches

_Numbers = NDArray[np.int64]


class _Segment(NamedTuple):
    """Some lists, each word once.

    Attributes:
        words: the words, ascending.
        edges: where the list of each begins, and where the last one ends.
        documents: the lists.
    """

    words: _Numbers
    edges: NDArray[np.uint32]
    documents: Documents

    @property
    def counts(self) -> _Numbers:
        """How many documents hold each word."""
        return np.diff(self.edges).astype(np.int64)


_MOST = 500_000
"""Documents of one segment; to join longer ones would take as much memory again."""


class Segments:
    """Lists added by the segment; later ones hold higher documents.

    A segment is joined to the one before it once that is less than twice as long, so that few are
    looked into, and no more than so many documents are moved about at once.
    """

    def __init__(self) -> None:
        self._segments: list[_Segment] = []

    def add(self, words: _Numbers, counts: _Numbers, documents: Documents) -> None:
        """Add lists of documents, at least one, all of them higher than those there are.

        Args:
            words: the words, ``hashed``.
            counts: how many documents hold each.
            documents: which, one list behind the other, each ascending.
        """
        segment = _grouped(words, counts, documents)
        while self._segments and _belong_together(self._segments[-1], segment):
            before = self._segments.pop()
            segment = _grouped(
                np.concatenate((before.words, segment.words)),
                np.concatenate((before.counts, segment.counts)),
                np.concatenate((before.documents, segment.documents)),
            )
        self._segments.append(segment)

    def lists(self, words: _Numbers) -> Holders:
        """The documents that hold each of some words, ``hashed``."""
        none = Holders(np.zeros(len(words), dtype=np.int64), np.zeros(0, dtype=np.uint32))
        return joined([none, *(_found(segment, words) for segment in self._segments)])


def _belong_together(one: _Segment, other: _Segment) -> bool:
    both = len(one.documents) + len(other.documents)
    return len(one.documents) < 2 * len(other.documents) and both <= _MOST


def hashed(words: Collection[str]) -> _Numbers:
    """What stands for each word."""
    # Of UTF-8: Python hashes texts as it holds them, and holds "al" and 污 in the same two bytes.
    return np.fromiter(map(hash, map(str.encode, words)), dtype=np.int64, count=len(words))


def _grouped(words: _Numbers, counts: _Numbers, documents: Documents) -> _Segment:
    """Lists as a segment; of lists of one word those that come first hold the lower documents."""
    order = words.argsort(kind="stable")
    begins = (np.cumsum(counts) - counts)[order]
    words, counts = words[order], counts[order]
    first = np.flatnonzero(np.diff(words, prepend=~words[:1]))
    edges = np.append((np.cumsum(counts) - counts)[first], len(documents)).astype(np.uint32)
    return _Segment(words[first], edges, documents[stretches(begins, counts)[1]])


def _found(segment: _Segment, wanted: _Numbers) -> Holders:
    """The list of each wanted word."""
    at = segment.words.searchsorted(wanted)
    is_there = segment.words.take(at, mode="clip") == wanted
    begins = segment.edges.take(at, mode="clip").astype(np.int64)
    ends = segment.edges.take(at + 1, mode="clip")
    return Holders(np.where(is_there, ends - begins, 0), segment.documents, begins)
