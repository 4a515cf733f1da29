"""Whose words an English verb reports: its subject, before it or behind it."""

import re

from ledger.extraction.cue import Span, Speaker
from ledger.extraction.english.names import after_verb
from ledger.extraction.english.roles import anybody, is_plural
from ledger.extraction.english.subjects import subject
from ledger.extraction.english.verbs import CLAUSE_ENDS, LOOK_AHEAD, SENTENCE_ENDS, reports, strong
from ledger.extraction.lexicon import base_forms, words

_LOOK_BACK, _WORDS_OF_A_TITLE = 160, 3
_CLAUSE = re.compile(r"[,;:◆]\s+")
_SAYS = frozenset({"said", "says", "say"})
_SAID_BEFORE = re.compile(r"(?:[,◆])\s+(?=[^,◆]*$)")
_INVERTED_NAME = re.compile(r"\s(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w'-]+(?:,|\.|$| of | at )")
_PHRASE_ENDS = re.compile(r"[,.;:◆]|\s(?:who|which|that|whose|as|in an?|on|after|before)\s")
_WITH_A_HEARER = frozenset({"told", "tells", "tell"})
_LAST_WORD = re.compile(r"(?<![\w'-])([\w'-]+)$")
_AROUND_QUOTE = frozenset('◆"”“,')
_JOINED = re.compile(r"\b(?:and|but|then)$")


def speaker_of(
    plain: str, masked: str, verb: re.Match[str], media: list[Span], spoken: Speaker | None
) -> Speaker | None:
    """The subject of one verb; ``None`` where it is no verb of saying after all.

    Args:
        plain: the sentence in one spelling.
        masked: the same with quotations made unreadable.
        verb: the verb.
        media: the media the sentence names.
        spoken: who the verb before it has, and this one too when nothing but "and" parts them.
    """
    before = masked[max(0, verb.start() - _LOOK_BACK) : verb.start()].rstrip()
    if not before:
        return None
    speaker = _inverted(plain, masked, verb, before)
    last = _LAST_WORD.search(before)
    bound = last is not None and last[1].lower() in words("english_speech", "not_finite")
    if speaker is None and not bound and reports(masked, verb, before):
        speaker = (
            subject(plain, masked, verb.start())
            or _medium_before(plain, verb, media)
            or _anybody_before(plain, masked, verb)
            or (_joined_to(plain, masked, verb, spoken) if _JOINED.search(before) else None)
        )
    if speaker is None or (verb[0].lower() in base_forms() and not _are_many(plain, speaker)):
        return None
    return speaker


def _inverted(plain: str, masked: str, verb: re.Match[str], before: str) -> Speaker | None:
    """“……,” said Jane Doe: the subject behind the verb, words that were said before it."""
    word = verb[0].lower()
    if before[-1] not in _AROUND_QUOTE or word not in strong() or word in _WITH_A_HEARER:
        return None
    speaker = after_verb(plain, verb.end(), len(plain))
    whole = anybody(plain, verb.end(), end_of_phrase(masked, verb.end()))
    if whole is not None and "◆" in before[-4:]:
        longer = speaker is not None and speaker.start == whole.start and speaker.who != "person"
        speaker = whole if speaker is None or longer else speaker
    if speaker is None or before[-1] != "," or "◆" in before[-4:]:
        return speaker
    ended = SENTENCE_ENDS.match(plain, speaker.end) is not None
    named = word in _SAYS or _INVERTED_NAME.match(masked, verb.end()) is not None
    return speaker if ended and named and speaker.who != "pronoun" else None


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
    if not says and CLAUSE_ENDS.match(masked, verb.end()) is None:
        return None
    said = _SAID_BEFORE.search(masked, max(0, verb.start() - LOOK_AHEAD), verb.start())
    if said is None:
        opened = says and verb.start() <= LOOK_AHEAD
        return anybody(plain, 0, verb.start()) if opened else None
    return anybody(plain, said.end(), verb.start())


def _medium_before(plain: str, verb: re.Match[str], media: list[Span]) -> Speaker | None:
    """A medium without a name of its own as the subject: local media reported."""
    for start, end in media:
        if end < verb.start() and not plain[end : verb.start()].strip():
            return Speaker(start, end, "organisation")
    return None


def end_of_phrase(masked: str, at: int) -> int:
    """Where a noun phrase that begins here ends at the latest."""
    found = _PHRASE_ENDS.search(masked, at, at + LOOK_AHEAD)
    return found.start() if found is not None else min(len(masked), at + LOOK_AHEAD)
