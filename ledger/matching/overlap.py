"""What two documents share, as the handful of signals that the score is made of."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log1p

from rapidfuzz import fuzz

from ledger.matching.profile import Profile
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

    The signals: ``words_of_query`` and ``words_of_candidate`` are the share of each side's words
    that the other holds too, ``concepts_of_query`` and ``concepts_of_candidate`` the same for names
    and terms, all four by weight; ``shared_words`` and ``shared_concepts`` are log(1 + weight);
    ``wording`` is RapidFuzz's token set ratio of the two match keys; ``figures`` is 1 when a
    quantity or date is shared; ``other_measure`` is 1 when both sides say what their figures
    measure and share no measure; ``intercept`` is 1.
    """

    words: frozenset[str]
    concepts: frozenset[str]
    figures: frozenset[str]
    weight: float
    across_languages: bool
    signals: dict[str, float]


def overlap(query: Profile, candidate: Profile, weigh: Weigher) -> Overlap:
    """What the two share; figures that differ, and figures only one side holds, count nothing."""
    words, concepts = query.words & candidate.words, query.concepts & candidate.concepts
    figures = query.figures & candidate.figures
    of_words, of_concepts = weigh(words), weigh(concepts | figures)
    signals = {
        "intercept": 1.0,
        "words_of_query": _share(words, query.words, weigh),
        "words_of_candidate": _share(words, candidate.words, weigh),
        "concepts_of_query": _share(concepts, query.concepts, weigh),
        "concepts_of_candidate": _share(concepts, candidate.concepts, weigh),
        "shared_words": log1p(of_words),
        "shared_concepts": log1p(of_concepts),
        "figures": float(bool(figures)),
        "other_measure": float(_measure_apart(query, candidate)),
        "wording": fuzz.token_set_ratio(query.key, candidate.key) / 100,
    }
    across = query.is_cjk != candidate.is_cjk
    return Overlap(words, concepts, figures, of_words + of_concepts, across, signals)


def _share(shared: AbstractSet[str], whole: AbstractSet[str], weigh: Weigher) -> float:
    return weigh(shared) / weigh(whole) if whole else 0.0


def _measure_apart(query: Profile, candidate: Profile) -> bool:
    """Whether each side says what its figures measure, and not one measure is the same."""
    return bool(query.measures and candidate.measures) and not query.measures & candidate.measures
