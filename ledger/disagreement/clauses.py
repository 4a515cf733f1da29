"""Cutting a folded key into sentences and clauses, figures and brackets kept whole."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.spans import Spans
from ledger.text.tokens import CJK

# A space or a new line divides Chinese where no word needs one, as in a headline or a list.
_MARK = re.compile(
    r"[。!?;\n]+|[()\[\].,:但]|(?<![反进从因])而"
    r"| (?=[-abcw])(?:-{1,2}|while|whereas|but|although|compared with) "
    rf"| (?<=[{CJK}] )(?=[{CJK}]|\d[.、](?!\d))"
)
_OPENING, _CLOSING, _STOP, _SENTENCE_ENDS = "([", ")]", ".", "。!?;\n"
_BEFORE_A_STOP = re.compile(r"[^\W\d_][^\W_]$|[\d%\"')]$")


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


def clauses_of(key: str, figures: Spans) -> tuple[Clause, ...]:
    """The clauses of a key, from left to right, covering all of it.

    Args:
        key: a folded text.
        figures: where its figures stand; nothing is cut inside one (1,200).
    """
    found, start, sentence = [], 0, 0
    for at, ends_sentence in _cuts(key, figures.covered):
        found.append(Clause(start, at, sentence))
        start, sentence = at, sentence + ends_sentence
    if start < len(key) or not found:
        found.append(Clause(start, len(key), sentence))
    return tuple(found)


def _cuts(key: str, inside: bytearray) -> Iterator[tuple[int, bool]]:
    """Where clauses end, and whether a sentence ends there; commas in brackets do not count."""
    depth = 0
    for match in _MARK.finditer(key):
        start = match.start()
        if inside[start]:
            continue
        sign = key[start]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign in _SENTENCE_ENDS or (sign == _STOP and _ends_a_sentence(key, start)):
            depth = 0
            yield match.end(), True
        elif depth == 0 and sign != _STOP:
            yield match.end(), False


def _ends_a_sentence(key: str, at: int) -> bool:
    """Whether a full stop is one: before a space or the end, and not behind an initial."""
    before = _BEFORE_A_STOP.search(key, max(0, at - 2), at)
    return before is not None and (at + 1 == len(key) or key[at + 1] == " ")
