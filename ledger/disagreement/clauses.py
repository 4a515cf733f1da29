"""Cutting a folded key into sentences and clauses, figures and brackets kept whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CUT = re.compile(
    r"(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<sentence>[。!?;\n]+|(?<=[^\W\d_][^\W_])\.(?=\s|$)|(?<=[\d%\"')])\.(?=\s|$))"
    r"|(?P<clause>[,:]| -{1,2} |\b(?:while|whereas|but|although|compared with)\b|但|而)"
)


class Clause(NamedTuple):
    """One clause of a folded key.

    Attributes:
        start: first character.
        end: one past the last.
        sentence: number of the sentence it stands in.
    """

    start: int
    end: int
    sentence: int


def clauses_of(key: str, figures: Sequence[tuple[int, int]]) -> tuple[Clause, ...]:
    """The clauses of a key, from left to right, covering all of it.

    Args:
        key: a folded text.
        figures: spans of the figures, in order; nothing is cut inside one (1,200).
    """
    found, start, sentence = [], 0, 0
    for at, ends_sentence in _cuts(key, figures):
        found.append(Clause(start, at, sentence))
        start, sentence = at, sentence + ends_sentence
    found.append(Clause(start, len(key), sentence))
    return tuple(found)


def _cuts(key: str, figures: Sequence[tuple[int, int]]) -> Iterator[tuple[int, bool]]:
    """Where clauses end, and whether a sentence ends there; commas in brackets do not count."""
    starts = [start for start, _ in figures]
    depth = 0
    for match in _CUT.finditer(key):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < figures[at][1]:
            continue
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
        elif match["sentence"]:
            depth = 0
            yield match.end(), True
        elif depth == 0:
            yield match.end(), False
