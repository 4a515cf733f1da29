"""One aligned pair of figures, with all a rule may ask about it."""

from typing import NamedTuple

from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.side import Side
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import Stance


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
