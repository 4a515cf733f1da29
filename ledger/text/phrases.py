"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, compress
from operator import or_
from typing import NamedTuple

from ledger.text.tokens import CJK, STEMS, WORD

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
# The commonest characters and words stand first, for speed: they are one unit below too.
_UNIT = re.compile(
    rf"([\u4e00-\u9fff]|[a-z\d]{{2,}}+(?![^\W{CJK}])|{WORD}|[{CJK}]"
    rf"| (?<=[{CJK}] )(?=[{CJK}])|[^\w\s'·‧•・∙-]|_)"
)


class Mention(NamedTuple):
    """One phrase found.

    Attributes:
        start: first character in the folded key.
        end: one past the last.
        id: what the phrase stands for.
    """

    start: int
    end: int
    id: str


def units(key: str) -> tuple[str, ...]:
    """The words, CJK characters and signs of a folded key."""
    return tuple(_cut(key).row)


class _Cut:
    """A key cut into its units; what the tables ask of it is worked out once for all of them."""

    __slots__ = ("_bounds", "_pieces", "_stems", "row")

    def __init__(self, key: str) -> None:
        # By turns what stands between units, and them.
        self._pieces = _UNIT.split(key)
        self.row = self._pieces[1::2]
        if "." in key:
            self.row = [u.rstrip(".") or u if u[-1] == "." else u for u in self.row]
        self._stems: list[str] | None = None
        self._bounds: list[int] | None = None

    @property
    def stems(self) -> list[str]:
        """The stem of each unit."""
        if self._stems is None:
            self._stems = [*map(STEMS.__getitem__, self.row)]
        return self._stems

    @property
    def bounds(self) -> list[int]:
        """Where each unit begins and ends, by turns."""
        if self._bounds is None:
            self._bounds = [*accumulate(map(len, self._pieces))]
        return self._bounds


_cut = lru_cache(maxsize=64)(_Cut)
"""Rooms that read the same text one after the other, and tables of one room, cut it once."""

_BETWEEN = "\0"
"""A unit of its own that no folded key holds."""


def _units_of_each(keys: Iterable[str], *, stems: bool) -> Iterator[tuple[str, ...]]:
    """The units of many short keys, cut in one go: far quicker than one by one."""
    cut = _Cut("".join(f"{key}{_BETWEEN}" for key in keys))
    row = cut.stems if stems else cut.row
    start = 0
    while start < len(row):
        end = row.index(_BETWEEN, start)
        yield tuple(row[start:end])
        start = end + 1


class PhraseTable:
    """Phrases and what they stand for, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, str]], *, stems: bool = True) -> None:
        """Learn the phrases.

        Args:
            phrases: folded phrase and id; of two equal phrases the first wins, one without a word
                or sign is left out.
            stems: whether English words match in every inflection (rate cuts finds rate cut);
                names want ``False``.
        """
        self._stems = stems
        # Rooms ask for the same text one after the other, and for both texts of a pair by turns.
        self._found = lru_cache(maxsize=8)(self._find)
        self._ids: dict[tuple[str, ...], str] = {}
        # How many units phrases have, longest first, by their first two, which few phrases and
        # few places of a text share; one unit alone is a phrase by itself.
        self._alone: dict[str, str] = {}
        self._sizes: dict[tuple[str, str], tuple[int, ...]] = {}
        written = list(phrases)
        rows = _units_of_each((phrase for phrase, _ in written), stems=stems)
        for row, (_, identity) in zip(rows, written, strict=True):
            if len(row) > 1:
                pair = row[0], row[1]
                known = self._sizes.get(pair, ())
                if len(row) not in known:
                    self._sizes[pair] = tuple(sorted((*known, len(row)), reverse=True))
                self._ids.setdefault(row, identity)
            elif row:
                self._alone.setdefault(row[0], identity)

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        return list(self._found(key))

    def _find(self, key: str) -> list[Mention]:
        cut = _cut(key)
        row = cut.stems if self._stems else cut.row
        pairs = [*zip(row, [*row[1:], _BETWEEN], strict=False)]  # an empty row has no pair
        begins = map(or_, map(self._sizes.__contains__, pairs), map(self._alone.__contains__, row))
        found: list[Mention] = []
        done = 0
        for at in compress(range(len(row)), begins):
            if at < done:
                continue
            size, identity = self._longest(row, at, pairs[at])
            if identity is not None:
                done, bounds = at + size, cut.bounds
                found.append(Mention(bounds[2 * at], bounds[2 * done - 1], identity))
        return found

    def _longest(self, row: list[str], at: int, pair: tuple[str, str]) -> tuple[int, str | None]:
        """The longest phrase at a place, and how many units it has."""
        for size in self._sizes.get(pair, ()):
            identity = self._ids.get(tuple(row[at : at + size]))
            if identity is not None and at + size <= len(row):
                return size, identity
        return 1, self._alone.get(pair[0])
