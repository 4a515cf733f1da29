"""What a query shares with each candidate, as the handful of signals the score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledger.matching.letters import Alike, alike
from ledger.matching.lines import Lines, lines_of
from ledger.matching.meaning import Meanings
from ledger.matching.profile import Profile, profile
from ledger.matching.weight import Weigher

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
_LETTERS_OF_A_SIGN = 3
"""Letters and spaces that say in English what one CJK character says, about."""
_LONG = 3
"""Times as long a sentence may be as a claim line that says its gist."""
_A_RARE_WORD, _HALF_A_NAME = 7, 5
"""Weights that are thought to be asked for and to be missing: who shares the only rare word of a
query, or its only name, shares less than who shares three of three."""
_SHORT = 5
"""Characters that make no difference."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a query shares with each candidate of a pool, one row to a candidate.

    Attributes:
        weight: the weight of all tokens that both hold.
        in_concepts: the weight of those that are names, terms and figures.
        is_cjk: whether the query is written in CJK characters.
        same_language: whether any line of the candidate is written in the query's sort of script,
            CJK characters or not, so that words can be shared.
        across_languages: whether its first line, the candidate's own words, is written in the
            other, so that concepts are all those can share.
        repeats: how far its first line is the query over again, figures apart, from 0 to 1.
        signals: by name, the numbers that the score adds up; shares run from 0 to 1.

    The signals: ``words_of_query`` is the share of the query's words that the candidate holds, by
    weight, ``rare_words_of_query`` by its square, ``capitals_of_query`` the share of those that the
    query begins with a capital, names mostly, both of a query in an alphabet alone;
    ``concepts_of_query`` is the share of its names and terms, by weight, and across languages of
    such numbers as are shared; ``shared_words`` and ``shared_concepts`` are log(1 + weight);
    ``letters_of_query``, ``letters_of_both``, ``letters_of_line``, ``letters_covered`` and
    ``letters_again`` are those of ``Alike``; ``meaning`` is how near the candidate is to the query
    in meaning, and ``said_otherwise`` the share of the query's words that it says in other words,
    both of a query in an alphabet alone; ``figures`` is 1 when a quantity or date is
    shared; ``too_long`` is how much longer the candidate's first line is than the query in its
    language can be, as the log of how many times; ``intercept`` is 1.
    """

    weight: Numbers
    in_concepts: Numbers
    is_cjk: bool
    same_language: Flags
    across_languages: Flags
    repeats: Numbers
    signals: dict[str, Numbers]


def overlap(text: str, pool: Sequence[tuple[str, frozenset[str]]], weigh: Weigher) -> Overlap:
    """What a query shares with each candidate of a pool.

    Figures that differ, and figures that only one side holds, count nothing. A number without its
    unit counts where the candidate's own words are in another language, which calls it otherwise.

    Args:
        text: the query as written.
        pool: each candidate's text, and which of the query's tokens it holds.
        weigh: adds up the weights of tokens.
    """
    query = profile(text)
    lines = lines_of(text, [candidate for candidate, _ in pool])
    letters = alike(lines)
    across = ~letters.first_fits
    kinds = (query.words, query.concepts, query.figures - query.numbers, query.numbers)
    words, concepts, measured, counted = (_weights(pool, kind, weigh) for kind in kinds)
    figures, numbers = measured + counted * ~across, counted * across
    named = weigh(query.concepts) + numbers
    signals = {
        "intercept": np.ones(len(pool)),
        "words_of_query": words / (weigh(query.words) or 1.0),
        "concepts_of_query": (concepts + numbers) / np.where(named > 0, named, 1.0),
        "shared_words": np.log1p(words),
        **_telling(query, pool, weigh, is_cjk=letters.is_cjk),
        "shared_concepts": np.log1p(concepts + figures + numbers),
        "letters_of_query": letters.of_query,
        "letters_of_both": letters.of_both,
        "letters_of_line": letters.of_line,
        "letters_covered": letters.covered,
        "letters_again": letters.again,
        **_meant(lines, pool, is_cjk=letters.is_cjk),
        "figures": (figures > 0).astype(np.float64),
        "too_long": _too_long(text, pool, letters) if across.any() else np.zeros(len(pool)),
    }
    return Overlap(
        words + concepts + figures + numbers,
        concepts + figures + numbers,
        letters.is_cjk,
        letters.some_fits,
        across,
        letters.of_first,
        signals,
    )


def _telling(
    query: Profile, pool: Sequence[tuple[str, frozenset[str]]], weigh: Weigher, *, is_cjk: bool
) -> dict[str, Numbers]:
    """How much each holds of the words that tell the most; pairs of CJK characters are no words."""
    if is_cjk:
        return dict.fromkeys(("rare_words_of_query", "capitals_of_query"), np.zeros(len(pool)))
    rare = [weigh.squared(shared & query.words) for _, shared in pool]
    return {
        "rare_words_of_query": np.array(rare) / (weigh.squared(query.words) + _A_RARE_WORD**2),
        "capitals_of_query": _weights(pool, query.capitals, weigh)
        / (weigh(query.capitals) + _HALF_A_NAME),
    }


def _meant(
    lines: Lines, pool: Sequence[tuple[str, frozenset[str]]], *, is_cjk: bool
) -> dict[str, Numbers]:
    """How near each is in meaning; the meanings of Chinese words are not known."""
    if is_cjk:
        return dict.fromkeys(("meaning", "said_otherwise"), np.zeros(len(pool)))
    meant = Meanings(lines)
    return {
        "meaning": meant.near(),
        "said_otherwise": meant.otherwise([shared for _, shared in pool]),
    }


def _weights(
    pool: Sequence[tuple[str, frozenset[str]]], kind: frozenset[str], weigh: Weigher
) -> Numbers:
    """The weight of what each candidate holds of some tokens of the query."""
    if not kind:
        return np.zeros(len(pool))
    return np.array([weigh(shared & kind) for _, shared in pool], dtype=np.float64)


def _too_long(text: str, pool: Sequence[tuple[str, frozenset[str]]], letters: Alike) -> Numbers:
    """The more a text of another language names, the likelier it names something by chance."""
    firsts = (candidate.partition("\n")[0] for candidate, _ in pool)
    lengths = np.fromiter(map(len, firsts), dtype=np.float64, count=len(pool))
    times = _LETTERS_OF_A_SIGN if letters.is_cjk else 1 / _LETTERS_OF_A_SIGN
    expected = _LONG * times * len(text)
    longer = np.log((lengths + _SHORT) / (expected + _SHORT))
    return np.where(letters.first_fits, 0.0, np.maximum(longer, 0.0))
