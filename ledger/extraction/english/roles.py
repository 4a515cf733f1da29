"""Speakers without a name in English: the central bank, two people familiar with the matter."""

import re
from functools import cache

from ledger.extraction.cue import Speaker, Who
from ledger.extraction.lexicon import words

_WORD = re.compile(r"[\w'-]+")
_DETERMINER = re.compile(
    r"\b(?:the|an?|one|two|three|four|five|several|some|many|most|other|another|its|their|his|her"
    r"|our)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:\"“”]|, |\b(?:is|are|was|were|that|which|will|would|has|have|had|if|when)\b"
)
_PARTICIPLE = re.compile(
    r"(?:led|\w+(?:ed|ing)) (?:by|in|on|at|to|with|from|the|an?)\b|(?:citing|quoting)\b"
)
_MEASURED_BY = re.compile(r"\b(?:what|than) $")
_PERSON_OF = re.compile(r"([A-Z][\w.'-]+(?: [A-Z][\w.'-]+)+) (?:of|at|from) [A-Z]")
_OPEN_BEFORE = (",", "that", "and", "but", "as", "while", "because")
_CERTAIN = ("the ", "its ", "their ", "his ", "her ", "our ")
_MANY = frozenset(
    {"they", "we", "i", "you", "people", "police", "some", "many", "most", "few", "both", "men"}
    | {"women", "and", "media", "who"}
)
_SINGULAR = frozenset({"his", "its", "this", "as", "is", "was", "has", "us", "yes", "news"})
_FEW_WORDS = re.compile(
    r"(?!(?:and|but|or|in|on|at|by|for|to|its|his)\b)(?:[a-z-]+ ){0,2}[a-z-]+[^s\W]s"
)
_TIMES = frozenset({"day", "week", "month", "year", "morning", "night", "time", "hour", "moment"})
_LONGEST, _TWO_WORDS = 12, 2


def described(plain: str, start: int, end: int) -> Speaker | None:
    """Read a phrase as somebody described and not named.

    Args:
        plain: the sentence in one spelling.
        start: where the phrase begins, at the earliest.
        end: where it ends.
    """
    start += plain[start:end].rfind(", ") + 2 if ", " in plain[start:end] else 0
    begin = _begin(plain, start, end)
    told = [word.lower() for word in _WORD.findall(plain[begin:end])]
    if not told or len(told) > _LONGEST or _CLAUSE.search(plain, begin, end):
        return None
    if _MEASURED_BY.search(plain, max(0, begin - _LONGEST), begin) or "what" in told:
        return None
    determined = _DETERMINER.match(plain, begin, end) is not None
    if not _is_description(told, determined=determined) or _is_a_name(plain[begin:end], told):
        return None
    return Speaker(begin, end, role_kind(plain[begin:end]))


def anybody(plain: str, start: int, end: int) -> Speaker | None:
    """Read a phrase as somebody where the grammar leaves no doubt that somebody speaks.

    Behind “…,” said, or between words and the verb that closes them, the noun may be any.
    """
    phrase = plain[start:end]
    start, phrase = start + len(phrase) - len(phrase.lstrip()), phrase.strip()
    told = phrase.split()
    opened = _DETERMINER.match(phrase) is not None or _FEW_WORDS.fullmatch(phrase) is not None
    if not opened or len(told) > _LONGEST or _CLAUSE.search(phrase) or _is_time(told[-1]):
        return None
    certain = phrase.lower().startswith(_CERTAIN)
    return Speaker(start, start + len(phrase), role_kind(phrase) if certain else "unnamed")


def is_plural(phrase: str) -> bool:
    """Whether a phrase is about more than one."""
    told = phrase.lower().split()
    return any(word in _MANY or (word.endswith("s") and word not in _SINGULAR) for word in told)


def _is_time(word: str) -> bool:
    """Whether a word names a time and nobody: this week, the year."""
    return word.lower().removesuffix("s") in _TIMES


def role_kind(phrase: str) -> Who:
    """Whether a description stands for nobody in particular, or for one body."""
    unnamed = _unnamed()
    told = _WORD.findall(phrase.lower())
    return "unnamed" if any(word in unnamed for word in told) else "organisation"


def is_role(word: str) -> bool:
    """Whether a word makes a phrase somebody who can speak: spokesman, bank, analysts."""
    roles, told = _roles(), word.lower()
    return told in roles or f"{told}s" in roles or told.removesuffix("s") in roles


def stands_for_a_body(before_of: str) -> bool:
    """Whether what stands before "of" is a body's name: Union of …, Southern Bank of …."""
    parts = before_of.split()
    return len(parts) < _TWO_WORDS or any(map(is_role, parts))


def _begin(plain: str, start: int, end: int) -> int:
    """Where the description begins: at its last determiner that opens a phrase."""
    begin = start
    for opened in _DETERMINER.finditer(plain, start, end):
        before = plain[start : opened.start()].rstrip()
        if not before or before.endswith(_OPEN_BEFORE):
            begin = opened.start()
    return begin


def _is_description(told: list[str], *, determined: bool) -> bool:
    """Whether a phrase has somebody at its head: first or last, or before who they are with."""
    if _PARTICIPLE.match(" ".join(told)) or not any(map(is_role, told)):
        return False
    if is_role(told[-1]):
        return True
    linked = not _links().isdisjoint(told)
    return linked and (determined or is_role(told[0]))


def _is_a_name(phrase: str, told: list[str]) -> bool:
    """Acme Holdings: capitals throughout, no role at the end; Petra Klein of Halden Bank."""
    capitals = all(word[:1].isupper() for word in phrase.split())
    person = _PERSON_OF.match(phrase)
    if person is not None and not stands_for_a_body(person[1]):
        return True
    return capitals and not is_role(told[-1])


@cache
def _roles() -> frozenset[str]:
    return frozenset(words("english_speech", "roles"))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(words("english_speech", "unnamed"))


@cache
def _links() -> frozenset[str]:
    return frozenset(words("english_speech", "links"))
