"""Relays named only afterwards: 彭博引述的這位知情人士, "the people quoted by Reuters".

Such a sentence says for the unnamed people quoted just before it which medium they spoke to.
"""

import re
from dataclasses import dataclass
from functools import cache

from ledger.extraction.cue import Span
from ledger.extraction.lexicon import any_of, words
from ledger.extraction.outlets import outlets

_QUOTING = re.compile(r"(?:引述|援引|引用|采访|访问)(?:到|过|中)?的")


@dataclass(frozen=True, slots=True)
class NamedLater:
    """Unnamed people, and the medium that quoted them.

    Attributes:
        who: where the sentence names the people.
        medium: where it names the medium.
    """

    who: Span
    medium: Span


def named_later(plain: str) -> NamedLater | None:
    """The people a medium quoted, when a sentence points back at them.

    Args:
        plain: the sentence in one spelling.
    """
    chinese, english = _chinese().search(plain), _english().search(plain)
    if chinese is None and english is None:
        return None
    for medium in outlets(plain):
        if chinese is not None and chinese.start() - medium[1] in (0, 1):
            return NamedLater(chinese.span("who"), medium)
        if english is not None and medium[0] - english.end() in range(5):
            return NamedLater(english.span("who"), medium)
    return None


def are_the_same(plain: str, earlier: str) -> bool:
    """Whether the people pointed back at can be those named before: both end in 人士, or people."""
    if plain.isascii():
        meant = set(plain.lower().split()) - {"the"}
        return not meant.isdisjoint(earlier.lower().split())
    return plain[-2:] == earlier[-2:]


@cache
def _chinese() -> re.Pattern[str]:
    people = any_of(word for word in words("chinese_speech", "unnamed") if len(word) > 1)
    return re.compile(
        rf"{_QUOTING.pattern}(?:这|该|那|上述)?(?:[一两几多数]?[位名些个])?(?P<who>[\u4e00-\u9fff]{{0,6}}?{people})"
    )


@cache
def _english() -> re.Pattern[str]:
    people = any_of(words("english_speech", "unnamed"))
    return re.compile(
        rf"\b(?P<who>(?:the )?{people}) (?:cited|quoted|interviewed) by (?:the )?", re.IGNORECASE
    )
