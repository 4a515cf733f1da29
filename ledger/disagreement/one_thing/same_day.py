"""Whether a day that two texts name bears out what they tell of it, or only says when either was.

That the summit opens in one city on the fourth bears out nothing of one that opens in another; nor
is a salary of 2023 borne out by what was paid besides in 2023.
"""

from ledger.disagreement.one_thing.kinship import Kinship
from ledger.disagreement.one_thing.lookalikes import SIGNS_AT_A_DATE
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily

_SHARE = 0.7
"""Share of the poorer side's words that the other must have."""
_WHERE = lazily(r"\b(?:in|at) ([a-z' ]{2,30}) on $")
"""Before a day, where it was: in Addis Ababa on 4 June."""
_REACH = 40


def bears_out(
    a: tuple[Figure, Passage], b: tuple[Figure, Passage], kin: Kinship, *, twins: bool
) -> bool:
    """Whether it does.

    Args:
        a: the day in one text, and its clause.
        b: the day in the other.
        kin: what the texts share.
        twins: whether they differ in one figure alone.
    """
    if twins:
        return True
    (one, x), (other, y) = a, b
    if kin.share < _SHARE or x.stance.negated != y.stance.negated:
        return False
    if _elsewhere(x.reading, one, y.reading, other):
        return False
    return not any(sign(x, y) for sign in SIGNS_AT_A_DATE)


def _elsewhere(a: Reading, x: Figure, b: Reading, y: Figure) -> bool:
    """Whether each says where it was on the day, and the other text does not speak of that."""
    ours, theirs = _place(a, x), _place(b, y)
    if not ours or not theirs:
        return False
    return ours not in b.folded.key and theirs not in a.folded.key


def _place(reading: Reading, figure: Figure) -> str:
    found = _WHERE.search(reading.folded.key, max(0, figure.start - _REACH), figure.start)
    return found[1] if found is not None else ""
