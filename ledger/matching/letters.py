"""How alike wordings are letter by letter: the second signal, beside the words.

A whole pool of candidates is looked at in one go, as rows of numbers: which words they share with a
query the index knows already, and to read each candidate again would cost more than to find it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledger.matching.signs import END, GAP, LETTER, SIGN, TEXT, Kinds, kinds_of, wordings

Shares = NDArray[np.float64]
Flags = NDArray[np.bool_]
_Codes = NDArray[np.uint32]
_Places = NDArray[np.intp]

GRAM = 4
"""So many letters in a row are compared, the gap before or after a word included."""
_PRIOR = 50
"""Candidates imagined beside the real ones, so that in a small pool no few letters weigh all."""
_FACTOR, _SIGN_FACTOR = np.uint32(0x01000193), np.uint32(0x9E3779B1)
"""Odd numbers that spread grams over 32 bits; two that meet by chance are taken for one."""
_SLOTS = 1 << 16


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike each candidate of a pool is to a query; shares run from 0 to 1.

    Attributes:
        of_query: the share of the query's letters that the candidate has.
        of_both: the share of either's letters that both have.
        of_line: the same for the candidate's line that is most alike.
        of_first: the same for its first line, the candidate's own words.
        again: the share of the query's letters that a second line has, and every further one.
        is_cjk: whether the query has more CJK characters than words.
        first_fits: whether the candidate's first line is written like the query in this.
        some_fits: whether any of its lines is.
    """

    of_query: Shares
    of_both: Shares
    of_line: Shares
    of_first: Shares
    again: Shares
    is_cjk: bool
    first_fits: Flags
    some_fits: Flags


def alike(query: str, pool: Sequence[str]) -> Alike:
    """How alike each text of a pool is to a query, figures and days apart.

    Letters weigh the more, the fewer texts of the pool have them; the pool has been chosen for its
    likeness, so what is common there tells none of it apart.

    Args:
        query: the query as written.
        pool: the texts, at least one, each of one or more lines.
    """
    read = _Read(wordings((query.replace("\n", " "), *pool)))
    held, beyond = read.held()
    by_text = np.logical_or.reduceat(held, read.first, axis=0)
    weights = np.log((len(pool) + _PRIOR) / (by_text.sum(axis=0) + 1))
    unknown = np.log(len(pool) + _PRIOR) / 2
    whole = max(float(weights.sum()), 1e-9)
    of_line, of_text = (held * weights).sum(axis=1), (by_text * weights).sum(axis=1)
    of_both = of_line / (whole + beyond * unknown)
    is_cjk = read.is_cjk()
    fits = is_cjk == is_cjk[0]
    return Alike(
        of_text / whole,
        of_text / (whole + np.add.reduceat(beyond, read.first) * unknown),
        np.maximum.reduceat(of_both, read.first),
        of_both[read.first],
        np.maximum(np.add.reduceat(of_line, read.first) - of_text, 0.0) / whole,
        bool(is_cjk[0]),
        fits[read.first],
        np.logical_or.reduceat(fits, read.first),
    )


class _Read:
    """A query and its pool as rows of characters; the query is the first line.

    Attributes:
        first: the first line of each candidate.
    """

    def __init__(self, key: str) -> None:
        codes = np.frombuffer(key.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        kinds = kinds_of(codes)
        is_gap = kinds == GAP
        kept = np.ones(len(kinds), dtype=np.bool_)
        kept[1:] = ~(is_gap[1:] & is_gap[:-1])  # of many gaps in a row one
        self._codes, self._kinds = codes[kept], kinds[kept]
        ends = self._kinds == END
        self._line = np.cumsum(ends)
        self._lines = int(ends.sum()) + 1
        self.first: _Places = np.flatnonzero(self._codes[ends] == ord(TEXT)) + 1

    def held(self) -> tuple[Flags, NDArray[np.intp]]:
        """Which of the query's grams each line holds, and how many others it has."""
        at = self._beginnings()
        grams, line = self._hashed()[at], self._line[at]
        asked = np.unique(grams[line == 0])
        slots = np.zeros(_SLOTS, dtype=np.bool_)
        slots[asked % _SLOTS] = True
        likely = np.flatnonzero(slots[grams % _SLOTS])  # most grams fall out here
        place = np.minimum(np.searchsorted(asked, grams[likely]), max(len(asked) - 1, 0))
        same = asked[place] == grams[likely]
        holders = line[likely[same]]
        held = np.zeros((self._lines, len(asked)), dtype=np.bool_)
        held[holders, place[same]] = True
        return held, self._per_line(line) - self._per_line(holders)

    def is_cjk(self) -> Flags:
        """Of each line, whether it has more CJK characters than words."""
        is_letter = self._kinds == LETTER
        signs, ends = (
            self._line[self._kinds == SIGN],
            self._line[1:][is_letter[:-1] & ~is_letter[1:]],
        )
        return self._per_line(signs) > self._per_line(ends)

    def _per_line(self, lines: NDArray[np.intp]) -> NDArray[np.intp]:
        return np.bincount(lines, minlength=self._lines)

    def _beginnings(self) -> _Places:
        """Where a gram begins: a CJK character, or so many letters with a gap at most at an end."""
        kinds = self._kinds
        is_gram = kinds <= LETTER
        for step in range(1, GRAM):
            following = _shifted(kinds, step, END)
            is_gram &= following == LETTER if step < GRAM - 1 else following <= LETTER
        return np.flatnonzero(is_gram | (kinds == SIGN))

    def _hashed(self) -> _Codes:
        """The number of the gram that begins at each place."""
        hashed = self._codes
        for step in range(1, GRAM):
            hashed = hashed * _FACTOR + _shifted(self._codes, step, 0)
        return np.where(self._kinds == SIGN, self._codes * _SIGN_FACTOR, hashed)


def _shifted(row: Kinds | _Codes, step: int, fill: int) -> Kinds | _Codes:
    """A row moved back by some places."""
    moved = np.full_like(row, fill)
    moved[: max(len(row) - step, 0)] = row[step:]
    return moved
