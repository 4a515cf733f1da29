"""The one way outside text reaches a screen: nothing in it may act, hide or reorder.

Controls would drive the terminal, bidirectional controls would turn ``-25 %`` round, invisible
characters would hide words. All of them are shown by name; everything a reader can see is left as
it is. JSON carries the true text instead and does not come through here.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ledger.text.tokens import CJK

_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
    "\u2934\u2935\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI_SEQUENCE = (
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f\u20e3|"
    rf"{_EMOJI}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?(?:\u200d{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]?)*"
)
_HIDING = "\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SEEN_BY_NAME = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# Drawn as nothing although Unicode does not call them controls (Default_Ignorable_Code_Point).
_DRAWN_AS_NOTHING = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0}
    | {*range(0x180B, 0x1810), *range(0xFFF0, 0xFFF9)}
)
_TAGS = range(0xE0000, 0xE1000)
_DELETE, _FIRST_PICTURE, _DELETE_PICTURE = 0x7F, 0x2400, "␡"
_TAB, _NEWLINE = "    ", "⏎"
_AS_TEXT = "\ufe0e"
_OPENING = frozenset("「『（《〈【〔“‘([$€£-+")
_CLOSING = frozenset("」』）》〉】〕”’)],.;:!?%，。、；：！？％…-+")
"""Marks that stay with what follows, and with what goes before; a sign of plus or minus does both,
as it does where it stands around what is marked."""


def show(text: str) -> str:
    """Outside text as a screen may show it, on as many lines as it has.

    Controls become pictures (␛), bidirectional, format, private and invisible characters their
    number (⟨U+202E⟩), tabs four spaces. Newlines, combining marks and whole emoji stay.
    """
    shown = text.replace("\r\n", "\n").translate(_SHOWN)
    if shown.isascii():
        return shown
    return _in_place_or_stray().sub(lambda m: _number(m[0]) if m["stray"] else m[0], shown)


@cache
def _in_place_or_stray() -> re.Pattern[str]:
    """A joiner or selector inside an emoji or after one Han character, or anywhere else.

    Compiled when it is asked for, as the next one is: their classes take long.
    """
    return re.compile(
        rf"{_EMOJI_SEQUENCE}|[{CJK}][\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?P<stray>[{_HIDING}])"
    )


@cache
def _cluster() -> re.Pattern[str]:
    """What a terminal draws as one sign."""
    return re.compile(rf"{_EMOJI_SEQUENCE}|.", re.DOTALL)


def show_line(text: str, limit: int | None = None) -> str:
    """Outside text on one line, newlines as ⏎.

    Args:
        text: any text.
        limit: the most terminal cells it may take; a longer line ends in …. No limit if ``None``.
    """
    line = show(text).replace("\n", _NEWLINE)
    if limit is None or cells(line) <= limit:
        return line
    kept, left = [], limit - 1
    for cluster in _cluster().findall(line):
        left -= _width(cluster)
        if left < 0:
            break
        kept.append(cluster)
    return "".join(kept) + "…" if limit > 0 else ""


def wrapped(line: str, width: int) -> Iterator[str]:
    """A shown line in pieces of at most so many cells, broken at spaces and between Chinese signs.

    Args:
        line: what ``show_line`` gave.
        width: cells, at least two.
    """
    piece, taken, whole, before = "", 0, 0, " "
    for cluster in _cluster().findall(line):
        wide = _width(cluster)
        if _may_break(before, cluster):
            whole = 0
        if taken + wide > width:
            keep = len(piece) - whole if whole < len(piece) else len(piece)
            yield piece[:keep]
            piece = piece[keep:]
            taken, whole = cells(piece), len(piece)
        piece += cluster
        taken += wide
        whole += len(cluster)
        before = cluster
    yield piece


def _may_break(before: str, behind: str) -> bool:
    """Whether a line may end between two signs: no figure is parted, and no mark begins a line."""
    if before == " ":
        return True
    if before in _OPENING or behind in _CLOSING or not _width(behind):
        return False
    return _width(before) > 1 or _width(behind) > 1


def cells(text: str) -> int:
    """The terminal cells a line takes once shown: two for Chinese and emoji, none for marks.

    Signs of ambiguous width (①, —) count as one, as Western terminals draw them.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_width, _cluster().findall(text)))


def _width(cluster: str) -> int:
    if len(cluster) > 1:
        return _width(cluster[0]) if cluster.endswith(_AS_TEXT) else 2
    if unicodedata.category(cluster) in {"Mn", "Me", "Cf", "Cc", "Cs"} or _joins_before(cluster):
        return 0
    return 2 if unicodedata.east_asian_width(cluster) in "WF" else 1


def _joins_before(character: str) -> bool:
    """Hangul vowels and finals, drawn inside the syllable they follow."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"


class _Shown(dict[int, str]):
    """How each character is shown, worked out once per character."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(code)
        return self[code]


_SHOWN = _Shown({ord("\n"): "\n", ord("\t"): _TAB, _DELETE: _DELETE_PICTURE, 0x200D: "\u200d"})


def _shown(code: int) -> str:
    character = chr(code)
    if code < ord(" "):
        return chr(_FIRST_PICTURE + code)
    if re.match(f"[{_HIDING}]", character):
        return character
    hidden = unicodedata.category(character) in _SEEN_BY_NAME or code in _DRAWN_AS_NOTHING
    noncharacter = code & 0xFFFE == 0xFFFE or code in range(0xFDD0, 0xFDF0)  # noqa: PLR2004 - Unicode's own table
    return _number(character) if hidden or noncharacter or code in _TAGS else character


def _number(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
