"""What went up to a figure, which is then no upper bound: growth was revised up to 5.2 %."""

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily

_WENT = lazily(
    r"\b(?:tick(?:s|ed)|edg(?:es|ed|ing)|inch(?:es|ed)|creeps|crept|nudge[sd]|went|moved|bumped"
    r"|revised|marked|adjusted|brought|sent|drove|drives|pushed|pushes) $"
)
_LONGEST = 12
"""Characters of the key that such a word takes, with the spaces beside it."""


def went_up(reading: Reading, figure: Figure) -> bool:
    """Whether a verb before "up to" says that it went there."""
    if figure.quantity.comparator_text is None:
        return False
    if figure.quantity.comparator_text.casefold() != "up to":
        return False
    start = max(0, figure.start - _LONGEST)
    return _WENT.search(reading.folded.key, start, figure.start) is not None
