"""Forms looked up at, or right before, a place in a key: the longest wins, words match whole."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from typing import Generic, TypeVar

T = TypeVar("T")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of this room's data files, as written."""
    text = files("ledger.quantities").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


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
        ordered = sorted(forms, key=lambda entry: -len(entry[0]))
        self._at = _buckets(ordered, lambda form: (form[:2], form[0]), last=True)
        self._before = _buckets(ordered, lambda form: (form[-2:], form[-1]), last=False)

    def at(self, key: str, start: int) -> tuple[int, T] | None:
        """The longest form that begins at ``start``: where it ends and what it means."""
        pair = key[start : start + 2]
        for form, meaning, bounded in self._at.get(pair) or self._at.get(pair[:1], []):
            if key.startswith(form, start):
                end = start + len(form)
                if not (bounded and _latin(key[end : end + 1])):
                    return end, meaning
        return None

    def before(self, key: str, end: int) -> tuple[int, T] | None:
        """The longest form that ends at ``end``: where it begins and what it means."""
        pair = key[max(0, end - 2) : end]
        for form, meaning, bounded in self._before.get(pair) or self._before.get(pair[-1:], []):
            if key.endswith(form, 0, end):
                start = end - len(form)
                if not (bounded and start and _latin(key[start - 1])):
                    return start, meaning
        return None


_Bucket = list[tuple[str, T, bool]]
"""Forms with their meanings, and whether no letter may stand next to them."""


def _buckets(
    ordered: list[tuple[str, T]], ends: Callable[[str], tuple[str, str]], *, last: bool
) -> dict[str, _Bucket[T]]:
    """Forms by their two outermost characters; each bucket holds the one-character forms too."""
    single: dict[str, _Bucket[T]] = {}
    pairs: dict[str, _Bucket[T]] = {}
    for form, meaning in ordered:
        pair, lone = ends(form)
        entry = form, meaning, _latin(form[-1] if last else form[0])
        if len(form) == 1:
            single.setdefault(lone, []).append(entry)
        else:
            pairs.setdefault(pair, []).append(entry)
    for pair, entries in pairs.items():
        entries.extend(single.get(ends(pair)[1], []))
    return single | pairs


def _latin(character: str) -> bool:
    return character < "\u2000" and character.isalpha()
