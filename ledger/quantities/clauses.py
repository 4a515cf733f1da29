"""Where sentences and clauses of a line begin and end."""

import re
from bisect import bisect_right

from ledger.text.phrases import BETWEEN, Page

# A comma between digits groups thousands, a point after a short word abbreviates.
_POINT = rf"\.(?![^ {BETWEEN}])(?<![ .][a-z]\.)"
_SENTENCE = re.compile(rf"[。!?;]|{_POINT}")
_CLAUSE = re.compile(rf"[。!?;、:]|,(?!\d{{3}})|{_POINT}|而(?!且)| (?:-|while|whereas|but) ")


class Clauses:
    """The clauses and sentences of one line."""

    def __init__(self, lower: str, bounds: list[int]) -> None:
        """Remember where clauses begin: at 0, and where each but the last ends."""
        self._lower = lower
        self._sentences: list[int] | None = None
        self._clauses = bounds
        self._end = len(lower)

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        if self._sentences is None:
            self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(self._lower))]
        return _around(self._sentences, at, self._end)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause around a place begins and ends."""
        return _around(self._clauses, at, self._end)


def bounds_in_each(page: Page) -> list[list[int]]:
    """Where the clauses of each line of a page begin."""
    begins = page.begins
    bounds = [[0] for _ in begins]
    for match in _CLAUSE.finditer(page.key):
        end = match.end()
        at = bisect_right(begins, end) - 1
        bounds[at].append(end - begins[at])
    return bounds


def _around(bounds: list[int], at: int, end: int) -> tuple[int, int]:
    index = bisect_right(bounds, at)
    return bounds[index - 1], bounds[index] if index < len(bounds) else end
