"""Which of the ledger's three languages a text is written in: English or one of the Chinese."""

import re
from functools import cache
from operator import ne
from typing import Literal

from opencc import OpenCC

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
    if text.isascii():
        return "en"
    han = "".join(_HAN.findall(text))
    if len(han) < _CHARACTERS_TO_A_WORD * len(_WORD.findall(text)):
        return "en"
    if not han:
        return "en"
    traditional = _changed(han, "t2s")
    simplified = _changed(han, "s2t")
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _changed(han: str, conversion: str) -> int:
    """How many characters another script would write otherwise."""
    converted = _converter(conversion).convert(han)
    return sum(map(ne, han, converted)) if converted != han else 0


@cache
def _converter(conversion: str) -> OpenCC:
    return OpenCC(conversion)
