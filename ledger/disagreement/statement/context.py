"""What stands around a figure, weighed by how near it is."""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple, Self

from ledger.disagreement.statement.events import event_of
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.parts import scope_of
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.surroundings import (
    Times,
    behind_of,
    contrasts_of,
    described,
    measures_near,
    series_of,
    spans_beside,
    subject_items,
    subjects_of,
    times_of,
)
from ledger.text.tuples import made

_REACH = {"han": 12.0, "latin": 30.0}
"""Characters of the key after which something counts half: about five words of the language."""
_OTHER_CLAUSE = 0.5
"""What a neighbouring clause of the same sentence counts for, against the figure's own."""


class Subject(NamedTuple):
    """Whom or what a figure or a clause is about.

    Attributes:
        names: ids by kind of name.
        contrasts: the side it takes in each contrast it mentions.
    """

    names: Mapping[str, frozenset[str]]
    contrasts: Mapping[str, str]


class Evidence(NamedTuple):
    """What is said, for the weight of it.

    Attributes:
        known: weight of each term, name and opposite act.
        han: weight of each pair of CJK characters.
        latin: weight of each other word.
        chinese: whether it is written in Chinese.
    """

    known: Mapping[str, float]
    han: Mapping[str, float]
    latin: Mapping[str, float]
    chinese: bool

    def without(self, items: Iterable[str]) -> Self:
        """The evidence but for some terms or names."""
        gone = self.known.keys() & items
        if not gone:
            return self
        return self._replace(known={i: w for i, w in self.known.items() if i not in gone})

    def speaks_of(self, item: str) -> bool:
        """Whether a term, name or word is among what is said."""
        return item in self.known or item in self.han or item in self.latin


class Context:
    """What stands around a figure, worked out as far as a rule asks.

    Its evidence is its sentence, near words first; that of a date is the whole text.

    Attributes:
        figure: the figure.
    """

    def __init__(self, reading: Reading, figure: Figure) -> None:
        """Remember where to look."""
        self._reading, self.figure = reading, figure

    @kept
    def evidence(self) -> Evidence:
        """What is said there."""
        reading = self._reading
        if self.figure.day is None:
            return _nearby(reading, self.figure)
        event = self.event
        told = [item for items in reading.items for item in items if item[3] not in _OF_A_FIGURE]
        for start, end, kind, group, _ in reading.steering:
            if kind == "once" and group == event:
                told = [item for item in told if item[1] <= start or end <= item[0]]
        return evidence_of(reading, told)

    @kept
    def subject(self) -> Subject:
        """Whom the figure is about; of a date, only where it was and which of a series."""
        reading, figure = self._reading, self.figure
        if figure.day is not None:
            places = [item for item in reading.items[figure.clause] if item.kind == "place"]
            return Subject(subjects_of(reading, places), series_of(reading, figure))
        names = subjects_of(reading, subject_items(reading, figure))
        return made(Subject, (names, contrasts_of(reading, figure)))

    @kept
    def scope(self) -> frozenset[str]:
        """What narrows the figure to a part of a whole."""
        return scope_of(self._reading, self.figure)

    @kept
    def measures(self) -> frozenset[str]:
        """What it may measure: the measures named nearest to it; a date measures nothing."""
        if self.figure.day is not None:
            return _NONE
        return measures_near(self._reading, self.figure)

    @property
    def measured(self) -> frozenset[str]:
        """Every measure among what is said."""
        items = self._reading.sentence_items(self.figure.clause)
        return frozenset(item.id for item in items if item.kind == "measure")

    @kept
    def when(self) -> Times:
        """The times its sentence mentions, by sort."""
        reading = self._reading
        if not reading.tells_time:
            return {}
        return times_of(reading, reading.sentences[self.figure.clause])

    @kept
    def event(self) -> str | None:
        """For a date, what happened on it."""
        return event_of(self._reading, self.figure)

    @property
    def behind(self) -> str | None:
        """What follows the figure in its clause, ``None`` for nothing."""
        return behind_of(self._reading, self.figure)

    @kept
    def spans(self) -> frozenset[float | None]:
        """How long the other durations of its clause are, in months."""
        return spans_beside(self._reading, self.figure)

    @kept
    def described(self) -> frozenset[str]:
        """What stands right before a measure of its clause."""
        return described(self._reading, self.figure)


_NONE: frozenset[str] = frozenset()
_OF_A_FIGURE = frozenset({"act", "measure", "pole", "contrast"})
"""Kinds of what goes with a figure and says nothing of a day."""


def evidence_of(reading: Reading, items: Iterable[Item]) -> Evidence:
    """What some items of a text say, none nearer than the others."""
    return _evidence(map(_what_is_said, items), chinese=reading.is_chinese)


_what_is_said = itemgetter(2, 3, 4)


def _nearby(reading: Reading, figure: Figure) -> Evidence:
    """What the sentence of a figure says, each item with its weight there."""
    reach = _REACH["han" if reading.is_chinese else "latin"]
    first, last = figure.start, figure.end
    weighed: list[tuple[str, str, float]] = []
    for clause in reading.sentences[figure.clause]:
        share = 1.0 if clause == figure.clause else _OTHER_CLAUSE
        weighed += [
            (
                identity,
                kind,
                # as far as it is from the nearer end of the figure
                weight * (share / (1.0 + max(start - last, first - end, 0) / reach)),
            )
            for start, end, identity, kind, weight in reading.items[clause]
        ]
    return _evidence(weighed, chinese=reading.is_chinese)


def _evidence(weighed: Iterable[tuple[str, str, float]], *, chinese: bool) -> Evidence:
    """Each thing once, at its greatest weight."""
    known: dict[str, float] = {}
    han: dict[str, float] = {}
    latin: dict[str, float] = {}
    words = {"han": han, "latin": latin, "proper": latin}
    for identity, kind, weight in weighed:
        among = words.get(kind, known)
        if identity not in among or weight > among[identity]:
            among[identity] = weight
    return made(Evidence, (known, han, latin, chinese))
