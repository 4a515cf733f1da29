"""Adding up what documents share: one number for each document, kept from query to query.

A query touches some ten thousand of a million numbers and sets them back to nothing, which is far
quicker than sorting what it touched.
"""

from collections.abc import Sequence
from threading import local

import numpy as np
from numpy.typing import NDArray

Documents = NDArray[np.uint32]
Weights = NDArray[np.float64]


_MOST = 1 << 26
"""Beyond so high a number documents are counted anew for the query, to hold no more memory."""


class _Tally(local):
    """One thread's numbers, all of them nothing between two queries."""

    def __init__(self) -> None:
        self.weights: Weights = np.zeros(0)

    def room_for(self, highest: int) -> Weights:
        if len(self.weights) <= highest:
            self.weights = np.zeros(2 * highest + 2)
        return self.weights


_TALLY = _Tally()


def added_up(
    lists: Sequence[tuple[float, Documents]], least: float = 0.0
) -> tuple[Documents, Weights]:
    """The documents of some lists, each once, with the weight of the lists it stands in.

    Args:
        lists: the weight of each list, above 0, and its documents, ascending.
        least: documents with less weight are left out.

    Returns:
        Document numbers in no order that means anything, and their weights.
    """
    held = [(weighs, numbers) for weighs, numbers in lists if len(numbers)]
    if not held:
        return np.zeros(0, dtype=np.uint32), np.zeros(0)
    highest = max(int(numbers[-1]) for _, numbers in held)
    if highest >= _MOST:
        return _counted_anew(held, least)
    tally = _TALLY.room_for(highest)
    for weighs, numbers in held:
        tally[numbers] += weighs
    found: list[Documents] = []
    gained: list[Weights] = []
    for _, numbers in held:
        shared = tally[numbers]
        tally[numbers] = 0.0
        unseen = shared >= max(least, np.finfo(float).tiny)
        found.append(numbers[unseen])
        gained.append(shared[unseen])
    return np.concatenate(found), np.concatenate(gained)


def _counted_anew(
    lists: Sequence[tuple[float, Documents]], least: float
) -> tuple[Documents, Weights]:
    """The same for numbers too high to have room for, each by its place among those there are."""
    numbers = np.unique(np.concatenate([held for _, held in lists]))
    places = [(weighs, np.searchsorted(numbers, held).astype(np.uint32)) for weighs, held in lists]
    found, gained = added_up(places, least)
    return numbers[found], gained


def among(wanted: Documents, held: Documents) -> NDArray[np.bool_]:
    """Which of the wanted documents a list holds; the list ascends."""
    if not len(held):
        return np.zeros(len(wanted), dtype=np.bool_)
    at = np.searchsorted(held, wanted)
    at[at == len(held)] = 0
    shared: NDArray[np.bool_] = held[at] == wanted
    return shared
