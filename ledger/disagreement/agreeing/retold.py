"""A figure that two reports of one thing both give, each in words of its own.

Nothing beside "152 mm came down on Aldbury" and "about six inches of rain in Aldbury" is said in
the same words, but each has one length, the two are one, and both are of Aldbury on Saturday. The
less two figures would be alike by chance (``closeness``), the less else need be. Asked only where
nothing is found in any other way: it flags nothing and takes no flag back.
"""

from collections import Counter
from collections.abc import Callable
from itertools import product

from ledger.disagreement.agreeing.apart import name_two, on_two_days, tell_of_two_outcomes
from ledger.disagreement.agreeing.elsewhere import (
    differ_elsewhere,
    may_be_told_twice,
    says_how_much,
)
from ledger.disagreement.agreeing.scores import is_half
from ledger.disagreement.aligning.alike import side_by_side
from ledger.disagreement.aligning.closeness import SPECIAL, TELLING, are_close, tells
from ledger.disagreement.aligning.contests import names_a_contest
from ledger.disagreement.aligning.firmness import unsaid
from ledger.disagreement.aligning.intervals import meet, same_sort
from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.aligning.went_up import went_up
from ledger.disagreement.lists.measures import is_kind_of, is_toll
from ledger.disagreement.one_thing.dissent import at_odds
from ledger.disagreement.one_thing.kinship import Kinship, other_subject
from ledger.disagreement.one_thing.one_event import Nearness, in_common
from ledger.disagreement.statement.context import Context, Subject
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.parts import is_whole
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import stance_before
from ledger.disagreement.statement.surroundings import AND_OTHERS, other_times
from ledger.disagreement.two_sets import share_nothing
from ledger.quantities import counts_people

_LEAST = {SPECIAL: (0.2, 1.0), TELLING: (0.33, 1.5), 1: (0.5, 2.5)}
"""Evidence that two texts must share, as a share of what the poorer says and in ordinary English
words, by how much their figures tell."""
_AS_MONEY = 1e4
"""From where a bare number beside an amount of money may be one: 28億 beside 28億元."""
_UNSURE = frozenset({"may", "open"})


class RetoldPair(Pair):
    """Two figures held together by being alike, in two texts that share much else."""

    def is_of_one(self) -> bool:
        """Whether nothing beside the figures says that they measure two things."""
        ours, theirs = self._contexts
        if self._counts_others() or self._measure_apart():
            return False
        if other_subject(_alone(ours.subject), _alone(theirs.subject)):
            return False
        if _tell_of_two_sorts(ours, theirs):
            return False
        return not (other_times(ours.when, theirs.when) or self.tells_of_another_act())

    def _counts_others(self) -> bool:
        """Whether one counts the dead or hurt, of whom the other does not speak."""
        return any(is_toll(measure) for measure in unsaid(*self._contexts))

    def _measure_apart(self) -> bool:
        """Whether both name a measure, and neither is a kind of the other."""
        x, y = self.a.measure, self.b.measure
        return self.measures_else() and not (x and y and is_kind_of(x, y))


def _alone(subject: Subject) -> Subject:
    """A subject whose names are joined to no others: two ministers met, each with the other."""
    names = {
        kind: frozenset([name.removesuffix(AND_OTHERS) for name in ids])
        for kind, ids in subject.names.items()
    }
    return subject._replace(names=names)


def _tell_of_two_sorts(a: Context, b: Context) -> bool:
    """Whether what stands before the measures is not the same: cloud revenue, other revenue."""
    return share_nothing(a.described - _OF_TIME, b.described - _OF_TIME)


_OF_TIME = frozenset(
    {"year_on_year", "first_half", "second_half", "annual", "monthly", "quarterly"}
)
"""What stands before a measure and only says over how long."""


def retold(
    a: Prepared, b: Prepared, near: Callable[[], Nearness], *, one_claim: bool
) -> list[RetoldPair]:
    """The figures that both texts give of one thing, none where anything sets the texts apart.

    Args:
        a: a text.
        b: another.
        near: asks how surely they tell of one event.
        one_claim: whether they are filed under one claim.
    """
    if not a.quantities or not b.quantities:
        return []
    alike = _alike(a, b)
    if not alike or _are_apart(a, b, alike):
        return []
    kin = in_common(a, b)
    given = one_claim or a.is_chinese != b.is_chinese  # what is of one thing, or has no words alike
    held = [both for both in alike if _is_enough(kin, tells(*both), near, given=given)]
    pairs = [RetoldPair((a, b), both, one_claim=one_claim) for both in held]
    return [pair for pair in pairs if pair.is_of_one() and _said_alike(a, b, pair)]


def _said_alike(a: Prepared, b: Prepared, pair: RetoldPair) -> bool:
    """Whether both state their figure, or both deny or weigh it."""
    ours, theirs = stance_before(a, pair.a), stance_before(b, pair.b)
    unsure = {ours.mood, theirs.mood} & _UNSURE
    return ours.negated == theirs.negated and (not unsure or ours.mood == theirs.mood)


def _is_enough(kin: Kinship, told: int, near: Callable[[], Nearness], *, given: bool) -> bool:
    """Whether two texts share enough for so telling a figure to be of one thing."""
    if given and told >= SPECIAL:
        return True
    share, weight = _LEAST[told]
    if kin.share < share or kin.weight < weight:
        return False
    return told > 1 or near() is not Nearness.APART


def _alike(a: Prepared, b: Prepared) -> list[tuple[Figure, Figure]]:
    """Figures that say nearly the same, and of which neither text has another such."""
    figures = ([one for one in reading.figures if says_how_much(one)] for reading in (a, b))
    close = [
        (x, y)
        for ours, theirs in product(*figures)
        if may_be_told_twice(ours, theirs)
        for x, y in [_in_one_unit(*side_by_side(ours, theirs))]
        if _count_alike(x, y) and meet(x, y) and are_close(x, y)
    ]
    ours, theirs = Counter(x.at for x, _ in close), Counter(y.at for _, y in close)
    return [
        (x, y)
        for x, y in close
        if ours[x.at] == theirs[y.at] == 1 and not _says_nothing(a, x) and not _says_nothing(b, y)
    ]


def _count_alike(x: Figure, y: Figure) -> bool:
    """Whether two figures are of one sort: guests and people, or 18,000 names and signatures.

    A dozen of one thing is no dozen of another; two special numbers of things are seldom of two.
    Two bare numbers may be of a bill, a flight or a list.
    """
    if same_sort(x, y):
        return x.unit != "number" or y.unit != "number" or bool(x.measure or y.measure)
    people = counts_people(x.quantity.unit) and counts_people(y.quantity.unit)
    return same_sort(x, y, across=True) and (people or tells(x, y) >= SPECIAL)


def _says_nothing(reading: Prepared, figure: Figure) -> bool:
    """Whether a figure is half of a score, a whole of which some are told, or no bound or size."""
    return any(sign(reading, figure) for sign in (is_whole, is_half, went_up, names_a_contest))


def _in_one_unit(x: Figure, y: Figure) -> tuple[Figure, Figure]:
    """Two figures, a bare number as money where the other is money: 赚3千億, 純益3252億元."""
    return _as_money(x, y), _as_money(y, x)


def _as_money(figure: Figure, other: Figure) -> Figure:
    own, beside = figure.quantity, other.quantity
    if own.dimension != "number" or beside.dimension != "currency" or own.unit is not None:
        return figure
    if own.value is None or own.value < _AS_MONEY:
        return figure
    money = own._replace(dimension="currency", unit=beside.unit, currency=beside.currency)
    return figure._replace(quantity=money, unit=other.unit)


def _are_apart(a: Prepared, b: Prepared, alike: list[tuple[Figure, Figure]]) -> bool:
    """Whether the texts tell of two things or two days, or are at odds beside the figures."""
    if on_two_days(a, b) or at_odds(a, b):
        return True
    if tell_of_two_outcomes(a, b) or name_two(a, b):
        return True
    return differ_elsewhere(a, b, {x.at for x, _ in alike}, {y.at for _, y in alike})
