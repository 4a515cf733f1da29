"""The words of a text that no table knows: stemmed, paired, and told apart from unknown names."""

import csv
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from ledger.disagreement.item import Item
from ledger.text.fold import Folded
from ledger.text.tokens import CJK, RUN, stem, tokens

_WORD = re.compile(r"[a-z](?:\.[a-z])+\.?(?![^\W_])|[^\W_]+")
"""``WORD`` where there are no CJK characters."""
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


def words_in(text: Folded, taken: Iterable[tuple[int, int]]) -> list[Item]:
    """Words and pairs of CJK characters outside the spans that are already accounted for."""
    key = text.key
    chinese = is_chinese(key)
    found: list[Item] = []
    for run in (RUN if chinese else _WORD).finditer(_blanked(key, taken)):
        start, end = run.span()
        if run.lastgroup is not None:
            found += [
                Item(at, at + 2, key[at : at + 2], "han", _PAIR_WEIGHT)
                for at in range(start, end - 1)
            ]
        elif searched := _tokens(word := run[0]):
            kind = "proper" if _is_proper(word, start, text, chinese=chinese) else "latin"
            found += [Item(start, end, token, kind, _WORD_WEIGHT) for token in searched]
    return found


def _blanked(key: str, taken: Iterable[tuple[int, int]]) -> str:
    """The key with spaces over the given spans, of the same length."""
    characters = [*key]
    for start, end in taken:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


@lru_cache(maxsize=65536)
def _tokens(word: str) -> tuple[str, ...]:
    return tuple(_bases().get(token, token) for token in tokens(word))


@cache
def _bases() -> dict[str, str]:
    """The stem of a verb or noun for those of its irregular forms: meet for met."""
    source = files("ledger.disagreement").joinpath("data/irregular.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(source.splitlines())
    return {stem(form): stem(row["base"]) for row in rows for form in row["forms"].split("|")}


def _is_proper(word: str, at: int, text: Folded, *, chinese: bool) -> bool:
    """Whether a word is a name: H200, a capital inside a sentence, or Latin in a Chinese text."""
    if chinese:
        return len(word) > 2  # noqa: PLR2004 - AI and US are not names of their own
    if not word.isalpha() and not word.isdigit():
        return True
    start = at if text.offsets is None else text.offsets[at]
    if not text.original[start].isupper() or at == 0 or word in _WEEKDAYS:
        return False
    return _OPENING.search(text.key[max(0, at - 4) : at]) is None
