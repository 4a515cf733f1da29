"""Cutting a folded key into sentences and clauses, figures and brackets kept whole."""

from typing import NamedTuple

from ledger.disagreement.statement.spans import Spans
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK
from ledger.text.tuples import made

# A space or a new line divides Chinese where no word needs one, as in a headline or a list. What
# any mark begins with stands first, so that the engine skips whatever cannot be one.
_MARK = lazily(
    r"[。!?;\n()\[\].,:但而 ]"
    r"(?:(?<=[。!?;\n])[。!?;\n]*|(?<=[()\[\].,:但])|(?<=而)(?<![反进从因]而)|(?<= )(?:"
    r"(?=[-abcw])(?:-{1,2}|while|whereas|but|although|compared with) "
    rf"|(?<=[{CJK}] )(?=[{CJK}]|\d[.、](?!\d))))"
)
_OPENING, _CLOSING, _STOP, _SENTENCE_ENDS = "([", ")]", ".", "。!?;\n"
_BEFORE_A_STOP = lazily(r"[^\W\d_][^\W_]$|[\d%\"')]$")
_CAUSE = lazily(r"因(?!此)|由于|为了")
"""What leads up to a 而 that begins no thought of its own."""


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
    found: list[Clause] = []
    inside = figures.covered
    start = sentence = depth = 0
    for match in _MARK.finditer(key):
        at, end = match.span()
        if inside[at]:
            continue
        sign = key[at]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign in _SENTENCE_ENDS or (sign == _STOP and _ends_a_sentence(key, at)):
            depth = 0
            found.append(made(Clause, (start, end, sentence)))
            start, sentence = end, sentence + 1
        elif sign == "而" and _CAUSE.search(key, start, at):
            continue  # not for what came of it: 因為涉賄而辭職
        elif depth == 0 and sign != _STOP:  # a comma in brackets does not count
            found.append(made(Clause, (start, end, sentence)))
            start = end
    if start < len(key) or not found:
        found.append(made(Clause, (start, len(key), sentence)))
    return tuple(found)


def _ends_a_sentence(key: str, at: int) -> bool:
    """Whether a full stop is one: before a space or the end, and not behind an initial."""
    before = _BEFORE_A_STOP.search(key, max(0, at - 2), at)
    return before is not None and (at + 1 == len(key) or key[at + 1] == " ")
