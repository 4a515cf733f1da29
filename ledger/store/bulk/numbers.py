"""Long rows of numbers, kept in a file: in memory only while they are looked at.

What an import knows of each of its statements takes some bytes, and of a million of them more than
all else that it holds.
"""

import mmap
import os
from collections.abc import Iterator
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any
from weakref import finalize

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from ledger.errors import reason_of
from ledger.store_errors import NoRoomAside

_AT_HAND = 2**16
"""Bytes; a shorter row has no file."""
_BLANK = bytes(2**18)
"""What a file grows by, so many times: written, as a disk that is full tells only who writes."""
_LET_GO = getattr(mmap, "MADV_DONTNEED", None)
"""How a system is told that pages of a file need not be in memory; Windows cannot be told."""


class Numbers:
    """A value for each place, counted from 0; all of one kind, or records of several.

    Attributes:
        values: what stands at each place, to be read and to be changed. Nobody may keep it: with
            more places it is another.
    """

    def __init__(self, kind: DTypeLike, many: int = 0) -> None:
        """Begin with so many zeros of a kind that numpy knows."""
        self._file: IO[bytes] | None = None
        self._mapped: mmap.mmap | None = None
        self.values: NDArray[Any] = np.zeros(0, kind)
        self._room = self.values
        self.grow(many)

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        """What stands at each place, as Python has it."""
        for some in self.portions():
            yield from some.tolist()

    def portions(self, size: int = 2_000) -> Iterator[NDArray[Any]]:
        """What stands at so many places, and then at the next; it rests in between."""
        for start in range(0, len(self), size):
            yield self.values[start : start + size]
            self.rest()

    def extend(self, values: ArrayLike, many: int) -> None:
        """Add so many places with these values.

        Raises:
            NoRoomAside: when the folder for temporary files takes no more.
        """
        begin = len(self)
        self.grow(begin + many)
        self.values[begin:] = values

    def grow(self, many: int) -> None:
        """Have so many places; there is zero in those that are new.

        Raises:
            NoRoomAside: as ``extend``.
        """
        if many > len(self._room):
            self._room = self._wider(many)
        self.values = self._room[:many]

    def rest(self) -> None:
        """Be told that nobody looks for now: what is in a file need not be in memory."""
        if self._mapped is not None and _LET_GO is not None:
            self._mapped.madvise(_LET_GO)

    def _wider(self, many: int) -> NDArray[Any]:
        """Room for so many and some more, with what there is."""
        kind, was_short = self.values.dtype, self._mapped is None
        if was_short and many * kind.itemsize <= _AT_HAND:
            room: NDArray[Any] = np.zeros(2 * many, kind)
        else:
            self._mapped = self._longer(many * kind.itemsize)
            room = np.frombuffer(self._mapped, kind, len(self._mapped) // kind.itemsize)
        if was_short:
            room[: len(self)] = self.values
        return room

    def _longer(self, size: int) -> mmap.mmap:
        """The file, of this size at least."""
        try:
            file = self._file = self._file or self._begun()
            end = file.seek(0, os.SEEK_END)
            for _ in range(0, max(size - end, end // 8), len(_BLANK)):
                file.write(_BLANK)
            file.flush()
            return mmap.mmap(file.fileno(), 0)
        except OSError as fault:
            raise NoRoomAside(gettempdir(), reason_of(fault)) from fault

    def _begun(self) -> IO[bytes]:
        file = TemporaryFile()  # noqa: SIM115 - it is closed when nobody holds the numbers any more
        finalize(self, file.close)
        return file
