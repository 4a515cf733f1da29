"""What a bare number counts: 281 votes, 20家銀行, 逾100萬顆晶片."""

import re
from functools import cache

from ledger.quantities.casualties import fate_counted
from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.line import Line

_NOUN = re.compile(
    r"[ -]((?:[a-z]\.){2,4}|[a-z]{2,24})(?:[ -]([a-z]{3,24}))?(?:[ -]([a-z]{3,24}))?"
)
_ONE_MOVE = re.compile(
    r"(?<=\bone) (?:(?:more|further|single) )?(?:interest[ -])?rate (cut|hike)(?![a-z])"
)
_SORTS = frozenset(["aircraft", "crew", "personnel", "cattle", "sheep"])
_IRREGULAR = _SORTS | {"people", "men", "women", "children", "persons", "police", "staff", "troops"}
"""Nouns whose plural does not end in s; some say, before one that does, what sort of it: 30 crew
members, two aircraft carriers."""


@cache
def _closed() -> frozenset[str]:
    """Words that end the search for a noun."""
    return frozenset(row["word"] for row in rows("no_nouns.csv"))


@cache
def _classifiers() -> Lexicon[str]:
    return Lexicon((row["form"], row["unit"]) for row in rows("classifiers.csv"))


def counted(line: Line, at: int) -> tuple[int, str] | None:
    """The noun a number that ends at ``at`` counts: where its name ends, and what it is called."""
    nxt = line.lower[at : at + 1]
    if _is_han(nxt):
        return _classified(line, at)
    return _named(line, at) if nxt in (" ", "-") else None


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _classified(line: Line, at: int) -> tuple[int, str] | None:
    if (end_of_fate := fate_counted(line.lower, at)) is not None:
        return end_of_fate, "person"
    found = _classifiers().at(line.lower, at)
    if found is None:
        return None
    end, unit = found
    if line.lower[at:end] == "间" and not _is_han(line.lower[end : end + 1]):
        return None
    return end, unit or line.lower[at:end]


def _named(line: Line, at: int) -> tuple[int, str] | None:
    """The first plural among the next three words: 20 most expensive restaurants."""
    if line.lower.startswith(" of ", at) and line.lower[at - 1] == "s":
        at += 3  # hundreds of people
    if (move := _ONE_MOVE.match(line.lower, at)) is not None:
        return move.end(), move[1]
    match = _NOUN.match(line.lower, at)
    if match is None:
        return None
    for group in (1, 2, 3):
        word = match[group]
        if word is None or word in _closed():
            return None
        if word in _IRREGULAR and not (word in _SORTS and (match[2] or "").endswith("s")):
            return match.end(group), "person" if word in ("people", "persons") else word
        if word.endswith("s") and not word.endswith(("ss", "sus", "sis")):
            return match.end(group), _singular(word)
    return None


def _singular(noun: str) -> str:
    """One of a regular English plural."""
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 - ties, lies
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]
