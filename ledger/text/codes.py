"""Many texts as one row of code points: folded, and taken apart into words and pairs of CJK signs.

What ``fold`` and ``tokens`` find out about one text, found out about a thousand in one go: numpy
looks every character up in tables, at a tenth of the cost. The answers are the same.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ledger.text.fold import BY_NEIGHBOUR, fold, in_step, is_plain
from ledger.text.tokens import CJK, pieces, stop_words

Codes = NDArray[np.uint32]
Flags = NDArray[np.bool_]
Kinds = NDArray[np.uint8]
Places = NDArray[np.int64]

_END = "\uffff"
"""Stands after each text; a noncharacter, which folding makes nothing of."""
_HIGHEST = 0x110000
_UNMET = np.uint32(0xFFFFFFFF)
_NEITHER, _NEITHER_YET, _LETTER, _SIGN, _STOP_SIGN = range(5)
_SPACE = ord(" ")
_CJK_RANGES = re.compile("(.)-(.)|(.)")


class Signs(NamedTuple):
    """The CJK signs that many keys are searched by.

    Attributes:
        key: which key each was found in.
        first: the sign.
        second: the one after it, for a pair; 0 for a sign by itself.
    """

    key: Places
    first: Codes
    second: Codes


class Words(NamedTuple):
    """The words that many keys are searched by, as they are written.

    Attributes:
        key: which key each was found in.
        written: the word.
    """

    key: Places
    written: list[str]


def folds(texts: Sequence[str]) -> list[str]:
    """The match key of each text."""
    others = [at for at, text in enumerate(texts) if not is_plain(text)]
    keys = [*map(str.lower, texts)]
    for at, key in zip(others, _folds([texts[at] for at in others]), strict=True):
        keys[at] = key
    return keys


def _folds(texts: Sequence[str]) -> list[str]:
    written = "".join([f"{text}{_END}" for text in texts])
    codes = code_points(written)
    ends = np.flatnonzero(codes == ord(_END))
    if len(ends) != len(texts):
        return list(map(fold, texts))
    table = _folded_forms()
    for code in set(codes[table[codes] == _UNMET].tolist()):
        table[code] = ord(in_step(code))
    key = table[codes]
    key[ends] = ord(_END)
    keys = _written(key).split(_END)
    for at in set(np.searchsorted(ends, np.flatnonzero(_is_odd(key))).tolist()):
        keys[at] = fold(texts[at])
    return keys[: len(texts)]


def _is_odd(key: Codes) -> Flags:
    """Where a key is not yet what ``fold`` makes of it: out of step, unsettled, or spare spaces."""
    is_space = (key == _SPACE) | (key == ord(_END))
    beside = np.concatenate(([True], is_space[:-1]))
    odd: Flags = (key == 0) | (is_space & beside)
    for sign in BY_NEIGHBOUR:
        odd |= key == ord(sign)
    return odd


def words_of_each(keys: Sequence[str], short: int) -> tuple[Words, Signs]:
    """The words of all of some folded keys as written, and their CJK signs.

    Args:
        keys: folded keys.
        short: a key with no more different signs than this is searched by each of them too.
    """
    codes = code_points("".join([f"{key}{_END}" for key in keys]))
    kinds = _kinds(codes)
    is_cjk = kinds >= _SIGN
    is_end = codes == ord(_END)
    line = np.cumsum(is_end) - is_end
    words = _words(keys, codes, kinds == _LETTER, line)
    after = np.concatenate((is_cjk[1:], [False]))
    before = np.concatenate(([False], is_cjk[:-1]))
    pairs = np.flatnonzero(is_cjk & after)
    telling = kinds == _SIGN
    seen = line[telling].astype(np.uint64) << np.uint64(32) | codes[telling]
    seen.sort()
    seen = seen[np.diff(seen, prepend=~seen[:1]) != 0]
    many = np.bincount((seen >> np.uint64(32)).astype(np.int64), minlength=len(keys)) > short
    alone = np.flatnonzero(telling & (~many[line] | ~(before | after)))
    return words, Signs(
        np.concatenate((line[pairs], line[alone])),
        np.concatenate((codes[pairs], codes[alone])),
        np.concatenate((codes[pairs + 1], np.zeros(len(alone), dtype=np.uint32))),
    )


def _words(keys: Sequence[str], codes: Codes, is_letter: Flags, line: Places) -> Words:
    """The words: what stands between other signs, but where letters may abbreviate (u.s.)."""
    begins = is_letter & ~np.concatenate(([False], is_letter[:-1]))
    alone = begins & ~np.concatenate((is_letter[1:], [False]))
    dotted = alone[:-2] & (codes[1:-1] == ord(".")) & alone[2:]
    odd = sorted(set(line[:-2][dotted].tolist()))
    if odd:
        is_odd = np.zeros(len(keys), dtype=np.bool_)
        is_odd[odd] = True
        is_letter = is_letter & ~is_odd[line]
        begins &= is_letter
    written = _written(np.where(is_letter, codes, np.uint32(_SPACE))).split()
    of_odd = [(at, word) for at in odd for word in pieces(_without_cjk(keys[at]))]
    found = np.array([at for at, _ in of_odd], dtype=np.int64)
    return Words(np.concatenate((line[begins], found)), [*written, *(word for _, word in of_odd)])


def _without_cjk(key: str) -> str:
    codes = code_points(key)
    return _written(np.where(_kinds(codes) >= _SIGN, np.uint32(_SPACE), codes))


def _kinds(codes: Codes) -> Kinds:
    """What each character is: part of a word, a CJK sign, one of those too common, or neither."""
    table = _known_kinds()
    kinds = table[codes]
    is_unmet = kinds == _NEITHER_YET
    if is_unmet.any():
        for code in set(codes[is_unmet].tolist()):
            table[code] = _LETTER if chr(code).isalnum() else _NEITHER
        kinds = table[codes]
    return kinds


def are_cjk(text: str) -> Flags:
    """Which characters of a text are CJK signs."""
    found: Flags = _kinds(code_points(text)) >= _SIGN
    return found


def code_points(text: str) -> Codes:
    """The code points of a text, half a character included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _written(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


@cache
def _folded_forms() -> Codes:
    """What each character folds to, filled in as characters are met."""
    return np.full(_HIGHEST, _UNMET, dtype=np.uint32)


@cache
def _known_kinds() -> Kinds:
    """The kinds of all CJK signs; those of others are filled in as characters are met."""
    kinds = np.full(_HIGHEST, _NEITHER_YET, dtype=np.uint8)
    for first, last, one in _CJK_RANGES.findall(CJK):
        kinds[ord(first or one) : ord(last or one) + 1] = _SIGN
    stops = [ord(word) for word in stop_words() if len(word) == 1]
    kinds[stops] = np.where(kinds[stops] == _SIGN, _STOP_SIGN, kinds[stops])
    return kinds
