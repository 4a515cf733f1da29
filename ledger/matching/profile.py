"""One document taken apart: its words, and the concepts that no language stands between.

A concept is a name, a term or a figure. 川普 and Trump are one name, 市占率 and market share one
term, 18個月 and a year and a half one figure; concepts are what an English line and a Chinese
sentence about the same thing have in common.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from ledger.matching.written import plain
from ledger.quantities import Quantity, comparable, read
from ledger.text.fold import fold
from ledger.text.names import names
from ledger.text.phrases import Mention
from ledger.text.tables import shipped
from ledger.text.terms import terms
from ledger.text.tokens import CJK, tokens

NAME, TERM, FIGURE, DATE, NUMBER = "name:", "term:", "quantity:", "date:", "number:"

_EVERYTHING = re.compile(r".+", re.DOTALL)
_WORD_OR_SIGN = re.compile(r"[a-z]++|[^\W\da-z_]")
_WORD = re.compile(r"\w+")
_STARTS_CJK = re.compile(f"[{CJK}]")
_OF_ITS_LANGUAGE = frozenset({"count", "currency", "number"})
"""Dimensions whose unit is named otherwise in another language: 17 members are 17 people in
Chinese, and dollars of Hong Kong are hardly called so."""
_TELLING = 10
"""A smaller number stands in too many texts to tell any apart without its unit."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document says, ready to be compared.

    Attributes:
        words: its stemmed words and CJK bigrams, without dates and figures.
        capitals: those of the words that it begins with a capital: names that no table need know.
        concepts: its names (``name:Donald Trump``) and terms (``term:market_share``).
        figures: its quantities by value and base unit (``quantity:18 month``) and its dates
            (``date:2025-12-08``). They stand apart, because a shared figure speaks for a match and
            another figure does not speak against it.
        numbers: those of the figures that are known by their value alone (``number:762``): counts
            and sums of money, because what is counted goes by other names in another language.
    """

    words: frozenset[str]
    capitals: frozenset[str]
    concepts: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=512)
def profile(text: str) -> Profile:
    """Take one document apart; a Traditional and a Simplified copy of a text give the same."""
    said = plain(text)
    quantities = read(said)
    words = frozenset(tokens(fold(unnumbered(said, quantities))))
    return Profile(
        words=words,
        capitals=words.intersection(_capitals(said)),
        concepts=concepts(names().mentions_in(said), terms().mentions(fold(said))),
        figures=(told := figures(quantities)),
        numbers=frozenset(filter(is_number, told)),
    )


def concepts(named: Iterable[Mention], termed: Iterable[Mention]) -> frozenset[str]:
    """The search tokens of the names and terms a text mentions; a mere unit tells nothing."""
    kind = terms().kind
    found = {NAME + mention.id for mention in named}
    return frozenset(found.union(TERM + one.id for one in termed if kind(one.id) != "unit"))


def figures(quantities: Iterable[Quantity]) -> frozenset[str]:
    """The search tokens of the figures of a text."""
    return frozenset(filter(None, map(figure, quantities)))


def _capitals(text: str) -> list[str]:
    """What the words are searched by that begin with a capital."""
    found = (word for word in _WORD.findall(text) if word[0].isupper())
    return tokens(fold(" ".join(found)))


@lru_cache(maxsize=512)
def measures(text: str) -> frozenset[str]:
    """The terms of a text that a figure can measure (``term:unemployment_rate``)."""
    table = terms()
    found = {mention.id for mention in table.mentions(fold(text))}
    return frozenset(TERM + term for term in found if table.kind(term) == "measure")


def is_concept(token: str) -> bool:
    """Whether a search token is a name, a term or a figure; no word or bigram holds a colon."""
    return ":" in token


def is_number(token: str) -> bool:
    """Whether a search token is a figure known by its value alone, whatever its unit."""
    return token.startswith(NUMBER)


def are_concepts(tokens: Sequence[str]) -> NDArray[np.bool_]:
    """Which of many search tokens are."""
    return np.array([*map(is_concept, tokens)], dtype=np.bool_)


@lru_cache(maxsize=2048)
def is_cjk(token: str) -> bool:
    """Whether a word is a CJK bigram, or a lone CJK character."""
    return _STARTS_CJK.match(token) is not None


def figure(quantity: Quantity) -> str | None:
    """The token of one figure: the number as stated, in the base unit, to three digits.

    A date is known by its day, month or year as written; a count or a sum of money that is not
    small by its value alone, a range of them by one end. Ordinals give none: "first" stands in too
    many texts to tell any apart.
    """
    if quantity.dimension == "ordinal":
        return None
    if quantity.dimension == "date":
        return DATE + quantity.period if quantity.period else None
    if quantity.dimension in _OF_ITS_LANGUAGE:
        ends = (quantity.value, quantity.low, quantity.high)
        end = next((end for end in ends if end is not None), 0.0)
        if abs(end) >= _TELLING:
            return f"{NUMBER}{end:.3g}"
    unit, low, high = comparable(quantity)
    stated = "-".join(f"{end:.3g}" for end in _stated(quantity, low, high))
    return f"{FIGURE}{stated} {unit}".rstrip()


def _stated(quantity: Quantity, low: float | None, high: float | None) -> tuple[float, ...]:
    """The number a text states, in the base unit its interval was converted to; a range's ends.

    The stated number lies as far inside the interval as it did before conversion, which holds on
    every linear scale, degrees Fahrenheit too.
    """
    if low is None or high is None or quantity.low is None or quantity.high is None:
        return tuple(end for end in (low, high) if end is not None)
    if quantity.value is None or quantity.high == quantity.low:
        return low, high
    share = (quantity.value - quantity.low) / (quantity.high - quantity.low)
    return (low + share * (high - low),)


def unnumbered(text: str, quantities: Sequence[Quantity]) -> str:
    """The text without its dates and the numbers of its figures; units stay, they are words.

    What is left is the same for two texts that differ in their figures alone, and has single spaces
    alone, so that it is folded quickly.
    """
    pieces: list[str] = []
    at = 0
    for quantity in quantities:
        start, end = max(quantity.start, at), max(quantity.end, at)
        numbers = _EVERYTHING if quantity.dimension == "date" else _numeral()
        pieces += text[at:start], numbers.sub(_blank, text[start:end])
        at = end
    pieces.append(text[at:])
    return " ".join("".join(pieces).split())


def spells_out(text: str) -> bool:
    """Whether a text may spell a number out."""
    return not _numerals().isdisjoint(_WORD_OR_SIGN.findall(text.lower()))


@cache
def _numerals() -> frozenset[str]:
    text = shipped("ledger.matching", "numerals.txt")
    return frozenset(text.split())


@cache
def _numeral() -> re.Pattern[str]:
    """Digits, and what figures are spelled out with."""
    spelled = _numerals()
    words = "|".join(sorted(word for word in spelled if word.isascii()))
    signs = "".join(sorted(sign for sign in spelled if not sign.isascii()))
    digits = rf"\d(?:[\d.,]*\d)?(?:(?:{words})\b)?"
    spelled_out = rf"\b(?:{words})(?:-(?:{words}))*\b"
    return re.compile(rf"{digits}|{spelled_out}|[{signs}]", re.IGNORECASE)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
