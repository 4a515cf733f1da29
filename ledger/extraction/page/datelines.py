"""Datelines and bylines: who wrote a text, for whom, from where and on which day.

They stand before the first sentence, or around it, and are no part of what it says:
(中央社記者……12日專電), 【某報/某某】, [新聞網] 記者某某, LONDON, Dec 5 (Reuters) -.
"""

import re
from dataclasses import dataclass
from functools import cache

from ledger.extraction.lexicon import table

_LONGEST = 60
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,50})[)\]]\s*")
_PRESS = re.compile(
    r"记者|编译|特派|专电|电$|电讯|报道|报导|综合|通讯员|编辑|撰文|快讯|快报|新闻|财讯|时报|日报|社[/／]|台[/／]|网[/／]|^[^/]{2,8}/[^/]{2,8}$"
)
_ENGLISH = re.compile(
    r"\s*(?P<city>[A-Z][A-Z .'-]{2,30}[A-Z])(?P<more>,[^()\n]{0,40}?)?\s*"
    r"(?:\((?P<agency>[A-Z][\w .&']{1,30})\)\s*)?(?:--|-)\s+"
)
_WIRE = re.compile(
    r"\s*[\u4e00-\u9fff]{2,10}?\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:电|讯)\s*(?:\((?P<by>记者[^()]{1,30})\))?\s*"
)
_AGENCY_FIRST = re.compile(r"\s*\((?P<agency>[A-Z][\w .&']{1,30})\)\s*(?:--|-)\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a text.

    Attributes:
        end: where the text itself begins.
        written: the dateline's words, in one spelling, to look for a day in.
    """

    end: int
    written: str


def dateline(plain: str, start: int, stop: int) -> Dateline:
    """The dateline at a place of a page; an empty one when there is none."""
    end = start
    for _ in range(2):
        stepped = _step(plain, end, min(stop, end + _LONGEST + 40))
        if stepped == end:
            break
        end = stepped
    return Dateline(end, plain[start:end])


def _step(plain: str, at: int, stop: int) -> int:
    bracketed = _BRACKETED.match(plain, at, stop)
    if bracketed is not None and _PRESS.search(bracketed[1]):
        return bracketed.end()
    for form in (_ENGLISH, _AGENCY_FIRST, _WIRE, _byline()):
        found = form.match(plain, at, stop)
        if found is not None and found.end() > at:
            return found.end()
    return at


@cache
def _byline() -> re.Pattern[str]:
    """记者 and a name of three characters, with the place or the word for a report behind it."""
    surnames = f"[{table('chinese_speech')['surnames'][0]}]"
    return re.compile(
        rf"\s*(?:本报)?(?:记者|编译|特派员)\s?{surnames}[\u4e00-\u9fff]{{1,2}}"
        r"(?:[/／](?:综合|[\u4e00-\u9fff]{2,6})(?:报道|报导|外电报道|外电报导)"
        r"|[\u4e00-\u9fff]{0,6}(?:综合)?(?:报道|报导|专电)[,:]?|(?=[\u4e00-\u9fff]))\s?"
    )
