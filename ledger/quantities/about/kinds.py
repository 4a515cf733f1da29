"""Signals by what they tell: a move, the past, a hedge, that each has its own, or when."""

from bisect import bisect_right

from ledger.quantities.times.dates import DateMention
from ledger.text.phrases import Mention

CRASH = "crash"
"""Verbs of shares that fall and of planes and ships too: of what is counted they tell nothing."""
_KINDS = {
    "up": "move",
    "down": "move",
    CRASH: "move",
    "past": "past",
    "hedge": "hedge",
    "each": "each",
}
Kinds = dict[str, list[Mention]]
NO_KINDS: Kinds = {kind: [] for kind in {*_KINDS.values(), "when"}}
"""Those of a line without any."""


def kinds_of(found: list[Mention], dates: list[DateMention]) -> Kinds:
    """The signals of a line by their kinds, those inside its dates left out."""
    if not found:
        return NO_KINDS
    kinds: Kinds = {kind: [] for kind in NO_KINDS}
    starts = [date.start for date in dates]
    for signal in found:
        index = bisect_right(starts, signal.end - 1) - 1
        if index < 0 or dates[index].end <= signal.start:
            kinds[_KINDS.get(signal.id, "when")].append(signal)
    return kinds
