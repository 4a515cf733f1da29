"""Many phrases looked for at once in a folded key: leftmost, longest, never overlapping.

A key is a row of units: a word, one CJK character, or one sign. English phrases therefore match on
word boundaries and Chinese ones anywhere. Spaces, hyphens, apostrophes and the dots inside
transliterated names are no units, so that rate-cut is rate cut and 克里斯·米勒 is 克里斯米勒.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, zip_longest

from ledger.text.tokens import CJK, WORD, stem

# A space between two CJK characters is a unit: 發展中 國務院 does not name 中國.
# The commonest characters stand first, for speed: whatever matches them below is one unit too.
_UNIT = re.compile(rf"([\u4e00-\u9fff]|{WORD}|[{CJK}]| (?<=[{CJK}] )(?=[{CJK}])|[^\w\s'·‧•・∙-]|_)")


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
    found = _pieces(key)[1::2]
    return tuple(unit.rstrip(".") or unit for unit in found) if "." in key else tuple(found)


@lru_cache(maxsize=2048)
def _stemmed_units(key: str) -> tuple[str, ...]:
    return tuple(map(stem, units(key)))


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
        lengths: dict[tuple[str, str | None], set[int]] = {}
        for phrase, identity in phrases:
            found = self._units_of(phrase)
            if found:
                self._ids.setdefault(found, identity)
                lengths.setdefault(_head(found), set()).add(len(found))
        self._firsts = frozenset(first for first, _ in lengths)
        self._lone = frozenset(first for first, second in lengths if second is None)
        self._longest_first = {
            head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()
        }

    def find(self, key: str) -> list[Mention]:
        """Every phrase in a folded key, from left to right; the longest at each place."""
        row = self._units_of(key)
        if self._firsts.isdisjoint(row):
            return []
        heads, lone = self._longest_first, self._lone
        likely = [
            (at, head)
            for at, head in enumerate(zip_longest(row, row[1:]))
            if head in heads or head[0] in lone
        ]
        found, done = [], 0
        for at, head in likely:
            if at < done:
                continue
            for size in (*heads.get(head, ()), 1):
                identity = self._ids.get(row[at : at + size])
                if identity is not None and at + size <= len(row):
                    done, bounds = at + size, _bounds(key)
                    found.append(Mention(bounds[2 * at], bounds[2 * done - 1], identity))
                    break
        return found


def _head(phrase: tuple[str, ...]) -> tuple[str, str | None]:
    """The first two units of a phrase, which few other phrases and few places share."""
    return phrase[0], phrase[1] if len(phrase) > 1 else None
