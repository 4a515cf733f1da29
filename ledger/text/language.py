"""Which of the ledger's three languages a text is written in: English or one of the Chinese."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ledger.text.codes import Codes, code_points
from ledger.text.fold import converter
from ledger.text.tables import rows

Language = Literal["en", "zh-Hant", "zh-Hans"]
_Counts = NDArray[np.int64]
_Flags = NDArray[np.bool_]
_Traits = NDArray[np.uint8]

_HAN = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U000323af"),
)
"""The first and the last of some rows of Chinese characters."""
_CHINESE = re.compile(f"[{''.join(f'{first}-{last}' for first, last in _HAN)}]+")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_CHARACTERS_TO_A_WORD = 2
_HIGHEST = 0x110000
_MET, _IS_HAN, _IS_LETTER, _TRADITIONAL, _SIMPLIFIED, _MAYBE_TRADITIONAL, _MAYBE_SIMPLIFIED = (
    1 << bit for bit in range(7)
)
_SCRIPTS = {
    ("traditional", "always"): _TRADITIONAL,
    ("traditional", "by_neighbour"): _MAYBE_TRADITIONAL,
    ("simplified", "always"): _SIMPLIFIED,
    ("simplified", "by_neighbour"): _MAYBE_SIMPLIFIED,
}
"""What the rows of ``scripts.csv`` say: whether the other script writes a character otherwise."""
_COMPATIBLE = (range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
"""Signs that stand for others, and may be any of these."""


def language_of(text: str) -> Language:
    """The language most of a text is in; mixed text weighs Chinese characters against words.

    Chinese is Simplified when it holds more characters written only that way than characters
    written only in Traditional; with none of either (人口) nothing can tell, and it counts as
    Traditional. Without any Chinese a text counts as English.
    """
    return languages_of([text])[0]


def languages_of(texts: Sequence[str]) -> list[Language]:
    """The language of each of many texts, found out in one go."""
    found: list[Language] = ["en"] * len(texts)
    other = [at for at, text in enumerate(texts) if not text.isascii()]
    if not other:
        return found
    told = [texts[at] for at in other]
    traits, starts = _traits(code_points("".join(told))), _starts(told)

    def counted(trait: int) -> _Counts:
        return _summed((traits & trait) != 0, starts)

    han, words = counted(_IS_HAN), _summed(_begins((traits & _IS_LETTER) != 0, starts), starts)
    is_chinese = (han > 0) & (han >= _CHARACTERS_TO_A_WORD * words)
    old, new = counted(_TRADITIONAL), counted(_SIMPLIFIED)
    most_old, most_new = old + counted(_MAYBE_TRADITIONAL), new + counted(_MAYBE_SIMPLIFIED)
    is_new = is_chinese & (new > most_old)
    unsettled = np.flatnonzero(is_chinese & ~is_new & (most_new > old)).tolist()
    if unsettled:
        is_new[unsettled] = _are_simplified([told[at] for at in unsettled])
    for at, is_han, is_simplified in zip(other, is_chinese.tolist(), is_new.tolist(), strict=True):
        if is_han:
            found[at] = "zh-Hans" if is_simplified else "zh-Hant"
    return found


def _starts(texts: Sequence[str]) -> _Counts:
    """Where each text begins, one behind the other."""
    lengths = np.array([*map(len, texts)])
    starts: _Counts = np.cumsum(lengths) - lengths
    return starts


def _begins(flags: _Flags, starts: _Counts) -> _Flags:
    """Where a stretch of characters begins of which a flag holds; none goes on in the next text."""
    goes_on = np.concatenate(([False], flags[:-1]))
    goes_on[starts] = False
    begins: _Flags = flags & ~goes_on
    return begins


def _summed(flags: _Flags, starts: _Counts) -> _Counts:
    """Of how many characters of each text a flag holds."""
    counts: _Counts = np.add.reduceat(flags, starts, dtype=np.int64)
    return counts


def _traits(codes: Codes) -> _Traits:
    """What is known of each character."""
    table = _known_traits()
    traits = table[codes]
    unmet = set(codes[traits & _MET == 0].tolist())
    if unmet:
        for code in unmet:
            is_letter = _WORD.match(chr(code)) is not None
            table[code] |= _MET | (_IS_LETTER if is_letter else 0)
        traits = table[codes]
    return traits


@cache
def _known_traits() -> _Traits:
    """What is known of all characters; which are letters is found out as they are met."""
    table = np.zeros(_HIGHEST, dtype=np.uint8)
    for row in rows("ledger.text", "scripts.csv"):
        table[code_points(row["characters"])] |= _SCRIPTS[row["script"], row["when"]]
    for first, last in _HAN:
        table[ord(first) : ord(last) + 1] |= _IS_HAN
    for signs in _COMPATIBLE:
        table[signs.start : signs.stop] |= _MAYBE_TRADITIONAL | _MAYBE_SIMPLIFIED
    return table


def _are_simplified(texts: Sequence[str]) -> _Flags:
    """Which Chinese texts are Simplified, where the neighbours of their characters settle it."""
    chinese = ["".join(_CHINESE.findall(text)) for text in texts]
    are_new: _Flags = _changed(chinese, "s2t") > _changed(chinese, "t2s")
    return are_new


def _changed(texts: Sequence[str], conversion: str) -> _Counts:
    """How many characters of each text another script would write otherwise."""
    written = "\n".join(texts)
    ours = code_points(written)
    theirs = code_points(converter(conversion).convert(written))
    if len(theirs) != len(ours):  # neither conversion is known to do that
        each = [_changed([text], conversion) for text in texts] if len(texts) > 1 else [[0]]
        return np.concatenate(each)
    lines = np.cumsum(ours == ord("\n"))
    return np.bincount(lines[ours != theirs], minlength=len(texts))
