"""Arrays set aside on disk while an act is under way: in memory only while they are looked at.

Each lot is a temporary file without a name, which is gone with whoever holds it, however they end.
"""

import mmap
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import accumulate
from tempfile import TemporaryFile, gettempdir
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledger.store_errors import NoRoomAside

Arrays = Sequence[NDArray[Any]]
Opened = Callable[[], AbstractContextManager[Arrays]]
"""Gives the arrays back for a look; none of them may be kept beyond it."""


def set_aside(arrays: Arrays) -> Opened:
    """Write arrays to disk, at least one of them with something in it.

    Raises:
        NoRoomAside: when the folder for temporary files takes no more.
    """
    try:
        with TemporaryFile() as file:
            for array in arrays:
                file.write(array.tobytes())
            file.flush()
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as fault:
        raise NoRoomAside(gettempdir(), (fault.strerror or str(fault)).lower()) from fault
    begins = accumulate([0, *(array.nbytes for array in arrays)])
    spans = [(a.dtype, len(a), begin) for a, begin in zip(arrays, begins, strict=False)]

    @contextmanager
    def opened() -> Iterator[Arrays]:
        yield [np.frombuffer(mapped, *span) for span in spans]
        _let_go(mapped)

    return opened


def _let_go(mapped: mmap.mmap) -> None:
    """Hand back the memory that a look took; the system keeps what it has room for."""
    if hasattr(mmap, "MADV_DONTNEED"):  # Windows sees to it by itself
        mapped.madvise(mmap.MADV_DONTNEED)
