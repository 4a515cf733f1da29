"""What a query shares with each candidate, as the handful of signals the score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz

from ledger.matching.glance import Glance, glance
from ledger.matching.letters import likeness
from ledger.matching.profile import Profile, is_concept, is_figure, profile
from ledger.matching.weight import Weigher


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a query and a candidate share.

    Attributes:
        words: stemmed words and bigrams that both hold.
        concepts: names and terms that both hold.
        figures: quantities and dates that both hold.
        weight: the weight of all of these together.
        across_languages: whether one is written in CJK characters and the other is not, so that
            words have next to no chance to be shared.
        signals: by name, the numbers that the score adds up; shares run from 0 to 1.

    The signals: ``words_of_query`` is the share of the query's words that the candidate holds,
    ``words_of_candidate`` the other way round, ``words_of_both`` the share of either's words that
    both hold, ``concepts_of_query`` is for names and terms, all by weight; ``shared_words`` and
    ``shared_concepts`` are log(1 + weight); ``letters_of_query`` and ``letters_of_both`` are shares
    of letters in a row; ``wording`` is RapidFuzz's token set ratio; ``figures`` is 1 when a
    quantity or date is shared; ``intercept`` is 1.
    """

    words: frozenset[str]
    concepts: frozenset[str]
    figures: frozenset[str]
    weight: float
    across_languages: bool
    signals: dict[str, float]


def overlaps(
    text: str, pool: Sequence[tuple[str, frozenset[str]]], weigh: Weigher
) -> list[Overlap]:
    """What a query shares with each candidate of a pool.

    Figures that differ, and figures that only one side holds, count nothing.

    Args:
        text: the query as written.
        pool: each candidate's text, and which of the query's tokens it holds.
        weigh: adds up the weights of tokens.
    """
    query, asked = profile(text), glance(text)
    lines = [[glance(line) for line in candidate.split("\n")] for candidate, _ in pool]
    letters = likeness(asked.grams, [_grams(seen) for seen in lines])
    return [
        _overlap(query, asked, shared, seen, alike, weigh)
        for (_, shared), seen, alike in zip(pool, lines, letters, strict=True)
    ]


def _overlap(
    query: Profile,
    asked: Glance,
    shared: frozenset[str],
    lines: Sequence[Glance],
    letters: tuple[float, float],
    weigh: Weigher,
) -> Overlap:
    concepts = frozenset(filter(is_concept, shared))
    figures = frozenset(filter(is_figure, concepts))
    words, names_and_terms = shared - concepts, concepts - figures
    of_words, of_concepts = weigh(words), weigh(concepts)
    of_query = weigh(query.words)
    beyond = weigh(frozenset().union(*(seen.words for seen in lines)) - query.words)
    signals = {
        "intercept": 1.0,
        "words_of_query": _share(of_words, of_query),
        "words_of_candidate": _share(of_words, of_words + beyond),
        "words_of_both": _share(of_words, of_query + beyond),
        "concepts_of_query": _share(weigh(names_and_terms), weigh(query.concepts)),
        "shared_words": log1p(of_words),
        "shared_concepts": log1p(of_concepts),
        "letters_of_query": letters[0],
        "letters_of_both": letters[1],
        "wording": max(fuzz.token_set_ratio(asked.key, seen.key) for seen in lines) / 100,
        "figures": float(bool(figures)),
    }
    across = all(seen.is_cjk != asked.is_cjk for seen in lines)
    return Overlap(words, names_and_terms, figures, of_words + of_concepts, across, signals)


def _grams(lines: Sequence[Glance]) -> frozenset[str]:
    return frozenset().union(*(seen.grams for seen in lines))


def _share(shared: float, whole: float) -> float:
    return shared / whole if whole else 0.0
