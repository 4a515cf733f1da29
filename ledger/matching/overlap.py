"""What a query shares with each candidate, as the handful of signals the score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log1p

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
        is_cjk: whether the query is written in CJK characters.
        same_language: whether any line of the candidate is written in the query's sort of script,
            CJK characters or not, so that words can be shared.
        across_languages: whether its first line, the candidate's own words, is written in the
            other, so that concepts are all those can share.
        signals: by name, the numbers that the score adds up; shares run from 0 to 1.

    The signals: ``words_of_query`` is the share of the query's words that the candidate holds,
    ``words_of_both`` the share of either's words that both hold, ``words_of_line`` the same for the
    candidate's line that shares most, and ``words_again`` the share of the query's words held by a
    second line and every further one, all by weight; ``concepts_of_query`` is the share of its
    names and terms; ``shared_words`` and ``shared_concepts`` are log(1 + weight);
    ``letters_of_query`` and ``letters_of_both`` are shares of letters in a row; ``figures`` is 1
    when a quantity or date is shared; ``intercept`` is 1.
    """

    words: frozenset[str]
    concepts: frozenset[str]
    figures: frozenset[str]
    weight: float
    is_cjk: bool
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
        self._beyond: dict[frozenset[str], float] = {}

    def beyond(self, words: frozenset[str]) -> float:
        """The weight of those words that the query does not hold."""
        if words not in self._beyond:  # many candidates share a line, and most have only one
            self._beyond[words] = self.weigh.others(words - self.query.words)
        return self._beyond[words]

    def by_line(self, lines: Sequence[Glance], shared: frozenset[str]) -> list[tuple[float, float]]:
        """Of each line: the share of the query's words it holds, and of either's words of both."""
        held = [(self.weigh(shared & seen.words), self.beyond(seen.words)) for seen in lines]
        return [(_share(of, self.words), _share(of, self.words + beyond)) for of, beyond in held]


def _overlap(
    asked: _Asked, shared: frozenset[str], lines: Sequence[Glance], letters: tuple[float, float]
) -> Overlap:
    query, weigh = asked.query, asked.weigh
    words, concepts, figures = (
        shared & kind for kind in (query.words, query.concepts, query.figures)
    )
    of_words, of_names, of_figures = weigh(words), weigh(concepts), weigh(figures)
    beyond = asked.beyond(_together(lines, "words"))
    by_line = asked.by_line(lines, words)
    signals = {
        "intercept": 1.0,
        "words_of_query": _share(of_words, asked.words),
        "words_of_both": _share(of_words, asked.words + beyond),
        "words_of_line": max(of_both for _, of_both in by_line),
        "words_again": max(0.0, fsum(of for of, _ in by_line) - _share(of_words, asked.words)),
        "concepts_of_query": _share(of_names, asked.concepts),
        "shared_words": log1p(of_words),
        "shared_concepts": log1p(of_names + of_figures),
        "letters_of_query": letters[0],
        "letters_of_both": letters[1],
        "figures": float(bool(figures)),
    }
    same = [seen.is_cjk == asked.seen.is_cjk for seen in lines]
    weight = of_words + of_names + of_figures
    return Overlap(
        words, concepts, figures, weight, asked.seen.is_cjk, any(same), not same[0], signals
    )


def _together(lines: Sequence[Glance], kind: str) -> frozenset[str]:
    """What all lines hold of one kind."""
    first, *others = (getattr(seen, kind) for seen in lines)
    return frozenset(first.union(*others)) if others else first


def _share(shared: float, whole: float) -> float:
    return shared / whole if whole else 0.0
