"""Outcomes of which one event has only one: passed or voted down, called off or gone ahead.

They live in ``data/outcomes.csv``: a row is one way it can end, in the words of both languages, and
the rows of a group shut each other out. Other than an opposite (``signals``) an outcome weighs
nothing as evidence, and its words stay words. The side ``none`` is a phrase that only looks like
one: a mountain pass, let alone.
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


class Outcome(NamedTuple):
    """One outcome where it is told in a folded key."""

    start: int
    end: int
    group: str
    side: str


def outcomes_of(found: Iterable[Mention]) -> list[Outcome]:
    """The outcomes that phrases of the table are; one word may tell of several."""
    return [
        made(Outcome, (start, end, *meaning))
        for start, end, identity in found
        for meaning in _meanings(identity)
    ]


@cache
def _meanings(identity: str) -> tuple[tuple[str, str], ...]:
    split = (meaning.split(":") for meaning in identity.split(" "))
    return tuple((group, side) for group, side in split if side != "none")


@cache
def outcomes() -> PhraseTable:
    """The phrases of the table and which outcomes each of them is."""
    meanings: dict[Row, dict[str, None]] = {}
    rows = cut_ahead("ledger.disagreement", "outcomes")
    for row, (_, outcome) in zip(rows, _written(), strict=True):
        meanings.setdefault(row, {})[outcome] = None
    return PhraseTable((row, " ".join(found)) for row, found in meanings.items())


def cut_forms() -> list[Row]:
    """The units of every form of the table, in order."""
    keys = folded("|".join(form for form, _ in _written())).key.split("|")
    return list(units_of_each(keys))


def _written() -> Iterator[tuple[str, str]]:
    """Every form with its outcome, in the order of the table."""
    source = files("ledger.disagreement").joinpath("data/outcomes.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(source.splitlines()):
        for form in filter(None, (*row["en"].split("|"), *row["zh"].split("|"))):
            yield form, f"{row['group']}:{row['side']}"
