"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, compress
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
    return tuple(_row(key, _pieces(key)))


class Cut(NamedTuple):
    """A key cut into its units.

    Attributes:
        row: the units, in order.
        starts: where each begins in the key; one more, for the key's end.
        ends: one past the last character of each.
    """

    row: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=64)
def cut(key: str) -> Cut:
    """The units of a folded key with their places."""
    # Rooms that read the same text one after the other, and tables of one room, cut it once.
    pieces = _pieces(key)
    bounds = [*accumulate(map(len, pieces))]
    return Cut(_row(key, pieces), bounds[::2], bounds[1::2])


def _pieces(key: str) -> list[str]:
    """By turns what stands between units, and the units."""
    return (_PLAIN_UNIT if key.isascii() else _UNIT).split(key)


def _row(key: str, pieces: list[str]) -> list[str]:
    row = pieces[1::2]
    if "." in key and _ABBREVIATED.search(key) is not None:
        return [unit.rstrip(".") or unit if unit[-1] == "." else unit for unit in row]
    return row


_Likely = tuple[tuple[int, str | None], ...]
"""How many units a phrase may have, longest first; and its id, where its first two settle it."""


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
        self._stem_of = STEMS.__getitem__ if stems else None
        self._longer: dict[tuple[str, ...], str] = {}
        self._latest: tuple[str, list[Mention]] = "", []
        alone: dict[str, str] = {}
        pairs: dict[tuple[str, ...], str] = {}
        sizes: dict[tuple[str, ...], set[int]] = {}
        for phrase, identity in phrases:
            row = tuple(self._stemmed(units(phrase)))
            if len(row) == 1:
                alone.setdefault(row[0], identity)
            elif len(row) == 2:
                pairs.setdefault(row, identity)
                sizes.setdefault(row, set())
            elif row:
                self._longer.setdefault(row, identity)
                sizes.setdefault(row[:2], set()).add(len(row))
        # By the first two units, which few phrases and few places of a text share.
        self._alone = {first: ((1, identity),) for first, identity in alone.items()}
        self._pairs: dict[tuple[str, ...], _Likely] = {
            pair: (
                *((size, None) for size in sorted(longer, reverse=True)),
                *([(2, pairs[pair])] if pair in pairs else []),
                *self._alone.get(pair[0], ()),
            )
            for pair, longer in sizes.items()
        }

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        # Rooms that read the same text one after the other ask twice in a row.
        latest, found = self._latest
        if latest != key:
            found = self._find(key)
            self._latest = key, found
        return list(found)

    def _find(self, key: str) -> list[Mention]:
        written, starts, ends = cut(key)
        row = self._stemmed(written)
        pairs = zip(row, [*row[1:], ""], strict=False)
        likely = [*map(self._pairs.get, pairs, map(self._alone.get, row))]
        found: list[Mention] = []
        done = 0
        for at in compress(range(len(row)), likely):
            if at < done:
                continue
            for size, identity in likely[at] or ():
                end = at + size
                if identity is None:
                    identity = self._longer.get(tuple(row[at:end]))
                    if identity is None or end > len(row):
                        continue
                found.append(Mention(starts[at], ends[end - 1], identity))
                done = end
                break
        return found

    def _stemmed(self, row: Sequence[str]) -> Sequence[str]:
        return row if self._stem_of is None else [*map(self._stem_of, row)]
