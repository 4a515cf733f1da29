"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ledger.text.tokens import CJK, WORD, stems

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
# The commonest characters stand first, for speed: whatever matches them below is one unit too.
_UNIT = re.compile(rf"([\u4e00-\u9fff]|{WORD}|[{CJK}]| (?<=[{CJK}] )(?=[{CJK}])|[^\w\s'·‧•・∙-]|_)")


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


@lru_cache(maxsize=2048)
def units(key: str) -> tuple[str, ...]:
    """The words, CJK characters and signs of a folded key."""
    found = _pieces(key)[1::2]
    return tuple(unit.rstrip(".") or unit for unit in found) if "." in key else tuple(found)


@lru_cache(maxsize=2048)
def _stemmed_units(key: str) -> tuple[str, ...]:
    return stems(units(key))


@lru_cache(maxsize=2048)
def _bounds(key: str) -> tuple[int, ...]:
    """Where each unit begins and ends, by turns."""
    return tuple(accumulate(map(len, _pieces(key))))


@lru_cache(maxsize=64)
def _pieces(key: str) -> list[str]:
    """What stands between the units, and the units, by turns."""
    return _UNIT.split(key)


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
        self._units_of = _stemmed_units if stems else units
        self._ids: dict[tuple[str, ...], str] = {}
        self._latest: tuple[str, list[Mention]] = "", []
        sizes: dict[str, dict[str | None, set[int]]] = {}
        for phrase, identity in phrases:
            found = self._units_of(phrase)
            if found:
                self._ids.setdefault(found, identity)
                second = found[1] if len(found) > 1 else None
                sizes.setdefault(found[0], {}).setdefault(second, set()).add(len(found))
        # By the first two units, which few phrases and few places of a text share.
        self._longest_first = {
            first: {second: tuple(sorted(each, reverse=True)) for second, each in behind.items()}
            for first, behind in sizes.items()
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
        row, heads = self._units_of(key), self._longest_first
        found: list[Mention] = []
        done, last = 0, len(row) - 1
        for at in [at for at, unit in enumerate(row) if unit in heads]:
            if at < done:
                continue
            behind = heads[row[at]]
            likely = behind.get(row[at + 1], ()) if at < last else ()
            for size in (*likely, 1) if None in behind else likely:
                identity = self._ids.get(row[at : at + size])
                if identity is not None and at + size <= len(row):
                    done, bounds = at + size, _bounds(key)
                    found.append(Mention(bounds[2 * at], bounds[2 * done - 1], identity))
                    break
        return found
