"""The media of an English sentence: whether one is the subject, was told, or cites somebody."""

import re
from functools import cache

from ledger.extraction.cue import Span, Speaker
from ledger.extraction.english.names import after_verb
from ledger.extraction.english.verbs import LOOK_AHEAD, REACH
from ledger.extraction.lexicon import any_of, words

_ASKED_BY = re.compile(r"\b(?:by|with|at|from)\s")
_KIND_OF_MEDIUM = re.compile(r"\s*(?:(?:(?:news )?agency|newspaper|magazine|news|radio|tv)\s*)?$")
_MEDIUM = r"(?:the|local|state|broadcaster|newspaper|news agency|magazine)\s+"


def is_medium(plain: str, medium: Span, speaker: Speaker) -> bool:
    """Whether the subject is the medium: its name, or its name and what kind it is."""
    overlaps = medium[0] <= speaker.end and medium[1] >= speaker.start
    rest = plain[medium[1] : max(medium[1], speaker.end)]
    if _ASKED_BY.search(plain, speaker.start, max(speaker.start, medium[0])):
        return False
    return overlaps and _KIND_OF_MEDIUM.match(rest) is not None


def told(plain: str, end: int, media: list[Span]) -> Span | None:
    """Told Reuters; said in an interview with the Gazette; in an email seen by the Post."""
    for span in media:
        near = -REACH < span[0] - end < REACH
        if near and _spoken_to().search(plain, max(0, span[0] - LOOK_AHEAD), span[0]):
            return span
    return None


def cited(plain: str, at: int) -> Speaker | None:
    """Reuters reported, citing two people familiar with the matter."""
    found = _citing().search(plain, at, at + REACH)
    return after_verb(plain, found.end(), len(plain)) if found is not None else None


@cache
def _spoken_to() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words('english_speech', 'spoken_to'))}\s+(?:{_MEDIUM})*$", re.IGNORECASE
    )


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\b(?:citing|quoting|quoted|cited|according to)\s+", re.IGNORECASE)
