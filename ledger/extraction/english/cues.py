"""Who says it in an English sentence: every cue, by a verb, a label or "according to"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, islice

from ledger.extraction.cue import MOST_VERBS, Act, Cue, Span, Speaker
from ledger.extraction.english.media import cited, is_medium, told
from ledger.extraction.english.names import after_verb
from ledger.extraction.english.passives import quoted_as
from ledger.extraction.english.roles import anybody
from ledger.extraction.english.speakers import end_of_phrase, speaker_of
from ledger.extraction.english.verbs import (
    DAY,
    LOOK_AHEAD,
    verbs_after_quotations,
    verbs_of_saying,
)
from ledger.extraction.lexicon import verb_forms, words
from ledger.extraction.outlets import outlets
from ledger.extraction.page.quotations import quotations
from ledger.text.patterns import lazily

_ABOUT_SAYING = re.compile(
    rf"\s+(?:on|in|at|to|late|early|earlier|last|this|during|yesterday|today|again|{DAY}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_TOLD_UP_TO = re.compile(
    r"\b(?:that|to(?! reporters)|will|would|could|may|might|should|must|is|was|are|were|has|had)\b"
    r"|[,;:\"“]|\.$"
)
_SEEN_BY = re.compile(r"\s(?:and )?(?:seen|obtained|reviewed|viewed) by\b")
_REPORT_IN = re.compile(
    r"(?:an? |the )?(?:[a-z]+ )?(?:report|article|story|account|investigation)s? (?:in|by|on|from) "
)
# Figures say nothing by themselves: whoever gave them does.
_GIVEN_BY = lazily(
    r"(?:an? |the )?(?:[a-z]+ ){0,2}(?:figures|data|statistics|numbers|estimates?|reports?|study"
    r"|survey|analysis|documents?) (?:(?:released|published|compiled|issued|collected) )?"
    r"(?:from|by) "
)
_LABEL = re.compile(r"\s*(?:Said |Added )?(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}):\s+(?=◆)")
_ARTICLE = len(" the [")


def english_cues(plain: str) -> list[Cue]:
    """Every cue in a sentence, from left to right.

    Args:
        plain: the sentence in one spelling.
    """
    media = outlets(plain)
    plain = _BRACKETED.sub(lambda found: " " * len(found[0]), plain)
    masked = _masked(plain)
    found = [
        *_according_to(plain, masked, media),
        *quoted_as(plain, masked, media),
        *_label(masked),
    ]
    taken = {cue.start for cue in found}
    spoken: Speaker | None = None
    for verb in islice(
        chain(verbs_of_saying(masked), verbs_after_quotations(plain, masked)), MOST_VERBS
    ):
        if verb.start() in taken:
            continue
        speaker = speaker_of(plain, masked, verb, media, spoken)
        if speaker is not None:
            cue = _cue(plain, verb, speaker, media)
            found.append(cue)
            spoken = cue.speaker
    return sorted(found, key=lambda cue: cue.start)


def _label(masked: str) -> Iterator[Cue]:
    """A name, a colon and words: the form of interviews."""
    label = _LABEL.match(masked)
    if label is not None:
        start, end = label.span("who")
        yield Cue(end, end + 1, "say", (start, end), Speaker(start, end, "person"))


def _masked(plain: str) -> str:
    """The sentence with what stands in quotation marks made unreadable, lengths kept."""
    characters = list(plain)
    for start, end in quotations(plain, 0, len(plain)).spans:
        characters[start:end] = "◆" * (end - start)
    return "".join(characters)


def _cue(plain: str, verb: re.Match[str], speaker: Speaker, media: list[Span]) -> Cue:
    """What a verb and its subject tell."""
    start, end = verb.span()
    seen = _SEEN_BY.search(plain, speaker.start, speaker.end)
    if seen is not None:
        speaker = replace(speaker, end=seen.start())
    about = (
        start if "," in plain[speaker.end : start] else min(start, speaker.start),
        _end_of_telling(plain, verb[0].lower(), max(end, speaker.end)),
    )
    medium = next((span for span in media if is_medium(plain, span, speaker)), None)
    if medium is not None:
        return Cue(start, end, "report", about, cited(plain, medium[1]), medium)
    act: Act = "say"
    if verb[0].lower() in words("english_speech", "announcing"):
        act = "announce"
    of_report = plain[speaker.start : speaker.end].lower() in words("english_speech", "reports")
    hearer = told(plain, end, media)
    return Cue(start, end, act, about, speaker, hearer, of_report=of_report)


def _end_of_telling(plain: str, verb: str, at: int) -> int:
    """Where what is said about the saying ends: before "that", a comma or a quotation.

    Behind a bare verb of saying that is so for words of time and place alone: said on Monday.
    """
    if verb in verb_forms("saying") and _ABOUT_SAYING.match(plain, at) is None:
        return at
    limit = min(len(plain), at + LOOK_AHEAD)
    found = _TOLD_UP_TO.search(plain, at, limit)
    return found.start() if found is not None else limit


def _according_to(plain: str, masked: str, media: list[Span]) -> Iterator[Cue]:
    """According to somebody, or to a medium."""
    for found in _according().finditer(masked):
        start, end = found.span()
        report = _REPORT_IN.match(masked, end)
        at = report.end() if report is not None else end
        medium = next((span for span in media if span[0] - at in range(_ARTICLE)), None)
        if medium is not None:
            about = (start, medium[1])
            yield Cue(start, medium[1], "report", about, cited(plain, medium[1]), medium)
        elif not found[0].lower().startswith(("first", "reported")):
            given = _GIVEN_BY.match(masked, end)
            at = given.end() if given is not None else end
            speaker = after_verb(plain, at, len(plain)) or anybody(
                plain, at, end_of_phrase(masked, at)
            )
            about = (start, speaker.end if speaker is not None else end)
            yield Cue(start, end, "say", about, speaker, told(plain, end, media))


@cache
def _according() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:according to|in the words of|in the view of|(?:first )?reported (?:\w+ ){0,3}by)\s+",
        re.IGNORECASE,
    )
