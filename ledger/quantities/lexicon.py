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
        self._at = _buckets(ordered, lambda form: (form[:2], form[0]))
        self._before = _buckets(ordered, lambda form: (form[-2:], form[-1]))

    def at(self, key: str, start: int) -> tuple[int, T] | None:
        """The longest form that begins at ``start``: where it ends and what it means."""
        bucket = self._at.get(key[start : start + 2]) or self._at.get(key[start : start + 1])
        for form, meaning in bucket or ():
            if key.startswith(form, start):
                end = start + len(form)
                if form[-1] > _LAST_LATIN or not (_latin(form[-1]) and _latin(key[end : end + 1])):
                    return end, meaning
        return None

    def before(self, key: str, end: int) -> tuple[int, T] | None:
        """The longest form that ends at ``end``: where it begins and what it means."""
        pair = key[end - 2 : end] if end > 1 else key[:end]
        bucket = self._before.get(pair) or self._before.get(pair[-1:])
        for form, meaning in bucket or ():
            if key.endswith(form, 0, end):
                start = end - len(form)
                if start == 0 or not (_latin(form[0]) and _latin(key[start - 1])):
                    return start, meaning
        return None


def _buckets(
    ordered: list[tuple[str, T]], ends: Callable[[str], tuple[str, str]]
) -> dict[str, list[tuple[str, T]]]:
    """Forms by their two outermost characters; each bucket holds the one-character forms too."""
    single: dict[str, list[tuple[str, T]]] = {}
    pairs: dict[str, list[tuple[str, T]]] = {}
    for entry in ordered:
        pair, lone = ends(entry[0])
        if len(entry[0]) == 1:
            single.setdefault(lone, []).append(entry)
        else:
            pairs.setdefault(pair, []).append(entry)
    for pair, entries in pairs.items():
        entries.extend(single.get(ends(pair)[1], []))
    return single | pairs


_LAST_LATIN = "\u2000"


def _latin(character: str) -> bool:
    return character < _LAST_LATIN and character.isalpha()
