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
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ledger.text.ahead import cut_ahead
from ledger.text.fold import folded
from ledger.text.phrases import Mention, PhraseTable, Row, units_of_each
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
        for meaning in _meanings(identity)
    ]


@cache
def _meanings(identity: str) -> tuple[tuple[str, str, str], ...]:
    """Kind, group and side of each signal that a form stands for; none for what only looks it."""
    split = (meaning.split(":") for meaning in identity.split(" "))
    return tuple((kind, group, side) for kind, group, side in split if "none" not in (group, side))


@cache
def table() -> PhraseTable:
    """The phrases of the table and which signals each of them is."""
    meanings: dict[Row, dict[str, None]] = {}
    rows = cut_ahead("ledger.disagreement", "signals")
    for row, (_, signal) in zip(rows, _written(), strict=True):
        meanings.setdefault(row, {})[signal] = None
    return PhraseTable((row, " ".join(found)) for row, found in meanings.items())


def cut_forms() -> list[Row]:
    """The units of every form of the table, in order."""
    keys = folded("|".join(form for form, _ in _written())).key.split("|")
    return list(units_of_each(keys))


def _written() -> Iterator[tuple[str, str]]:
    """Every form with its signal, in the order of the table."""
    source = files("ledger.disagreement").joinpath("data/signals.csv").read_text(encoding="utf-8")
    for signal, english, chinese in list(csv.reader(source.splitlines()))[1:]:
        for form in filter(None, (*english.split("|"), *chinese.split("|"))):
            yield form, signal + ":" * (2 - signal.count(":"))
