"""A score where a text gives it: two figures that are one, 5-0, 5比0, six votes to three."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.side import Span
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading

_BETWEEN = re.compile(r"(?: votes?)?(?: ?[-–比:] ?|[ -]to[ -])")
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


def the_score(reading: Reading) -> Score | None:
    """The score of a text, ``None`` if it has none or several."""
    found = [*scores_of(reading)]
    return found[0] if len(found) == 1 else None


def scores_of(reading: Reading) -> Iterator[Score]:
    """Every score of a text."""
    key = reading.folded.key
    for first, second in zip(reading.figures, reading.figures[1:], strict=False):
        halves = {first.quantity.dimension, second.quantity.dimension} <= _HALVES
        if halves and _BETWEEN.fullmatch(key, first.end, second.start):
            yield Score(first, second)
