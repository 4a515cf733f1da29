"""What stands around a figure or makes up a clause, weighed by how near it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

from ledger.disagreement.events import event_of
from ledger.disagreement.evidence import Item
from ledger.disagreement.figures import Figure
from ledger.disagreement.reading import Reading
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
        chinese: whether it is written in Chinese.
        scope: whether something narrows it to a part of a whole.
        measures: what it may measure: the measures named nearest to it.
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
    return _context(weighed, _subjects(reading, items), contrasts, chinese=reading.is_chinese)


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
    context = _context(every, {}, {}, chinese=reading.is_chinese)
    return context._replace(event=event_of(reading, figure))


def _near(reading: Reading, figure: Figure) -> Context:
    reach = _REACH["han" if reading.is_chinese else "latin"]
    weighed = [
        (item, item.weight * _nearness(item, figure, reach, own=clause == figure.clause))
        for clause in reading.sentence_of(figure.clause)
        for item in reading.items[clause]
    ]
    subjects = _subjects(reading, _subject_items(reading, figure))
    context = _context(weighed, subjects, _contrasts(reading, figure), chinese=reading.is_chinese)
    return context._replace(
        scope=_scope(reading, figure),
        measures=_measures(reading, figure),
        when=_when(reading, figure),
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


def _subject_items(reading: Reading, figure: Figure) -> Sequence[Item]:
    """The names nearest to a figure, in the nearest earlier clause if its own has none."""
    nearest = _nearest(reading, figure, _names(reading.items[figure.clause]))
    if nearest:
        return nearest
    for clause in reversed(range(reading.sentence_of(figure.clause).start, figure.clause)):
        earlier = _names(reading.items[clause])
        if earlier:
            return earlier
    return ()


def _nearest(reading: Reading, figure: Figure, items: Sequence[Item]) -> Sequence[Item]:
    """The items of a clause up to this figure from the one before, else from it on, else all."""
    previous, following = _neighbours(reading, figure)
    before = [item for item in items if previous <= item.start < figure.start]
    after = [item for item in items if figure.end <= item.start < following]
    return before or after or items


def _neighbours(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Where the figure before ends and the next one begins, within the clause."""
    figures = [f for f in reading.figures if f.clause == figure.clause and f.day is None]
    at = figures.index(figure)
    previous = figures[at - 1].end if at else 0
    following = figures[at + 1].start if at + 1 < len(figures) else len(reading.folded.key)
    return previous, following


def _measures(reading: Reading, figure: Figure) -> frozenset[str]:
    """The measure that was read for a figure, and those nearer to it than to another figure."""
    previous, following = _neighbours(reading, figure)
    named = [item for item in reading.items[figure.clause] if item.kind == "measure"]
    near = {
        item.id
        for item in named
        if figure.start - item.end <= item.start - previous
        and item.start - figure.end < following - item.end
    }
    own = {figure.measure} if figure.measure is not None else set()
    return frozenset(near | own)


def _when(reading: Reading, figure: Figure) -> tuple[frozenset[int], frozenset[int]]:
    """The years and months that the sentence of a figure mentions."""
    sentence = reading.sentence_of(figure.clause)
    days = [f.day for f in reading.figures if f.day is not None and f.clause in sentence]
    months = {int(s.side) for c in sentence for s in reading.signals[c] if s.kind == "when"}
    months |= {day.month for day in days if day.month is not None}
    return frozenset(day.year for day in days if day.year is not None), frozenset(months)


_SCOPES_OF_A_SENTENCE = frozenset({"vintage", "days"})
_OF_A_WHOLE = re.compile(r" of (?:the|them|these|those|its|his|her|their)\b")


def _scope(reading: Reading, figure: Figure) -> frozenset[str]:
    """What narrows a figure to a part: children's, on Sundays, the main span, five of the dead."""
    found = {s.group for s in reading.signals[figure.clause] if s.kind == "scope"}
    found |= {
        signal.group
        for clause in reading.sentence_of(figure.clause)
        for signal in reading.signals[clause]
        if signal.group in _SCOPES_OF_A_SENTENCE
    }
    if figure.quantity.dimension != "percent":
        start = reading.clauses[figure.clause].start
        key = reading.folded.key
        if _OF_A_WHOLE.match(key, figure.end) or key.startswith(("of the ", " of the "), start):
            found.add("part")
    return frozenset(found)


def _names(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind not in _NO_SUBJECTS]


_NO_SUBJECTS = frozenset({"term", "measure", "act", "pole", "contrast", "han", "latin"})


def _subjects(reading: Reading, items: Iterable[Item]) -> dict[str, frozenset[str]]:
    """Whom it is about, by kind; one joined to others (the US and partners) is not one alone."""
    found: dict[str, set[str]] = {}
    for item in _names(items):
        joined = _JOINED.match(reading.folded.key, item.end)
        found.setdefault(item.kind, set()).add(f"{item.id} and others" if joined else item.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _contrasts(reading: Reading, figure: Figure) -> dict[str, str]:
    """The side of each contrast that stands nearest in the figure's clause.

    Those who support and those who oppose are two groups, so opposite acts are contrasts of the
    figures they go with; a rise and a fall are not, because a figure has a direction of its own.
    """
    nearest: dict[str, tuple[int, int, str]] = {}
    size = _SIZES.get(reading.folded.key[figure.start - 1 : figure.start])
    if size is not None and figure.quantity.dimension == "length":
        nearest["contrast:size"] = (0, 0, size)
    for signal in reading.signals[figure.clause]:
        if signal.kind in _TELL_APART and signal.group not in _OTHERWISE_TOLD:
            if signal.group == "size" and figure.quantity.dimension != "length":
                continue
            group = f"{signal.kind}:{signal.group}"
            distance = _distance(signal, figure)
            nearest[group] = min(distance, nearest.get(group, distance))
    return {group: side for group, (_, _, side) in nearest.items()}


_SIZES = {"长": "length", "宽": "width", "高": "height", "深": "depth"}
"""Single characters that say which extent a length is, right before it and nowhere else."""
_TELL_APART = frozenset({"contrast", "scope", "pole"})
_OTHERWISE_TOLD = frozenset({"rise"})


def _distance(signal: Signal, figure: Figure) -> tuple[int, int, str]:
    """How far a word stands from a figure; of two as near, the one that follows."""
    if signal.start >= figure.end:
        return signal.start - figure.end, 0, signal.side
    return max(0, figure.start - signal.end), 1, signal.side
