"""Which of the ledger's three languages a text is written in: English or one of the Chinese."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import numpy as np
from opencc import OpenCC

from ledger.text.codes import code_points

Language = Literal["en", "zh-Hant", "zh-Hans"]

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")
_CHARACTERS_TO_A_WORD = 2


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
    chinese = {at: han for at, text in enumerate(texts) if (han := _chinese_in(text))}
    if not chinese:
        return found
    traditional = _changed(list(chinese.values()), "t2s")
    simplified = _changed(list(chinese.values()), "s2t")
    for at, old, new in zip(chinese, traditional, simplified, strict=True):
        found[at] = "zh-Hans" if new > old else "zh-Hant"
    return found


def _chinese_in(text: str) -> str:
    """The Chinese characters of a text that is mostly Chinese."""
    if text.isascii():
        return ""
    han = "".join(_HAN.findall(text))
    return han if len(han) >= _CHARACTERS_TO_A_WORD * len(_WORD.findall(text)) else ""


def _changed(texts: Sequence[str], conversion: str) -> list[int]:
    """How many characters of each text another script would write otherwise."""
    written = "\n".join(texts)
    ours = code_points(written)
    theirs = code_points(_converter(conversion).convert(written))
    if len(theirs) != len(ours):  # neither conversion is known to do that
        return [_changed([text], conversion)[0] for text in texts] if len(texts) > 1 else [0]
    lines = np.cumsum(ours == ord("\n"))
    found: list[int] = np.bincount(lines[ours != theirs], minlength=len(texts)).tolist()
    return found


@cache
def _converter(conversion: str) -> OpenCC:
    return OpenCC(conversion)
