"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

from ledger.text.tokens import CJK, STEMS, WORD

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
# The commonest characters and words stand first, for speed: they are one unit below too.
_UNIT = re.compile(
    rf"([\u4e00-\u9fff]|[a-z\d]{{2,}}+(?![^\W{CJK}])|{WORD}|[{CJK}]"
    rf"| (?<=[{CJK}] )(?=[{CJK}])|[^\w\s'·‧•・∙-]|_)"
)
_PLAIN_UNIT = re.compile(
    r"([a-zA-Z\d]{2,}+|[a-z](?:\.[a-z])+\.?(?![a-zA-Z\d])|[a-zA-Z\d]++|[^\w\s'-]|_)"
)
"""The same where there is nothing but ASCII."""
_ABBREVIATED = re.compile(r"[a-z]\.[a-z]\.")


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
    return tuple(cut(key).row)


class Cut:
    """A key cut into its units; what the tables ask of it is worked out once for all of them.

    Attributes:
        row: the units in order.
        bounds: where each unit begins and ends, by turns.
    """

    __slots__ = ("_stems", "bounds", "row")

    def __init__(self, key: str) -> None:
        # By turns what stands between units, and them.
        pieces = (_PLAIN_UNIT if key.isascii() else _UNIT).split(key)
        self.bounds = [*accumulate(map(len, pieces))]
        self.row = pieces[1::2]
        if "." in key and _ABBREVIATED.search(key) is not None:
            self.row = [u.rstrip(".") or u if u[-1] == "." else u for u in self.row]
        self._stems: list[str] | None = None

    @property
    def stems(self) -> list[str]:
        """The stem of each unit."""
        if self._stems is None:
            self._stems = [*map(STEMS.__getitem__, self.row)]
        return self._stems


cut = lru_cache(maxsize=128)(Cut)
"""Rooms that read the same text one after the other, and tables of one room, cut it once."""

_BETWEEN = "\0"
"""A unit of its own that no folded key holds."""

_Form = tuple[int, list[str], str]
"""How many units a phrase has, those behind its first two, and what it stands for."""
_Forms = tuple[_Form, ...]


def _units_of_each(keys: Iterable[str], *, stems: bool) -> Iterator[tuple[str, ...]]:
    """The units of many short keys, cut in one go: far quicker than one by one."""
    every = Cut("".join(f"{key}{_BETWEEN}" for key in keys))
    row = every.stems if stems else every.row
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
        written = list(phrases)
        forms: dict[tuple[str, ...], str] = {}
        for row, (_, identity) in zip(
            _units_of_each((phrase for phrase, _ in written), stems=stems), written, strict=True
        ):
            forms.setdefault(row, identity)
        self._alone: dict[str, _Forms] = {
            row[0]: ((1, [], name),) for row, name in forms.items() if len(row) == 1
        }
        self._pairs = self._by_pair(forms)

    def _by_pair(self, forms: dict[tuple[str, ...], str]) -> dict[tuple[str, str], _Forms]:
        """Longer phrases by their first two units, which few phrases and few places share."""
        found: dict[tuple[str, str], list[_Form]] = {}
        for row in sorted((row for row in forms if len(row) > 1), key=len, reverse=True):
            found.setdefault((row[0], row[1]), []).append((len(row), [*row[2:]], forms[row]))
        return {pair: (*rows, *self._alone.get(pair[0], ())) for pair, rows in found.items()}

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        return list(self._found(key))

    def find_in_each(self, keys: Sequence[str]) -> list[list[Mention]]:
        """The same in many keys, which are cut in one go."""
        found: list[list[Mention]] = [[] for _ in keys]
        begins = [0, *accumulate(len(key) + len(_BETWEEN) for key in keys)]
        for start, end, identity in self._find(_BETWEEN.join(keys)):
            at = bisect(begins, start) - 1
            found[at].append(Mention(start - begins[at], end - begins[at], identity))
        return found

    def _find(self, key: str) -> list[Mention]:
        text = cut(key)
        row = text.stems if self._stems else text.row
        found: list[Mention] = []
        done, bounds = 0, text.bounds
        pairs = zip(row, [*row[1:], _BETWEEN], strict=False)
        begins = [*map(self._pairs.get, pairs, map(self._alone.get, row))]
        for at in compress(count(), begins):
            if at < done:
                continue
            for size, rest, identity in begins[at] or ():
                if size < 3 or row[at + 2 : at + size] == rest:  # noqa: PLR2004 - the pair is met
                    done = at + size
                    found.append(Mention(bounds[2 * at], bounds[2 * done - 1], identity))
                    break
        return found
