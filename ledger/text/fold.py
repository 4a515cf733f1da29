"""The match key: one spelling for every way of writing the same characters, with known offsets.

Folding never replaces stored text. It makes a key beside it in which full width, case, quotes,
dashes, spaces, invisible characters and Traditional against Simplified Chinese no longer differ,
and it remembers where each character of the key came from.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC

_QUOTES = dict.fromkeys("「」『』“”„‟«»〝〞＂", '"') | dict.fromkeys("‘’‚‛`´＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-") | dict.fromkeys("〜～∼", "~")
# 着 is written 著 in Traditional text; OpenCC keeps 著 because 著作 needs it. A key may merge both.
_FRACTION_SLASH = "\N{FRACTION SLASH}"
_VARIANTS = {"著": "着", _FRACTION_SLASH: "/"}
_SAME_CHARACTER = str.maketrans(_QUOTES | _DASHES | _VARIANTS)
_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Cn", "Co"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A match key and the way back to the text it was made from.

    Attributes:
        original: the text as published.
        key: its folded form; not necessarily of the same length.
        offsets: for each character of the key the code point it came from, and the text's end;
            ``None`` when the two run in step.
    """

    original: str
    key: str
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that ``key[start:end]`` was made from."""
        if self.offsets is None:
            return start, end
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self._end_of(end - 1)

    def _end_of(self, index: int) -> int:
        """One past the last original character that made ``key[index]``, marks included."""
        assert self.offsets is not None  # noqa: S101 - narrowing for the type checker
        following = index + 1
        while self.offsets[following] == self.offsets[index]:
            following += 1
        end = self.offsets[following]
        while end - 1 > self.offsets[index] and _vanishes(self.original[end - 1]):
            end -= 1
        return end


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The match key of a text."""
    return folded(text).key


def folded(text: str, *, keep_case: bool = False) -> Folded:
    """Fold a text and keep the offsets.

    Args:
        text: any text, hostile included.
        keep_case: leave upper and lower case as written, for readers of units (MW, mW, May).
    """
    cased = _cased(text)
    if keep_case:
        return cased
    key = cased.key.translate(_CASELESS)
    if "\0" in key:
        return _folded(text, keep_case=False)
    return Folded(text, key, cased.offsets)


@lru_cache(maxsize=1024)
def _cased(text: str) -> Folded:
    """The key with its case, from which most keys without follow: converting scripts is dear."""
    key = text.translate(_CASED)
    if _NOT_IN_STEP.search(key) is None:
        return Folded(text, _simplified(key))
    return _folded(text, keep_case=True)


def _folded(text: str, *, keep_case: bool) -> Folded:
    """Fold character by character, which any text allows."""
    characters = list(_without_spare_spaces(_characters(text, keep_case=keep_case)))
    key = _simplified("".join(character for character, _ in characters))
    return Folded(text, key, (*(at for _, at in characters), len(text)))


class _InStep(dict[int, str]):
    """Each character's folded form where that is one character, worked out once per character.

    Most news text folds in step, one character for one; this finds out at the speed of
    ``str.translate``. A mark, or a character that folds to none or to several, becomes NUL.
    """

    def __init__(self, *, keep_case: bool) -> None:
        super().__init__()
        self._keep_case = keep_case

    def __missing__(self, code: int) -> str:
        character = chr(code)
        piece = _folded_piece(character, keep_case=self._keep_case)
        in_step = len(piece) == 1 and not unicodedata.combining(character)
        self[code] = piece if in_step else "\0"
        return self[code]


_CASED, _CASELESS = _InStep(keep_case=True), _InStep(keep_case=False)
_NOT_IN_STEP = re.compile(r"\0|  |^ | $")


def _characters(text: str, *, keep_case: bool) -> Iterator[tuple[str, int]]:
    """Each character of the folded text, and where its base character with its marks began."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        for character in _folded_piece(text[start:end], keep_case=keep_case):
            yield character, start
        start = end


def _folded_piece(piece: str, *, keep_case: bool) -> str:
    """One base character with its marks: normalised, white space as spaces, controls as nothing."""
    normal = unicodedata.normalize("NFKC", piece.replace("´", "'"))  # else a space and a mark
    if _FRACTION_SLASH in normal and normal != _FRACTION_SLASH:
        normal = f" {normal}"  # 2½ is two and a half, not 21/2
    normal = normal.translate(_SAME_CHARACTER)
    if not keep_case:
        normal = normal.casefold()
    return "".join(" " if c.isspace() else c for c in normal if c.isspace() or not _vanishes(c))


def _vanishes(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


def _without_spare_spaces(characters: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Drop leading and trailing spaces and keep one of every run."""
    waiting: tuple[str, int] | None = None
    begun = False
    for character, at in characters:
        if character != " ":
            if waiting is not None and begun:
                yield waiting
            waiting, begun = None, True
            yield character, at
        elif waiting is None:
            waiting = character, at


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _simplified(text: str) -> str:
    """Traditional to Simplified, character for character.

    Phrases decide some characters (乾隆 stays, 乾淨 changes), but never the length; a conversion
    that did would be taken back, because spans matter more than one character's form.
    """
    if text.isascii():
        return text
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else text


def is_simplified_same(text: str) -> bool:
    """Whether converting to Simplified changes nothing: not a text in Traditional Chinese."""
    return _simplified(text) == text
