"""Whom an English noun phrase names: titles, determiners and openers before the name left out."""

import re
from collections.abc import Container
from functools import cache

from ledger.extraction.cue import Speaker, Who
from ledger.extraction.english.roles import described, is_role, role_kind, stands_for_a_body
from ledger.extraction.lexicon import any_of, words
from ledger.extraction.page.abbreviations import not_a_title
from ledger.text.fold import fold
from ledger.text.names import names

_CAPITALISED = r"(?:(?<![\w'.&-])[A-ZÀ-ÖØ-Þ][\w'.&-]{0,40})"
_PARTICLE = r"(?:de|van|von|der|den|da|di|del|bin|ibn|al|el|la|le|of|and|for|the|&)"
_RUN = re.compile(rf"{_CAPITALISED}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITALISED})*")
_IN_A_NAME = "".join(rf"(?<!\b{word} )" for word in ("of", "for", "at", "the", "The", "in", "and"))
_DESCRIBED_AFTER = re.compile(
    rf"{_IN_A_NAME}(?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}),"
    r" (?:an?|the|who|whose|\d{2},)\s"
)
_NAMED_AFTER = re.compile(rf"[a-z' -]{{2,60}}, (?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{1,3}})")
_SUBJECT = re.compile(
    rf"\s*(?:(?:When|As|After|While|For|Like|Since|Before|If|But|And|Until)\s)?"
    rf"(?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}),?"
    r" (?:\d{2}, )?(?:[a-z]+ed|[a-z]+s|had|knew|went|took|came|saw|left|began|woke|stood|sat|lost"
    r"|spent|grew|felt|got|made|found|ran|bought|sold|built|thought|kept|lay|held)\b"
)
_LAST_NAME_FIRST = re.compile(rf"\s*(?:(?:But|And|When|As|After|While)\s)?(?P<name>{_CAPITALISED})")
_WORD = re.compile(r"[\w'-]+")
_POSSESSIVE = re.compile(r"^(?:(?! (?:of|for|at|in) ).)*\w's? ")
_PLACE = re.compile(r"(.{1,60}?) (?:of|at|from|for) ")
_DESCRIBES = re.compile(r"[,;:]|\b(?:that|which|for|of|in|at)\b")
_INITIAL = re.compile(r"\b(?:[A-Z]|Jr|Sr|Inc|Corp|Co|Ltd)\.$")
_LONGEST, _TWO_WORDS, _MOST_WORDS = 90, 2, 6


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
    found = described(plain, start, end)
    if found is not None:
        return found
    runs = [run.span() for run in _RUN.finditer(plain, start, end) if run.end() == end]
    return _named(plain, *runs[-1]) if runs else None


def after_verb(plain: str, start: int, end: int) -> Speaker | None:
    """The speaker a phrase begins with: "chief economist Jane Doe, who left" names Jane Doe."""
    while start < end and not plain[start].isalnum():
        start += 1
    first = _WORD.match(plain, start, end)
    if first is not None and first[0].lower() in words("english_speech", "pronouns"):
        return Speaker(start, first.end(), "pronoun")
    limit = min(end, start + _LONGEST)
    stop = _phrase_end().search(plain, start, limit)
    limit = stop.start() if stop is not None else limit
    run = _RUN.search(plain, start, limit)
    if run is not None and _only_describes(plain[start : run.start()]):
        named = _named(plain, *run.span())
        if named is not None:
            return named
    apposed = _NAMED_AFTER.match(plain, start, end)
    if apposed is not None:
        return _named(plain, *apposed.span("name"))
    return described(plain, start, limit)


def introduced(plain: str, known: Container[str] = ()) -> list[Speaker]:
    """People a sentence presents: Jane Doe, a baker; Dr. Jane Doe; Jane Doe moved in.

    Args:
        plain: the sentence in one spelling.
        known: the folded names of those presented before; of these the last name is enough.
    """
    found = []
    again = _LAST_NAME_FIRST.match(plain)
    if again is not None and fold(again["name"]) in known:
        found.append(Speaker(*again.span("name"), "person"))
    opening = _SUBJECT.match(plain)
    for runs in (_DESCRIBED_AFTER.finditer(plain), _titled().finditer(plain), [opening]):
        for run in filter(None, runs):
            speaker = _named(plain, *run.span("name"))
            if speaker is not None and speaker.who == "person":
                found.append(speaker)
    return sorted(found, key=lambda speaker: speaker.start)


def _named(plain: str, start: int, end: int) -> Speaker | None:
    """A run of capitalised words as a name, what stands before the name itself left out."""
    while opened := _opener().match(plain, start, end):
        start = opened.end()
    begin = _after_titles(plain, start, end)
    place = _PLACE.search(plain, begin, end)
    if place is not None and not stands_for_a_body(place[1]):
        end = place.end(1)
    name = plain[begin:end].strip()
    if name.endswith(".") and not _INITIAL.search(name):
        name, end = name[:-1], end - 1
    if not name:
        return None
    if is_role(name):
        return Speaker(start, end, role_kind(plain[start:end]))
    return Speaker(begin, end, _who(name, titled=begin > start))


def _after_titles(plain: str, start: int, end: int) -> int:
    """Where the name begins behind titles and what they are titles of: Acme's chief Jane Doe.

    One word behind a possessive belongs to it, as in the Seafarers' Alliance, unless it is a role.
    """
    begin = start
    for title in _titles().finditer(plain, start, end):
        if title.end() < end:
            begin = title.end()
    possessive = _POSSESSIVE.match(plain[begin:end])
    if possessive is not None and possessive.end() < end - begin:
        rest = plain[begin + possessive.end() : end]
        if " " in rest or is_role(rest):
            begin += possessive.end()
    return begin


def _who(name: str, *, titled: bool) -> Who:
    known = names().lookup(name)
    if known is not None:
        return "person" if known.kind == "person" else "organisation"
    last = _WORD.findall(name.lower())[-1:]
    if name.lower() in words("english_speech", "indefinite"):
        return "unnamed"
    if name.isupper() or " of " in name or any(map(is_role, last)):
        return "organisation"
    return "person" if titled or len(name.split()) >= _TWO_WORDS else "organisation"


def _only_describes(before: str) -> bool:
    """Whether nothing but a description in lower case stands before a name."""
    return len(before.split()) <= _MOST_WORDS and _DESCRIBES.search(before) is None


@cache
def _phrase_end() -> re.Pattern[str]:
    return re.compile(
        rf"[,;:!?\"“”()]|{not_a_title()}\.|\b(?:on|who|which|that|after|before|in an?|during"
        r"|at (?:a|the)|told|as|(?:and )?(?:seen|obtained|reviewed|viewed) by)\b"
        r"(?! [A-Z]\w+ (?:of|and))"
    )


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('english_speech', 'titles'))}\b\.?\s*", re.IGNORECASE)


@cache
def _titled() -> re.Pattern[str]:
    """A title and two to four capitalised words."""
    titles = any_of(words("english_speech", "titles"))
    return re.compile(rf"\b(?i:{titles})\.? (?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{1,3}})")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('english_speech', 'openers'))})\b,?\s+", re.IGNORECASE)
