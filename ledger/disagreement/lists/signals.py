"""Words that steer a comparison: negation, hedges, opposite acts, one-time events, contrasts.

They live in ``data/signals.csv``. A signal is written ``kind:group`` or ``kind:group:side``:

- ``negation:not`` turns what follows round, ``negation:deny`` says that it did not happen;
- ``hedge:may`` (weighed, possible), ``hedge:if`` (the same, to the end of the sentence),
  ``hedge:would`` (the same, unless it is what somebody said), ``hedge:open`` (a request),
  ``hedge:future`` (will, expected), ``hedge:done`` (actual);
- ``speech:said`` introduces who said so: names before it are speakers, not subjects; so does
  ``speech:thought``, but "does not believe that it is" is as good as "believes that it is not";
- ``pole:rise:+`` against ``pole:rise:-``: both cannot be true of one subject at one time;
- ``once:born``: an event with one date;
- ``contrast:made:sold`` against ``contrast:made:bought``: a figure is for one of them;
- ``scope:gender:male``, besides, is narrower than no word at all: a part is not the whole;
- ``series:round`` behind an ordinal makes it a name: the first round is not the third;
- ``when:month:10`` says when; ``entity:bank`` ends a name; ``unnamed`` is nobody in particular.

A side called ``none`` is an everyday phrase that only looks like a signal (不僅, so-called).
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ledger.disagreement.lists.wordlists import meanings, phrases_of
from ledger.text.phrases import Mention, PhraseTable
from ledger.text.tuples import made


class Signal(NamedTuple):
    """One signal where it stands in a folded key."""

    start: int
    end: int
    kind: str
    group: str
    side: str


def signals_in(key: str) -> list[Signal]:
    """Every signal in a folded key, from left to right; one word may give several."""
    return signals_of(table().find(key))


def signals_of(found: Iterable[Mention]) -> list[Signal]:
    """The signals that phrases of the table are."""
    return [
        made(Signal, (start, end, *meaning))
        for start, end, identity in found
        for meaning in meanings(identity, _PARTS)
    ]


_PARTS = 3
"""Kind, group and side, of which the last two may be wanting."""


@cache
def table() -> PhraseTable:
    """The phrases of the table and which signals each of them is."""
    return phrases_of("signals")
