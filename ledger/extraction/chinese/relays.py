"""The media a Chinese sentence has its words from: 根據《某報》, 向某社表示, 引述知情人士報導."""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.chinese.names import chinese_speaker
from ledger.extraction.chinese.subjects import BOUNDARY
from ledger.extraction.cue import Cue, Span, Speaker
from ledger.extraction.lexicon import any_of, words
from ledger.extraction.outlets import acronym_after

_QUOTING = re.compile(
    r"(?:引述|援引|引用)(?P<who>[^,。]{2,20}?)(?:的?(?:话|说法|消息))?"
    r"(?:报道|报导|指出|表示|透露|称|说|的话|,|$)"
)
_SPOKEN_TO = re.compile(r"向|对|告诉|告知|回复|答复|接受|在|于|上")
_DAY_BEHIND, _BETWEEN, _BEHIND_VERB, _REACH = 12, 8, 8, 60


def according_to(plain: str, shown: str, media: list[Span]) -> Iterator[Cue]:
    """根據《某報》, 據某社報導: the medium relays what follows.

    Args:
        plain: the sentence in one spelling.
        shown: the same with quotations made unreadable.
        media: the media it names.
    """
    for found in _according().finditer(shown):
        for medium in media:
            if 0 <= medium[0] - found.end() <= _BETWEEN and not BOUNDARY.search(
                shown, found.end(), medium[0]
            ):
                about = (found.start(), min(len(plain), medium[1] + _DAY_BEHIND))
                source, name = quoted_source(plain, medium[1]), name_of(plain, medium)
                yield Cue(found.start(), medium[1], "report", about, source, name)
                break


def asked_by(plain: str, shown: str, between: Span, media: list[Span]) -> Span | None:
    """向某社表示, 接受某報採訪時稱, 告訴某台: the medium the speaker spoke to.

    Args:
        plain: the sentence in one spelling.
        shown: the same with quotations made unreadable.
        between: from the end of the subject to the end of the verb.
        media: the media it names.
    """
    start, end = between
    for medium in media:
        named = plain[slice(*medium)] not in words("chinese_speech", "outlet_words")
        near = start <= medium[0] and medium[1] <= end + _BEHIND_VERB
        if named and near and _SPOKEN_TO.search(shown, start, medium[0]):
            return name_of(plain, medium)
    return None


def quoted_source(plain: str, at: int) -> Speaker | None:
    """Whom a medium quotes: 引述知情人士報導."""
    found = _QUOTING.search(plain, at, at + _REACH)
    if found is None or BOUNDARY.search(plain, at, max(at, found.start() - 1)):
        return None
    return chinese_speaker(plain, *found.span("who"), sure=False)


def name_of(plain: str, medium: Span) -> Span:
    """The letters in brackets where there are some: what everybody knows the medium by."""
    return acronym_after(plain, medium[1]) or medium


@cache
def _according() -> re.Pattern[str]:
    return re.compile(rf"(?<![数证依根占]){any_of(words('chinese_speech', 'relay_before'))}")
