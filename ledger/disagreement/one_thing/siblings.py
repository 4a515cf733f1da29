"""Kinds of one thing that two texts name, and not the same one: men and women, petrol and diesel.

They live in ``data/siblings.csv``: the rows of a group are kinds of one thing, stages of one case
or ways to count, in the words of both languages. What is told of one is not told of another. The
sort ``part`` is of words that narrow what they stand with, so that one side alone says something:
a division's profit, growth in local currency, home games.
"""

from bisect import bisect_left
from functools import cache, lru_cache

from ledger.disagreement.lists.wordlists import meanings, phrases_of
from ledger.disagreement.side import Span
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.two_sets import by_kind, others_of_a_kind
from ledger.text.phrases import PhraseTable


def of_siblings(a: Prepared, b: Prepared) -> bool:
    """Whether the two texts name other kinds of one thing. Symmetric."""
    ours, theirs = (
        by_kind((group, side) for sort, group, side, _ in _named(one.folded.key) if sort == "kind")
        for one in (a, b)
    )
    return others_of_a_kind(ours, theirs)


def one_is_of_a_part(both: tuple[Prepared, Prepared], at: tuple[Span, Span]) -> bool:
    """Whether only one of two texts names a part where something is told. Symmetric.

    Args:
        both: the texts.
        at: where in each it is told, in the text as written.
    """
    ours, theirs = map(_parts, both)
    return any(_narrows(both[0], ours[group], at[0]) for group in ours.keys() - theirs) or any(
        _narrows(both[1], theirs[group], at[1]) for group in theirs.keys() - ours
    )


def _parts(reading: Prepared) -> dict[str, set[int]]:
    """The groups of which a text names a part, each with the places where it does."""
    found: dict[str, set[int]] = {}
    for sort, group, _, start in _named(reading.folded.key):
        if sort == "part":
            found.setdefault(group, set()).add(start)
    return found


def _narrows(reading: Prepared, words: set[int], at: Span) -> bool:
    """Whether words narrow what is told at a place, and not another clause with its own figures."""
    offsets = reading.folded.offsets
    where = reading.clause_at(at[0] if offsets is None else bisect_left(offsets, at[0]))
    clauses = {reading.clause_at(start) for start in words}
    return where in clauses or not clauses <= {figure.clause for figure in reading.figures}


@lru_cache(maxsize=256)
def _named(key: str) -> tuple[tuple[str, str, str, int], ...]:
    """What a text names of the list: sort, group and side, and where."""
    return tuple(
        (sort, group, side, start)
        for start, _, identity in _table().find(key)
        for sort, group, side in meanings(identity, 3)
    )


@cache
def _table() -> PhraseTable:
    return phrases_of("siblings")
