"""Which figure of one side is set against which of the other: by what they measure, not by place.

A pair needs figures of one sort, no sign that they are about different subjects, and evidence
that they measure one thing. Figures that meet are paired before figures that do not, where the
evidence is otherwise alike: a text that states both 5 and 8 % does not contradict one that says 8.
"""

from collections.abc import Callable, Iterable, Iterator

from ledger.disagreement.aligning.alike import Couple, side_by_side
from ledger.disagreement.aligning.beside import (
    is_priced,
    other_act,
    other_object,
    other_verb,
)
from ledger.disagreement.aligning.firmness import (
    NOTHING_ELSE,
    bears_out,
    firm,
    unnamed_alike,
    unsaid,
)
from ledger.disagreement.aligning.intervals import meet, same_sort
from ledger.disagreement.aligning.of_what import OF_WHAT, each_of_its_own
from ledger.disagreement.lists.measures import confusable, same_as
from ledger.disagreement.one_thing import same_day
from ledger.disagreement.one_thing.heads import may_name
from ledger.disagreement.one_thing.kinship import (
    Kinship,
    covered,
    kinship,
    other_subject,
    strangers,
)
from ledger.disagreement.one_thing.lookalikes import (
    SIGNS_AT_A_DATE,
    SIGNS_AT_A_FIGURE,
    SIGNS_IN_DIGITS,
    SIGNS_IN_WORDS,
)
from ledger.disagreement.one_thing.none_of_whom import none_of_others
from ledger.disagreement.one_thing.replaced import in_one_mould, replaced
from ledger.disagreement.one_thing.whom import changed_round, other_things, words_behind
from ledger.disagreement.staged import Staged
from ledger.disagreement.statement.context import Context
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.parts import is_all, is_whole, said_of_a_part
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.text.patterns import lazily

_NAMED_MEASURE = 0.3
"""Share of evidence that suffices when both sides name one measure."""
_NO_MEASURE = 0.5
"""Share of evidence needed when the measure has to be told from the words."""
_MEASURE_UNSAID = 0.6
"""Share needed when one side names a measure of which the other does not speak at all."""
_ALL = 0.9
"""Share of both sides' evidence from which two texts differ in the figure alone."""
_OF_A_DAY = 0.6
"""Share of one side's words that the other must have for two days to be of one event."""
_LEAST_WEIGHT = 0.8
"""Evidence below this, in English words, is too thin to hold two figures together."""
_PLAINLY = frozenset({"=", "~", "range"})
"""Comparators of a figure that is not only bounded."""
_LETTER = lazily(r"[^\W\d_]")
_MEETING, _MEETING_IN_ONE_MEASURE = 0.2, 0.3
"""What meeting counts for, as a share of evidence, in the order of pairing."""


class Pair:
    """Two figures that may measure one thing.

    Attributes:
        a: a figure of the first text.
        b: a figure of the second.
        twins: whether the texts differ in one figure alone, and these stand in one place.
        alike: whether they are the same figure there.
    """

    def __init__(
        self,
        readings: tuple[Prepared, Prepared],
        figures: tuple[Figure, Figure],
        *,
        one_claim: bool,
        twins: bool = False,
        alike: bool = False,
    ) -> None:
        """Set two figures side by side."""
        self._readings = readings
        self.a, self.b = figures
        self.twins, self.alike = twins, alike
        self._one_claim = one_claim

    @property
    def _placed(self) -> tuple[tuple[Prepared, Figure], tuple[Prepared, Figure]]:
        """Each figure with the text it stands in."""
        a, b = self._readings
        return (a, self.a), (b, self.b)

    @kept
    def met(self) -> bool:
        """Whether some value fits both."""
        return meet(self.a, self.b)

    @kept
    def _contexts(self) -> tuple[Context, Context]:
        a, b = self._readings
        return a.contexts[self.a.at], b.contexts[self.b.at]

    @kept
    def measure(self) -> str | None:
        """What both measure, where both name it; of days nothing is measured."""
        if self.a.day is not None:
            return None
        return _shared_measure(self.a, self.b, *self._contexts)

    @kept
    def _other(self) -> bool:
        """Whether each has a measure and it is not the same."""
        return None not in (self.a.measure, self.b.measure) and self.measure is None

    @kept
    def kin(self) -> Kinship:
        """The evidence that they measure one thing."""
        ours, theirs = self._contexts
        first, second = ours.evidence, theirs.evidence
        if self._other:
            first, second = first.without(ours.measures), second.without(theirs.measures)
        return kinship(first, second)

    def holds(self) -> bool:
        """Whether the evidence holds the two together."""
        return self.may_hold() and self.is_held()

    def may_hold(self) -> bool:
        """Whether nothing that is told at little cost, before it is weighed, keeps them apart."""
        ours, theirs = self._contexts
        if self.a.day is not None and (ours.event is None or ours.event != theirs.event):
            return False
        if self.a.quantity.dimension == "ordinal" and ours.behind != theirs.behind:
            return False
        apart = self.measures_else() or self._bounds_what_was()
        return not (apart or self._speaks_of_nothing_alike())

    def is_held(self) -> bool:
        """Whether what is said of both weighs enough, and they are not of two subjects."""
        ours, theirs = self._contexts
        return self._is_held_by(self.kin) and not other_subject(ours.subject, theirs.subject)

    def _speaks_of_nothing_alike(self) -> bool:
        """Whether neither text speaks of anything the other does: then there is nothing to weigh.

        But for two figures with nothing beside them, and for what is left without the measures.
        """
        (a, x), (b, y) = self._placed
        if x.day is not None or self._other or not a.told_ids.isdisjoint(b.told_ids):
            return False
        return any(a.sentence_items(x.clause)) or any(b.sentence_items(y.clause))

    def _is_held_by(self, kin: Kinship) -> bool:
        """Whether there is so much evidence for the two."""
        if kin.mutual >= _ALL or kin.bare or (self._other and kin.poorer < NOTHING_ELSE):
            return True
        return kin.weight >= _LEAST_WEIGHT and self._is_enough(kin.share)

    def _is_enough(self, share: float) -> bool:
        """Whether a share of evidence suffices: least is needed when both name one measure."""
        if share >= _MEASURE_UNSAID or share < _NAMED_MEASURE:
            return share >= _NAMED_MEASURE  # whatever is measured
        if self.measure is not None or None not in (self.a.measure, self.b.measure):
            return True
        return share >= (_MEASURE_UNSAID if unsaid(*self._contexts) else _NO_MEASURE)

    def measures_else(self) -> bool:
        """Whether both name a measure, and not two that are taken for one another."""
        return self._other and not confusable(str(self.a.measure), str(self.b.measure))

    def _bounds_what_was(self) -> bool:
        """Whether one is what a measure came from, and the other bounds what it is.

        Below 4 % says nothing of the 3.9 % from which it rose to 4.7, and nor does the 4.7.
        """
        (x, y) = (figure.quantity for figure in (self.a, self.b))
        return any(
            was.role == "from"
            and now.role != "from"
            and (now.comparator not in _PLAINLY or (now.role == "to" and now.value != was.value))
            for was, now in ((x, y), (y, x))
        )

    @kept
    def firm(self) -> bool:
        """Whether the evidence would hold a contradiction: asked only where one is possible.

        It does not where either text has the other's figure somewhere: its first album, and its
        second; nor where one says how many there are, and the other how many did something.
        """
        (a, x), (b, y) = self._placed
        if self._is_stated():
            return False
        if self.twins:
            return not self.name_two()
        of_all_and_some = self.measure is None and (
            is_whole(a, x) != is_whole(b, y)
            or said_of_a_part(a, x, b.items[y.clause])
            or said_of_a_part(b, y, a.items[x.clause])
        )
        if of_all_and_some or self.kin.bare:
            return not of_all_and_some
        contexts = self._contexts
        if x.day is not None:
            planned = "vintage" in contexts[0].scope ^ contexts[1].scope  # 原定五月通車
            known = covered(*(context.evidence for context in contexts)) >= _OF_A_DAY
            loose = planned or not known
            return not loose and not any(sign(*self._passages) for sign in SIGNS_AT_A_DATE)
        own = self.measure is not None and x.measure == y.measure
        if self._look_alike() or not firm(*contexts, self.kin, measure=self.measure, own=own):
            return False
        return self._of_one()

    def _is_stated(self) -> bool:
        """Whether either text has the other's figure elsewhere; of one measure, as what it was."""
        if self.met or self.a.day is not None:
            return False
        if not self._one_states(_is_the_same):
            return False
        return self.measure is None or self._one_states(_is_short_for)

    def _one_states(self, alike: Callable[[Figure, Figure], bool]) -> bool:
        (a, x), (b, y) = self._placed
        return _states(a, y, (x, b), alike) or _states(b, x, (y, a), alike)

    def borne_out(self) -> bool:
        """Whether the evidence would hold an agreement: asked only where the two meet."""
        (a, x), (b, y) = self._placed
        if x.day is not None:
            ours, theirs = zip((x, y), self._passages, strict=True)
            return same_day.bears_out(ours, theirs, self.kin, twins=self.twins)
        passages = self._passages
        if any(sign(*passages) for sign in SIGNS_IN_DIGITS):
            return False
        if self.twins or self.kin.bare:
            return True
        wholes = is_whole(a, x), is_whole(b, y)
        of_a_whole = all(wholes) or (any(wholes) and self.measure is None)
        if of_a_whole and self.kin.mutual < _ALL:
            return False
        borne_out = bears_out(*self._contexts, measure=self.measure)
        return borne_out and not self.tells_of_another_act()

    def tells_of_another_act(self) -> bool:
        """Whether the figures go with two acts: 48,000 cars were sold, and as many recalled."""
        (a, x), (b, y) = self._placed
        if each_of_its_own(a, x, b, y) or changed_round(*self._passages):
            return True
        return other_act(a, x, b, y) or in_one_mould(*self._passages)

    def name_two(self) -> bool:
        """Whether the figures, in which alone the texts differ, are part of two names."""
        (a, x), (b, y) = self._placed
        if not (may_name(a, x) or may_name(b, y)):
            return False
        lettered = any(_LETTER.search(figure.quantity.text) for figure in (self.a, self.b))
        signs = SIGNS_IN_WORDS if lettered else SIGNS_IN_DIGITS
        return any(sign(*self._passages) for sign in signs)

    def _of_one(self) -> bool:
        """Whether nothing speaks for two of a kind, each with a name of its own."""
        (a, b), contexts = self._readings, self._contexts
        if a.is_chinese != b.is_chinese:
            settled = self._one_claim or self.measure is None
            return settled or not unnamed_alike(*contexts)
        subjects = (context.subject for context in contexts)
        return a.is_chinese or not strangers(*subjects)

    @property
    def _passages(self) -> tuple[Passage, Passage]:
        a, b = self._readings
        return a.passages[self.a.clause], b.passages[self.b.clause]

    def _look_alike(self) -> bool:
        """Whether the two are of two things, for all that their words share."""
        (a, b), passages = self._readings, self._passages
        if self._count_others():
            return True
        if a.is_chinese != b.is_chinese and self._told_across() and other_things(*passages):
            return True
        if self.measure is None and self._told_otherwise():
            return True
        if words_behind(*passages, (self.a.end, self.b.end)):
            return True
        if any(sign(a, self.a, b, self.b) for sign in OF_WHAT):
            return True
        return any(sign(*passages) for sign in SIGNS_AT_A_FIGURE)

    def _told_across(self) -> bool:
        """Whether words beside the figures are asked for what they measure, in two languages."""
        return True

    def _count_others(self) -> bool:
        """Whether one counts none of those, or all of that, of which the other counts some."""
        (a, b), passages = self._readings, self._passages
        if none_of_others(self.a, b, self.b) or none_of_others(self.b, a, self.a):
            return True
        return (self.measure is None or a.is_chinese) and replaced(*passages)

    def _told_otherwise(self) -> bool:
        """Whether the words beside the figures tell apart what no measure names."""
        (a, x), (b, y) = self._placed
        if any(other(a, x, b, y) for other in (other_act, other_verb, other_object)):
            return True
        return is_priced(a, x, y) or is_priced(b, y, x)

    @property
    def strength(self) -> tuple[float, float]:
        """How well the evidence holds the two together, as a share and by weight."""
        own = self.a.measure is not None and self.a.measure == self.b.measure
        bonus = _MEETING_IN_ONE_MEASURE if own else _MEETING
        return self.kin.share + (bonus if self.met else 0.0), self.kin.weight


def pairs_of(
    a: Prepared, b: Prepared, alike: Iterable[Couple], *, one_claim: bool
) -> Staged[list[Pair]]:
    """Pair the figures of two texts, best evidence first, each figure once.

    Args:
        a: a text.
        b: another.
        alike: their figures of one sort.
        one_claim: whether they are filed under one claim.
    """
    pairs = [
        Pair((a, b), (x, y), one_claim=one_claim)
        for _, (x, y) in alike
        if not _all_and_some((a, x), (b, y))
    ]
    pairs = [pair for pair in pairs if pair.may_hold()]
    yield
    for pair in pairs:
        _ = pair.kin
    yield
    held = [pair for pair in pairs if pair.is_held()]
    return held if len(held) <= 1 else [*_each_once(held)]


def _all_and_some(one: tuple[Prepared, Figure], other: tuple[Prepared, Figure]) -> bool:
    """Whether one is all of them, and the other the number some are of: 33, and 30 of the 33.

    Those are the same number, but what is said of all is to be set against what is said of some.
    """
    if one[1].quantity.value != other[1].quantity.value:
        return False
    for (a, x), (b, y) in ((one, other), (other, one)):
        if is_all(a, x) and is_whole(b, y):
            ours, theirs = (r.contexts[f.at].subject.contrasts for r, f in ((a, x), (b, y)))
            few, many = sorted((ours.items(), theirs.items()), key=len)
            return few <= many and bool(few) == bool(many)
    return False


def pairs_in_place(a: Prepared, b: Prepared, only: int, *, one_claim: bool) -> Iterator[Pair]:
    """The figures of two texts that differ in one figure alone.

    Each has all the evidence for the one in its own place, and meets it unless it is the one: no
    other could be better. A date is compared only where something happens on it.

    Args:
        a: a text.
        b: another.
        only: the place of the figure in which they differ.
        one_claim: whether they are filed under one claim.
    """
    others = a.figures[only], b.figures[only]
    of_two = len(a.figures) > 1 and Pair((a, b), others, one_claim=one_claim).name_two()
    for ours, theirs in zip(a.figures, b.figures, strict=True):
        x, y = side_by_side(ours, theirs)
        is_of_no_event = x.day is not None and (x.measure or a.contexts[x.at].event is None)
        if same_sort(x, y) and not is_of_no_event:
            alike = x.at != only and not of_two and (x.measure, x.period) == (y.measure, y.period)
            yield Pair((a, b), (x, y), one_claim=one_claim, twins=True, alike=alike)


def _states(
    reading: Prepared,
    figure: Figure,
    beside: tuple[Figure, Prepared],
    alike: Callable[[Figure, Figure], bool],
) -> bool:
    """Whether a text has the figure of another elsewhere than in the one that it is set beside.

    That more than half support it does not state that more than half oppose it.
    """
    apart, its = beside
    return any(
        one.at != apart.at
        and alike(one, figure)
        and not is_whole(reading, one)
        and not other_subject(reading.contexts[one.at].subject, its.contexts[figure.at].subject)
        for one in reading.figures
    )


def _is_the_same(one: Figure, figure: Figure) -> bool:
    """Whether one states another: some 4 % states no "under 10 %", though it is."""
    if _is_short_for(one, figure):
        return True
    bounds = {one.quantity.comparator, figure.quantity.comparator} - _PLAINLY
    alike = not bounds or one.quantity.comparator == figure.quantity.comparator
    return alike and same_sort(one, figure) and meet(one, figure)


def _is_short_for(one: Figure, figure: Figure) -> bool:
    """Whether a bare number may be the figure of another, its unit left out: up from 27 in May."""
    was = one.quantity.role == "from" and one.unit == "number"
    return was and one.quantity.value == figure.quantity.value


def _each_once(held: Iterable[Pair]) -> Iterator[Pair]:
    taken_a, taken_b = set(), set()
    for pair in sorted(held, key=_rank):
        i, j = pair.a.at, pair.b.at
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield pair


def _rank(pair: Pair) -> tuple[float, float, bool, int, int, int]:
    """The best evidence first, then the very same value, then what stands at the same place."""
    (share, weight), i, j = pair.strength, pair.a.at, pair.b.at
    return -share, -weight, pair.a.low != pair.b.low, abs(i - j), i + j, i


def _shared_measure(x: Figure, y: Figure, a: Context, b: Context) -> str | None:
    """The measure of both: what one measures and the other names nearest to itself."""
    if x.measure is not None and x.measure == y.measure:
        return x.measure
    for own, near in ((x.measure, b.measures), (y.measure, a.measures)):
        if own is not None and own in near:
            return own
    if not a.measures or not b.measures:
        return None
    alike = {same_as(measure) for measure in a.measures} & {same_as(m) for m in b.measures}
    return min(alike) if alike else None
