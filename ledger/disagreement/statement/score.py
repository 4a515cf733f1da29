"""A score where a text gives it: two figures that are one, 5-0, 5比0, six votes to three."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ledger.disagreement.side import Span
from ledger.disagreement.statement.figures import Figure
from ledger.text.patterns import lazily

_BETWEEN = lazily(r"(?: votes?)?(?: ?[-–比:] ?|[ -]to[ -])")
"""What stands between the halves: 5-0, 5比0, 8-to-3, six votes to three."""
_HALVES = frozenset({"number", "count"})


class Score(NamedTuple):
    """Two figures of a text that make a score."""

    first: Figure
    second: Figure

    @property
    def span(self) -> Span:
        """Where it stands in the original text."""
        return Span(self.first.span.start, self.second.span.end)

    @property
    def halves(self) -> tuple[float | None, float | None]:
        """How many on either side."""
        return self.first.quantity.value, self.second.quantity.value


def scores_in(key: str, figures: Sequence[Figure]) -> list[Score]:
    """Every score that figures make where they stand in a key."""
    return [
        Score(first, second)
        for first, second in pairwise(figures)
        if first.quantity.dimension in _HALVES
        and second.quantity.dimension in _HALVES
        and _BETWEEN.fullmatch(key, first.end, second.start)
    ]
