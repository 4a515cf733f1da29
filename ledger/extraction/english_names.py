"""Whom an English noun phrase names: titles, determiners and openers before the name left out."""

import re
from functools import cache

from ledger.extraction.cue import Speaker, Who
from ledger.extraction.lexicon import any_of, words
from ledger.text.names import names

_CAPITALISED = r"(?:[A-ZÀ-ÖØ-Þ][\w'.&-]*)"
_PARTICLE = r"(?:de|van|von|der|den|da|di|del|bin|ibn|al|el|la|le|of|and|for|the|&)"
_RUN = re.compile(rf"{_CAPITALISED}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITALISED})*")
_DESCRIBED_AFTER = re.compile(
    rf"(?<!\bof )(?<!\bfor )(?<!\bat )(?<!\bthe )(?<!\bThe )(?<!\bin )(?<!\band )(?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}), (?:an?|the|who|whose|\d{{2}},)\s"
)
_WORD = re.compile(r"[\w'-]+")
_DETERMINER = re.compile(
    r"\b(?:the|a|an|one|two|three|four|five|several|some|many|most|other|another|its|their|his|her|our)\b",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"^.*\w's? ")
_PLACE = re.compile(r"(.+?) (?:of|at|from|for) ")
_LONGEST = 90
_TWO_WORDS = 2
_KINDS: dict[str, Who] = {"person": "person"}


def before_verb(plain: str, start: int, end: int) -> Speaker | None:
    """The speaker a phrase ends with: "On Tuesday, Mayor Jane Doe" names Jane Doe.

    Args:
        plain: the sentence in one spelling.
        start: where to look from.
        end: where the verb, or what stands before it, begins.
    """
    start = max(start, end - _LONGEST)
    phrase = plain[start:end].rstrip(" ,")
    end = start + len(phrase)
    last = phrase.rsplit(None, 1)[-1] if phrase.strip() else ""
    if last.lower() in words("english_speech", "pronouns"):
        return Speaker(end - len(last), end, "pronoun")
    described = _described(plain, start, end)
    if described is not None:
        return described
    run = None
    for run in _RUN.finditer(plain, start, end):
        pass
    if run is None or run.end() != end:
        return None
    return _named(plain, *run.span())


def after_verb(plain: str, start: int, end: int) -> Speaker | None:
    """The speaker a phrase begins with: "chief economist Jane Doe, who left" names Jane Doe."""
    while start < end and not plain[start].isalnum():
        start += 1
    first = _WORD.match(plain, start, end)
    if first is not None and first[0].lower() in words("english_speech", "pronouns"):
        return Speaker(start, first.end(), "pronoun")
    stop = _phrase_end().search(plain, start, min(end, start + _LONGEST))
    limit = stop.start() if stop is not None else min(end, start + _LONGEST)
    run = _RUN.search(plain, start, limit)
    if run is not None and _only_titles(plain[start : run.start()]):
        named = _named(plain, *run.span())
        if named is not None:
            return named
    return _described(plain, start, limit)


def introduced(plain: str) -> list[Speaker]:
    """People a sentence presents: Jane Doe, a baker; Dr. Jane Doe; chief executive Jane Doe."""
    found = []
    for form in (_DESCRIBED_AFTER, _titled()):
        for run in form.finditer(plain):
            speaker = _named(plain, *run.span("name"))
            if speaker is not None and speaker.who == "person" and speaker.end - speaker.start > 1:
                found.append(speaker)
    return sorted(found, key=lambda speaker: speaker.start)


def _described(plain: str, start: int, end: int) -> Speaker | None:
    """Somebody without a name: the central bank, two people familiar with the matter."""
    start += plain[start:end].rfind(", ") + 2 if ", " in plain[start:end] else 0
    phrase = plain[start:end]
    begin = start
    for opened in _DETERMINER.finditer(phrase):
        before = phrase[: opened.start()].rstrip()
        if not before or before.endswith((",", "that", "and", "but", "as", "while", "because")):
            begin = start + opened.start()
    told = [word.lower() for word in _WORD.findall(plain[begin:end])]
    if not told or len(told) > 12:  # noqa: PLR2004 - longer than this it is a clause
        return None
    role = any(word in _roles() for word in told)
    if not role or _RUN.fullmatch(plain, begin, end) and told[-1] not in _roles():
        return None
    if told[-1] not in _roles() and not (
        {"familiar", "with", "at", "for", "of", "in", "from", "close", "briefed"} & set(told)
    ):
        return None
    if (
        not _DETERMINER.match(plain, begin, end)
        and told[0] not in _roles()
        and told[-1] not in _roles()
    ):
        return None
    if _CLAUSE.search(plain, begin, end):
        return None
    who: Who = "unnamed" if any(word in _unnamed() for word in told) else "organisation"
    return Speaker(begin, end, who)


_CLAUSE = re.compile(
    r"[;:\"“”]|, |\b(?:is|are|was|were|that|which|will|would|has|have|had|if|when)\b"
)


def _named(plain: str, start: int, end: int) -> Speaker | None:
    """A run of capitalised words as a name, what stands before the name itself left out."""
    while (found := _opener().match(plain, start, end)) is not None:
        start = found.end()
    titled = start
    for title in _titles().finditer(plain, start, end):
        if title.end() < end:
            titled = title.end()
    possessive = _POSSESSIVE.match(plain[titled:end])
    if possessive is not None and possessive.end() < end - titled:
        titled += possessive.end()
    place = _PLACE.search(plain, titled, end)
    if place is not None and not _names_organisation(place[1]):
        end = place.end(1)
    name = plain[titled:end].strip()
    if not name or name.lower() in _roles():
        return Speaker(start, end, _role_kind(plain[start:end])) if start < end and name else None
    known = names().lookup(name)
    if known is not None:
        return Speaker(titled, end, _KINDS.get(known.kind, "organisation"))
    person = titled > start or len(name.split()) >= _TWO_WORDS
    organisation = _WORD.findall(name.lower())[-1] in _roles() or " of " in name or name.isupper()
    return Speaker(titled, end, "person" if person and not organisation else "organisation")


def _names_organisation(words_before: str) -> bool:
    """Whether what stands before "of" is a body's name: Union of …, Southern Bank of …."""
    parts = [word.lower() for word in words_before.split()]
    return len(parts) < _TWO_WORDS or not _roles().isdisjoint(parts)


def _role_kind(phrase: str) -> Who:
    return (
        "unnamed" if any(w in _unnamed() for w in _WORD.findall(phrase.lower())) else "organisation"
    )


def _only_titles(before: str) -> bool:
    """Whether nothing but a description in lower case stands before a name."""
    return len(before.split()) <= 6 and not re.search(
        r"[,;:]|\b(?:that|which|for|of|in|at)\b", before
    )  # noqa: PLR2004 - the bank's new chief economist


@cache
def _roles() -> frozenset[str]:
    return frozenset(words("english_speech", "roles"))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(words("english_speech", "unnamed"))


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('english_speech', 'titles'))}\b\.?\s*", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """A title and two capitalised words."""
    titles = any_of(words("english_speech", "titles"))
    return re.compile(rf"\b(?i:{titles})\.? (?P<name>{_CAPITALISED} {_CAPITALISED})")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('english_speech', 'openers'))})\b,?\s+", re.IGNORECASE)


@cache
def _phrase_end() -> re.Pattern[str]:
    return re.compile(
        r"[,;:!?\"“”()]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bSen)(?<!\bGov)(?<!\b[A-Z])\.|\b(?:on|who|which|that|after|before|in (?:a|an)|during|at (?:a|the)|told|as)\b(?! [A-Z]\w+ (?:of|and))"
    )
