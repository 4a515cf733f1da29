"""Dates of one-time events: born, founded, released. Other dates only say when, and never conflict.

Two births of one person on two days contradict each other; two visits do not.
"""

from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.reading import Reading
from ledger.text.patterns import lazily

_LIFE = lazily(r"\s*-{1,2}\s*")
_DESCRIPTION = lazily(r"\b(?:is|was) an? (?:[a-z]+ )?$")
_REACH = 80
"""Characters of the key between a date and its event."""


def event_of(reading: Reading, figure: Figure) -> str | None:
    """The one-time event a date belongs to.

    The first and second of a pair in brackets (1894 - 1986) are birth and death; the year in "is a
    2007 film" is the year something was made,
    and so is the one in (2007 film); else the nearest event of the sentence.
    """
    key, figures = reading.folded.key, reading.figures
    at = figure.at
    if at + 1 < len(figures) and _LIFE.fullmatch(key, figure.end, figures[at + 1].start):
        return "born"
    if at and _LIFE.fullmatch(key, figures[at - 1].end, figure.start):
        return "died"
    before = key[max(0, figure.start - _REACH) : figure.start]
    if before.endswith(("(", "( ")):
        if key[figure.end + 1 : figure.end + 2].isalpha():
            return "made"
    elif before[-1:] == " " and _DESCRIPTION.search(before):
        return "made"
    near = [
        (abs(clause - figure.clause), _distance(signal, figure), signal.group)
        for clause in reading.sentences[figure.clause]
        for signal in reading.signals[clause]
        if signal.kind == "once"
    ]
    return min(near)[2] if near and min(near)[1] <= _REACH else None


def _distance(signal: Signal, figure: Figure) -> int:
    return max(signal.start - figure.end, figure.start - signal.end, 0)
