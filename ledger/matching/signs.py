"""What each character of a wording is: a letter, a CJK character, the end of a line, or a gap.

Digits and Chinese numerals are gaps, as are signs: figures are compared elsewhere, by value. And
how much it tells that two wordings have a character in common: a cat more than a "which".
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ledger.matching.asking import asked_alike
from ledger.matching.synonyms import told_alike
from ledger.matching.written import plain, plain_each
from ledger.text.fold import fold, fold_few
from ledger.text.tables import shipped
from ledger.text.tokens import CJK

Kinds = NDArray[np.uint8]
Shares = NDArray[np.float64]

GAP, LETTER, SIGN, END = range(4)  # a letter is what isalpha() says of it
LINE = "\n"
"""What stands between two lines."""
_HIGHEST = 0x20000
RARE = 3.0
"""What a CJK character tells that is in no line of ``data/common.txt``: as the rarest there."""
_OTHERS = re.compile("(.)-(.)")


def wording(line: str) -> str:
    """The match key of a line without links, spelled-out figures and days."""
    return " ".join(filter(None, map(_SAID.__getitem__, _unfigured(fold(plain(line))))))


def letters(lines: Sequence[str]) -> str:
    """The same of several lines at once, ``LINE`` between them, and nothing but letters.

    Every word has one gap on either side, a space. Where the first line has other than ASCII, all
    ask alike, and say in its words what names the same.
    """
    keys = fold_few(plain_each(lines))
    key = f" {LINE} ".join(keys)
    if not keys[0].isascii():
        key = asked_alike(told_alike(keys[0], key))
    return f" {' '.join(filter(None, map(_LETTERS.__getitem__, _unfigured(key))))} "


def _unfigured(key: str) -> list[str]:
    """The words of a key without the days and months of its dates."""
    words, months = key.split(" "), _listed("months.txt")
    for at in [at for at, word in enumerate(words) if word in months]:
        if any(beside[:1].isdigit() for beside in words[max(at - 1, 0) : at + 2]):
            words[at] = ""
    return words


def tells_of(codes: NDArray[np.uint32]) -> Shares:
    """How much each of the characters with these code points tells, about 1 on average.

    A CJK character the more the rarer it is in running text; any other as much as the next.
    """
    return _tells().take(codes, mode="clip")


def kinds_of(codes: NDArray[np.uint32]) -> Kinds:
    """What the characters with these code points are."""
    return _kinds().take(codes, mode="clip")


class _Said(dict[str, str]):
    """What each word says when figures are passed over: itself, or nothing."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        # Chinese has no spaces: what begins with a digit is a sentence there, and not a figure.
        is_figure = word[:1].isdigit() and word.isascii()
        found = "" if is_figure or word in _listed("numerals.txt") else word
        if len(word) <= _LONGEST:
            self[word] = found
        return found


class _Letters(dict[str, str]):
    """The letters and CJK characters of each word, one space in place of whatever else it has."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        spaced = _SAID[word].translate(_SPACED).split(" ")
        found = " ".join(filter(None, spaced))
        if len(word) <= _LONGEST:
            self[word] = found
        return found


class _Spaced(dict[int, str]):
    """Each character itself, a gap as a space."""

    def __missing__(self, code: int) -> str:
        self[code] = found = " " if _kinds()[min(code, _HIGHEST)] == GAP else chr(code)
        return found


_MOST_WORDS = 21_800
_LONGEST = 24
"""Characters of what is worth remembering: a whole Chinese sentence hardly comes again."""
_SAID, _LETTERS, _SPACED = _Said(), _Letters(), _Spaced()


@cache
def _kinds() -> Kinds:
    """Every character up to the rare ones beyond, nearly all of which are CJK."""
    characters = np.arange(_HIGHEST + 1, dtype=np.uint32).view("<U1")
    kinds = np.strings.isalpha(characters).astype(np.uint8)
    for first, last in _OTHERS.findall(CJK):
        kinds[ord(first) : ord(last) + 1] = SIGN
    kinds[[ord(sign) for sign in _listed("numerals.txt") if not sign.isascii()]] = GAP
    kinds[ord(LINE)] = END
    return kinds


@cache
def _tells() -> Shares:
    """The same of every character that ``_kinds`` knows."""
    tells = np.where(_kinds() == SIGN, RARE, 1.0)
    text = shipped("ledger.matching", "common.txt")
    for line in text.splitlines():
        much, characters = line.split(" ")
        tells[[*map(ord, characters)]] = float(much)
    return tells


@cache
def _listed(name: str) -> frozenset[str]:
    text = shipped("ledger.matching", name)
    return frozenset(text.split())
