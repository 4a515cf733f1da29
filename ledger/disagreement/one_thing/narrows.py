"""Which words narrow a figure that the other text gives for all: five of the dead, core inflation.

A word narrows only what it stands with. What the other text says too, in whatever clause, is true
of both; what goes with another figure (900 adults) narrows that one; and counts of things are not
of men or of children.
"""

from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.quantities import counts_people
from ledger.text.patterns import lazily

_NARROWING = frozenset(
    {
        *("able", "acquaintance", "aftershock", "age", "aim", "among", "cover", "days", "flow"),
        *("gender", "head", "inflation", "kin", "latest", "market", "office", "opinion", "order"),
        *("part", "piece", "place", "province", "rate", "sector", "since", "stage", "term"),
        *("ticket", "total", "use", "vintage", "ward"),
    }
)
"""Scopes that tell apart two figures of one event; where and on which day it was do not, but of
Sundays is not of all days."""
_OF_PEOPLE = frozenset({"age", "gender"})
_BESIDE = lazily(r"[ -]?")


def narrows(reading: Prepared, figure: Figure, other: Prepared) -> set[str]:
    """The scopes that narrow a figure, where another text does not speak of the same part."""
    scope = reading.contexts[figure.at].scope & _NARROWING
    if not scope:
        return set()
    told = {(s.group, s.side) for s in other.steering if s.kind == "scope"}
    signals = [
        s
        for clause in reading.sentences[figure.clause]
        for s in reading.signals[clause]
        if s.kind == "scope" and s.group in scope
    ]
    found = {*scope} - {s.group for s in signals}  # five of the dead, where no word says so
    if "part" in scope:
        found.add("part")
    for signal in signals:
        if (signal.group, signal.side) in told or _is_of_another(reading, figure, signal):
            continue
        if signal.group == "gender" and _is_one_person(reading, signal):
            continue
        if signal.group not in _OF_PEOPLE or not _counts_things(figure):
            found.add(signal.group)
    return found


def _is_of_another(reading: Prepared, figure: Figure, signal: Signal) -> bool:
    """Whether a word stands right behind another figure: 900 adults, but not 24-year-old women."""
    return any(
        one.at != figure.at
        and one.quantity.dimension != "age"
        and _BESIDE.fullmatch(reading.folded.key, one.end, signal.start)
        for one in reading.figures
    )


def _is_one_person(reading: Prepared, signal: Signal) -> bool:
    """Whether a word says of one person who it is: the man was jailed, 陳姓男子."""
    key = reading.folded.key
    return key[signal.start : signal.end] in _ONE or key[signal.start - 1 : signal.start] == "姓"


_ONE = frozenset({"man", "woman"})


def _counts_things(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.dimension == "count" and counts_people(quantity.unit) is False
