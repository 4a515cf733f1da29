"""One aligned pair of figures, with all a rule may ask about it."""

from typing import NamedTuple, Self

from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.side import Side
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import Stance, stance_before
from ledger.text.tuples import made


class Case(NamedTuple):
    """One aligned pair and what the rules may ask about it.

    Attributes:
        pair: the two figures with their evidence.
        figures: the two figures.
        a: the first side.
        b: the second side.
        reading_a: the first text.
        reading_b: the second text.
        stance_a: what the words before the first figure do to it (negate, hedge).
        stance_b: the same for the second.
    """

    pair: Pair
    figures: tuple[Figure, Figure]
    a: Side
    b: Side
    reading_a: Prepared
    reading_b: Prepared
    stance_a: Stance
    stance_b: Stance

    @classmethod
    def of(cls, pair: Pair, a: tuple[Side, Prepared], b: tuple[Side, Prepared]) -> Self:
        """The case of a pair of figures of two texts."""
        stances = stance_before(a[1], pair.a), stance_before(b[1], pair.b)
        return made(cls, (pair, (pair.a, pair.b), a[0], b[0], a[1], b[1], *stances))

    @property
    def placed(self) -> tuple[tuple[Prepared, Figure], tuple[Prepared, Figure]]:
        """Each figure with the text it stands in."""
        return (self.reading_a, self.figures[0]), (self.reading_b, self.figures[1])
