"""Words that steer a comparison: negation, hedges, opposite acts, one-time events, contrasts.

They live in ``data/signals.csv``. A signal is written ``kind:group`` or ``kind:group:side``:

- ``negation:not`` turns what follows round, ``negation:deny`` says that it did not happen;
- ``hedge:may`` (weighed, possible), ``hedge:future`` (will, expected), ``hedge:done`` (actual);
- ``speech`` introduces who said so: names before it are speakers, not subjects;
- ``pole:rise:+`` against ``pole:rise:-``: both cannot be true of one subject at one time;
- ``once:born``: an event with one date;
- ``contrast:gender:male`` against ``contrast:gender:female``: a figure is for one of them.

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
    found = []
    for mention in _table().find(key):
        for identity in mention.id.split(" "):
            kind, group, side = identity.split(":")
            if "none" not in (group, side):
                found.append(Signal(mention.start, mention.end, kind, group, side))
    return found


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
    return PhraseTable((key, " ".join(found)) for key, found in meanings.values())
