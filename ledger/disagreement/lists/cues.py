"""Words that stand for a figure: how much of a whole, which way a measure went, profit or loss.

They live in ``data/cues.csv``, a cue written ``kind:group``, and are no steering words: what they
stand in counts as words of the text all the same.

- ``portion:most`` is how much of a whole (the intervals are those of ``portions``);
- ``course:up`` is the way a measure went;
- ``balance:red`` is whether a period ended in profit or in loss.

A group called ``none`` is a phrase that only looks like a cue (majority leader).
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ledger.disagreement.lists.wordlists import meanings, phrases_of
from ledger.text.phrases import Mention, PhraseTable
from ledger.text.tuples import made


class Cue(NamedTuple):
    """One cue where it stands in a folded key."""

    start: int
    end: int
    kind: str
    group: str


def cues_of(found: Iterable[Mention]) -> list[Cue]:
    """The cues that phrases of the table are; one phrase may be several."""
    return [
        made(Cue, (start, end, *meaning))
        for start, end, identity in found
        for meaning in meanings(identity, 2)
    ]


@cache
def table() -> PhraseTable:
    """The phrases of the table and which cue each of them is."""
    return phrases_of("cues")
