"""How near English wordings are in meaning, whatever words they use: the third signal.

"Jobless rate" and "unemployment" share no letter. Every common English word has a row of numbers,
such that words of like meaning have like rows; a wording points where its words' rows add up to,
and two wordings are the nearer, the more they point the same way. Where they do, nothing is said of
whether they tell the same: it lifts what has been found by its words, and finds nothing by itself.

The rows are in ``data/meanings.npy``: two of noughts, then one to a line of ``data/meanings.txt``,
the commonest words first. ``tests/bench/learn_meanings.py`` learned them; what from, and under
which licences, is told in ``data/meanings-notice.txt``.
"""

from functools import cache
from importlib.resources import as_file, files
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from ledger.matching.lines import Lines
from ledger.matching.signs import LINE, Shares
from ledger.text.tables import shipped

_ROOM = "ledger.matching"
_UNKNOWN, _END = 0, 1
"""The rows of noughts: of a word that is not known, and of what stands between lines."""
FIRST_WORD = 2
"""The row of the first word."""


def meaning(lines: Lines) -> Shares:
    """How near each text of a pool is to the query in meaning, from 0 to 1.

    A text none of whose words is known, as in Chinese, is near to nothing.
    """
    asked, texts = map(_said, lines.key.split(LINE, 1))
    if not len(asked):
        return np.zeros(len(lines.first))
    said = np.concatenate((asked, [_END], texts))
    first = (said == _END).nonzero()[0].take(lines.first - 1)
    # Whole numbers up to 2**24 are exact in these, in whatever order a machine adds them up.
    rows = _rows().take(said, axis=0).astype(np.float32)
    query, *_ = sums = np.add.reduceat(rows, np.append(0, first), axis=0).astype(np.float64)
    length = np.sqrt(np.einsum("ij,ij->i", sums, sums))
    near: Shares = (sums[1:] @ query) / np.maximum(length[1:] * length[0], 1.0)
    return np.clip(near, 0.0, 1.0)


def _said(key: str) -> NDArray[np.intp]:
    """The rows of the words of a key, without those that are not known."""
    words = key.split(" ")
    said = np.fromiter(map(_numbers().get, words, repeat(_UNKNOWN)), np.intp, len(words))
    known: NDArray[np.intp] = said[said != _UNKNOWN]
    return known


@cache
def _numbers() -> dict[str, int]:
    """The row of each word that is known."""
    words = shipped(_ROOM, "meanings.txt").split()
    return {LINE: _END, **{word: row for row, word in enumerate(words, FIRST_WORD)}}


@cache
def _rows() -> NDArray[np.int8]:
    with as_file(files(_ROOM).joinpath("data", "meanings.npy")) as path:
        rows: NDArray[np.int8] = np.load(path)
    return rows
