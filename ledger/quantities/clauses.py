"""Where sentences and clauses of a line begin and end."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(slots=True)
class Clauses:
    """The clauses and sentences of one line of a page.

    Attributes:
        clauses: where each clause of the page begins, and where each line ends, in order.
        sentences: the same of its sentences.
        begin: where the line begins on the page.
    """

    clauses: list[int]
    sentences: list[int]
    begin: int

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        return _around(self.sentences, at, self.begin)

    def clause(self, at: int) -> tuple[int, int]:
        """Where the clause around a place begins and ends."""
        return _around(self.clauses, at, self.begin)


def clauses_of_each(page: Page, keys: Sequence[str]) -> list[Clauses]:
    """The clauses of each line of a page."""
    ends = [begin + len(key) for begin, key in zip(page.begins, keys, strict=True)]
    clauses, sentences = [*page.begins, *ends], [*page.begins, *ends]
    for mark in _MARK.finditer(page.key):
        clauses.append(mark.end())
        if mark[0] in _ENDS_SENTENCE:
            sentences.append(mark.end())
    clauses += [word.end() for word in _WORD.finditer(page.key)]
    clauses.sort()
    sentences.sort()
    return [Clauses(clauses, sentences, begin) for begin in page.begins]


def _around(bounds: list[int], at: int, begin: int) -> tuple[int, int]:
    index = bisect_right(bounds, begin + at)
    return bounds[index - 1] - begin, bounds[index] - begin
