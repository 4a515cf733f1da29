"""Kinds of one thing that two texts name, and not the same one: men and women, petrol and diesel.

They live in ``data/siblings.csv``: the rows of a group are kinds of one thing, stages of one case
or ways to count, in the words of both languages. What is told of one is not told of another. The
sort ``part`` is of words that narrow what they stand with, so that one side alone says something.
"""

from collections.abc import Iterator
from functools import cache

from ledger.disagreement.lists.wordlists import meanings, phrases_of
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.two_sets import by_kind, others_of_a_kind
from ledger.text.phrases import PhraseTable


def of_siblings(a: Reading, b: Reading) -> bool:
    """Whether the two texts name other kinds of one thing, or only one of them names a part."""
    ours, theirs = by_kind(_kinds(a)), by_kind(_kinds(b))
    of_one_alone = ours.keys() ^ theirs.keys()
    return others_of_a_kind(ours, theirs) or any(kind.startswith("part:") for kind in of_one_alone)


def _kinds(reading: Reading) -> Iterator[tuple[str, str]]:
    """The groups a text names a kind of, each with the kind."""
    for _, _, identity in _table().find(reading.folded.key):
        for sort, group, side in meanings(identity, 3):
            yield f"{sort}:{group}", side


@cache
def _table() -> PhraseTable:
    return phrases_of("siblings")
