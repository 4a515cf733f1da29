"""A query and its pool of candidates line by line, made ready to be compared all in one go."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ledger.matching.signs import letters


class Lines(NamedTuple):
    """A query and the texts of its pool, as letters.

    Attributes:
        key: every line, the query's first, as ``signs.letters`` gives them.
        first: the line that each text begins with, counted from the query's, which is 0.
    """

    key: str
    first: NDArray[np.intp]


def lines_of(query: str, pool: Sequence[str]) -> Lines:
    """Take a query and its pool apart.

    Args:
        query: the query as written; its line breaks count as spaces.
        pool: the texts, at least one, each of one or more lines.
    """
    lines = [query.replace("\n", " ")]
    first = []
    for text in pool:
        first.append(len(lines))
        lines += text.split("\n")
    return Lines(letters(lines), np.array(first))
