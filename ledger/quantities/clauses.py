"""Where sentences and clauses of a line begin and end."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ledger.text.phrases import BETWEEN, Page

# A comma between digits groups thousands, a point after a short word abbreviates: as of Dec. 5.
_POINT = (
    rf"(?<=\.)(?![^ {BETWEEN}])(?<![ .][a-z]\.)(?<! (?:mr|dr|st|vs|rs)\.)"
    r"(?<! (?:mrs|gov|sen|gen)\.)"
    r"(?!(?:(?<= (?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.)|(?<= sept\.)) \d)"
)
_ENDS_SENTENCE = frozenset("。!?;.")
# By themselves marks are found four times as quickly: nothing else is then tried at each letter.
_MARK = re.compile(rf"[。!?;、:,.而](?:(?<=[。!?;、:])|(?<=,)(?!\d{{3}})|{_POINT}|(?<=而)(?!且))")
_WORD = re.compile(" (?:-|while|whereas|but) ")


class Clauses:
    """The clauses and sentences of one line."""

    __slots__ = ("_clauses", "_end", "_sentences")

    def __init__(self, clauses: list[int], sentences: list[int], end: int) -> None:
        """Remember where each clause and each sentence begins, and where the line ends."""
        self._clauses = clauses
        self._sentences = sentences
        self._end = end

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        return _around(self._sentences, at, self._end)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause around a place begins and ends."""
        return _around(self._clauses, at, self._end)


def clauses_of_each(page: Page, keys: Sequence[str]) -> list[Clauses]:
    """The clauses of each line of a page."""
    begins = page.begins
    clauses: list[list[int]] = [[0] for _ in keys]
    sentences: list[list[int]] = [[0] for _ in keys]
    ends = [(m.end(), m[0] in _ENDS_SENTENCE) for m in _MARK.finditer(page.key)]
    ends += [(m.end(), False) for m in _WORD.finditer(page.key)]
    for end, ends_sentence in sorted(ends):
        at = bisect_right(begins, end) - 1
        clauses[at].append(end - begins[at])
        if ends_sentence:
            sentences[at].append(end - begins[at])
    return [*map(Clauses, clauses, sentences, map(len, keys))]


def _around(bounds: list[int], at: int, end: int) -> tuple[int, int]:
    index = bisect_right(bounds, at)
    return bounds[index - 1], bounds[index] if index < len(bounds) else end
