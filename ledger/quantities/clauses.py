"""Where sentences and clauses of a line begin and end."""

import re
from bisect import bisect_right

# A comma between digits groups thousands, a point after a short word abbreviates.
_SENTENCE = re.compile(r"[。!?;\n]|\.(?= |$)(?<![ .][a-z]\.)")
_CLAUSE = re.compile(
    r"[。!?;\n、:]|,(?!\d{3})|\.(?= |$)(?<![ .][a-z]\.)|而(?!且)| (?:-|while|whereas|but) "
)


class Clauses:
    """The clauses and sentences of one line."""

    def __init__(self, lower: str) -> None:
        self._lower = lower
        self._sentences: list[int] | None = None
        self._clauses = _bounds(_CLAUSE, lower)
        self._end = len(lower)

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        if self._sentences is None:
            self._sentences = _bounds(_SENTENCE, self._lower)
        return _around(self._sentences, at, self._end)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause around a place begins and ends."""
        return _around(self._clauses, at, self._end)


def _bounds(pattern: re.Pattern[str], lower: str) -> list[int]:
    return [0, *(match.end() for match in pattern.finditer(lower))]


def _around(bounds: list[int], at: int, end: int) -> tuple[int, int]:
    index = bisect_right(bounds, at)
    return bounds[index - 1], bounds[index] if index < len(bounds) else end
