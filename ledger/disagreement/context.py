"""What stands around a figure or makes up a clause, weighed by how near it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Self

from ledger.disagreement.events import event_of
from ledger.disagreement.evidence import Item
from ledger.disagreement.reading import Figure, Reading
from ledger.disagreement.signals import Signal

_REACH = {"han": 12.0, "latin": 30.0}
"""Characters of the key after which something counts half: about five words of the language."""
_OTHER_CLAUSE = 0.5
"""What a neighbouring clause of the same sentence counts for, against the figure's own."""
_JOINED = re.compile(r"\s*(?:及|和|与|跟|以及|、|and\b|&|plus\b)")


class Context(NamedTuple):
    """What a figure or a clause is about.

    Attributes:
        known: weight of each term, name and opposite act.
        han: weight of each pair of CJK characters.
        latin: weight of each other word.
        subjects: whom it is about: ids by kind of name.
        contrasts: the side it takes in each contrast it mentions.
        event: for a date, what happened on it.
    """

    known: Mapping[str, float]
    han: Mapping[str, float]
    latin: Mapping[str, float]
    subjects: Mapping[str, frozenset[str]]
    contrasts: Mapping[str, str]
    event: str | None = None

    def without(self, item: str) -> Self:
        """The context but for one term or name."""
        return self._replace(known={i: w for i, w in self.known.items() if i != item})


def clause_context(reading: Reading, clause: int) -> Context:
    """The context of a whole clause, nothing in it nearer than the rest."""
    items = reading.items[clause]
    weighed = [(item, item.weight) for item in items]
    contrasts = {s.group: s.side for s in reading.signals[clause] if s.kind == "contrast"}
    return _context(weighed, _subjects(reading, items), contrasts)


def figure_context(reading: Reading, figure: Figure) -> Context:
    """The context of a figure: its sentence, near words first; of a date the whole text."""
    if figure.day is not None:
        every = [
            (item, item.weight)
            for items in reading.items
            for item in items
            if item.kind not in {"act", "pole", "contrast"}
        ]
        return _context(every, {}, {})._replace(event=event_of(reading, figure))
    weighed = [
        (item, item.weight * _nearness(item, figure, own=clause == figure.clause))
        for clause in reading.sentence_of(figure.clause)
        for item in reading.items[clause]
    ]
    subjects = _subjects(reading, _subject_items(reading, figure))
    return _context(weighed, subjects, _contrasts(reading, figure))


def _nearness(item: Item, figure: Figure, *, own: bool) -> float:
    distance = max(item.start - figure.end, figure.start - item.end, 0)
    script = "latin" if item.end - item.start > 0 and item.kind == "latin" else "han"
    return (1.0 if own else _OTHER_CLAUSE) / (1.0 + distance / _REACH[script])


def _context(
    weighed: Iterable[tuple[Item, float]],
    subjects: Mapping[str, frozenset[str]],
    contrasts: Mapping[str, str],
) -> Context:
    """Each thing once, at its greatest weight."""
    known: dict[str, float] = {}
    words: dict[str, dict[str, float]] = {"han": {}, "latin": {}}
    for item, weight in weighed:
        kind = words.get(item.kind, known)
        kind[item.id] = max(weight, kind.get(item.id, 0.0))
    return Context(known, words["han"], words["latin"], subjects, contrasts)


def _subject_items(reading: Reading, figure: Figure) -> Sequence[Item]:
    """The names nearest to a figure.

    Between the figure before and this one, else between this one and the next, else anywhere in
    the clause, else in the nearest earlier clause of the sentence that names anybody.
    """
    own = _names(reading.items[figure.clause])
    figures = [f for f in reading.figures if f.clause == figure.clause]
    at = figures.index(figure)
    previous = figures[at - 1].end if at else 0
    following = figures[at + 1].start if at + 1 < len(figures) else len(reading.folded.key)
    before = [item for item in own if previous <= item.start < figure.start]
    after = [item for item in own if figure.end <= item.start < following]
    for nearest in (before, after, own):
        if nearest:
            return nearest
    for clause in reversed(range(reading.sentence_of(figure.clause).start, figure.clause)):
        earlier = _names(reading.items[clause])
        if earlier:
            return earlier
    return ()


def _names(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind not in _NO_SUBJECTS]


_NO_SUBJECTS = frozenset({"term", "act", "pole", "contrast", "han", "latin"})


def _subjects(reading: Reading, items: Iterable[Item]) -> dict[str, frozenset[str]]:
    """Whom it is about, by kind; one joined to others (the US and partners) is not one alone."""
    found: dict[str, set[str]] = {}
    for item in _names(items):
        joined = _JOINED.match(reading.folded.key, item.end)
        found.setdefault(item.kind, set()).add(f"{item.id} and others" if joined else item.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _contrasts(reading: Reading, figure: Figure) -> dict[str, str]:
    """The side of each contrast that stands nearest in the figure's clause."""
    nearest: dict[str, tuple[int, int, str]] = {}
    for signal in reading.signals[figure.clause]:
        if signal.kind == "contrast":
            distance = _distance(signal, figure)
            nearest[signal.group] = min(distance, nearest.get(signal.group, distance))
    return {group: side for group, (_, _, side) in nearest.items()}


def _distance(signal: Signal, figure: Figure) -> tuple[int, int, str]:
    """How far a word stands from a figure; of two as near, the one that follows."""
    if signal.start >= figure.end:
        return signal.start - figure.end, 0, signal.side
    return max(0, figure.start - signal.end), 1, signal.side
