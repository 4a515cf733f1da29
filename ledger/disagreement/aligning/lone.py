"""The only figure of its sort that each of two reports of one event leaves.

That $236m was fetched and the painting sold for $263m share no word that says what is measured, but
where two statements tell of one event, and each has one amount of money that the other lacks, the
two measure one thing unless something beside them says otherwise.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from math import isclose

from ledger.disagreement.aligning.alike import Couple
from ledger.disagreement.aligning.contests import names_a_contest
from ledger.disagreement.aligning.firmness import (
    are_others,
    beside_the_measure,
    done_otherwise,
    of_a_branch,
)
from ledger.disagreement.aligning.intervals import meet
from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.lists.measures import is_of_branches, is_of_goods
from ledger.disagreement.one_thing.heads import other_kind
from ledger.disagreement.one_thing.kinship import covered, other_side
from ledger.disagreement.one_thing.narrows import narrows
from ledger.disagreement.one_thing.one_event import Nearness, have_nothing_in_common
from ledger.disagreement.one_thing.replaced import replaced
from ledger.disagreement.statement.context import Subject
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import AND_OTHERS, other_times
from ledger.text.patterns import lazily

_FAR, _FAR_OF_ONE = 2.5, 5.0
"""How many times as large one report of a thing may be as another; beyond it they are of two. And
where both name one measure."""
_SLIPS = (1e1, 1e2, 1e3, 1e4, 1e8)
"""Ratios that come of a digit lost or a unit misread."""
_COVERED = 0.75
"""Share of one side's words that the other must have where no measure is named: charged with
murder, charged with theft."""
_ALIKE, _OF_WEIGHT, _BESIDE, _OF_WEIGHT_BESIDE = 0.6, 2.0, 0.34, 1.0
"""Evidence beside two figures, as a share and in ordinary English words, that holds them together
where the texts have little else in common, as a headline and a report; and beside the measure."""
_OF_MANY_THINGS = frozenset({"count", "percent", "duration"})
_A_LITTLE = 0.4
"""Share of the poorer side's evidence beside two figures that they must have in common where no
measure is named: an event has many figures of a sort, homes without power, and homes searched."""
_ALL = 0.9
"""Share of both sides' evidence from which nothing else is asked, as no word tells them apart."""
_WHICH = frozenset({"date", "ordinal"})
"""Dimensions of figures that say which, of which a report has many."""


class LonePair(Pair):
    """Two figures of one event, held together by being the only ones of their sort."""

    @kept
    def firm(self) -> bool:
        """Whether it would hold a contradiction: it is there for nothing else."""
        return True

    def _told_across(self) -> bool:
        """Not where both name one measure: the glossary has a motorway, and no 高速公路.

        Every good has a price of its own and its own tariff: steel's is none of cars.
        """
        own = self.measure is not None and self.a.measure == self.b.measure
        return not own or is_of_goods(self.measure)

    def is_told_alike(self) -> bool:
        """Whether so much beside the two is alike that they need no more in common to be of one."""
        if self.kin.share < _ALIKE or self.kin.weight < _OF_WEIGHT or not self.holds():
            return False
        ours, theirs = self._contexts
        if ours.scope != theirs.scope or other_times(ours.when, theirs.when):
            return False
        if self.measure is None and covered(ours.evidence, theirs.evidence) < _COVERED:
            return False
        rest = beside_the_measure(ours, theirs)
        return rest.share >= _BESIDE and rest.weight >= _OF_WEIGHT_BESIDE

    def is_told_of_little(self) -> bool:
        """Whether neither measure nor words beside them, only the event, could hold them together.

        An event has one length or weight, but many counts. Two languages share few words anywhere.
        """
        a, b = self._readings
        if self.measure is not None or a.is_chinese != b.is_chinese:
            return False
        return self.a.quantity.dimension in _OF_MANY_THINGS and self.kin.share < _A_LITTLE

    def is_told_near(self) -> bool:
        """Whether one is the other with a digit lost, or some of what stands beside them is alike.

        A share is told alike or not at all: each story has many.
        """
        ours, theirs = self._contexts
        if ours.scope != theirs.scope or self.a.quantity.dimension == "percent":
            return False
        small, large = sorted(abs(one.quantity.value or 0.0) for one in (self.a, self.b))
        if small and any(isclose(large / small, slip) for slip in _SLIPS):
            return True
        return beside_the_measure(ours, theirs).share >= _BESIDE

    def may_measure_one(self) -> bool:
        """Whether a measure that one names goes unsaid in the other: not in another language."""
        a, b = self._readings
        return a.is_chinese == b.is_chinese or self.a.measure == self.b.measure

    def is_done_otherwise(self) -> bool:
        """Whether they count two kinds, or are done other things that no measure names."""
        if other_kind(*self._passages):
            return True
        return self.measure is None and done_otherwise(*self._contexts)

    def is_of_two_things(self) -> bool:
        """Whether anything beside the figures says that they measure two things."""
        return self.is_of_two_rises() or self.is_told_of_two

    def is_of_two_rises(self) -> bool:
        """Whether they say how far something rose or fell, and not what."""
        return self.measure is None and (_is_a_rise(self.a) or _is_a_rise(self.b))

    @kept
    def is_told_of_two(self) -> bool:
        """Whether any word beside them says so."""
        ours, theirs = self._contexts
        if (
            (self.measure is not None and replaced(*self._passages))  # else it is asked below
            or self._look_alike()
            or are_others(ours, theirs)
            or self.measures_else()
        ):
            return True
        if is_of_branches(self.measure) and of_a_branch(ours, theirs):
            return True
        if self._goes_both_ways():
            return True
        if "stat" in ours.scope ^ theirs.scope:
            return True  # the mean of all, and one of them
        (a, b), besides = self._readings, self._said_besides()
        if (narrows(a, self.a, b) ^ narrows(b, self.b, a)) - besides:
            return True
        return self._is_of_others(ours.subject, theirs.subject)

    def _goes_both_ways(self) -> bool:
        """Whether one rose and one fell, as either text says by itself of two things."""
        if {self.a.quantity.change, self.b.quantity.change} != {"up", "down"}:
            return False
        return any(
            len({s.side for s in one.steering if s.group == "rise"}) > 1 for one in self._readings
        )

    def _said_besides(self) -> set[str]:
        """Scopes that go with another figure, or with the measure: 33.3 % a month earlier."""
        besides = set() if self.measure is None else {"rate"}
        figures = (figure for reading in self._readings for figure in reading.figures)
        if any(one.quantity.role == "from" for one in figures):
            besides.add("vintage")
        return besides

    def _is_of_others(self, x: Subject, y: Subject) -> bool:
        """Whether each figure is for somebody whom the other text nowhere names.

        Between two languages an unknown name has no other form, and South Korea's central bank is
        the Bank of Korea.
        """
        if other_side(x, y):
            return True
        a, b = self._readings
        ours, theirs = (_named(one, across=a.is_chinese != b.is_chinese) for one in (x, y))
        if not ours or not theirs or {*ours.values(), *theirs.values()} == _A_BANK_AND_ITS_PLACE:
            return False
        joined = any(name.endswith(AND_OTHERS) for name in ours.keys() ^ theirs.keys())
        return joined or bool(ours.keys() - b.told_ids and theirs.keys() - a.told_ids)


_A_BANK_AND_ITS_PLACE = {"institution", "place"}


def _named(subject: Subject, *, across: bool) -> dict[str, str]:
    """The names of a subject with their kinds."""
    return {
        name: kind
        for kind, names in subject.names.items()
        for name in names
        if not (across and (kind == "proper" or ":" in kind))
    }


def _is_a_rise(figure: Figure) -> bool:
    """Whether it is by how many percent something rose or fell: each thing has one of its own.

    What it rose or fell to is a level.
    """
    own = figure.quantity
    return own.dimension == "percent" and own.change is not None and own.role != "to"


def with_the_lone(
    pairs: list[Pair],
    alike: list[Couple],
    a: Prepared,
    b: Prepared,
    near: Callable[[], Nearness],
    *,
    one_claim: bool,
) -> list[Pair]:
    """The pairs of two texts, and the lone figures of both where they tell of one event.

    Args:
        pairs: those that the evidence beside the figures holds together.
        alike: the figures of one sort.
        a: a text.
        b: another.
        near: asks how surely they tell of one event.
        one_claim: whether they are filed under one claim.
    """
    alone = _alone(a, b, alike)
    if not alone or (not pairs and have_nothing_in_common(a, b)):
        return pairs
    lone = [LonePair((a, b), couple.beside, one_claim=one_claim) for couple in alone]
    _loosen(pairs, lone, a, b)
    found = [pair for pair in lone if _are_of_one(pair, near) and not pair.is_of_two_things()]
    if not found:
        return pairs
    ours, theirs = {pair.a.at for pair in found}, {pair.b.at for pair in found}
    return [*found, *(p for p in pairs if p.a.at not in ours and p.b.at not in theirs)]


def _loosen(pairs: list[Pair], lone: list[LonePair], a: Prepared, b: Prepared) -> None:
    """Let no pair hold a contradiction of which something says that it is of two things."""
    alone = {(pair.a.at, pair.b.at): pair for pair in lone}
    for pair in pairs:
        beside = alone.get((pair.a.at, pair.b.at))
        if beside is None or pair.measure is not None or pair.kin.mutual >= _ALL:
            continue
        if pair.a.quantity.value == pair.b.quantity.value:
            continue  # one number in two units is a slip, by whatever it rose
        if beside.is_told_of_two or (beside.is_of_two_rises() and not _is_doubled(pair, a, b)):
            pair.firm = False


def _is_doubled(pair: Pair, a: Prepared, b: Prepared) -> bool:
    """Whether a text says how many times as much, and the other by how many percent."""
    figures = a.figures[pair.a.at], b.figures[pair.b.at]
    return any(figure.quantity.dimension == "multiple" for figure in figures)


def _are_of_one(pair: LonePair, near: Callable[[], Nearness]) -> bool:
    """Whether two lone figures are held together: by the event, or by what stands beside them."""
    if pair.is_told_alike():
        return True
    if pair.is_told_of_little():
        return False
    if near() is Nearness.EVENT:
        return True
    if near() is Nearness.LIKELY:
        return pair.may_measure_one() and not pair.is_done_otherwise()
    return near() is Nearness.STORY and pair.is_told_near()


def _alone(a: Prepared, b: Prepared, alike: Iterable[Couple]) -> list[Couple]:
    """Those of one sort of which either text has no more that the other does not meet."""
    may_be = [couple for couple in alike if not all(map(_says_which, couple.told))]
    met = [couple.told for couple in may_be if meet(*couple.beside)]
    ours, theirs = {x.at for x, _ in met}, {y.at for _, y in met}
    together = [
        couple
        for couple in may_be
        for x, y in [couple.told]
        if x.at not in ours and y.at not in theirs and _counts(a, x) and _counts(b, y)
    ]
    return [
        couple
        for couple in _each_alone(together)
        for x, y in [couple.told]
        if _is_of_a_score(a, x) == _is_of_a_score(b, y) and _may_be_one_thing(*couple.beside)
    ]


def _each_alone(together: list[Couple]) -> list[Couple]:
    """Pairs of which either figure goes with no other; first those of one measure."""
    if len(together) <= 1:
        return together
    own = _only_ones(
        [one for one in together if one.told[0].measure == one.told[1].measure is not None]
    )
    ours, theirs = {x.at for (x, _), _ in own}, {y.at for (_, y), _ in own}
    rest = [one for one in together if one.told[0].at not in ours and one.told[1].at not in theirs]
    return [*own, *_only_ones(rest)]


def _only_ones(together: list[Couple]) -> list[Couple]:
    first, second = (Counter(one.told[side].at for one in together) for side in (0, 1))
    return [one for one in together if first[one.told[0].at] == second[one.told[1].at] == 1]


def _says_which(figure: Figure) -> bool:
    return figure.quantity.dimension in _WHICH


def _counts(reading: Prepared, figure: Figure) -> bool:
    """Whether a figure neither says which, nor what another came from.

    Patients over 70 are some patients, the 200 metres are a race, and a nine-year high is no length
    of anything.
    """
    if _says_which(figure) or figure.quantity.role == "from" or names_a_contest(reading, figure):
        return False
    if figure.quantity.dimension == "duration":
        return _OF_A_RECORD.match(reading.folded.key, figure.end) is None
    return figure.quantity.dimension != "age" or figure.quantity.comparator not in _BOUNDS


_BOUNDS = frozenset({"<", "<=", ">", ">="})
_OF_A_RECORD = lazily(
    r" (?:high|low|peak|best|worst|record)\b|(?:以)?[来來]?的?(?:新|最|首)[高低大多快慢强弱好差次]"
)


def _is_of_a_score(reading: Prepared, figure: Figure) -> bool:
    """Whether a figure is one half of a score; only another such half can be set against it."""
    key, start = reading.folded.key, figure.start
    before = _SCORED.search(key, max(0, start - _TO_A_SCORE), start)
    return before is not None or _SCORES.match(key, figure.end) is not None


_SCORED, _SCORES = lazily(r"\d ?(?:-|比|:) ?$"), lazily(r" ?(?:-|比|:) ?\d")
"""Before and behind a figure, what makes it one half of a score: 5-0, 5比0."""
_TO_A_SCORE = 4


def _may_be_one_thing(x: Figure, y: Figure) -> bool:
    """Whether two figures lie no further apart than two reports of one thing do.

    A share may be any share; of anything else a figure ten times as large is a slip, and one seven
    times as large another thing.
    """
    if x.quantity.dimension == "percent":
        return True
    small, large = sorted(abs(figure.quantity.value or 0.0) for figure in (x, y))
    if not small:
        return x.measure is not None and x.measure == y.measure  # nobody died, three were killed
    ratio = large / small
    far = _FAR_OF_ONE if x.measure == y.measure is not None else _FAR
    return ratio <= far or any(isclose(ratio, slip) for slip in _SLIPS)
