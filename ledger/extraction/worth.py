"""Whether a sentence is worth checking: what speaks for it and against it, with the weights.

The weights and word lists are in ``data/worth.toml``; a score is the sum of what was found, kept
between 0 and 1.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ledger.extraction.lexicon import in_words, language_of_rules
from ledger.quantities import Quantity
from ledger.text.tables import shipped

_QUESTION = re.compile(r"[?][!?」』”’）)\"'》】]*\s*$")
_WRITTEN_FIGURE = re.compile(
    r"[0-9０-９]|[成萬万億亿兆]|percent|million|billion|trillion|half|third|quarter|dozen"
)
_NO_FIGURE = frozenset({"date", "age"})
_ASCII_RANK = re.compile(r"第\s*[0-9]|[0-9](?:st|nd|rd|th)")
_TELLING_NUMBER = 100
_SCALED = re.compile(r"[成萬万億亿兆]|illion|[0-9][.,][0-9]")
_SMALL_CLAIMS = (
    "change",
    "forecast",
    "announcement",
    "extent",
    "opinion",
    "connective",
    "comparison",
    "no_comment",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason for or against a proposal.

    Attributes:
        name: what was found; a key of the weights.
        shown: the words it was found in, empty where there are none.
    """

    name: str
    shown: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.shown}" if self.shown else self.name


def threshold() -> float:
    """The score from which a sentence is proposed, unless a person says otherwise."""
    return _settings().threshold


def score(findings: Iterable[Finding]) -> float:
    """How worth checking a sentence is, 0 to 1, by what was found in it; each kind counts once."""
    weights = _settings().weights
    total = sum(weights[name] for name in dict.fromkeys(found.name for found in findings))
    return round(min(1.0, max(0.0, total)), 2)


def findings(
    sentence: str, plain: str, quantities: Iterable[Quantity], *, attributed: bool
) -> list[Finding]:
    """What the words of a sentence say for and against its being checked.

    Args:
        sentence: the sentence, verbatim.
        plain: the sentence in one spelling.
        quantities: the figures read in it.
        attributed: whether somebody is known to have said it; a question somebody asked is
            somebody's words, and connective talk of theirs is not the author's.
    """
    found = []
    figure = next((q for q in quantities if _is_figure(q)), None)
    if figure is not None:
        found.append(Finding("figure", figure.text))
    if _QUESTION.search(plain) and not attributed:
        found.append(Finding("question"))
    language = language_of_rules(plain)
    for name in _SMALL_CLAIMS:
        shown = _pattern(language, name).search(plain)
        if shown is not None and not (attributed and name in ("connective", "opinion")):
            found.append(Finding(name, sentence[slice(*shown.span())]))
    return found


def _is_figure(quantity: Quantity) -> bool:
    """Whether a quantity is a figure to check: not a date, a rank or 兩國."""
    if quantity.dimension == "ordinal":
        return quantity.text[-1:].isdigit() or _ASCII_RANK.search(quantity.text) is not None
    if quantity.dimension in _NO_FIGURE:
        return False
    if quantity.dimension == "duration" and quantity.value is not None:
        told = quantity.role != "level" or quantity.comparator != "="
        return told and _WRITTEN_FIGURE.search(quantity.text) is not None
    if quantity.dimension == "number" and quantity.value is not None:
        return abs(quantity.value) >= _TELLING_NUMBER or _SCALED.search(quantity.text) is not None
    return _WRITTEN_FIGURE.search(quantity.text) is not None


@dataclass(frozen=True, slots=True)
class _Settings:
    """What ``data/worth.toml`` holds; its comments say what each number and list means."""

    threshold: float
    weights: dict[str, float]
    chinese: dict[str, list[str]]
    english: dict[str, list[str]]


@cache
def _settings() -> _Settings:
    return _Settings(**tomllib.loads(shipped("ledger.extraction", "worth.toml")))


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    settings = _settings()
    lists = settings.chinese if language == "chinese" else settings.english
    return in_words(language, lists[name])
