"""The words of a text that no table knows: stemmed, paired, and told apart from unknown names."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import compress

from ledger.disagreement.item import Item
from ledger.text.fold import Folded
from ledger.text.phrases import Cut
from ledger.text.tokens import CJK, WORD, stem, tokens

_RUN = re.compile(rf"(?P<han>[{CJK}]+)|{WORD}")
_WORD = re.compile(WORD)
_CJK = re.compile(rf"[{CJK}]")
_WORD_WEIGHT, _PAIR_WEIGHT = 1.0, 0.5
"""A Chinese word of two or three characters makes one or two pairs, and one more with each of its
neighbours, so that a pair says about half of what an English word does."""
_OPENING = re.compile(r"""[.!?:;"'(]\s*$""")
_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


def is_chinese(text: str) -> bool:
    """Whether there is a CJK character in a text."""
    return not text.isascii() and _CJK.search(text) is not None


def words_in(text: Folded, cut: Cut, taken: Iterable[tuple[int, int]]) -> list[Item]:
    """Words and pairs of CJK characters outside the spans that are already accounted for.

    Args:
        text: a folded text.
        cut: its key in units.
        taken: spans of the key.
    """
    if is_chinese(text.key):
        return [*_of_chinese(text.key, taken)]
    free, bounds = bytearray(b"\1") * len(text.key), cut.bounds
    for start, end in taken:
        free[start:end] = bytes(end - start)
    found: list[Item] = []
    units = zip(bounds[::2], bounds[1::2], cut.row, strict=False)
    for start, end, word in compress(units, map(_SEARCHED.__getitem__, cut.row)):
        if free.find(0, start, end) < 0:
            found.append(_word(word, start, end, text))
        elif free.find(1, start, end) >= 0:
            found += _rests(text, start, end, free)
    return found


def _rests(text: Folded, start: int, end: int, free: bytearray) -> Iterator[Item]:
    """What a figure leaves of a word it is written into: the pc of 50pc."""
    key = "".join(c if free[at] else " " for at, c in enumerate(text.key[start:end], start))
    for run in _WORD.finditer(key):
        if _SEARCHED[run[0]]:
            yield _word(run[0], start + run.start(), start + run.end(), text)


def _word(word: str, start: int, end: int, text: Folded) -> Item:
    kind = "proper" if _is_proper(word, start, text) else "latin"
    return Item(start, end, _SEARCHED[word], kind, _WORD_WEIGHT)


def _of_chinese(key: str, taken: Iterable[tuple[int, int]]) -> Iterator[Item]:
    """The same for a text with Chinese in it, where a word of other letters is a name."""
    for run in _RUN.finditer(_blanked(key, taken)):
        start, end = run.span()
        if run.lastgroup is not None:
            for at in range(start, end - 1):
                yield Item(at, at + 2, key[at : at + 2], "han", _PAIR_WEIGHT)
        elif searched := _SEARCHED[run[0]]:
            # AI and US are not names of their own
            kind = "proper" if end - start > 2 else "latin"  # noqa: PLR2004
            yield Item(start, end, searched, kind, _WORD_WEIGHT)


def _blanked(key: str, taken: Iterable[tuple[int, int]]) -> str:
    """The key with spaces over the given spans, of the same length."""
    characters = [*key]
    for start, end in taken:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


class _Searched(dict[str, str]):
    """What a word is known by; nothing for signs, stop words and numbers."""

    def __missing__(self, unit: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = tokens(unit) if _WORD.fullmatch(unit) else []
        self[unit] = "".join(_bases().get(token, token) for token in found)
        return self[unit]


_MOST_WORDS = 65536
_SEARCHED = _Searched()


@cache
def _bases() -> dict[str, str]:
    """The stem of a verb or noun for those of its irregular forms: meet for met."""
    source = files("ledger.disagreement").joinpath("data/irregular.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(source.splitlines())
    return {stem(form): stem(row["base"]) for row in rows for form in row["forms"].split("|")}


def _is_proper(word: str, at: int, text: Folded) -> bool:
    """Whether a word is a name: H200, or a capital inside a sentence."""
    if not word.isalpha() and not word.isdigit():
        return True
    start = at if text.offsets is None else text.offsets[at]
    if not text.original[start].isupper() or at == 0 or word in _WEEKDAYS:
        return False
    return _OPENING.search(text.key[max(0, at - 4) : at]) is None
