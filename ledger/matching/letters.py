"""How alike wordings are letter by letter: the second signal, beside the words."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import log

_PRIOR = 50
"""Candidates imagined beside the real ones, so that in a small pool no few letters weigh all."""


def likeness(query: frozenset[str], pool: Sequence[AbstractSet[str]]) -> list[tuple[float, float]]:
    """How alike each wording of a pool is to a query.

    Letters weigh the more, the fewer wordings of the pool have them; the pool has been chosen for
    its likeness, so what is common there tells none of it apart.

    Args:
        query: the query's grams.
        pool: the grams of each candidate.

    Returns:
        For each candidate two shares from 0 to 1: of the query's letters, and of both's.
    """
    held = [query & grams for grams in pool]
    frequency = Counter(gram for grams in held for gram in grams)
    weights = {gram: _rarity(frequency[gram], len(pool)) for gram in sorted(query)}
    whole = sum(weights.values())
    unknown = _rarity(0, len(pool)) / 2
    shares = []
    for shared, grams in zip(held, pool, strict=True):
        common = sum(map(weights.__getitem__, sorted(shared)))
        beyond = unknown * (len(grams) - len(shared))
        shares.append((common / whole, common / (whole + beyond)) if whole else (0.0, 0.0))
    return shares


def _rarity(frequency: int, candidates: int) -> float:
    return log((candidates + _PRIOR) / (frequency + 1))
