"""What stands around a figure or makes up a clause, weighed by how near it is."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, Self

from ledger.disagreement.events import event_of
from ledger.disagreement.evidence import Item
from ledger.disagreement.figures import Figure
from ledger.disagreement.reading import Reading
from ledger.disagreement.surroundings import (
    contrasts_of,
    measures_near,
    scope_of,
    series_of,
    subject_items,
    subjects_of,
    when_of,
)

_REACH = {"han": 12.0, "latin": 30.0}
"""Characters of the key after which something counts half: about five words of the language."""
_OTHER_CLAUSE = 0.5
"""What a neighbouring clause of the same sentence counts for, against the figure's own."""


class Context(NamedTuple):
    """What a figure or a clause is about.

    Attributes:
        known: weight of each term, name and opposite act.
        han: weight of each pair of CJK characters.
        latin: weight of each other word.
        subjects: whom it is about: ids by kind of name.
        contrasts: the side it takes in each contrast it mentions.
        chinese: whether it is written in Chinese.
        scope: whether something narrows it to a part of a whole.
        measures: what it may measure: the measures named nearest to it.
        measured: every measure among what is known.
        when: the years and the months its sentence mentions.
        event: for a date, what happened on it.
    """

    known: Mapping[str, float]
    han: Mapping[str, float]
    latin: Mapping[str, float]
    subjects: Mapping[str, frozenset[str]]
    contrasts: Mapping[str, str]
    chinese: bool
    scope: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    when: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    event: str | None = None

    def without(self, items: Iterable[str]) -> Self:
        """The context but for some terms or names."""
        gone = frozenset(items)
        return self._replace(known={i: w for i, w in self.known.items() if i not in gone})

    def nearest(self) -> str:
        """What stands nearest, for its weight; the empty string where nothing does."""
        every = {**self.han, **self.latin, **self.known}
        return max(sorted(every), key=every.__getitem__, default="")

    def speaks_of(self, item: str) -> bool:
        """Whether a term, name or word is among what it is about."""
        return item in self.known or item in self.han or item in self.latin


@lru_cache(maxsize=8192)
def clause_context(reading: Reading, clause: int) -> Context:
    """The context of a whole clause, nothing in it nearer than the rest."""
    items = reading.items[clause]
    weighed = [(item, item.weight) for item in items]
    contrasts = {
        f"{s.kind}:{s.group}": s.side
        for s in reading.signals[clause]
        if s.kind in {"contrast", "scope"}
    }
    return _context(weighed, subjects_of(reading, items), contrasts, chinese=reading.is_chinese)


@lru_cache(maxsize=4096)
def figure_contexts(reading: Reading) -> tuple[Context, ...]:
    """The context of each figure: its sentence, near words first; of a date the whole text."""
    return tuple(
        _date_context(reading, figure) if figure.day is not None else _near(reading, figure)
        for figure in reading.figures
    )


def _date_context(reading: Reading, figure: Figure) -> Context:
    every = [
        (item, item.weight)
        for items in reading.items
        for item in items
        if item.kind not in {"act", "measure", "pole", "contrast"}
    ]
    context = _context(every, {}, series_of(reading, figure), chinese=reading.is_chinese)
    return context._replace(event=event_of(reading, figure))


def _near(reading: Reading, figure: Figure) -> Context:
    reach = _REACH["han" if reading.is_chinese else "latin"]
    weighed = [
        (item, item.weight * _nearness(item, figure, reach, own=clause == figure.clause))
        for clause in reading.sentence_of(figure.clause)
        for item in reading.items[clause]
    ]
    subjects = subjects_of(reading, subject_items(reading, figure))
    context = _context(weighed, subjects, contrasts_of(reading, figure), chinese=reading.is_chinese)
    return context._replace(
        scope=scope_of(reading, figure),
        measures=measures_near(reading, figure),
        measured=frozenset(item.id for item, _ in weighed if item.kind == "measure"),
        when=when_of(reading, figure),
    )


def _nearness(item: Item, figure: Figure, reach: float, *, own: bool) -> float:
    distance = max(item.start - figure.end, figure.start - item.end, 0)
    return (1.0 if own else _OTHER_CLAUSE) / (1.0 + distance / reach)


def _context(
    weighed: Iterable[tuple[Item, float]],
    subjects: Mapping[str, frozenset[str]],
    contrasts: Mapping[str, str],
    *,
    chinese: bool,
) -> Context:
    """Each thing once, at its greatest weight."""
    known: dict[str, float] = {}
    han: dict[str, float] = {}
    latin: dict[str, float] = {}
    words = {"han": han, "latin": latin, "proper": latin}
    for item, weight in weighed:
        kind = words.get(item.kind, known)
        kind[item.id] = max(weight, kind.get(item.id, 0.0))
    return Context(known, han, latin, subjects, contrasts, chinese)
