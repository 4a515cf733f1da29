"""Kinds of one thing that two texts name, and not the same one: men and women, petrol and diesel.

They live in ``data/siblings.csv``: the rows of a group are kinds of one thing, stages of one case
or ways to count, in the words of both languages. What is told of one is not told of another. The
sort ``part`` is of words that narrow what they stand with, so that one side alone says something.
"""

from functools import cache

from ledger.disagreement.lists.wordlists import phrases_of
from ledger.disagreement.statement.reading import Reading
from ledger.text.phrases import PhraseTable

Kinds = dict[str, set[str]]


def of_siblings(a: Reading, b: Reading) -> bool:
    """Whether the two texts name other kinds of one thing, or only one of them names a part."""
    ours, theirs = _kinds(a), _kinds(b)
    return any(ours[group].isdisjoint(theirs[group]) for group in ours.keys() & theirs) or any(
        group.startswith("part:") for group in ours.keys() ^ theirs.keys()
    )


def _kinds(reading: Reading) -> Kinds:
    """The kinds a text names, by group."""
    found: Kinds = {}
    for _, _, identity in _table().find(reading.folded.key):
        for meaning in identity.split(" "):
            sort, group, side = meaning.split(":")
            if side != "none":
                found.setdefault(f"{sort}:{group}", set()).add(side)
    return found


@cache
def _table() -> PhraseTable:
    return phrases_of("siblings")
