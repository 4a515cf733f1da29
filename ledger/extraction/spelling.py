"""One spelling of a page to look for words in, character for character as long as the page.

The match key of ``ledger.text`` may be longer or shorter than its text. Rules that read a whole
page want offsets that need no way back, so here every character stays in its place: full width
becomes half width, Traditional becomes Simplified, and what would change length stays as it is.
"""

import re
import unicodedata

from ledger.text.fold import converter

_BRACKETS = dict.fromkeys("【〔", "[") | dict.fromkeys("】〕", "]") | {"〈": "《", "〉": "》"}
_QUOTES_AND_DASHES = dict.fromkeys("‘’", "'") | dict.fromkeys("—–―", "-")
_DOTS_AND_SPACES = dict.fromkeys("・•‧∙･", "·") | dict.fromkeys("\u00a0\u3000\t", " ")
_MARKS = str.maketrans(_BRACKETS | _QUOTES_AND_DASHES | _DOTS_AND_SPACES)
_HALF_A_CHARACTER = "Cs"
_CHINESE = re.compile(r"[\u3400-\u9fff]")


class _OneForOne(dict[int, str]):
    """Each character's compatibility form where that is one character, else the character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        normal = unicodedata.normalize("NFKC", character)
        if unicodedata.category(character) == _HALF_A_CHARACTER:
            normal = "\N{REPLACEMENT CHARACTER}"
        self[code] = normal if len(normal) == 1 else character
        return self[code]


_WIDTH = _OneForOne()


def one_spelling(text: str) -> str:
    """The text in Simplified characters and half width marks, of the same length.

    Case stays: names in Latin letters are told by it.
    """
    plain = text.translate(_MARKS).translate(_WIDTH)
    if plain.isascii():
        return plain
    converted: str = converter("t2s").convert(plain)
    if len(converted) == len(plain):
        return converted
    return "".join(_line(line) for line in plain.splitlines(keepends=True))


def is_chinese(plain: str) -> bool:
    """Whether words in one spelling are read by the rules for Chinese, and not for English."""
    return _CHINESE.search(plain) is not None


def _line(line: str) -> str:
    converted: str = converter("t2s").convert(line)
    return converted if len(converted) == len(line) else line
