"""Arrays set aside on disk while an act is under way: in memory only while they are looked at.

All that one keeper is given waits in one temporary file without a name, which is gone with whoever
holds it, however they end.
"""

import mmap
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import accumulate
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from ledger.errors import reason_of
from ledger.store_errors import NoRoomAside

Arrays = Sequence[NDArray[Any]]
Opened = Callable[[], AbstractContextManager[Arrays]]
"""Gives the arrays back for a look; none of them may be kept beyond it."""


class Aside:
    """Keeps arrays on disk; there is no file until the first of them comes."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0

    def __call__(self, arrays: Arrays) -> Opened:
        """Set arrays aside, at least one of them with something in it.

        Raises:
            NoRoomAside: when the folder for temporary files takes no more.
        """
        begin = self._end
        try:
            file = self._file = self._file or self._begun()
            file.seek(begin)
            for array in arrays:
                file.write(array.tobytes())
            file.flush()
        except OSError as fault:
            raise NoRoomAside(gettempdir(), reason_of(fault)) from fault
        size = file.tell() - begin
        self._end = begin + size + -size % mmap.ALLOCATIONGRANULARITY  # where a look may begin
        begins = accumulate([0, *(array.nbytes for array in arrays)])
        spans = [(a.dtype, len(a), at) for a, at in zip(arrays, begins, strict=False)]

        @contextmanager
        def opened() -> Iterator[Arrays]:
            assert self._file is not None  # noqa: S101 - narrowing; and it lives as long as this
            mapped = mmap.mmap(self._file.fileno(), size, access=mmap.ACCESS_READ, offset=begin)
            yield [np.frombuffer(mapped, *span) for span in spans]

        return opened

    def _begun(self) -> IO[bytes]:
        file = TemporaryFile()  # noqa: SIM115 - it is closed when nobody holds the keeper any more
        finalize(self, file.close)
        return file
