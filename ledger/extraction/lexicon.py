"""The room's word lists, read once, and the patterns made of them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from ledger.extraction.spelling import is_chinese
from ledger.text.tables import shipped

_IRREGULAR = 2


@cache
def table(name: str) -> dict[str, list[str]]:
    """A word list file of ``data/`` by name: its lists by key."""
    return tomllib.loads(shipped("ledger.extraction", f"{name}.toml"))


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The words of one or more lists, longest first, so that an alternation finds the longest."""
    found = dict.fromkeys(word for key in keys for word in table(name)[key])
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def any_of(choices: Iterable[str]) -> str:
    """A pattern that matches any of these words, longest first."""
    return any_pattern(map(re.escape, choices))


def any_pattern(patterns: Iterable[str]) -> str:
    """A pattern that matches any of these patterns, longest first."""
    ordered = sorted(dict.fromkeys(patterns), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(ordered)})"


def in_words(language: str, patterns: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these patterns in either case; in English as whole words."""
    body = any_pattern(patterns)
    return re.compile(rf"\b{body}\b" if language == "english" else body, re.IGNORECASE)


def language_of_rules(plain: str) -> str:
    """Which word lists a sentence in one spelling is read by: ``chinese`` or ``english``."""
    return "chinese" if is_chinese(plain) else "english"


@cache
def english_verbs() -> frozenset[str]:
    """Every finite form of the English reporting verbs: say, says, said."""
    return frozenset(form for verb in _verbs() for form in verb)


@cache
def verb_forms(*keys: str) -> frozenset[str]:
    """The forms in one or more lists of English speech, and that of many: warns, warn."""
    listed = frozenset(words("english_speech", *keys))
    return listed.union(base for base, third, _ in _verbs() if third in listed)


@cache
def verbs_of(*keys: str) -> frozenset[str]:
    """Every form of the verbs that one or more lists of English speech name by their lemma."""
    listed = frozenset(words("english_speech", *keys))
    return frozenset(form for verb in _verbs() if verb[0] in listed for form in verb)


@cache
def base_forms() -> frozenset[str]:
    """Forms that only go with many: "analysts say"; those that are the past as well left out."""
    past = frozenset(verb[2] for verb in _verbs())
    return frozenset(verb[0] for verb in _verbs()) - past


@cache
def _verbs() -> tuple[tuple[str, str, str], ...]:
    text = shipped("ledger.extraction", "english_verbs.txt")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(_forms(row) for row in rows)


def _forms(row: list[str]) -> tuple[str, str, str]:
    lemma = row[0]
    past = row[1] if len(row) == _IRREGULAR else _past(lemma)
    return lemma, _third_person(lemma), past


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"
