"""Forms looked up at, or right before, a place in a key: the longest wins, words match whole."""

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Generic, TypeVar

T = TypeVar("T")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of this room's data files, as written."""
    text = files("ledger.quantities").joinpath("data", name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


class Lexicon(Generic[T]):
    """Many forms with a meaning each, found in constant time per form of like beginning.

    Latin forms match on word boundaries, Chinese forms anywhere.
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._at: dict[str, list[tuple[str, T]]] = {}
        self._before: dict[str, list[tuple[str, T]]] = {}
        for form, meaning in sorted(forms, key=lambda entry: -len(entry[0])):
            self._at.setdefault(form[:2], []).append((form, meaning))
            self._before.setdefault(form[-2:], []).append((form, meaning))

    def at(self, key: str, start: int) -> tuple[int, T] | None:
        """The longest form that begins at ``start``: where it ends and what it means."""
        pair = key[start : start + 2]
        for bucket in (self._at.get(pair), self._at.get(pair[:1])):
            for form, meaning in bucket or ():
                if key.startswith(form, start):
                    end = start + len(form)
                    if not (_latin(form[-1]) and _latin(key[end : end + 1])):
                        return end, meaning
        return None

    def before(self, key: str, end: int) -> tuple[int, T] | None:
        """The longest form that ends at ``end``: where it begins and what it means."""
        pair = key[max(0, end - 2) : end]
        for bucket in (self._before.get(pair), self._before.get(pair[-1:])):
            for form, meaning in bucket or ():
                start = end - len(form)
                if key.endswith(form, 0, end) and not (
                    _latin(form[0]) and start > 0 and _latin(key[start - 1])
                ):
                    return start, meaning
        return None


def _latin(character: str) -> bool:
    return character.isalpha() and character < "\u2000"
