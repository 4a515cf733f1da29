"""Who says it in a Chinese sentence: verbs of saying, their subjects, and the media that relay."""

import re
from functools import cache
from itertools import islice

from ledger.extraction.chinese.names import chinese_speaker
from ledger.extraction.chinese.relays import according_to, asked_by, name_of, quoted_source
from ledger.extraction.chinese.sources import unspoken
from ledger.extraction.chinese.subjects import masked, subject
from ledger.extraction.cue import MOST_VERBS, Act, Cue, Span, Speaker
from ledger.extraction.lexicon import any_of, any_pattern, table, words
from ledger.extraction.outlets import outlets

_NOT_A_VERB_BEFORE = frozenset("的之")
_SUBORDINATE = re.compile(r"[^,。]{0,40}(?:之后|后|之际|之前|前|时),")
_KIND_OF_MEDIUM = re.compile(
    r"》?\s*(?:\([^()]*\))?(?:新闻)?(?:客户端|网站|官网|记者|周刊|杂志|月刊|日报|网)?"
)
_REPORT = ("报道", "报导")


def chinese_cues(plain: str) -> list[Cue]:
    """Every cue in a sentence, from left to right.

    Args:
        plain: the sentence in one spelling.
    """
    shown = masked(plain)
    media = outlets(plain)
    found = [*according_to(plain, shown, media), *unspoken(plain, shown)]
    for verb in islice(_verbs().finditer(shown), MOST_VERBS):
        if not _is_another_word(shown, verb):
            cue = _read(plain, shown, verb, media)
            if cue is not None:
                found.append(cue)
    return sorted(found, key=lambda cue: cue.start)


def _is_another_word(shown: str, verb: re.Match[str]) -> bool:
    """Whether the verb is a noun here (他的解釋), or leads up to something else (宣布…之後,)."""
    if verb.start() and shown[verb.start() - 1] in _NOT_A_VERB_BEFORE:
        return True
    return _act(verb[0]) == "announce" and _SUBORDINATE.match(shown, verb.end()) is not None


def _read(plain: str, shown: str, verb: re.Match[str], media: list[Span]) -> Cue | None:
    """One verb with its subject; ``None`` where nobody is sure to have spoken."""
    start, end = verb.span()
    begin, span = subject(shown, start)
    if span is None:
        return _without_subject(verb, (begin, end))
    leads_up = shown.startswith(words("chinese_speech", "leading_up"), begin)
    if leads_up or _silent().search(shown, span[1], start):
        return None
    if plain[slice(*span)] in words("chinese_speech", "reports"):
        source = quoted_source(plain, span[1])
        return Cue(start, end, "report", (begin, end), source, of_report=True)
    medium = _reporting_medium(plain, verb[0], span, media)
    if medium is not None:
        source, name = quoted_source(plain, medium[1]), name_of(plain, medium)
        return Cue(start, end, "report", (begin, end), source, name)
    speaker = chinese_speaker(plain, *span, sure=_is_sure(verb[0]))
    if speaker is None:
        return None
    relay = asked_by(plain, shown, (span[1], end), media)
    if relay is None and "接受" in shown[:begin]:
        relay = asked_by(plain, shown, (0, begin), media)
    sure = _is_sure(verb[0]) or relay is not None
    return Cue(start, end, _act(verb[0]), (begin, end), speaker, relay, sure=sure)


def _without_subject(verb: re.Match[str], about: Span) -> Cue | None:
    """分析稱 speaks for itself, 報導指 for the report above; other verbs need a subject."""
    start, end = verb.span()
    for noun in words("chinese_speech", "speaking_nouns"):
        if verb[0].startswith(noun) and len(verb[0]) > len(noun):
            return Cue(start, end, "say", about, Speaker(start, start + len(noun), "unnamed"))
    if verb[0].startswith(_REPORT) and verb[0] not in _REPORT:
        return Cue(start, end, "report", about, of_report=True)
    return None


def _reporting_medium(plain: str, verb: str, span: Span, media: list[Span]) -> Span | None:
    """The medium a subject ends with, when the verb is one by which media report."""
    relays = verb.startswith(words("chinese_speech", "reporting", "relaying"))
    for medium in media:
        inside = span[0] <= medium[0] and medium[1] <= span[1] + 1
        tail = plain[medium[1] : span[1]]
        if relays and inside and _KIND_OF_MEDIUM.fullmatch(tail) is not None:
            return medium
    return None


def _is_sure(verb: str) -> bool:
    """Whether only somebody who speaks can have this verb."""
    sure = words("chinese_speech", "sure")
    return verb.startswith(sure) or verb.endswith(sure)


def _act(verb: str) -> Act:
    if verb.startswith(words("chinese_speech", "reporting")):
        return "report"
    return "announce" if verb.startswith(words("chinese_speech", "announcing")) else "say"


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs of saying, alone or in a row (解釋說, 報導指出), that are not nouns here."""
    plain = any_of(words("chinese_speech", "saying", "announcing", "reporting"))
    single = table("chinese_speech")["single"][0]
    return re.compile(
        rf"(?:{plain}|{single}){{1,3}}(?![的者师部员会书率性度之与和及、人网家司室组])"
    )


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(any_pattern(words("chinese_speech", "silent")))
