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

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ledger.text.fold import folded
from ledger.text.phrases import PhraseTable, units
from ledger.text.tokens import stem


class Signal(NamedTuple):
    """One signal where it stands in a folded key."""

    start: int
    end: int
    kind: str
    group: str
    side: str


def signals_in(key: str) -> list[Signal]:
    """Every signal in a folded key, from left to right; one word may give several."""
    return [
        Signal(mention.start, mention.end, *meaning)
        for mention in _table().find(key)
        for meaning in _meanings(mention.id)
    ]


@cache
def _meanings(identity: str) -> tuple[tuple[str, str, str], ...]:
    """Kind, group and side of each signal that a form stands for; none for what only looks it."""
    split = (meaning.split(":") for meaning in identity.split(" "))
    return tuple((kind, group, side) for kind, group, side in split if "none" not in (group, side))


@cache
def _table() -> PhraseTable:
    source = files("ledger.disagreement").joinpath("data/signals.csv").read_text(encoding="utf-8")
    written = [
        (form, signal + ":" * (2 - signal.count(":")))
        for signal, english, chinese in list(csv.reader(source.splitlines()))[1:]
        for form in filter(None, (*english.split("|"), *chinese.split("|")))
    ]
    keys = folded("|".join(form for form, _ in written)).key.split("|")
    meanings: dict[tuple[str, ...], tuple[str, dict[str, None]]] = {}
    for key, (_, signal) in zip(keys, written, strict=True):
        inflected = tuple(map(stem, units(key)))
        meanings.setdefault(inflected, (key, {}))[1][signal] = None
    return PhraseTable.of((key, " ".join(found)) for key, found in meanings.values())
