"""What stands around a figure or makes up a clause, weighed by how near it is."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, Self

from ledger.disagreement.events import event_of
from ledger.disagreement.figures import Figure
from ledger.disagreement.item import Item
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


class Context(NamedTuple):
    """What stands around a figure.

    Attributes:
        evidence: what is said there.
        scope: whether something narrows the figure to a part of a whole.
        measures: what it may measure: the measures named nearest to it.
        measured: every measure among what is said.
        when: the times its sentence mentions, by sort.
        event: for a date, what happened on it.
        behind: what follows the figure in its clause, ``None`` for nothing.
        spans: how long the other durations of its clause are, in months.
        described: what stands right before a measure of its clause.
    """

    evidence: Evidence
    scope: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    when: Times = MappingProxyType({})
    event: str | None = None
    behind: str | None = None
    spans: frozenset[float | None] = frozenset()
    described: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def clause_subject(reading: Reading, clause: int) -> Subject:
    """Whom a whole clause is about."""
    contrasts = {
        f"{s.kind}:{s.group}": s.side
        for s in reading.signals[clause]
        if s.kind in {"contrast", "scope"}
    }
    return Subject(subjects_of(reading, reading.items[clause]), contrasts)


@lru_cache(maxsize=8192)
def clause_evidence(reading: Reading, clause: int) -> Evidence:
    """What a whole clause says, nothing in it nearer than the rest."""
    return evidence_of(reading, reading.items[clause])


def evidence_of(reading: Reading, items: Iterable[Item]) -> Evidence:
    """What some items of a text say, none nearer than the others."""
    return _evidence(((item, item.weight) for item in items), chinese=reading.is_chinese)


@lru_cache(maxsize=8192)
def figure_subject(reading: Reading, at: int) -> Subject:
    """Whom a figure is about; of a date, only where it was and which of a series."""
    figure = reading.figures[at]
    if figure.day is not None:
        places = [item for item in reading.items[figure.clause] if item.kind == "place"]
        return Subject(subjects_of(reading, places), series_of(reading, figure))
    names = subjects_of(reading, subject_items(reading, figure))
    return Subject(names, contrasts_of(reading, figure))


@lru_cache(maxsize=8192)
def figure_context(reading: Reading, at: int) -> Context:
    """The context of a figure: its sentence, near words first; of a date the whole text."""
    figure = reading.figures[at]
    return _around_a_date(reading, figure) if figure.day is not None else _around(reading, figure)


def _around_a_date(reading: Reading, figure: Figure) -> Context:
    every = (
        item
        for items in reading.items
        for item in items
        if item.kind not in {"act", "measure", "pole", "contrast"}
    )
    return Context(evidence_of(reading, every), event=event_of(reading, figure))


def _around(reading: Reading, figure: Figure) -> Context:
    sentence = reading.sentences[figure.clause]
    return Context(
        _evidence(_by_nearness(reading, figure), chinese=reading.is_chinese),
        scope=scope_of(reading, figure),
        measures=measures_near(reading, figure),
        measured=frozenset(
            item.id for n in sentence for item in reading.items[n] if item.kind == "measure"
        ),
        when=times_of(reading, sentence),
        behind=behind_of(reading, figure),
        spans=spans_beside(reading, figure),
        described=described(reading, figure),
    )


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
