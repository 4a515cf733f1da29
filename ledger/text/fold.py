"""The match key: one spelling for every way of writing the same characters, with known offsets.

Folding never replaces stored text. It makes a key beside it in which full width, case, quotes,
dashes, spaces, invisible characters and Traditional against Simplified Chinese no longer differ,
and it remembers where each character of the key came from.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from opencc import OpenCC

from ledger.text.tuples import made

_QUOTES = dict.fromkeys("「」『』“”„‟«»〝〞＂", '"') | dict.fromkeys("‘’‚‛`´＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-") | dict.fromkeys("〜～∼", "~")
# 着 is written 著 in Traditional text; OpenCC keeps 著 because 著作 needs it. A key may merge both.
_FRACTION_SLASH = "\N{FRACTION SLASH}"
_VARIANTS = {"著": "着", _FRACTION_SLASH: "/"}
_SAME_CHARACTER = str.maketrans(_QUOTES | _DASHES | _VARIANTS)
_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Cn", "Co"})
BY_NEIGHBOUR = "畫覆藉瞭乾沈鍊甦俱彷衹哩"
"""Characters whose Simplified form their neighbours settle: 計畫 is 计划, a picture 画.

OpenCC's phrases decide about these; any other character has one Simplified form everywhere, so
that both scripts meet in the same key.
"""
_SETTLED_BY_NEIGHBOUR = re.compile(f"[{BY_NEIGHBOUR}]")
_UNSETTLED = re.compile(rf"[\0{BY_NEIGHBOUR}]")
_BETWEEN = "␤"
"""Stands between texts that are folded together: it folds to itself, and hardly any has it."""
_NOT_AS_IT_IS = re.compile(rf"[\0{BY_NEIGHBOUR}]|^ |  | $")
"""What shows that one of them has to be folded by itself."""
_NOT_IN_STEP = re.compile(r"[^\0]?\0+")
_SPARE_SPACES = re.compile(r"^ ++| ++$|(?<= ) ++")


class Folded(NamedTuple):
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
        return self.offsets[start], _end_of(self.offsets, self.original, end - 1)


def _end_of(offsets: Sequence[int], original: str, index: int) -> int:
    """One past the last original character that made ``key[index]``, marks included."""
    start, following = offsets[index], index + 1
    while offsets[following] == start:
        following += 1
    end = offsets[following]
    while end - 1 > start and _vanishes(original[end - 1]):
        end -= 1
    return end


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """The match key of a text."""
    return folded(text).key


def fold_few(texts: Sequence[str]) -> list[str]:
    """The match key of each of some dozen texts, those of other than plain text in one go.

    None is remembered: these are candidates, and the next query has others.
    """
    keys = [text.lower() if is_plain(text) else "" for text in texts]
    others = [at for at, key in enumerate(keys) if not key]
    together = _BETWEEN.join(map(texts.__getitem__, others)).translate(_CASELESS)
    found = together.split(_BETWEEN) if others else []
    if len(found) != len(others):
        return [*map(fold, texts)]
    for at, key in zip(others, found, strict=True):
        keys[at] = key if _NOT_AS_IT_IS.search(key) is None else fold(texts[at])
    return keys


def fold_or_self(text: str) -> str:
    """The match key of a text, or the text itself where folding leaves nothing to tell it by."""
    return fold(text) or text


def is_plain(text: str) -> bool:
    """Whether a text folds to itself, but for capitals: most English does."""
    return (
        text.isascii()
        and text.isprintable()
        and "`" not in text
        and "  " not in text
        and text.strip(" ") == text
    )


def folded(text: str, *, keep_case: bool = False) -> Folded:
    """Fold a text and keep the offsets.

    Args:
        text: any text, hostile included.
        keep_case: leave upper and lower case as written, for readers of units (MW, mW, May).
    """
    if is_plain(text):
        return made(Folded, (text, text if keep_case else text.lower(), None))
    cased = _cased(text)
    if keep_case:
        return cased
    key = cased.key.casefold()
    if len(key) == len(cased.key):  # each character has one without case
        return made(Folded, (text, key, cased.offsets))
    return _folded(text, _CASELESS)


@lru_cache(maxsize=512)
def _cased(text: str) -> Folded:
    """The same of a text that is not plain, case kept, which readers want before others do not.

    There is room for all texts that are read together, each of which is folded again right behind.
    """
    return _folded(text, _CASED)


def _folded(text: str, forms: "_InStep") -> Folded:
    key = text.translate(forms)
    if _UNSETTLED.search(key) is not None:
        key = _settled(text, key)
    if "\0" in key:
        return _out_of_step(text, key, forms)
    if "  " in key or key[:1] == " " or key[-1:] == " ":
        return _closed_up(text, key, range(len(key)))
    return made(Folded, (text, key, None))


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
        piece = self.piece(character)
        in_step = len(piece) == 1 and not unicodedata.combining(character)
        self[code] = piece if in_step else "\0"
        return self[code]

    def piece(self, written: str) -> str:
        """One base character with its marks: normalised, simplified, white space as spaces."""
        normal = unicodedata.normalize("NFKC", written.replace("´", "'"))  # else a space and a mark
        if _FRACTION_SLASH in normal and normal != _FRACTION_SLASH:
            normal = f" {normal}"  # 2½ is two and a half, not 21/2
        normal = normal.translate(_SAME_CHARACTER)
        if not self._keep_case:
            normal = normal.casefold()
        shown = (" " if c.isspace() else c for c in normal if c.isspace() or not _vanishes(c))
        return "".join(c if c in BY_NEIGHBOUR else _simplified(c) for c in shown)


_CASED, _CASELESS = _InStep(keep_case=True), _InStep(keep_case=False)


def in_step(code: int) -> str:
    """What a character folds to by itself; NUL where that is none, several, or up to others."""
    return _CASELESS[code]


def _settled(text: str, key: str) -> str:
    """The key with those characters simplified that their neighbours settle."""
    settled = [found.start() for found in _SETTLED_BY_NEIGHBOUR.finditer(key)]
    if not settled:
        return key
    readable = text
    if "\0" in key:
        readable = "".join(" " if alone == "\0" else c for c, alone in zip(text, key, strict=True))
    simplified, characters = _simplified(readable), list(key)
    for at in settled:
        characters[at] = simplified[at]
    return "".join(characters)


def _out_of_step(text: str, key: str, forms: _InStep) -> Folded:
    """A key whose characters did not all come from one of the text each, with their offsets."""
    characters: list[str] = []
    offsets: list[int] = []
    done = 0
    for odd in _NOT_IN_STEP.finditer(key):
        characters += key[done : odd.start()]
        offsets += range(done, odd.start())
        for start, end in _marked(text, *odd.span()):
            alone = end == start + 1 and key[start] != "\0"
            piece = key[start] if alone else forms.piece(text[start:end])
            characters += piece
            offsets += [start] * len(piece)
        done = odd.end()
    characters += key[done:]
    offsets += range(done, len(text))
    return _closed_up(text, "".join(characters), offsets)


def _closed_up(text: str, key: str, offsets: Sequence[int]) -> Folded:
    """A key with one space of every run and none at either end."""
    kept: list[str] = []
    places: list[int] = []
    done = 0
    for spare in _SPARE_SPACES.finditer(key):
        kept.append(key[done : spare.start()])
        places += offsets[done : spare.start()]
        done = spare.end()
    return Folded(text, "".join([*kept, key[done:]]), (*places, *offsets[done:], len(text)))


def _marked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each base character of a stretch stands together with its marks."""
    for at in range(start + 1, end + 1):
        if at == end or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def _vanishes(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


@cache
def converter(conversion: str) -> OpenCC:
    """What writes one Chinese script as the other: ``t2s`` or ``s2t``."""
    return OpenCC(conversion)


def _simplified(text: str) -> str:
    """Traditional to Simplified, character for character.

    Phrases decide some characters (乾隆 stays, 乾淨 changes), but never the length; a conversion
    that did would be taken back, because spans matter more than one character's form.
    """
    if text.isascii():
        return text
    converted: str = converter("t2s").convert(text)
    return converted if len(converted) == len(text) else text
