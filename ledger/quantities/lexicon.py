"""Forms looked up at, or right before, a place in a key: the longest wins, words match whole."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Generic, TypeVar

from ledger.text import tables

T = TypeVar("T")


def rows(name: str) -> Iterable[dict[str, str]]:
    """The rows of one of this room's data files, as written."""
    return tables.rows("ledger.quantities", name)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first; tried by their first letter, for speed."""
    by_initial: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_initial.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(c)}(?:{'|'.join(rests)})" for c, rests in by_initial.items())


class Lexicon(Generic[T]):
    """Many forms with a meaning each, found in constant time per form of like beginning.

    Latin forms match on word boundaries, Chinese forms anywhere.
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._ordered = sorted(forms, key=lambda entry: -len(entry[0]))

    @cached_property
    def _at(self) -> "_Buckets[T]":
        return _Buckets(self._ordered, slice(0, 1), slice(0, 2), edge=-1)

    @cached_property
    def _before(self) -> "_Buckets[T]":
        return _Buckets(self._ordered, slice(-1, None), slice(-2, None), edge=0)

    def at(self, key: str, start: int) -> tuple[int, T] | None:
        """The longest form that begins at ``start``: where it ends and what it means."""
        every, lengths, entries = self._at[key[start : start + 2]]
        if every and key.startswith(every, start):
            for length in lengths:
                end = start + length
                entry = entries.get(key[start:end])
                if entry is not None and not (entry[1] and _latin(key[end : end + 1])):
                    return min(end, len(key)), entry[0]
        return None

    def before(self, key: str, end: int) -> tuple[int, T] | None:
        """The longest form that ends at ``end``: where it begins and what it means."""
        every, lengths, entries = self._before[key[end - 2 : end] if end > 1 else key[:end]]
        if every and key.endswith(every, 0, end):
            for length in lengths:
                start = end - length if end > length else 0
                entry = entries.get(key[start:end])
                if entry is not None and not (entry[1] and start and _latin(key[start - 1])):
                    return start, entry[0]
        return None


_Entry = tuple[T, bool]
"""What a form means, and whether no letter may stand next to it."""
_Bucket = tuple[tuple[str, ...], list[int], dict[str, _Entry[T]]]
"""Some forms, asked for all at once as most are not there; their lengths, longest first; and what
each means."""


class _Buckets(dict[str, _Bucket[T]]):
    """Forms by their two outermost characters, those of one character among them.

    Any other pair of characters is looked up by its outermost one once, and remembered.
    """

    def __init__(
        self, ordered: list[tuple[str, T]], outermost: slice, pair: slice, *, edge: int
    ) -> None:
        super().__init__()
        self._outermost = outermost
        by_pair: dict[str, dict[str, _Entry[T]]] = {}
        for form, meaning in ordered:
            by_pair.setdefault(form[pair], {}).setdefault(form, (meaning, _latin(form[edge])))
        for two, entries in by_pair.items():
            alone = by_pair.get(two[outermost], {}) if len(two) > 1 else {}
            self[two] = _bucket(entries | alone)
        self._known = frozenset(self)
        self._nothing: _Bucket[T] = _bucket({})

    def __missing__(self, two: str) -> _Bucket[T]:
        if len(self) >= _MOST_PAIRS:
            for other in self.keys() - self._known:
                del self[other]
        alone = two[self._outermost]
        self[two] = found = self[alone] if alone in self._known else self._nothing
        return found


def _bucket(entries: dict[str, _Entry[T]]) -> _Bucket[T]:
    return tuple(entries), sorted({*map(len, entries)}, reverse=True), entries


_MOST_PAIRS = 4_096


def _latin(character: str) -> bool:
    return character < "\u2000" and character.isalpha()
