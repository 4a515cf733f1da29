"""The room's word lists, read once, and the patterns made of them."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_IRREGULAR = 2


@cache
def table(name: str) -> dict[str, list[str]]:
    """A word list file of ``data/`` by name: its lists by key."""
    data = files("ledger.extraction").joinpath("data", f"{name}.toml").read_bytes()
    return tomllib.loads(data.decode())


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


@cache
def english_verbs() -> tuple[str, ...]:
    """Every finite form of the English reporting verbs: say, says, said."""
    text = files("ledger.extraction").joinpath("data", "english_verbs.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(dict.fromkeys(form for row in rows for form in _forms(row)))


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
