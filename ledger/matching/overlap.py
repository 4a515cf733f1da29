"""What a query shares with each candidate, as the handful of signals the score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from rapidfuzz.fuzz import token_set_ratio

from ledger.matching.glance import Glance, glance
from ledger.matching.letters import likeness
from ledger.matching.profile import Profile, profile
from ledger.matching.weight import Weigher


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a query and a candidate share.

    Attributes:
        words: stemmed words and bigrams that both hold.
        concepts: names and terms that both hold.
        figures: quantities and dates that both hold.
        weight: the weight of all of these together.
        same_language: whether any line of the candidate is written in the query's sort of script,
            CJK characters or not, so that words can be shared.
        across_languages: whether its first line, the candidate's own words, is written in the
            other, so that concepts are all those can share.
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
    same_language: bool
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
    asked = _Asked(profile(text), glance(text), weigh)
    lines = [[glance(line) for line in candidate.split("\n")] for candidate, _ in pool]
    letters = likeness(asked.seen.grams, [_together(seen, "grams") for seen in lines])
    return [
        _overlap(asked, shared, seen, alike)
        for (_, shared), seen, alike in zip(pool, lines, letters, strict=True)
    ]


class _Asked:
    """The query, with what is the same for all its candidates."""

    def __init__(self, query: Profile, seen: Glance, weigh: Weigher) -> None:
        self.query = query
        self.seen = seen
        self.weigh = weigh
        self.words = weigh(query.words)
        self.concepts = weigh(query.concepts)


def _overlap(
    asked: _Asked, shared: frozenset[str], lines: Sequence[Glance], letters: tuple[float, float]
) -> Overlap:
    query, weigh = asked.query, asked.weigh
    words, concepts, figures = (
        shared & kind for kind in (query.words, query.concepts, query.figures)
    )
    of_words, of_names, of_figures = weigh(words), weigh(concepts), weigh(figures)
    beyond = weigh.others(
        len(_together(lines, "words") - query.words),
        len(_together(lines, "bigrams") - query.words),
    )
    signals = {
        "intercept": 1.0,
        "words_of_query": _share(of_words, asked.words),
        "words_of_candidate": _share(of_words, of_words + beyond),
        "words_of_both": _share(of_words, asked.words + beyond),
        "concepts_of_query": _share(of_names, asked.concepts),
        "shared_words": log1p(of_words),
        "shared_concepts": log1p(of_names + of_figures),
        "letters_of_query": letters[0],
        "letters_of_both": letters[1],
        "wording": max(token_set_ratio(asked.seen.key, seen.key) for seen in lines) / 100,
        "figures": float(bool(figures)),
    }
    same = [seen.is_cjk == asked.seen.is_cjk for seen in lines]
    weight = of_words + of_names + of_figures
    return Overlap(words, concepts, figures, weight, any(same), not same[0], signals)


def _together(lines: Sequence[Glance], kind: str) -> frozenset[str]:
    """What all lines hold of one kind."""
    first, *others = (getattr(seen, kind) for seen in lines)
    return frozenset(first.union(*others)) if others else first


def _share(shared: float, whole: float) -> float:
    return shared / whole if whole else 0.0
