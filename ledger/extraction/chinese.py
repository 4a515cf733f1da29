"""Who says it in a Chinese sentence: verbs of saying, their subjects, and the media that relay."""

import re
from collections.abc import Iterator
from functools import cache

from ledger.extraction.chinese_names import chinese_speaker
from ledger.extraction.cue import Act, Cue, Span, Speaker
from ledger.extraction.lexicon import any_of, any_pattern, table, words
from ledger.extraction.outlets import acronym_after, outlets
from ledger.extraction.quotations import quotations

_BOUNDARY = re.compile(
    r"[,;:。!?]|(?<=[\u4e00-\u9fff」]) (?=[「《\u4e00-\u9fff])|(?<=\)) (?=[「《])"
)
_BRACKETED = re.compile(r"\([^()]{0,80}\)|《[^《》]{0,40}》")
_QUOTED_SPEECH = re.compile(r"[,。!?;]")
_LONG_QUOTE = 14
_CLAUSES_BACK = 3
_NOT_A_VERB_BEFORE = frozenset("的之")
_SUBORDINATE = re.compile(r"[^,。]{0,40}(?:之后|后|之际|之前|前|时),")
_RELAYED_SPEECH = re.compile(
    r"(?:引述|援引|引用)(?P<who>[^,。]{2,20}?)(?:的话|的说法|消息)?(?:报道|报导|指出|表示|透露|称|说|的话|,|$)"
)


def chinese_cues(plain: str) -> list[Cue]:
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
    """The sentence with what stands in quotes and brackets made unreadable, lengths kept.

    Long quotations end a clause; a name or a term between quotes is part of one.
    """
    characters = list(plain)
    for found in _BRACKETED.finditer(plain):
        for at in range(found.start() + 1, found.end() - 1):
            characters[at] = "◇"
    for start, end in quotations(plain, 0, len(plain)).spans:
        speech = end - start > _LONG_QUOTE or _QUOTED_SPEECH.search(plain, start, end) is not None
        for at in range(start + 1, end - 1):
            characters[at] = "◆"
        if speech:
            characters[end - 1] = "。"
    return "".join(characters)


def _read(plain: str, masked: str, verb: re.Match[str], media: list[Span]) -> Cue | None:
    """One verb with its subject; ``None`` where it is no verb of saying after all."""
    start, end = verb.span()
    if start and masked[start - 1] in _NOT_A_VERB_BEFORE:
        return None
    act = _act(verb[0])
    begin, subject = _subject(masked, start)
    if subject is not None and _silent().search(masked, subject[1], start):
        return None
    if act == "announce" and _SUBORDINATE.match(masked, end):
        return None
    if masked.startswith(words("chinese_speech", "leading_up"), begin):
        return None
    about = (begin, end)
    if subject is None or subject[0] == subject[1]:
        return _without_subject(masked, verb, act, about)
    medium = next(
        (span for span in media if span[0] >= subject[0] and span[1] <= subject[1] + 1), None
    )
    if medium is not None and _relays(verb[0], act) and _ends_with(plain, medium, subject[1]):
        return Cue(
            start,
            end,
            "report",
            _quoted_source(plain, medium[1]),
            _name(plain, medium),
            False,
            about,
        )
    if plain[subject[0] : subject[1]] in words("chinese_speech", "reports"):
        return Cue(start, end, "report", None, None, True, about)
    speaker = chinese_speaker(plain, *subject, sure=is_sure(verb[0]))
    if speaker is None:
        return None
    asked_by = _asked_by(plain, masked, subject[1], end, media)
    return Cue(
        start,
        end,
        act,
        speaker,
        asked_by,
        False,
        about,
        sure=is_sure(verb[0]) or asked_by is not None,
    )


def _without_subject(masked: str, verb: re.Match[str], act: Act, about: Span) -> Cue | None:
    """分析稱 speaks for itself, 報導指 for the report above; others say nothing without a subject."""
    start, end = verb.span()
    for noun in words("chinese_speech", "speaking_nouns"):
        if verb[0].startswith(noun) and len(verb[0]) > len(noun):
            return Cue(
                start, end, "say", Speaker(start, start + len(noun), "unnamed"), None, False, about
            )
    if act == "report" and len(verb[0]) > 2 and verb[0].startswith(("报道", "报导")):  # noqa: PLR2004 - the noun alone
        return Cue(start, end, "report", None, None, True, about)
    return None


def _subject(masked: str, verb: int) -> tuple[int, Span | None]:
    """Where the subject of a verb begins and which characters it is.

    Looks in the verb's own clause, then in those before it, as long as they begin with what cannot
    be a subject.
    """
    limit = verb
    begin = 0
    for back in range(_CLAUSES_BACK):
        begin = max(
            (found.end() for found in _BOUNDARY.finditer(masked, max(0, limit - 90), limit)),
            default=max(0, limit - 90),
        )
        start = _after_openers(masked, begin, limit)
        span = _noun_phrase(masked, start, limit)
        if span is not None:
            return begin, span if back == 0 or span[1] < limit or masked[
                span[1] - 1
            ] == ")" else None
        if begin == 0 or masked[begin - 1] in "。!?;":
            break
        limit = begin - 1
    return begin, None


def _after_openers(masked: str, start: int, end: int) -> int:
    while found := _openers().match(masked, start, end):
        start = found.end()
    return start


def _noun_phrase(masked: str, start: int, end: int) -> Span | None:
    """The characters up to the first word that cannot be part of a subject."""
    cut = _markers().search(masked, start, end)
    if cut is None:
        return _without_modifier(masked, start, end) if start < end else None
    if cut.start() > start:
        return _without_modifier(masked, start, cut.start())
    modifier = masked.rfind("的", start, end)
    if modifier < 0 or cut[0] in ("是", "为"):
        return None
    cut = _markers().search(masked, modifier + 1, end)
    last = cut.start() if cut is not None else end
    return (modifier + 1, last) if last > modifier + 1 else None


def _without_modifier(masked: str, start: int, end: int) -> Span:
    """A clause before 的 says more about the subject; a short phrase belongs to its name."""
    modifier = masked.rfind("的", start, end)
    if (
        modifier < 0
        or masked.startswith("的人士", modifier)
        or masked.startswith("的官员", modifier)
    ):
        return start, end
    return (modifier + 1, end) if end > modifier + 1 else (start, end)


def _according_to(plain: str, masked: str, media: list[Span]) -> Iterator[Cue]:
    """根據《某報》, 據某社報導: the medium relays what follows."""
    for found in _according().finditer(masked):
        medium = next(
            (
                span
                for span in media
                if 0 <= span[0] - found.end() <= 8
                and not _BOUNDARY.search(masked, found.end(), span[0])
            ),
            None,
        )  # noqa: PLR2004 - a country or a kind of medium between
        if medium is None:
            continue
        end = medium[1]
        yield Cue(
            found.start(),
            end,
            "report",
            _quoted_source(plain, end),
            _name(plain, medium),
            False,
            (found.start(), min(len(plain), end + 12)),
        )


def _asked_by(plain: str, masked: str, start: int, end: int, media: list[Span]) -> Span | None:
    """向某社表示, 接受某報採訪時稱, 在某刊撰文: the medium the speaker spoke to."""
    for span in media:
        if plain[slice(*span)] in words("chinese_speech", "outlet_words"):
            continue
        if start <= span[0] and span[1] <= end + 8 and _spoken_to().search(masked, start, span[0]):  # noqa: PLR2004 - 告訴 stands before the medium
            return _name(plain, span)
    return None


def _quoted_source(plain: str, at: int) -> Speaker | None:
    """Whom a medium quotes: 引述知情人士報導."""
    found = _RELAYED_SPEECH.search(plain, at, at + 60)
    if found is None or _BOUNDARY.search(plain, at, max(at, found.start() - 1)):
        return None
    return chinese_speaker(plain, *found.span("who"), sure=False)


def _name(plain: str, medium: Span) -> Span:
    """The letters in brackets where there are some: what everybody knows the medium by."""
    return acronym_after(plain, medium[1]) or medium


def _ends_with(plain: str, medium: Span, end: int) -> bool:
    """Whether a subject ends with the medium's name, marks and letters in brackets aside."""
    tail = plain[medium[1] : end]
    return not tail or tail[0] in "》(" or tail.isspace()


def _relays(verb: str, act: Act) -> bool:
    return act == "report" or verb.startswith(("指", "称", "分析", "评论", "提到", "透露"))


def _act(verb: str) -> Act:
    for act, key in (("report", "reporting"), ("announce", "announcing")):
        if verb.startswith(words("chinese_speech", key)):
            return "report" if act == "report" else "announce"
    return "say"


def is_sure(verb: str) -> bool:
    """Whether only somebody who speaks can have this verb."""
    sure = words("chinese_speech", "sure")
    return verb.startswith(sure) or verb.endswith(sure)


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs of saying, alone or in a row (解釋說, 報導指出), that are not nouns here."""
    plain = any_of(words("chinese_speech", "saying", "announcing", "reporting"))
    single = table("chinese_speech")["single"][0]
    return re.compile(rf"(?:{plain}|{single}){{1,3}}(?![的者师部员会书率性度之与和及、人网家])")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*{any_of(words('chinese_speech', 'openers'))},?|\s+|[」』”\"》)]+")


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(any_pattern(words("chinese_speech", "silent")))


@cache
def _markers() -> re.Pattern[str]:
    return re.compile(any_pattern(table("chinese_speech")["markers"]))


@cache
def _according() -> re.Pattern[str]:
    return re.compile(rf"(?<![数证依根占])(?:{any_of(words('chinese_speech', 'relay_before'))})")


@cache
def _spoken_to() -> re.Pattern[str]:
    return re.compile(r"向|对|告诉|告知|接受|在|于|上")
