"""Which ids a file may have brought before, and which it certainly has not; in flat memory.

To ask the tables for each of a hundred thousand ids costs as much as to take them apart into words.
"""

from collections.abc import Iterable

import numpy as np

_BITS = 26
"""Of a hash; a bit for each makes 8 MB, and of a million ids one in a hundred is asked for idly."""
_EIGHT = np.uint64(8)


class Met:
    """The ids that came so far, as bits; none of them is forgotten, and a few are mistaken."""

    def __init__(self) -> None:
        self._bits = np.zeros(2**_BITS // 8, dtype=np.uint8)

    def perhaps(self, ids: Iterable[str]) -> list[str]:
        """Those of some different ids that may have come before; from now on all of them have."""
        asked = [*ids]
        hashes = np.fromiter(map(hash, asked), np.int64, len(asked)).view(np.uint64)
        places, bits = np.divmod(hashes >> np.uint64(64 - _BITS), _EIGHT)
        marks = (1 << bits).astype(np.uint8)
        found = np.flatnonzero(self._bits[places] & marks)
        np.bitwise_or.at(self._bits, places, marks)
        return [asked[at] for at in found.tolist()]
