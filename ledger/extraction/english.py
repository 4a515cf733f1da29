"""Who says it in an English sentence: the verb, and the grammar around it.

The two hundred commonest verbs cover little more than half of what is reported, so the list is
long and the grammar decides: verbs that do nothing but report need a subject, all others a
quotation or "that" beside them as well.
"""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.cue import Act, Cue, Span, Speaker
from ledger.extraction.english_names import after_verb, before_verb
from ledger.extraction.lexicon import any_of, english_verbs, words
from ledger.extraction.outlets import outlets
from ledger.extraction.quotations import quotations

_BOUNDARY = re.compile(
    r"[;:!?◆]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSen)(?<!\bGov)(?<!\bGen)(?<!\b[A-Z])\.\s"
)
_CONJUNCTION = re.compile(
    r"\b(?:and|but|that|while|as|because|although|after|before|when|if|whether)\s+", re.IGNORECASE
)
_TIME = (
    r"(?:(?:on|late|early|last|this)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|(?:on\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|in (?:a|an) [a-z ]{3,40}|at (?:a|the) [a-z ]{3,40}"
)
_BE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "to",
        "will",
        "would",
        "could",
        "should",
        "can",
        "may",
        "might",
        "must",
        "not",
        "the",
        "a",
        "an",
        "of",
        "its",
        "their",
        "his",
        "her",
        "it's",
        "i",
        "we",
        "you",
        "who",
        "which",
        "that",
        "gets",
        "got",
        "widely",
    }
)
_FOLLOWED = re.compile(
    r"(?:\s(?:out|on|back|to|in))?[,:]?\s*(?:[\"“◆]|that\b|there (?:is|are|was|were)\b)|:\s"
)
_OPEN_CLAUSE = re.compile(
    r"\s+(?:the|a|an|it|he|she|they|its|their|his|her|this|these|there|we|i|no|some|more|about|[A-Z]\w+)\b"
)
_ENDS = re.compile(r"\s*(?:[,.;]|$|on\b|in\b|at\b|to reporters|reporters|after\b|during\b|when\b)")
_LAST_WORD = re.compile(r"([\w'-]+)\W*$")
_AROUND_QUOTE = frozenset('◆"”“,')
_APPOSITION = re.compile(
    r"\s*(?:who|whose|which|an?|the|its|their|\d{2}\b|one of|now|then|formerly|[a-z]+ (?:of|at|for|in)\b|chief|head|senior|deputy)"
)
_TOLD_UP_TO = re.compile(r"\bthat\b|[,;:\"“]|\.$")
_LOOK_BACK = 160


def english_cues(plain: str) -> list[Cue]:
    """Every cue in a sentence, from left to right.

    Args:
        plain: the sentence in one spelling.
    """
    masked = _masked(plain)
    media = outlets(plain)
    found = list(_according_to(plain, masked, media))
    for verb in _verbs().finditer(masked):
        cue = _read(plain, masked, verb, media)
        if cue is not None:
            found.append(cue)
    return sorted(found, key=lambda cue: cue.start)


def _masked(plain: str) -> str:
    """The sentence with what stands in quotation marks made unreadable, lengths kept."""
    characters = list(plain)
    for start, end in quotations(plain, 0, len(plain)).spans:
        characters[start:end] = "◆" * (end - start)
    return "".join(characters)


def _read(plain: str, masked: str, verb: re.Match[str], media: list[Span]) -> Cue | None:
    """One verb with its subject; ``None`` where it is no verb of saying after all."""
    start, end = verb.span()
    before = masked[max(0, start - _LOOK_BACK) : start].rstrip()
    inverted = _inverted(plain, masked, verb, before)
    if inverted is not None:
        return _cue(plain, verb, inverted, media)
    last = _LAST_WORD.search(before)
    if not before or last is None or (last[1].lower() in _BE and before[-1].isalnum()):
        return None
    if not _reports(masked, verb, before):
        return None
    begin, limit = _subject(masked, start)
    speaker = _before_apposition(plain, begin, limit) if masked[:limit].endswith(",") else None
    if speaker is None and begin < limit:
        speaker = before_verb(plain, begin, limit)
    return _cue(plain, verb, speaker, media) if speaker is not None else None


def _cue(plain: str, verb: re.Match[str], speaker: Speaker, media: list[Span]) -> Cue:
    start, end = verb.span()
    whole = (min(start, speaker.start), _end_of_telling(plain, max(end, speaker.end)))
    medium = next(
        (
            span
            for span in media
            if span[0] <= speaker.end and span[1] >= speaker.start and span[1] >= speaker.end - 1
        ),
        None,
    )
    if medium is not None:
        return Cue(start, end, "report", _cited(plain, end), medium, False, whole)
    act: Act = "announce" if verb[0].lower() in words("english_speech", "announcing") else "say"
    return Cue(start, end, act, speaker, _told(plain, end, media), False, whole)


def _reports(masked: str, verb: re.Match[str], before: str) -> bool:
    """Whether the grammar makes this verb one of saying."""
    end = verb.end()
    beside_quote = _FOLLOWED.match(masked, end) is not None
    after_quote = "◆" in before[-60:] and _ENDS.match(masked, end) is not None
    if verb[0].lower() in words("english_speech", "performing"):
        return True
    if verb[0].lower() not in _strong():
        return beside_quote or after_quote
    if beside_quote or after_quote or _OPEN_CLAUSE.match(masked, end):
        return True
    if verb[0].lower() in words("english_speech", "saying"):
        return True
    return _ENDS.match(masked, end) is not None


def _inverted(plain: str, masked: str, verb: re.Match[str], before: str) -> Speaker | None:
    """“……,” said Jane Doe: the subject behind the verb, words that were said before it."""
    if not before or before[-1] not in _AROUND_QUOTE or verb[0].lower() not in _strong():
        return None
    if before[-1] == "," and "◆" not in before[-4:] and not _plain_inversion(masked, verb):
        return None
    return after_verb(plain, verb.end(), len(plain))


def _plain_inversion(masked: str, verb: re.Match[str]) -> bool:
    """The line will open in May, said the mayor."""
    return verb[0].lower() in ("said", "says") and masked[: verb.start()].count(",") > 0


def _subject(masked: str, verb: int) -> Span:
    """The words before a verb that its subject ends with, adverbs and times left out."""
    begin = max(0, verb - _LOOK_BACK)
    for found in _BOUNDARY.finditer(masked, begin, verb):
        begin = found.end()
    limit = verb
    while (found := _between().search(masked, max(begin, limit - 60), limit)) is not None:
        limit = found.start()
    for found in _CONJUNCTION.finditer(masked, begin, limit):
        if not _inside_name(masked, found):
            begin = found.end()
    return begin, len(masked[:limit].rstrip())


def _inside_name(masked: str, found: re.Match[str]) -> bool:
    """Trade and Industry Minister: "and" between two capitalised words joins one name."""
    return (
        found[0].lower().startswith("and")
        and masked[found.end() : found.end() + 1].isupper()
        and masked[: found.start()].rstrip()[-1:].isalpha()
        and masked[: found.start()].rstrip().rsplit(None, 1)[-1][:1].isupper()
    )


def _before_apposition(plain: str, begin: int, limit: int) -> Speaker | None:
    """Jane Doe, chief economist at Acme, said: the name stands before the comma."""
    parts = plain[begin:limit].rstrip(", ").split(",")
    for count in range(len(parts) - 1, max(0, len(parts) - 5), -1):
        if _APPOSITION.match(parts[count]) is None:
            continue
        end = begin + len(",".join(parts[:count]))
        found = before_verb(plain, end - len(parts[count - 1]), end)
        if found is not None and found.who != "pronoun":
            return found
    return None


def _end_of_telling(plain: str, at: int) -> int:
    """Where what is said about the saying ends: before "that", a comma or a quotation."""
    found = _TOLD_UP_TO.search(plain, at, min(len(plain), at + 60))
    return found.start() if found is not None else min(len(plain), at + 60)


def _according_to(plain: str, masked: str, media: list[Span]) -> Iterator[Cue]:
    """According to somebody, or to a medium."""
    for found in _according().finditer(masked):
        start, end = found.span()
        medium = next((span for span in media if span[0] - end in range(5)), None)
        if medium is not None:
            yield Cue(
                start,
                medium[1],
                "report",
                _cited(plain, medium[1]),
                medium,
                False,
                (start, medium[1]),
            )
            continue
        speaker = after_verb(plain, end, len(plain))
        yield Cue(start, end, "say", speaker, None, False, (start, speaker.end if speaker else end))


def _told(plain: str, end: int, media: list[Span]) -> Span | None:
    """Told Reuters; said in an interview with the Gazette."""
    for span in media:
        if _spoken_to().search(plain, max(0, span[0] - 60), span[0]) and -160 < span[0] - end < 160:  # noqa: PLR2004 - within reach of the verb
            return span
    return None


def _cited(plain: str, at: int) -> Speaker | None:
    """Reuters reported, citing two people familiar with the matter."""
    found = _citing().search(plain, at)
    return after_verb(plain, found.end(), len(plain)) if found is not None else None


@cache
def _strong() -> frozenset[str]:
    return frozenset(words("english_speech", "strong"))


@cache
def _verbs() -> re.Pattern[str]:
    forms = {*english_verbs(), *words("english_speech", "strong", "reporting", "performing")}
    return re.compile(rf"\b{any_of(forms)}\b(?!')", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a subject and its verb."""
    return re.compile(
        rf"(?:,?\s{any_of(words('english_speech', 'adverbs'))}|,?\s[a-z]+ly|,?\s(?:{_TIME})),?\s*$"
    )


@cache
def _according() -> re.Pattern[str]:
    return re.compile(r"\b(?:according to|in the words of|in the view of)\s+", re.IGNORECASE)


@cache
def _spoken_to() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:told|tells|telling|interview (?:with|on|to|by)|speaking (?:to|with|on)|spoke (?:to|with|on)|interviewed (?:by|on)|writing in|wrote in|column in)\s+(?:the\s+|local\s+|state\s+|broadcaster\s+|newspaper\s+|news agency\s+)*$",
        re.IGNORECASE,
    )


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\b(?:citing|quoting|according to)\s+", re.IGNORECASE)
