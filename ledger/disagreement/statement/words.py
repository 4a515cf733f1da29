"""The words of a text that no table knows: stemmed, paired, and told apart from unknown names."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, compress
from typing import NamedTuple

from ledger.disagreement.statement.item import Item
from ledger.text.fold import Folded
from ledger.text.patterns import lazily
from ledger.text.phrases import cut
from ledger.text.tables import rows
from ledger.text.tokens import CJK, runs, stem, tokens
from ledger.text.tuples import made

_WORD = lazily(r"[a-z](?:\.[a-z])+\.?(?![^\W_])|[^\W_]+")
"""``WORD`` where there are no CJK characters."""
_CJK = lazily(rf"[{CJK}]")
_WORD_WEIGHT, _PAIR_WEIGHT = 1.0, 0.5
"""A Chinese word of two or three characters makes one or two pairs, and one more with each of its
neighbours, so that a pair says about half of what an English word does."""
_OPENING = frozenset(".!?:;\"'(")
"""Signs before the first word of a sentence or a quotation."""
_BY_NAME = lazily(r" (?:is|was|has|will) ")
"""What follows a name at the head of a sentence, where a noun would want an article."""
_WEEKDAYS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)


def is_chinese(text: str) -> bool:
    """Whether there is a CJK character in a text."""
    return not text.isascii() and _CJK.search(text) is not None


def words_in(text: Folded, taken: bytearray) -> list[Item]:
    """Words and pairs of CJK characters in what is not accounted for yet.

    Args:
        text: a folded text.
        taken: for each character of the key whether it is accounted for.
    """
    if is_chinese(text.key):
        return _of_chinese(text.key, taken)
    found: list[Item] = []
    original, _, offsets = text
    written = original if offsets is None else "".join([original[at] for at in offsets[:-1]])
    units, inside = cut(text.key), taken.find
    bounds, known = units.bounds, [*map(_WORDS.__getitem__, units.row)]
    places = compress(zip(bounds[::2], bounds[1::2], strict=False), known)
    for (start, end), (token, mixed) in zip(places, filter(None, known), strict=True):
        if inside(1, start, end) < 0:
            named = mixed or (written[start].isupper() and _is_name(start, end, text))
            kind = "proper" if named else "latin"
            found.append(made(Item, (start, end, token, kind, _WORD_WEIGHT)))
        elif inside(0, start, end) >= 0:
            found += _rests(text, start, end, taken)
    return found


def _is_name(start: int, end: int, text: Folded) -> bool:
    """Whether a word has the capital of a name: inside a sentence, and not of a weekday."""
    original, key, offsets = text
    if not original[start if offsets is None else offsets[start]].isupper():
        return False
    if key[start:end] in _WEEKDAYS:
        return False
    opening = start == 0 or key[max(0, start - 4) : start].rstrip()[-1:] in _OPENING
    return not opening or _BY_NAME.match(key, end) is not None


def _rests(text: Folded, start: int, end: int, taken: bytearray) -> Iterator[Item]:
    """What a figure leaves of a word it is written into: the pc of 50pc."""
    key = "".join(" " if taken[at] else c for at, c in enumerate(text.key[start:end], start))
    for run in _WORD.finditer(key):
        word = _WORDS[run[0]]
        if word:
            first, last = start + run.start(), start + run.end()
            kind = "proper" if word.mixed or _is_name(first, last, text) else "latin"
            yield Item(first, last, word.token, kind, _WORD_WEIGHT)


def _of_chinese(key: str, taken: bytearray) -> list[Item]:
    """The same for a text with Chinese in it, where a word of other letters is a name."""
    found: list[Item] = []
    find = runs().finditer
    for run in chain.from_iterable(find(key, *free.span()) for free in _FREE.finditer(taken)):
        start, end = run.span()
        if run.lastgroup is not None:
            found += [
                made(Item, (at, at + 2, key[at : at + 2], "han", _PAIR_WEIGHT))
                for at in range(start, end - 1)
                if key[at] != "的" != key[at + 1]
            ]
        elif word := _WORDS[run[0]]:
            # AI and US are not names of their own
            kind = "proper" if end - start > 2 else "latin"  # noqa: PLR2004
            found.append(made(Item, (start, end, word.token, kind, _WORD_WEIGHT)))
    return found


_FREE = re.compile(b"\0+")
"""What is not accounted for; a run ends with it, as it does with its script."""


class _Word(NamedTuple):
    """What is known of a word wherever it stands.

    Attributes:
        token: what it is known by.
        mixed: whether it has letters and digits: H200 is a name.
    """

    token: str
    mixed: bool


class _Words(dict[str, _Word | None]):
    """Words found so far; nothing for signs, stop words and numbers."""

    def __missing__(self, unit: str) -> _Word | None:
        if unit.isdecimal():
            return None  # there is no end of them, and none is worth remembering
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = tokens(unit) if _WORD.fullmatch(unit) else []
        token = "".join(_bases().get(token, token) for token in found)
        mixed = not unit.isalpha() and not unit.isdigit()
        self[unit] = word = _Word(token, mixed) if token else None
        return word


_MOST_WORDS = 21_800
_WORDS = _Words()


def is_past(word: str) -> bool:
    """Whether an English word in lower case looks like the past tense of a verb."""
    return word.endswith("ed") or stem(word) in _bases()


@cache
def _bases() -> dict[str, str]:
    """The stem of a verb or noun for those of its irregular forms: meet for met."""
    return {
        stem(form): stem(row["base"])
        for row in rows("ledger.disagreement", "irregular.csv")
        for form in row["forms"].split("|")
    }
