"""What the words around a figure say of it: whom it is about, of what part, in which contrast."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ledger.disagreement.lists.measures import is_toll
from ledger.disagreement.lists.signals import Signal
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.words import is_past
from ledger.disagreement.two_sets import others_of_a_kind
from ledger.text.patterns import lazily

Times = Mapping[str, frozenset[str]]
"""Times by their sort (year, month, weekday), as a text names them."""

_ASIDE = lazily(r" (?:which|who|whose|whom|where) ")
_NEXT_WORD = lazily(r" ?([a-z]+)")
AND_OTHERS = " and others"
"""What the id of a name ends with that is joined to others."""
_JOINED = lazily(r"\s*(?:及|和|与|跟|以及|、|and\b|&|plus\b)")


def subject_items(reading: Reading, figure: Figure) -> Sequence[Item]:
    """The names nearest to a figure, in the nearest earlier clause if its own has none.

    Of an aside only where nothing else is named: a storm, which hit Japan on Friday, killed 17.
    """
    nearest = naming(reading.items[figure.clause])
    if nearest:
        return _nearest(reading, figure, nearest)
    aside: Sequence[Item] = ()
    for clause in reversed(range(reading.sentences[figure.clause].start, figure.clause)):
        earlier = naming(reading.items[clause])
        if earlier and not _ASIDE.match(reading.folded.key, reading.clauses[clause].start):
            return earlier
        aside = aside or earlier
    return aside


def _nearest(reading: Reading, figure: Figure, items: Sequence[Item]) -> Sequence[Item]:
    """The items of a clause up to this figure from the one before, else from it on, else all.

    All of them, too, where it is the only figure: 120 people in Nepal, 30 people in India.
    """
    previous, following = _neighbours(reading, figure)
    if not previous and following == len(reading.folded.key):
        return items
    before = [item for item in items if previous <= item.start < figure.start]
    after = [item for item in items if figure.end <= item.start < following]
    return before or after or items


def _neighbours(reading: Reading, figure: Figure) -> tuple[int, int]:
    """Where the figure before ends and the next one begins, within the clause."""
    figures = [f for f in reading.figures if f.clause == figure.clause and f.day is None]
    before = (f.end for f in reversed(figures) if f.at < figure.at)
    after = (f.start for f in figures if f.at > figure.at)
    return next(before, 0), next(after, len(reading.folded.key))


def measures_near(reading: Reading, figure: Figure) -> frozenset[str]:
    """The measure that was read for a figure, and those nearer to it than to another figure.

    A clause without any has those of the clause before: the exempt share, from 46 to 62 %.
    """
    own = {figure.measure} if figure.measure is not None else set()
    previous, following = _neighbours(reading, figure)
    near = {
        item.id
        for item in _measures(reading, figure.clause)
        if (not previous or figure.start - item.end <= item.start - previous)
        and item.start - figure.end < following - item.end
    }
    if near or not figure.clause:
        return frozenset(near | own)
    before = figure.clause - 1
    if before in reading.sentences[figure.clause] and not _has_figures(reading, before):
        near = {item.id for item in _measures(reading, before)}
    return frozenset(near | own)


def _measures(reading: Reading, clause: int) -> list[Item]:
    return [item for item in reading.items[clause] if item.kind == "measure"]


def _has_figures(reading: Reading, clause: int) -> bool:
    return any(figure.clause == clause and figure.day is None for figure in reading.figures)


def times_of(reading: Reading, clauses: Collection[int]) -> dict[str, frozenset[str]]:
    """The years, months, weekdays and other times that some clauses mention, by sort."""
    found: dict[str, set[str]] = {}
    for clause in clauses:
        for signal in reading.signals[clause]:
            if signal.kind == "when":
                found.setdefault(signal.group, set()).add(signal.side)
    for figure in reading.figures:
        if figure.day is not None and figure.clause in clauses:
            day = figure.day
            for sort, time in (("year", day.year), ("month", day.month), ("day", day.alone)):
                if time is not None:
                    found.setdefault(sort, set()).add(str(time))
    return {sort: frozenset(times) for sort, times in found.items()}


def other_times(a: Times, b: Times) -> bool:
    """Whether the two name other times of one sort: Monday and Tuesday, 2024 and 2025."""
    return others_of_a_kind(a, b)


def naming(items: Iterable[Item]) -> list[Item]:
    """The items that name somebody or something."""
    return [item for item in items if item.kind not in _NO_SUBJECTS]


_NO_SUBJECTS = frozenset({"term", "measure", "act", "pole", "contrast", "han", "latin"})


def subjects_of(reading: Reading, items: Iterable[Item]) -> dict[str, frozenset[str]]:
    """Whom it is about, by kind; one joined to others (the US and partners) is not one alone."""
    found: dict[str, set[str]] = {}
    for item in naming(items):
        joined = _is_joined(reading.folded.key, item.end)
        found.setdefault(item.kind, set()).add(item.id + AND_OTHERS if joined else item.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _is_joined(key: str, end: int) -> bool:
    """Whether an "and" behind a name joins others to it, and not what happened next."""
    joined = _JOINED.match(key, end)
    if joined is None:
        return False
    behind = _NEXT_WORD.match(key, joined.end())
    return behind is None or not is_past(behind[1])


def contrasts_of(reading: Reading, figure: Figure) -> dict[str, str]:
    """The side of each contrast that stands nearest in the figure's clause.

    Those who support and those who oppose are two groups, so opposite acts are contrasts of the
    figures they go with; a rise and a fall are not, because a figure has a direction of its own.
    """
    nearest: dict[str, tuple[int, int, str]] = {}
    found = series_of(reading, figure)
    if figure.quantity.dimension == "length":
        size = _SIZES.get(reading.folded.key[figure.start - 1 : figure.start])
        if size is not None:
            nearest["contrast:size"] = (0, 0, size)
    if figure.quantity.dimension == "age":
        whose = _WHOSE_AGE.match(reading.folded.key, figure.end)
        if whose is not None:
            nearest["whose age"] = (0, 0, whose[1])
    for signal in reading.signals[figure.clause]:
        if signal.kind in _TELL_APART and signal.group not in _OTHERWISE_TOLD:
            if signal.group == "size" and figure.quantity.dimension != "length":
                continue
            group = f"{signal.kind}:{signal.group}"
            distance = _distance(signal, figure)
            nearest[group] = min(distance, nearest.get(group, distance))
    told = found | {group: side for group, (_, _, side) in nearest.items()}
    return _of_all_or_a_part(reading, figure) | _who_is_counted(reading, figure) | told


def _of_all_or_a_part(reading: Reading, figure: Figure) -> dict[str, str]:
    """Whether a sentence counts for a whole country or for a province, wherever it says so."""
    if "contrast" not in reading.kinds:
        return {}
    sentence = reading.sentences[figure.clause]
    sides = {s.side for n in sentence for s in reading.signals[n] if s.group == "extent"}
    return {"contrast:extent": sides.pop()} if len(sides) == 1 else {}


def _who_is_counted(reading: Reading, figure: Figure) -> dict[str, str]:
    """The contrasts of a clause that only says of whom: among women, 61 percent back it."""
    before = figure.clause - 1
    if before < reading.sentences[figure.clause].start:
        return {}
    start, end, _ = reading.clauses[before]
    among = _AMONG_WHOM.fullmatch(reading.folded.key, start, end)
    if among is None:
        return {}
    told = {f"{s.kind}:{s.group}": s.side for s in reading.signals[before] if s.kind == "scope"}
    return told | {"whom": among[1]} if among[1] else told


_AMONG_WHOM = lazily(r" ?(?:among ([^,]{1,40})|[^,]{1,12}中),")


def series_of(reading: Reading, figure: Figure) -> dict[str, str]:
    """Which of a series a figure is about: the third round, the second crash.

    Its own clause says so, or what leads up to it: in the first trial, 70 % recovered.
    """
    found: dict[str, str] = {}
    if not reading.ordinals:
        return found
    leading = _leading_up_to(reading, figure)
    for ordinal in reading.ordinals:
        if ordinal.clause not in leading:
            continue
        for signal in reading.signals[ordinal.clause]:
            if signal.kind == "series" and 0 <= signal.start - ordinal.end <= 1:
                found[f"series:{signal.group}"] = str(ordinal.quantity.value)
        behind = behind_of(reading, ordinal)
        if ordinal.at != figure.at and behind is not None:
            found[f"series:{behind}"] = str(ordinal.quantity.value)
    return found


def _leading_up_to(reading: Reading, figure: Figure) -> range:
    """The clause of a figure and those before it in its sentence that count nothing themselves."""
    first = figure.clause
    counting = {f.clause for f in reading.figures if f.quantity.dimension not in _WHICH}
    while first > reading.sentences[figure.clause].start and first - 1 not in counting:
        first -= 1
    return range(first, figure.clause + 1)


_WHICH = frozenset({"ordinal", "date"})


def behind_of(reading: Reading, figure: Figure) -> str | None:
    """What follows a figure in its clause, ``None`` for nothing."""
    return next((i.id for i in reading.items[figure.clause] if i.start >= figure.end), None)


def spans_beside(reading: Reading, figure: Figure) -> frozenset[float | None]:
    """How long the other durations of its clause are: ten-year bonds, the first three days."""
    return frozenset(
        _as_stated(one)
        for one in reading.figures
        if one.clause == figure.clause
        and one.quantity.dimension == "duration" != figure.quantity.dimension
    )


def _as_stated(figure: Figure) -> float | None:
    """The number of a figure in its base unit, bounds aside: within three years is three years."""
    quantity = figure.quantity
    if quantity.value is None or not quantity.high or figure.high is None:
        return figure.low
    return quantity.value * figure.high / quantity.high


def described(reading: Reading, figure: Figure) -> frozenset[str]:
    """What stands right before a measure near the figure: cloud revenue, advertising revenue.

    Before a verb (exported) stands whoever did it.
    """
    items = reading.items[figure.clause]
    key = reading.folded.key
    starts = {
        i.start
        for i in items
        if i.kind == "measure" and not is_toll(i.id) and not key.endswith("ed", i.start, i.end)
    }
    starts -= {one.start for one in reading.figures}  # a measure read off a figure has no adjective
    return frozenset(
        item.id
        for item in items
        if item.kind in {"term", "latin"} and not starts.isdisjoint((item.end, item.end + 1))
    )


_WHOSE_AGE = lazily(r" ([a-z]+)")
_SIZES = {"长": "length", "宽": "width", "高": "height", "深": "depth"}
"""Single characters that say which extent a length is, right before it and nowhere else."""
_TELL_APART = frozenset({"contrast", "scope", "pole"})
_OTHERWISE_TOLD = frozenset({"rise"})


def _distance(signal: Signal, figure: Figure) -> tuple[int, int, str]:
    """How far a word stands from a figure; of two as near, the one that follows."""
    if signal.start >= figure.end:
        return signal.start - figure.end, 0, signal.side
    return max(0, figure.start - signal.end), 1, signal.side
