"""Who says it in an English sentence: the verb, and the grammar around it.

The two hundred commonest verbs cover little more than half of what is reported, so the list is
long and the grammar decides: verbs that do nothing but report need a subject, all others a
quotation or "that" beside them as well.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, islice

from ledger.extraction.cue import MOST_VERBS, Act, Cue, Span, Speaker
from ledger.extraction.english_names import after_verb
from ledger.extraction.english_passives import quoted_as
from ledger.extraction.english_roles import anybody, is_plural
from ledger.extraction.english_subjects import subject
from ledger.extraction.lexicon import any_of, base_forms, english_verbs, verb_forms, verbs_of, words
from ledger.extraction.outlets import outlets
from ledger.extraction.quotations import quotations

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME_AFTER = (
    rf"(?:out|on|back|to|in|yesterday|today|again|{_DAY}"
    r"|(?:on|last|this|late|early|in|to|earlier|at)\s[\w .]{1,25}?)"
)
_FOLLOWED = re.compile(
    rf"(?:\s{_TIME_AFTER})?[,:]?\s*(?:◆|that\b|there (?:is|are|was|were)\b)|:\s|\s\w+ing\b"
)
_ABOUT_SAYING = re.compile(
    rf"\s+(?:on|in|at|to|late|early|earlier|last|this|during|yesterday|today|again|{_DAY}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)"
)
_OPEN_CLAUSE = re.compile(
    rf"\s+(?!{_DAY})(?:the|a|an|it|he|she|they|its|their|his|her|this|these|there|we|i|no|some|more|about"
    r"|[A-Z]\w+)\b"
)
_CLAUSE = re.compile(r"[,;:◆]\s+")
_ANOTHER_VERB = re.compile(r"[a-z]+(?:ed|es|s)\b")
_BETWEEN_QUOTE_AND_VERB = re.compile(r"(?<=◆)(?!◆),?\s+(?:(?:he|she|they|[A-Z])[\w .'-]{0,40}?)\s")
_SPOKEN = re.compile(r"[,?!…-](?:[\"”]|'')$")
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_ENDS = re.compile(
    r"\s*(?:[,.;]|$|on\b|in\b|at\b|to reporters|reporters|last\b|this\b|after\b|during\b|when\b)"
)
_SAYS = frozenset({"said", "says", "say"})
_SAID_BEFORE = re.compile(r"(?:[,◆])\s+(?=[^,◆]*$)")
_INVERTED_NAME = re.compile(r"\s(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w'-]+(?:,|\.|$| of | at )")
_SENTENCE_ENDS = re.compile(r"\s*(?:[,.]|$)| (?:of|at) ")
_PHRASE_ENDS = re.compile(r"[,.;:◆]|\s(?:who|which|that|whose|as|in an?|on|after|before)\s")
_TOLD_UP_TO = re.compile(
    r"\b(?:that|to(?! reporters)|will|would|could|may|might|should|must|is|was|are|were|has|had)\b"
    r"|[,;:\"“]|\.$"
)
_SEEN_BY = re.compile(r"\s(?:and )?(?:seen|obtained|reviewed|viewed) by\b")
_ASKED_BY = re.compile(r"\b(?:by|with|at|from)\s")
_KIND_OF_MEDIUM = re.compile(r"\s*(?:(?:(?:news )?agency|newspaper|magazine|news|radio|tv)\s*)?$")
_REPORT_IN = re.compile(
    r"(?:an? |the )?(?:[a-z]+ )?(?:report|article|story|account|investigation)s? (?:in|by|on|from) "
)
_MEDIUM = r"(?:the|local|state|broadcaster|newspaper|news agency|magazine)\s+"
_WITH_A_HEARER = frozenset({"told", "tells", "tell"})
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LAST_WORD = re.compile(r"(?<![\w'-])([\w'-]+)$")
_AROUND_QUOTE = frozenset('◆"”“,')
_LABEL = re.compile(r"\s*(?:Said |Added )?(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}):\s+(?=◆)")
_DOCUMENT = re.compile(
    r"\b(?:study|survey|report|poll|audit|analysis|review|inquiry|investigation|trial|census|data"
    r"|figures|records|documents|statistics|test|results|research|filings?)\b[^,;◆]*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|but|then)$")
_LOOK_BACK, _LOOK_AHEAD, _REACH, _WORDS_OF_A_TITLE = 160, 60, 160, 3
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
    for verb in islice(chain(_verbs(masked), _other_verbs(plain, masked)), MOST_VERBS):
        cue = _read(plain, masked, verb, media, spoken) if verb.start() not in taken else None
        if cue is not None:
            found.append(cue)
            spoken = cue.speaker
    return sorted(found, key=lambda cue: cue.start)


def _label(masked: str) -> Iterator[Cue]:
    """A name, a colon and words: the form of interviews."""
    label = _LABEL.match(masked)
    if label is not None:
        start, end = label.span("who")
        yield Cue(end, end + 1, "say", (start, end), Speaker(start, end, "person"))


def _other_verbs(plain: str, masked: str) -> Iterator[re.Match[str]]:
    """Any verb at all between words that were said and the end of a clause: “…,” she shrugged."""
    for between in _BETWEEN_QUOTE_AND_VERB.finditer(masked):
        verb = _ANOTHER_VERB.match(masked, between.end())
        said = _SPOKEN.search(plain, max(0, between.start() - 3), between.start())
        if verb is not None and said is not None and verb[0] not in english_verbs():
            yield verb


def _masked(plain: str) -> str:
    """The sentence with what stands in quotation marks made unreadable, lengths kept."""
    characters = list(plain)
    for start, end in quotations(plain, 0, len(plain)).spans:
        characters[start:end] = "◆" * (end - start)
    return "".join(characters)


def _read(
    plain: str, masked: str, verb: re.Match[str], media: list[Span], spoken: Speaker | None
) -> Cue | None:
    """One verb with its subject; ``None`` where it is no verb of saying after all.

    ``spoken`` is who the verb before it has, and this one too when nothing but "and" parts them.
    """
    before = masked[max(0, verb.start() - _LOOK_BACK) : verb.start()].rstrip()
    if not before:
        return None
    speaker = _inverted(plain, masked, verb, before)
    last = _LAST_WORD.search(before)
    bound = last is not None and last[1].lower() in words("english_speech", "not_finite")
    if speaker is None and not bound and _reports(masked, verb, before):
        speaker = (
            subject(plain, masked, verb.start())
            or _medium_before(plain, verb, media)
            or _anybody_before(plain, masked, verb)
            or (_joined_to(plain, masked, verb, spoken) if _JOINED.search(before) else None)
        )
    if speaker is None or (verb[0].lower() in base_forms() and not _are_many(plain, speaker)):
        return None
    return _cue(plain, verb, speaker, media)


def _joined_to(
    plain: str, masked: str, verb: re.Match[str], spoken: Speaker | None
) -> Speaker | None:
    """Harmon laughed and said no: a second verb has the subject of the first."""
    if spoken is not None:
        return spoken
    begin = max(0, verb.start() - _LOOK_BACK)
    ends = (found.end() for found in _CLAUSE.finditer(masked, begin, verb.start()))
    clause = max(ends, default=0)
    if _JOINED.fullmatch(plain, clause, len(plain[: verb.start()].rstrip())):
        clause = 0
    who = after_verb(plain, clause, verb.start())
    opens = who is not None and len(plain[clause : who.start].split()) <= _WORDS_OF_A_TITLE
    return who if opens else None


def _are_many(plain: str, speaker: Speaker) -> bool:
    """Whether a subject goes with a verb without an s: analysts say, but no "bank say"."""
    phrase = plain[speaker.start : speaker.end]
    return not phrase.endswith("'") and is_plural(phrase)


def _anybody_before(plain: str, masked: str, verb: re.Match[str]) -> Speaker | None:
    """Words, a comma, and a noun phrase with the last verb: whoever it is has said them.

    Nobody but a speaker says: before that verb the phrase may open the sentence as well.
    """
    says = verb[0].lower() in _SAYS
    if not says and _ENDS.match(masked, verb.end()) is None:
        return None
    said = _SAID_BEFORE.search(masked, max(0, verb.start() - _LOOK_AHEAD), verb.start())
    if said is None:
        opened = says and verb.start() <= _LOOK_AHEAD
        return anybody(plain, 0, verb.start()) if opened else None
    return anybody(plain, said.end(), verb.start())


def _medium_before(plain: str, verb: re.Match[str], media: list[Span]) -> Speaker | None:
    """A medium without a name of its own as the subject: local media reported."""
    for start, end in media:
        if end < verb.start() and not plain[end : verb.start()].strip():
            return Speaker(start, end, "organisation")
    return None


def _cue(plain: str, verb: re.Match[str], speaker: Speaker, media: list[Span]) -> Cue:
    start, end = verb.span()
    seen = _SEEN_BY.search(plain, speaker.start, speaker.end)
    if seen is not None:
        speaker = replace(speaker, end=seen.start())
    about = (
        start if "," in plain[speaker.end : start] else min(start, speaker.start),
        _end_of_telling(plain, verb[0].lower(), max(end, speaker.end)),
    )
    medium = next((span for span in media if _is_medium(plain, span, speaker)), None)
    if medium is not None:
        return Cue(start, end, "report", about, _cited(plain, medium[1]), medium)
    act: Act = "say"
    if verb[0].lower() in words("english_speech", "announcing"):
        act = "announce"
    of_report = plain[speaker.start : speaker.end].lower() in words("english_speech", "reports")
    told = _told(plain, end, media)
    return Cue(start, end, act, about, speaker, told, of_report=of_report)


def _is_medium(plain: str, medium: Span, speaker: Speaker) -> bool:
    """Whether the subject is the medium: its name, or its name and what kind it is."""
    overlaps = medium[0] <= speaker.end and medium[1] >= speaker.start
    rest = plain[medium[1] : max(medium[1], speaker.end)]
    if _ASKED_BY.search(plain, speaker.start, max(speaker.start, medium[0])):
        return False
    return overlaps and _KIND_OF_MEDIUM.match(rest) is not None


def _end_of_telling(plain: str, verb: str, at: int) -> int:
    """Where what is said about the saying ends: before "that", a comma or a quotation.

    Behind a bare verb of saying that is so for words of time and place alone: said on Monday.
    """
    if verb in verb_forms("saying") and _ABOUT_SAYING.match(plain, at) is None:
        return at
    limit = min(len(plain), at + _LOOK_AHEAD)
    found = _TOLD_UP_TO.search(plain, at, limit)
    return found.start() if found is not None else limit


def _reports(masked: str, verb: re.Match[str], before: str) -> bool:
    """Whether the grammar makes this verb one of saying."""
    word, end = verb[0].lower(), verb.end()
    if word in verb_forms("performing", "saying") or word in verbs_of("acts"):
        return True
    beside_quote = _FOLLOWED.match(masked, end) is not None
    found = word in verbs_of("findings")
    if found and _DOCUMENT.search(masked, max(0, verb.start() - _REACH), verb.start()):
        return True
    closes = _ENDS.match(masked, end) is not None
    after_quote = closes and "◆" in before[-60:]
    if beside_quote or after_quote or word not in _strong():
        return beside_quote or after_quote or _closes_clause(masked, verb, before)
    return closes or _OPEN_CLAUSE.match(masked, end) is not None


def _closes_clause(masked: str, verb: re.Match[str], before: str) -> bool:
    """Whether a verb stands last behind words and a comma: …, the audit found."""
    return "," in before[-_LOOK_AHEAD:] and _SENTENCE_ENDS.match(masked, verb.end()) is not None


def _inverted(plain: str, masked: str, verb: re.Match[str], before: str) -> Speaker | None:
    """“……,” said Jane Doe: the subject behind the verb, words that were said before it."""
    word = verb[0].lower()
    if before[-1] not in _AROUND_QUOTE or word not in _strong() or word in _WITH_A_HEARER:
        return None
    speaker = after_verb(plain, verb.end(), len(plain))
    whole = anybody(plain, verb.end(), _end_of_phrase(masked, verb.end()))
    if whole is not None and "◆" in before[-4:]:
        longer = speaker is not None and speaker.start == whole.start and speaker.who != "person"
        speaker = whole if speaker is None or longer else speaker
    if speaker is None or before[-1] != "," or "◆" in before[-4:]:
        return speaker
    ended = _SENTENCE_ENDS.match(plain, speaker.end) is not None
    named = word in _SAYS or _INVERTED_NAME.match(masked, verb.end()) is not None
    return speaker if ended and named and speaker.who != "pronoun" else None


def _according_to(plain: str, masked: str, media: list[Span]) -> Iterator[Cue]:
    """According to somebody, or to a medium."""
    for found in _according().finditer(masked):
        start, end = found.span()
        report = _REPORT_IN.match(masked, end)
        at = report.end() if report is not None else end
        medium = next((span for span in media if span[0] - at in range(_ARTICLE)), None)
        if medium is not None:
            about = (start, medium[1])
            yield Cue(start, medium[1], "report", about, _cited(plain, medium[1]), medium)
        elif not found[0].lower().startswith(("first", "reported")):
            speaker = after_verb(plain, end, len(plain)) or anybody(
                plain, end, _end_of_phrase(masked, end)
            )
            about = (start, speaker.end if speaker is not None else end)
            yield Cue(start, end, "say", about, speaker, _told(plain, end, media))


def _end_of_phrase(masked: str, at: int) -> int:
    """Where a noun phrase that begins here ends at the latest."""
    found = _PHRASE_ENDS.search(masked, at, at + _LOOK_AHEAD)
    return found.start() if found is not None else min(len(masked), at + _LOOK_AHEAD)


def _told(plain: str, end: int, media: list[Span]) -> Span | None:
    """Told Reuters; said in an interview with the Gazette; in an email seen by the Post."""
    for span in media:
        near = -_REACH < span[0] - end < _REACH
        if near and _spoken_to().search(plain, max(0, span[0] - _LOOK_AHEAD), span[0]):
            return span
    return None


def _cited(plain: str, at: int) -> Speaker | None:
    """Reuters reported, citing two people familiar with the matter."""
    found = _citing().search(plain, at, at + _REACH)
    return after_verb(plain, found.end(), len(plain)) if found is not None else None


@cache
def _strong() -> frozenset[str]:
    return verb_forms("strong", "saying", "performing") | verbs_of("acts", "views")


def _verbs(masked: str) -> Iterator[re.Match[str]]:
    """Every form of a verb of saying, by its first word: called, and called for."""
    forms = _verbs_by_first_word()
    for word in _WORD.finditer(masked):
        form = forms.get(word[0].lower())
        verb = form.match(masked, word.start()) if form is not None else None
        if verb is not None:
            yield verb


@cache
def _verbs_by_first_word() -> dict[str, re.Pattern[str]]:
    found: dict[str, list[str]] = {}
    for form in {*english_verbs(), *_strong(), *words("english_speech", "reporting")}:
        found.setdefault(form.split()[0], []).append(form)
    return {
        first: re.compile(rf"{any_of(forms)}\b(?!')", re.IGNORECASE)
        for first, forms in found.items()
    }


@cache
def _according() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:according to|in the words of|in the view of|(?:first )?reported (?:\w+ ){0,3}by)\s+",
        re.IGNORECASE,
    )


@cache
def _spoken_to() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words('english_speech', 'spoken_to'))}\s+(?:{_MEDIUM})*$", re.IGNORECASE
    )


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(r"\b(?:citing|quoting|quoted|cited|according to)\s+", re.IGNORECASE)
