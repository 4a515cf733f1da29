"""Outcomes of which one event has only one: passed or voted down, called off or gone ahead.

They live in ``data/outcomes.csv``: a row is one way it can end, in the words of both languages, and
the rows of a group shut each other out. Other than an opposite (``signals``) an outcome weighs
nothing as evidence, and its words stay words. The side ``none`` is a phrase that only looks like
one: a mountain pass, let alone.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ledger.disagreement.lists.wordlists import meanings, phrases_of
from ledger.text.phrases import Mention, PhraseTable
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
        for meaning in meanings(identity, 2)
    ]


def groups_of(found: Iterable[Mention]) -> frozenset[str]:
    """The groups of those outcomes."""
    return frozenset([group for _, _, identity in found for group, _ in meanings(identity, 2)])


@cache
def outcomes() -> PhraseTable:
    """The phrases of the table and which outcomes each of them is."""
    return phrases_of("outcomes")
