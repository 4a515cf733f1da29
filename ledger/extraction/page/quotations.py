"""Quotations within a line: where each begins and ends, and the remark on who said it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from ledger.extraction.lexicon import table

_QUOTATION = re.compile(r"""「[^「」]*」|『[^『』]*』|“[^“”]*”|"[^"]*"|''(?:(?!'').)*''""")
_MARKS, _OPENING = re.compile(r'[「」“”"]'), frozenset("「“")
_LONGEST_KEPT = 300
_REMARK = re.compile(r'([^,，;；:：。.!?！？「」『』“”"]{1,30})(?:[。.!?！？]|\Z)')


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one line, quote marks included, outermost only.

    Attributes:
        spans: start and end of each, in code points of the text, in order.
    """

    spans: tuple[tuple[int, int], ...]

    def hold(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies between the marks of a quotation short enough to stay whole.

        A statement of several sentences between one pair of marks is one thing somebody said; a
        speech between them (over 300 characters) is many.
        """
        opened, closed = self._around(start)
        return opened < start and end < closed and closed - opened <= _LONGEST_KEPT

    def close(self, at: int) -> bool:
        """Whether the mark at that place is the closing one of a quotation."""
        return self._around(at)[1] == at + 1

    def _around(self, at: int) -> tuple[int, int]:
        """The last quotation that begins before the place, or an empty one."""
        index = bisect_left(self.spans, (at,)) - 1
        return self.spans[index] if index >= 0 else (0, 0)


def quotations(text: str, start: int, stop: int) -> Quotations:
    """The quotations between two places of a text; a mark without its partner makes none."""
    return Quotations(tuple(found.span() for found in _QUOTATION.finditer(text, start, stop)))


def leaves_open(sentence: str, *, inside: bool) -> bool:
    """Whether a quotation is open where a sentence ends.

    Args:
        sentence: the sentence.
        inside: whether one was open where it begins.
    """
    for mark in _MARKS.findall(sentence):
        inside = not inside if mark == '"' else mark in _OPENING
    return inside


def is_remark(text: str, start: int, stop: int) -> bool:
    """Whether a short remark on who said it follows a quotation: 市長說。 or Alden said."""
    found = _REMARK.match(text, start, stop)
    if found is None:
        return False
    remark = found[1].strip().lower()
    return remark.endswith(_verbs()) or remark.startswith(tuple(f"{verb} " for verb in _verbs()))


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(table("reporting")["verbs"])
