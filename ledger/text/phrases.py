"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ledger.text.tokens import CJK, WORD, stem

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
_UNIT = re.compile(rf"(?<=[{CJK}]) (?=[{CJK}])|{WORD}|[{CJK}]|[^\w\s'·‧•・∙-]|_")


@dataclass(frozen=True, slots=True)
class Mention:
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
    return tuple(unit.rstrip(".") or unit for unit in _UNIT.findall(key))


@lru_cache(maxsize=2048)
def _stemmed_units(key: str) -> tuple[str, ...]:
    return tuple(map(stem, units(key)))


@lru_cache(maxsize=2048)
def _spans(key: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _UNIT.finditer(key))


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
        lengths: dict[str, set[int]] = {}
        for phrase, identity in phrases:
            found = self._units_of(phrase)
            if found:
                self._ids.setdefault(found, identity)
                lengths.setdefault(found[0], set()).add(len(found))
        self._longest_first = {
            first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()
        }

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        row = self._units_of(key)
        if self._longest_first.keys().isdisjoint(row):
            return []
        spans, found, at = _spans(key), [], 0
        while at < len(row):
            for size in self._longest_first.get(row[at], ()):
                identity = self._ids.get(row[at : at + size])
                if identity is not None and at + size <= len(row):
                    found.append(Mention(spans[at][0], spans[at + size - 1][1], identity))
                    at += size - 1
                    break
            at += 1
        return found
