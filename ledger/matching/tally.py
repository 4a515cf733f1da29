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
    numbers = np.frombuffer(b"".join([held.tobytes() for _, held in lists]), dtype=np.uint32)
    if not len(numbers):
        return numbers, np.zeros(0)
    weights = np.array([weighs for weighs, _ in lists])
    weights = weights.repeat([len(held) for _, held in lists])
    # The lists are rows of ascending numbers, which this sort does no more than merge.
    order = numbers.argsort(kind="stable")
    numbers = numbers[order]
    is_first = np.ones(len(numbers), dtype=np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=is_first[1:])
    first = is_first.nonzero()[0]
    gained = np.add.reduceat(weights[order], first)
    if least > 0:
        enough = gained >= least
        first, gained = first[enough], gained[enough]
    return numbers[first], gained


def among(wanted: Documents, held: Documents) -> NDArray[np.bool_]:
    """Which of the wanted documents a list holds; the list ascends."""
    if not len(held):
        return np.zeros(len(wanted), dtype=np.bool_)
    shared: NDArray[np.bool_] = held.take(held.searchsorted(wanted), mode="clip") == wanted
    return shared
