"""Words that stand for a figure: how much of a whole, which way a measure went, profit or loss.

They live in ``data/cues.csv``, a cue written ``kind:group``, and are no steering words: what they
stand in counts as words of the text all the same.

- ``portion:most`` is how much of a whole (the intervals are those of ``portions``);
- ``course:up`` is the way a measure went;
- ``balance:red`` is whether a period ended in profit or in loss.

A group called ``none`` is a phrase that only looks like a cue (majority leader).
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


class Cue(NamedTuple):
    """One cue where it stands in a folded key."""

    start: int
    end: int
    kind: str
    group: str


def cues_of(found: Iterable[Mention]) -> list[Cue]:
    """The cues that phrases of the table are."""
    return [
        made(Cue, (start, end, *identity.split(":")))
        for start, end, identity in found
        if not identity.endswith(":none")
    ]


@cache
def table() -> PhraseTable:
    """The phrases of the table and which cue each of them is."""
    rows = cut_ahead("ledger.disagreement", "cues")
    return PhraseTable((row, cue) for row, (_, cue) in zip(rows, _written(), strict=True))


def cut_forms() -> list[Row]:
    """The units of every form of the table, in order."""
    keys = folded("|".join(form for form, _ in _written())).key.split("|")
    return list(units_of_each(keys))


def _written() -> Iterator[tuple[str, str]]:
    """Every form with its cue, in the order of the table."""
    source = files("ledger.disagreement").joinpath("data/cues.csv").read_text(encoding="utf-8")
    for cue, english, chinese in list(csv.reader(source.splitlines()))[1:]:
        for form in filter(None, (*english.split("|"), *chinese.split("|"))):
            yield form, cue
