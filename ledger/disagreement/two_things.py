"""Signs in two whole texts that they are about two things, whatever sets them apart.

What measures, acts and outcomes have in common holds two texts together, each in its own rule; here
it is asked once for all of them what tells the two apart.
"""

from itertools import product
from math import isclose

from ledger.disagreement.aligning.intervals import meet, same_unit
from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.places import sort_of_place
from ledger.disagreement.one_thing.members import other_numbers, other_sites
from ledger.disagreement.one_thing.polled import of_two_polls
from ledger.disagreement.one_thing.siblings import of_siblings, one_is_of_a_part
from ledger.disagreement.one_thing.told_enough import told_too_little
from ledger.disagreement.statement.lazily import lazily
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import Times, naming
from ledger.disagreement.sums.faults import HUNDRED
from ledger.disagreement.two_sets import by_kind, each_has_its_own, share_nothing
from ledger.text import patterns

_OF_ACTS = frozenset({"polarity"})
_OF_FIGURES = frozenset({"numeric_disjoint", "unit_mismatch", "bound_dropped"})
"""Codes of what sets two texts apart only where both are about one thing: acts, and figures."""
_NEARLY_THE_SAME = frozenset({"rounding", "bounds_overlap"})
"""Codes of figures that agree and are not the same, as those of two kinds may by chance."""


class TwoThings:
    """Two texts, asked whether they are about two things as far as a finding wants to know."""

    def __init__(self, a: Prepared, b: Prepared) -> None:
        """Remember where to look."""
        self._both = a, b

    def set_nothing_apart(self, found: Finding) -> bool:
        """Whether what was found is of two things. Symmetric."""
        if found.code in _NEARLY_THE_SAME:
            return of_siblings(*self._both)
        if found.code not in _OF_FIGURES | _OF_ACTS:
            return False
        if self._are_told_apart or one_is_of_a_part(self._both, (found.a, found.b)):
            return True
        if found.code in _OF_FIGURES:
            return self._count_all_and_some or self._are_part_and_whole
        return (
            self._are_of_two_sizes
            or self._are_of_all_and_a_place
            or _of_another_turn(*self._both)
            or _of_another_time(*self._both)
        )

    @lazily
    def _are_told_apart(self) -> bool:
        return any(sign(*self._both) for sign in SIGNS)

    @lazily
    def _count_all_and_some(self) -> bool:
        """Whether one alone counts for a whole country, or for one part of it."""
        ours, theirs = self._extents
        return bool(ours) != bool(theirs)

    @lazily
    def _are_of_all_and_a_place(self) -> bool:
        """Whether one alone tells of a whole country, and the other of a place it does not name."""
        if not self._count_all_and_some:
            return False
        of_all, of_some = self._both if self._extents[0] else reversed(self._both)
        places = (item.id for item in naming(of_some.told) if item.kind == "place")
        return not of_all.told_ids.issuperset(places)

    @lazily
    def _extents(self) -> tuple[set[str], set[str]]:
        """Which extents each names: a whole country, a province."""
        ours, theirs = ({s.side for s in one.steering if s.group == "extent"} for one in self._both)
        return ours, theirs

    @lazily
    def _are_part_and_whole(self) -> bool:
        """Whether one counts all of them and the other the share that is named: half of the 200."""
        ours, theirs = (
            [(f.quantity.dimension, f.unit, f.quantity.value) for f in one.figures if f.day is None]
            for one in self._both
        )
        told = (f.quantity for one in self._both for f in one.figures)
        shares = [
            q.value / HUNDRED
            for q in told
            if q.dimension == "percent" and q.role == "level" and q.value and q.value < HUNDRED
        ]
        return bool(shares) and any(
            isclose(min(x, y), share * max(x, y), rel_tol=_NEARLY)
            for (*sort, x), (*other, y) in product(ours, theirs)
            if sort == other and sort[0] in _COUNTED and x and y
            for share in shares
        )

    @lazily
    def _are_of_two_sizes(self) -> bool:
        """Whether what was done is told of two distances or weights: the 100 metres, the 200."""
        a, b = self._both
        for dimension in _SIZES:
            ours = [f for f in a.figures if f.quantity.dimension == dimension]
            theirs = [f for f in b.figures if f.quantity.dimension == dimension]
            if (
                ours
                and theirs
                and not any(same_unit(x, y) and meet(x, y) for x in ours for y in theirs)
            ):
                return True
        return False


_SIZES = ("length", "mass")
_COUNTED = frozenset({"count", "currency"})
_NEARLY = 0.03
"""How far a part may lie from the share that is told, as a share of it: both may be rounded."""


def _of_another_turn(a: Prepared, b: Prepared) -> bool:
    """Whether each says which it was, and not the same one: the first attempt, the second."""
    return share_nothing(*({figure.low for figure in reading.ordinals} for reading in (a, b)))


# Kohl's is giving away coupons, and so is Kroger: no table need know either name.
_SUBJECT = patterns.lazily(
    r"((?:[A-Z][\w'’&.-]*)(?: [A-Z][\w'’&.-]*){0,3}) (?:is|was|has|had|will)\b"
)


def _of_another_subject(a: Prepared, b: Prepared) -> bool:
    """Whether each begins with a name, or with one word, and the two share none."""
    if a.is_chinese and b.is_chinese:
        return _begin_otherwise(a.folded.key, b.folded.key)
    ours, theirs = (_SUBJECT.match(reading.folded.original) for reading in (a, b))
    if ours is None or theirs is None:
        return False
    return {*ours[1].split()}.isdisjoint(theirs[1].split())


def _begin_otherwise(one: str, other: str) -> bool:
    """Whether two texts go on alike behind a few characters of their own: 東陵電網, 西陵電網."""
    if one[:_FEWEST] in other or other[:_FEWEST] in one:
        return False
    for at in range(_FEWEST, min(_MOST_OF_A_NAME, len(one) - _GOES_ON + 1)):
        goes_on = other.find(one[at : at + _GOES_ON], _FEWEST, _MOST_OF_A_NAME + _GOES_ON)
        if goes_on >= 0 and one[at - 1] not in _SAYS and one[at : at + _GOES_ON].isalpha():
            mine, own = one[:at], other[:goes_on]
            return mine.isalpha() and own.isalpha() and {*mine}.isdisjoint(own)
    return False


_SAYS = frozenset("说称示指报导")
_FEWEST, _MOST_OF_A_NAME, _GOES_ON = 2, 7, 3
"""Characters of a Chinese name, and how many behind it tell that the texts go on alike."""


# Mac in a Chinese text is Mac in English too; two words are of a person, who may only be quoted.
_IN_LATIN = patterns.lazily(
    r"(?<![A-Za-z ])(?:[A-Z][a-z]{2,}|[A-Z]?[a-z]+[A-Z][A-Za-z]+)"
    r"(?![A-Za-z说称指表]| [A-Za-z])"
)
# iPhone, YouTube: no other language writes them in letters of its own; McBride it does.
_BRAND = patterns.lazily(r"(?<![A-Za-z])(?!Mc|Mac|De|Di|La|Le|Van)[A-Z]?[a-z]+[A-Z][A-Za-z]*")


def _of_another_brand(a: Prepared, b: Prepared) -> bool:
    """Whether a Chinese text names another make in Latin letters than the English one."""
    if a.is_chinese == b.is_chinese:
        return False
    ours, theirs = (a, b) if a.is_chinese else (b, a)
    brands = _BRAND.findall(theirs.folded.original)
    if not brands or any(brand.lower() in ours.folded.key for brand in brands):
        return False
    names = _IN_LATIN.findall(ours.folded.original)
    return bool(names) and not any(name.lower() in theirs.folded.key for name in names)


def _of_another_place(a: Prepared, b: Prepared) -> bool:
    """Whether each names a place that the other does not, and both of one sort: two cities."""
    ours, theirs = (
        by_kind((sort_of_place(i.id), i.id) for i in naming(reading.told) if i.kind == "place")
        for reading in (a, b)
    )
    return any(each_has_its_own(ours[sort], theirs[sort]) for sort in ours.keys() & theirs)


def _of_another_time(a: Prepared, b: Prepared) -> bool:
    """Whether each names another year, quarter or month, in whatever clause: no day of telling.

    Figures are asked for theirs nearer to them, and may themselves be of a year.
    """
    ours, theirs = a.times, b.times
    if any(ours[sort].isdisjoint(theirs[sort]) for sort in _TIMES & ours.keys() & theirs.keys()):
        return True
    if any(
        "month" in dated and "weekday" in told and "weekday" not in dated and "month" not in told
        for dated, told in ((ours, theirs), (theirs, ours))
    ):
        return True
    return any(
        _tells_of_a_past_year(dated) and "weekday" in told and _YEARS.isdisjoint(told)
        for dated, told in ((ours, theirs), (theirs, ours))
    )


def _tells_of_a_past_year(times: Times) -> bool:
    return any(not times[sort] <= _TO_COME for sort in _YEARS & times.keys())


_TO_COME = frozenset({"next_year", "this_year", "next"})
_TIMES = frozenset({"year", "quarter", "month"})
_YEARS = frozenset({"year", "around", "edition"})
"""Times of which what is told of a weekday, and of no year, is none: last season, in 1998."""

SIGNS = (
    _of_another_place,
    _of_another_subject,
    _of_another_brand,
    other_numbers,
    other_sites,
    of_siblings,
    of_two_polls,
    told_too_little,
)
"""What is asked before two texts that tell of one thing are said to contradict each other."""
