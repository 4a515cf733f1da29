"""How alike wordings are letter by letter: the second signal, beside the words.

A whole pool of candidates is looked at in one go, as rows of numbers: which words they share with a
query the index knows already, and to read each candidate again would cost more than to find it.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ledger.distinct import distinct
from ledger.matching.lines import Lines
from ledger.matching.signs import (
    END,
    LETTER,
    LINE,
    SIGN,
    Shares,
    kinds_of,
    tells_of,
)

Flags = NDArray[np.bool_]
_Codes = NDArray[np.uint32]
_Places = NDArray[np.intp]
_Number = TypeVar("_Number", bound=np.generic)

GRAM = 4
"""So many letters in a row are compared, the gap before or after a word included."""
_PRIOR = 50
"""Candidates imagined beside the real ones, so that in a small pool no few letters weigh all."""
_IMAGINED = 20
"""Letters imagined in every line that the query has none of, so that no line of a word or two is
covered by any text that says them."""
_FACTOR, _SIGN_FACTOR = np.uint32(0x01000193), np.uint32(0x9E3779B1)
"""Odd numbers that spread grams over 32 bits; two that meet by chance are taken for one."""
_SLOTS = 1 << 12
_SLOT = np.uint32(_SLOTS - 1)
_BEYOND = GRAM - 1


@dataclass(frozen=True, slots=True)
class Alike:
    """How alike each candidate of a pool is to a query; shares run from 0 to 1.

    Attributes:
        of_query: the share of the query's letters that the candidate has.
        of_both: the share of either's letters that both have.
        of_line: the same for the candidate's line that is most alike.
        of_first: the same for its first line, the candidate's own words.
        covered: the share of a line's letters that the query has, of the line that it has most of.
        again: the share of the query's letters that a second line has, and every further one.
        is_cjk: whether the query has more CJK characters than words.
        first_fits: whether the candidate's first line is written like the query in this.
        some_fits: whether any of its lines is.
    """

    of_query: Shares
    of_both: Shares
    of_line: Shares
    of_first: Shares
    covered: Shares
    again: Shares
    is_cjk: bool
    first_fits: Flags
    some_fits: Flags


def alike(lines: Lines) -> Alike:
    """How alike each text of a pool is to a query, figures and days apart.

    Letters weigh the more, the fewer texts of the pool have them; the pool has been chosen for its
    likeness, so what is common there tells none of it apart. CJK characters weigh the more, too,
    the rarer they are in any text.

    Args:
        lines: the query and its pool.
    """
    first, size = lines.first, len(lines.first)
    read = _Read(lines.key)
    held, tells, beyond = read.held()
    by_text = np.logical_or.reduceat(held, first, axis=0)
    weights = tells * np.log((size + _PRIOR) / (by_text.sum(axis=0) + 1))
    unknown = np.log(size + _PRIOR) / 2
    whole = max(float(weights.sum()), 1e-9)
    of_line, of_text = (held * weights).sum(axis=1), (by_text * weights).sum(axis=1)
    of_both = of_line / (whole + beyond * unknown)
    is_cjk = read.is_cjk()
    fits = is_cjk == is_cjk[0]
    return Alike(
        of_text / whole,
        of_text / (whole + np.add.reduceat(beyond, first) * unknown),
        np.maximum.reduceat(of_both, first),
        of_both[first],
        np.maximum.reduceat(of_line / (of_line + (beyond + _IMAGINED) * unknown), first),
        np.maximum(np.add.reduceat(of_line, first) - of_text, 0.0) / whole,
        bool(is_cjk[0]),
        fits[first],
        np.logical_or.reduceat(fits, first),
    )


class _Read:
    """A query and the lines of its pool as rows of characters; the query is the first line."""

    def __init__(self, key: str) -> None:
        # A gram is looked at from where it begins, so as many ends stand behind the last.
        spelled = f"{key}{LINE * _BEYOND}".encode("utf-32-le", "surrogatepass")
        self._codes: _Codes = np.frombuffer(spelled, dtype="<u4")
        self._kinds = kinds_of(self._codes)
        self._line = (self._kinds == END).cumsum()
        self._lines = int(self._line[-1]) + 1 - _BEYOND

    def held(self) -> tuple[Flags, Shares, Shares]:
        """Which of the query's grams each line holds, how much they tell, and its others do."""
        at = self._beginnings()
        grams, line, tells = self._hashed()[at], self._line[at], tells_of(self._codes[at])
        of_query = grams[: line.searchsorted(1)]
        asked = distinct(of_query)
        told = np.empty(len(asked))
        told[asked.searchsorted(of_query)] = tells[: len(of_query)]
        slots = np.zeros(_SLOTS, dtype=np.bool_)
        slots[asked & _SLOT] = True
        likely = slots[grams & _SLOT].nonzero()[0]  # most grams fall out here
        found = grams[likely]
        place = asked.searchsorted(found)
        same = (asked.take(place, mode="clip") == found).nonzero()[0] if len(asked) else place
        holding = likely[same]
        holders = line[holding]
        held = np.zeros((self._lines, len(asked)), dtype=np.bool_)
        held[holders, place[same]] = True
        tells[holding] = 0.0
        return held, told, np.bincount(line, tells, self._lines).astype(np.float64)

    def is_cjk(self) -> Flags:
        """Of each line, whether it has more CJK characters than words."""
        is_letter = self._kinds == LETTER
        signs = self._line[self._kinds == SIGN]
        ends = self._line[1:][is_letter[:-1] & ~is_letter[1:]]
        return self._per_line(signs) > self._per_line(ends)

    def _per_line(self, lines: NDArray[np.intp]) -> NDArray[np.intp]:
        return np.bincount(lines, minlength=self._lines)

    def _beginnings(self) -> _Places:
        """Where a gram begins: a CJK character, or so many letters with a gap at most at an end."""
        first, *inner, last = (_from(self._kinds, step) for step in range(GRAM))
        is_gram = (first <= LETTER) & (last <= LETTER)
        for kinds in inner:
            is_gram &= kinds == LETTER
        places: _Places = (is_gram | (first == SIGN)).nonzero()[0]
        return places

    def _hashed(self) -> _Codes:
        """The number of the gram that begins at each place."""
        first = hashed = _from(self._codes, 0)
        for step in range(1, GRAM):
            hashed = hashed * _FACTOR + _from(self._codes, step)
        return np.where(_from(self._kinds, 0) == SIGN, first * _SIGN_FACTOR, hashed)


def _from(row: NDArray[_Number], step: int) -> NDArray[_Number]:
    """What stands some places behind each place a gram can begin at."""
    return row[step : len(row) - _BEYOND + step]
