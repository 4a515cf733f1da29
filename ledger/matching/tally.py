"""Adding up what documents share."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Documents = NDArray[np.uint32]
Weights = NDArray[np.float64]


def added_up(
    lists: Sequence[tuple[float, Documents]], least: float = 0.0
) -> tuple[Documents, Weights]:
    """The documents of some lists, each once, with the weight of the lists it stands in.

    Args:
        lists: the weight of each list, and its documents, ascending.
        least: documents with less weight are left out.

    Returns:
        Document numbers, ascending, and their weights.
    """
    if not any(len(held) for _, held in lists):
        return np.zeros(0, dtype=np.uint32), np.zeros(0)
    numbers = np.concatenate([held for _, held in lists])
    weights = np.repeat([weighs for weighs, _ in lists], [len(held) for _, held in lists])
    # The lists are rows of ascending numbers, which this sort does no more than merge.
    order = np.argsort(numbers, kind="stable")
    numbers = numbers[order]
    first = np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1])))
    gained = np.add.reduceat(weights[order], first)
    enough = gained >= least
    return numbers[first[enough]], gained[enough]


def among(wanted: Documents, held: Documents) -> NDArray[np.bool_]:
    """Which of the wanted documents a list holds; the list ascends."""
    if not len(held):
        return np.zeros(len(wanted), dtype=np.bool_)
    at = np.searchsorted(held, wanted)
    at[at == len(held)] = 0
    shared: NDArray[np.bool_] = held[at] == wanted
    return shared
