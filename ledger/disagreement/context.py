"""What stands around a figure or makes up a clause, weighed by how near it is."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, Self

from ledger.disagreement.events import event_of
from ledger.disagreement.figures import Figure
from ledger.disagreement.item import Item
from ledger.disagreement.lazily import lazily
from ledger.disagreement.reading import Reading
from ledger.disagreement.surroundings import (
    Times,
    behind_of,
    contrasts_of,
    described,
    measures_near,
    scope_of,
    series_of,
    spans_beside,
    subject_items,
    subjects_of,
    times_of,
)

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
    """

    def __init__(self, reading: Reading, figure: Figure) -> None:
        """Remember where to look."""
        self._reading, self._figure = reading, figure

    @lazily
    def evidence(self) -> Evidence:
        """What is said there."""
        reading = self._reading
        if self._figure.day is None:
            return _evidence(_by_nearness(reading, self._figure), chinese=reading.is_chinese)
        every = (item for items in reading.items for item in items)
        return evidence_of(reading, (item for item in every if item.kind not in _OF_A_FIGURE))

    @lazily
    def scope(self) -> frozenset[str]:
        """What narrows the figure to a part of a whole."""
        return scope_of(self._reading, self._figure)

    @lazily
    def measures(self) -> frozenset[str]:
        """What it may measure: the measures named nearest to it; a date measures nothing."""
        if self._figure.day is not None:
            return frozenset()
        return measures_near(self._reading, self._figure)

    @property
    def measured(self) -> frozenset[str]:
        """Every measure among what is said."""
        sentence = self._reading.sentences[self._figure.clause]
        items = (item for clause in sentence for item in self._reading.items[clause])
        return frozenset(item.id for item in items if item.kind == "measure")

    @lazily
    def when(self) -> Times:
        """The times its sentence mentions, by sort."""
        return times_of(self._reading, self._reading.sentences[self._figure.clause])

    @lazily
    def event(self) -> str | None:
        """For a date, what happened on it."""
        return event_of(self._reading, self._figure)

    @property
    def behind(self) -> str | None:
        """What follows the figure in its clause, ``None`` for nothing."""
        return behind_of(self._reading, self._figure)

    @lazily
    def spans(self) -> frozenset[float | None]:
        """How long the other durations of its clause are, in months."""
        return spans_beside(self._reading, self._figure)

    @lazily
    def described(self) -> frozenset[str]:
        """What stands right before a measure of its clause."""
        return described(self._reading, self._figure)


_OF_A_FIGURE = frozenset({"act", "measure", "pole", "contrast"})
"""Kinds of what goes with a figure and says nothing of a day."""


@lru_cache(maxsize=2048)
def clause_subject(reading: Reading, clause: int) -> Subject:
    """Whom a whole clause is about; what it does to them (for, against) is no part of that."""
    signals = reading.signals[clause]
    poles = {s.start for s in signals if s.kind == "pole"}
    contrasts = {
        f"{s.kind}:{s.group}": s.side
        for s in signals
        if s.kind in {"contrast", "scope"} and s.start not in poles
    }
    return Subject(subjects_of(reading, reading.items[clause]), contrasts)


@lru_cache(maxsize=2048)
def clause_evidence(reading: Reading, clause: int) -> Evidence:
    """What a whole clause says, nothing in it nearer than the rest."""
    return evidence_of(reading, reading.items[clause])


def evidence_of(reading: Reading, items: Iterable[Item]) -> Evidence:
    """What some items of a text say, none nearer than the others."""
    return _evidence(((item, item.weight) for item in items), chinese=reading.is_chinese)


@lru_cache(maxsize=2048)
def figure_subject(reading: Reading, at: int) -> Subject:
    """Whom a figure is about; of a date, only where it was and which of a series."""
    figure = reading.figures[at]
    if figure.day is not None:
        places = [item for item in reading.items[figure.clause] if item.kind == "place"]
        return Subject(subjects_of(reading, places), series_of(reading, figure))
    names = subjects_of(reading, subject_items(reading, figure))
    return Subject(names, contrasts_of(reading, figure))


@lru_cache(maxsize=2048)
def figure_context(reading: Reading, at: int) -> Context:
    """What stands around a figure."""
    return Context(reading, reading.figures[at])


def _by_nearness(reading: Reading, figure: Figure) -> Iterable[tuple[Item, float]]:
    """The items of a figure's sentence, each with its weight there."""
    reach = _REACH["han" if reading.is_chinese else "latin"]
    first, last = figure.start, figure.end
    for clause in reading.sentences[figure.clause]:
        share = 1.0 if clause == figure.clause else _OTHER_CLAUSE
        for item in reading.items[clause]:
            start, end, _, _, weight = item
            distance = start - last if start >= last else max(first - end, 0)
            yield item, weight * (share / (1.0 + distance / reach))


def _evidence(weighed: Iterable[tuple[Item, float]], *, chinese: bool) -> Evidence:
    """Each thing once, at its greatest weight."""
    known: dict[str, float] = {}
    han: dict[str, float] = {}
    latin: dict[str, float] = {}
    words = {"han": han, "latin": latin, "proper": latin}
    for (_, _, identity, kind, _), weight in weighed:
        among = words.get(kind, known)
        if weight > among.get(identity, 0.0):
            among[identity] = weight
    return Evidence(known, han, latin, chinese)
