"""Which way a measure went: unemployment edged higher, and fell; a profit for the year, and a loss.

Two texts of one story tell of one measure, and each sends it one way and no other: if the ways are
opposite they cannot both hold, whatever figures stand beside them.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.measures import same_as
from ledger.disagreement.one_thing.kinship import other_subject
from ledger.disagreement.one_thing.narrowed import narrowed
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.one_thing.replaced import replaced
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import other_times
from ledger.disagreement.two_sets import share_nothing
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily

_SIDES = {"+": "up", "-": "down", "0": "level"}
_BALANCE = "balance"
"""Stands for a measure where it is told whether something ended in profit or loss."""


class Course(NamedTuple):
    """Which way a clause sends a measure."""

    measure: str
    way: str
    clause: int


def course_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """Measures that the two texts send opposite ways.

    Args:
        a: a text.
        b: another.
        near: asks how surely they tell of one event.
    """
    if not (_may_tell(a) and _may_tell(b)):
        return
    ours = _courses(a)
    theirs = _courses(b) if ours else []
    for measure in sorted({one.measure for one in ours} & {one.measure for one in theirs}):
        mine, other = ([c for c in text if c.measure == measure] for text in (ours, theirs))
        ways = {c.way for c in mine}, {c.way for c in other}
        if len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]:
            x, y = a.passages[mine[0].clause], b.passages[other[0].clause]
            if _of_one(x, y) and near() is not Nearness.APART:
                yield Finding("polarity", x.span, y.span, quoted(a, b, x.span, y.span))
                return


def _may_tell(reading: Prepared) -> bool:
    """Whether there is any word or figure that could send something either way."""
    moved = any(quantity.change for quantity in reading.quantities)
    return moved or bool(reading.cues) or "pole" in reading.kinds


def _courses(reading: Prepared) -> list[Course]:
    """Every measure of a text and each way it is sent."""
    return [
        Course(measure, way, clause)
        for clause, passage in enumerate(reading.passages)
        for way in sorted(_ways(passage))
        for measure in sorted(_measures(reading, clause))
    ] + [Course(_BALANCE, cue.group, clause) for clause, cue in reading.cued("balance")]


def _ways(passage: Passage) -> set[str]:
    told = [cue for clause, cue in passage.reading.cued("course") if clause == passage.clause]
    ways = {cue.group for cue in told}
    ways |= {
        _SIDES[s.side]
        for s in passage.signals
        if s.kind == "pole"
        and s.group == "rise"
        and not any(c.start <= s.start < c.end for c in told)
    }
    figures = (f for f in passage.reading.figures if f.clause == passage.clause)
    return ways | {f.quantity.change for f in figures if f.quantity.change is not None}


def _measures(reading: Prepared, clause: int) -> set[str]:
    """What a clause measures, or the one before it in its sentence."""
    found = {*reading.passages[clause].measures}
    found |= {f.measure for f in reading.figures if f.clause == clause and f.measure}
    if not found and clause > reading.sentences[clause].start:
        return _measures(reading, clause - 1)
    return {_UNQUALIFIED.get(m, same_as(m)) for m in found}


_UNQUALIFIED = {"net_profit": "profit"}
"""Measures that are called by a shorter name: who tells of profit mostly means what is left."""


def _of_one(x: Passage, y: Passage) -> bool:
    """Whether nothing says that the two speak of two measures, or of two times."""
    if x.stance != y.stance or x.stance.mood in ("may", "open") or x.stance.negated:
        return False
    if narrowed(x, y) or replaced(x, y, or_added=True) or any(_is_revised(one) for one in (x, y)):
        return False
    if other_times(x.times, y.times) or other_subject(x.subject, y.subject):
        return False
    if _moved_by(x) & _moved_by(y) or share_nothing(_stretches(x), _stretches(y)):
        return False
    return not share_nothing(_against(x), _against(y)) and _narrowing(x) == _narrowing(y)


def _moved_by(passage: Passage) -> set[str]:
    """In what it says how far: two such figures are set against each other where they may be.

    What rose 4 % against the year before may have fallen 1 % against the month before.
    """
    figures = (f.quantity for f in passage.reading.figures if f.clause == passage.clause)
    return {quantity.dimension for quantity in figures if quantity.change is not None}


def _stretches(passage: Passage) -> set[str | None]:
    """Over how long a sentence counts: a quarter, half a year, a year."""
    return {found.lastgroup for found in _STRETCH.finditer(passage.sentence)}


_STRETCH = lazily(
    r"(?P<quarter>\bquarter\b|\bthree months\b|季度?|三个月)"
    r"|(?P<half>\b(?:first|second) half\b|\bhalf-year\b|\bsix months\b|[上下]半年|半年)"
    r"|(?P<year>\b(?:full|whole|entire) year\b|\bannual\b|全年)"
    r"|(?P<month>\bmonthly\b|单月|当月)"
)


def _is_revised(passage: Passage) -> bool:
    """Whether it tells of an estimate, and not of what was estimated, going up or down."""
    return any(s.group == "vintage" for s in passage.signals) or "revis" in passage.key


def _against(passage: Passage) -> set[str]:
    """What it is set against: the month before, the year before."""
    return {s.side for s in passage.signals if s.group == "against"}


def _narrowing(passage: Passage) -> set[str]:
    return {s.group for s in passage.signals if s.kind == "scope" and s.group in _PARTS}


_PARTS = frozenset(
    {
        *("age", "among", "area", "cover", "flow", "gender", "head", "inflation", "market"),
        *("office", "opinion", "part", "piece", "place", "reach", "sector", "term", "ward", "wind"),
    }
)
"""Scopes that tell apart two measures of one name."""
