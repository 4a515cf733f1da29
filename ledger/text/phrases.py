"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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


class _Cut(NamedTuple):
    """A key cut into its units, ``row``; ``pieces`` has by turns what stands between, and them."""

    row: list[str]
    pieces: list[str]

    def bounds(self) -> list[int]:
        """Where each unit begins and ends, by turns."""
        return [*accumulate(map(len, self.pieces))]


def _split(key: str) -> _Cut:
    pieces = _UNIT.split(key)
    row = pieces[1::2]
    if "." in key:
        row = [unit.rstrip(".") or unit if unit[-1] == "." else unit for unit in row]
    return _Cut(row, pieces)


_cut = lru_cache(maxsize=64)(_split)
"""Rooms that read the same text one after the other, and tables of one room, cut it once."""

_BETWEEN = "\0"
"""A unit of its own that no folded key holds."""


def _units_of_each(keys: Iterable[str]) -> Iterator[list[str]]:
    """The units of many short keys, cut in one go: far quicker than one by one."""
    row = _split("".join(f"{key}{_BETWEEN}" for key in keys)).row
    start = 0
    while start < len(row):
        end = row.index(_BETWEEN, start)
        yield row[start:end]
        start = end + 1


_Sizes = dict[str | None, tuple[int, ...]]
"""How many units the phrases have that go on with a unit (or with none), longest first."""
_NONE: _Sizes = {}


class _Heads(dict[str, _Sizes]):
    """The phrases that begin with a unit as written, worked out once for each."""

    def __init__(self, of_stem: Mapping[str, _Sizes], stems_of: Callable[[str], str]) -> None:
        super().__init__()
        self._of_stem, self._stem_of = of_stem, stems_of

    def __missing__(self, unit: str) -> _Sizes:
        found = self._of_stem.get(self._stem_of(unit), _NONE)
        if not unit[:1].isdigit():  # numbers have no end
            self._keep(unit, found)
        return found

    def _keep(self, unit: str, found: _Sizes) -> None:
        if len(self) >= _MOST_HEADS:
            self.clear()
        self[unit] = found


_MOST_HEADS = 65536


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
        self._stem_of: Callable[[str], str] = STEMS.__getitem__ if stems else str
        self._ids: dict[tuple[str, ...], str] = {}
        self._latest: tuple[str, list[Mention]] = "", []
        sizes: dict[str, dict[str | None, set[int]]] = {}
        written = list(phrases)
        rows = _units_of_each(phrase for phrase, _ in written)
        for row, (_, identity) in zip(rows, written, strict=True):
            found = tuple(map(self._stem_of, row))
            if found:
                self._ids.setdefault(found, identity)
                second = found[1] if len(found) > 1 else None
                sizes.setdefault(found[0], {}).setdefault(second, set()).add(len(found))
        # By the first two units, which few phrases and few places of a text share.
        self._heads = _Heads(
            {
                first: {
                    second: tuple(sorted(each, reverse=True)) for second, each in behind.items()
                }
                for first, behind in sizes.items()
            },
            self._stem_of,
        )

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        # Rooms that read the same text one after the other ask twice in a row.
        latest, found = self._latest
        if latest != key:
            found = self._find(key)
            self._latest = key, found
        return list(found)

    def _find(self, key: str) -> list[Mention]:
        cut, stem_of = _cut(key), self._stem_of
        row = cut.row
        found: list[Mention] = []
        done = 0
        bounds: list[int] | None = None
        following = [*row[1:], ""]
        heads = [*map(self._heads.__getitem__, row)]
        for at in compress(range(len(row)), heads):
            if at < done:
                continue
            behind = heads[at]
            likely = behind.get(stem_of(following[at]), ())
            for size in (*likely, 1) if None in behind else likely:
                identity = self._ids.get(tuple(map(stem_of, row[at : at + size])))
                if identity is not None and at + size <= len(row):
                    done, bounds = at + size, bounds or cut.bounds()
                    found.append(Mention(bounds[2 * at], bounds[2 * done - 1], identity))
                    break
        return found
