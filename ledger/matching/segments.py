"""Posting lists of an act that is under way, packed: a word that stands once costs twenty bytes.

Words are told apart by their 64-bit hash; of a million words two are alike once in thirty million
imports, and would be thought one.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from ledger.matching.tally import Documents
from ledger.matching.turns import Holders, places_in

_Numbers = NDArray[np.int64]
_Places = NDArray[np.int32]
_Arrays = Sequence[NDArray[Any]]
_Opened = Callable[[], AbstractContextManager[_Arrays]]


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


_MOST = 150_000
"""Documents; to join longer segments would take as much memory again."""
_TOGETHER = 100_000
"""Documents of a look that are gathered together."""


def at_hand(arrays: _Arrays) -> _Opened:
    """Keep arrays in memory."""

    @contextmanager
    def opened() -> Iterator[_Arrays]:
        yield arrays

    return opened


class Room(Protocol):
    """Where the documents of one look are put, which are as many as most of the ledger holds.

    Attributes:
        values: so many numbers as it was grown to.
    """

    values: NDArray[Any]

    def grow(self, many: int) -> None:
        """Have so many."""

    def rest(self) -> None:
        """Be told that nobody looks for now."""


class Segments:
    """Lists added by the segment; later ones hold higher documents.

    A segment is joined to the one before it once that is less than twice as long, so that few are
    looked into, and no more than so many documents are moved about at once. One too long to be
    joined is set aside.
    """

    def __init__(
        self, room: Room, set_aside: Callable[[_Arrays], _Opened] = at_hand, most: int = _MOST
    ) -> None:
        """Begin with none.

        Args:
            room: where what is looked for is put.
            set_aside: keeps arrays, and gives back what opens them again for a look.
            most: how many documents a segment holds that is still to be joined.
        """
        self._room = room
        self._most = most
        self._set_aside = set_aside
        self._aside: list[_Opened] = []
        self._segments: list[_Segment] = []

    def add(self, words: _Numbers, counts: _Numbers, documents: Documents) -> None:
        """Add lists of documents, at least one, all of them higher than those there are.

        Args:
            words: the words, ``hashed``.
            counts: how many documents hold each.
            documents: which, one list behind the other, each ascending.
        """
        segment = _grouped(words, counts, documents)
        while self._segments and len(self._segments[-1].documents) < 2 * len(segment.documents):
            before = self._segments.pop()
            segment = _grouped(
                np.concatenate((before.words, segment.words)),
                np.concatenate((before.counts, segment.counts)),
                np.concatenate((before.documents, segment.documents)),
            )
        self._segments.append(segment)
        if len(segment.documents) > self._most:
            self._aside.append(self._set_aside(self._segments.pop()))

    def lists(self, words: _Numbers) -> Holders:
        """The documents that hold each of some words, ``hashed``; right until the next look."""
        order = words.argsort()
        wanted = words[order]
        every = [*self._aside, *map(at_hand, self._segments)]
        found = [(opened, *_found(opened, wanted)) for opened in every]
        counts = np.zeros(len(words), dtype=np.int64)
        for _, _, count in found:
            counts += count
        ends = np.cumsum(counts)
        self._room.grow(int(counts.sum()))
        for first, end in _stretches(ends):
            self._gather(found, slice(first, end), (ends - counts)[first:end])
            self._room.rest()
        asked = np.empty_like(order)
        asked[order] = np.arange(len(order))
        begins = (ends - counts)[asked]
        return Holders(counts[asked], self._room.values, begins, self._room.rest)

    def _gather(
        self, found: Sequence[tuple[_Opened, _Places, _Places]], some: slice, places: _Numbers
    ) -> None:
        """Put the documents of some words where their lists begin, segment by segment."""
        for opened, begins, counts in found:
            self._room.values[places_in(places, counts[some])] = _documents(
                opened, begins[some], counts[some]
            )
            places = places + counts[some]


def _stretches(ends: _Numbers) -> Iterator[tuple[int, int]]:
    """Words some at a time, from the first to before the end: so many documents, or one list."""
    first = before = 0
    while first < len(ends):
        end = max(first + 1, int(ends.searchsorted(before + _TOGETHER, side="right")))
        yield first, end
        first, before = end, int(ends[end - 1])


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
    return _Segment(words[first], edges, documents[places_in(begins, counts)])


def _documents(opened: _Opened, begins: _Places, counts: _Places) -> Documents:
    """The documents of some lists of a segment; of one on disk nothing else stays in memory."""
    with opened() as (_, _, documents):
        held: Documents = documents[places_in(begins, counts)]
        return held


def _found(opened: _Opened, wanted: _Numbers) -> tuple[_Places, _Places]:
    """Where the list of each wanted word begins in a segment, and how long it is."""
    with opened() as (words, edges, _):
        at = words.searchsorted(wanted)
        is_there = words.take(at, mode="clip") == wanted
        begins = edges.take(at, mode="clip").astype(np.int32)
        ends = edges.take(at + 1, mode="clip")
        return begins, np.where(is_there, ends - begins, 0).astype(np.int32)
