"""How near English wordings are in meaning, whatever words they use: the third signal.

"Jobless rate" and "unemployment" share no letter. Every common English word has a row of numbers,
such that words of like meaning have like rows; a wording points where its words' rows add up to,
and two wordings are the nearer, the more they point the same way. Where they do, nothing is said of
whether they tell the same: it lifts what has been found by its words, and finds nothing by itself.

The rows are in ``data/meanings.npy``: two of noughts, then one to a line of ``data/meanings.txt``,
the commonest words first. ``tests/bench/learn_meanings.py`` learned them; what from, and under
which licences, is told in ``data/meanings-notice.txt``.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from ledger.matching.lines import Lines
from ledger.matching.signs import LINE, Shares
from ledger.text.tables import shipped
from ledger.text.tokens import tokens

_ROOM = "ledger.matching"
_UNKNOWN, _END = 0, 1
"""The rows of noughts: of a word that is not known, and of what stands between lines."""
FIRST_WORD = 2
"""The row of the first word."""
_KNOWN = 0.5
"""The share of a query's words that have to be known for its meaning to be."""
_SAYS = 0.4
"""From so near on a word says another: petrol and fuel are 0.6 alike. With 0.3 less is gained."""
_MOST = 500
"""The words of a query that are looked at: what a whole article means is no one thing."""


class Meanings:
    """What a query and the texts of its pool mean, so far as their words are known.

    Attributes:
        words: the words of the query that are known, each once; none where most are not, because
            what is left would be taken for the whole.
    """

    def __init__(self, lines: Lines) -> None:
        """Look up the words of a query and its pool."""
        asked, texts = (part.split(" ") for part in lines.key.split(LINE, 1))
        asked = [word for word in asked if word][:_MOST]
        every = dict.fromkeys(asked)
        known = [word for word in every if word in _numbers()]
        self.words = known if len(known) >= _KNOWN * len(every) else []
        self._texts = len(lines.first)
        if self.words:
            said = np.concatenate((own := _said(asked), [_END], _said(texts)))
            # Whole numbers up to 2**24 are exact in these, in whatever order they are added up.
            self._rows = _rows().take(said, axis=0).astype(np.float32)
            self._first = (said == _END).nonzero()[0].take(lines.first - 1)
            self._own = len(own)

    def near(self) -> Shares:
        """How near each text is to the query in meaning, from 0 to 1.

        A text none of whose words is known, as in Chinese, is near to nothing.
        """
        if not self.words:
            return np.zeros(self._texts)
        added = np.add.reduceat(self._rows, np.append(0, self._first), axis=0)
        query, *_ = sums = added.astype(np.float64)
        length = np.sqrt(np.einsum("ij,ij->i", sums, sums))
        near: Shares = (sums[1:] @ query) / np.maximum(length[1:] * length[0], 1.0)
        return np.clip(near, 0.0, 1.0)

    def otherwise(self, held: Sequence[frozenset[str]]) -> Shares:
        """The share of the query's words that each text lacks and says otherwise, from 0 to 1.

        Words count by how much they tell, which is the length of their rows, and the more, the
        nearer the nearest word of the text is.

        Args:
            held: which of the query's search tokens each text holds.
        """
        stems = [(word, stem) for word in self.words for stem in tokens(word)[:1]]
        if not stems:
            return np.zeros(self._texts)
        asked = _rows().take([_numbers()[word] for word, _ in stems], axis=0).astype(np.float32)
        told = self._rows[self._own :]
        weight, length = _lengths(asked), np.maximum(_lengths(told), 1.0)
        alike = (asked @ told.T) / weight[:, None] / length
        nearest = np.maximum.reduceat(alike, self._first - self._own, axis=1)
        lacks = [[stem not in shared for shared in held] for _, stem in stems]
        counted = np.where(lacks & (nearest > _SAYS), nearest, 0.0)
        share: Shares = (weight[:, None] * counted).sum(axis=0) / float(weight.sum())
        return share


def _lengths(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths: NDArray[np.float32] = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return lengths


def _said(words: Sequence[str]) -> NDArray[np.intp]:
    """The rows of words, without those that are not known."""
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
