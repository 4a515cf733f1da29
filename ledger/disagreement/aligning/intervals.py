"""Two figures as intervals: of one sort or not, meeting or apart."""

import math
import re
from functools import cache

from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.periods import meeting
from ledger.disagreement.statement.shares import is_share
from ledger.quantities import counts_people
from ledger.text.patterns import lazily
from ledger.text.tables import rows

_BARE = frozenset({"number", "count", "index_point"})
_SHARES = frozenset({"percent", "percentage_point"})
_POINTS = frozenset({"index_point", "percentage_point"})
"""What a lead in a poll is told in: by 8 points, 領先8個百分點."""
_ABOUT = 0.1
"""What "about" allows, as a share of the figure."""
_HALF_WAY = 0.02
"""How far a figure half way to the next may lie from it, as a share, to be rounded to it: $7.15 bn
is $7.2 bn, but 4.5 % is not 5."""
_RATIO = 10
"""What a bare number may be and yet be set against a fraction."""
_TOLERANCE = 1e-9
"""Relative slack for arithmetic on converted units, far below any rounding a text can express."""


def same_unit(a: Figure, b: Figure) -> bool:
    """Whether two figures can be compared as they stand.

    A bare number may count anything, a fraction nothing: a quarter of the population is no
    population, and a bare number beside it may be one. Nobody is no angler either. Percent and
    percentage points are one where a level is stated; of a change they are not, because 0.25 %
    more is less than 0.25 points more.
    """
    if a.day is not None or b.day is not None:
        return a.day is not None and b.day is not None
    if a.unit == b.unit:
        return a.unit != "number" or not (_of_a_whole(a, b) or _of_a_whole(b, a))
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions <= _SHARES:
        return not _is_change(a) and not _is_change(b)
    if dimensions == {"count"}:
        return _is_nobody(a) or _is_nobody(b) or _counts_alike(a, b)
    if len(dimensions) == 1 or not dimensions <= _BARE:
        return dimensions == _POINTS and a.measure == b.measure == "lead"
    return not is_share(a.quantity) and not is_share(b.quantity)


def _of_a_whole(a: Figure, b: Figure) -> bool:
    """Whether one is a fraction, and the other what is counted and no ratio."""
    return is_share(a.quantity) and b.low is not None and b.low > _RATIO


@cache
def _things() -> dict[str, str]:
    return {row["noun"]: row["thing"] for row in rows("ledger.disagreement", "counted.csv")}


def _thing(noun: str) -> str:
    """What a noun counts, under the name it has in common with others: cars are vehicles."""
    return _things().get(noun, noun)


def _counts_alike(a: Figure, b: Figure) -> bool:
    """Whether two counts are of one sort of thing, by their classifier or by their noun."""
    if _thing(a.unit) == _thing(b.unit):
        return True
    one, other = a.quantity.unit, b.quantity.unit
    return one is not None and other is not None and _thing(one) == _thing(other)


def _is_nobody(figure: Figure) -> bool:
    return figure.quantity.value == 0 and figure.unit == "person"


def _is_change(figure: Figure) -> bool:
    return figure.moved or figure.quantity.change is not None


def same_sort(a: Figure, b: Figure, *, across: bool = False) -> bool:
    """Whether two figures may measure one thing, be it in units that were mixed up.

    Percent and percentage points of change are of one sort, and so are two currencies, so that a
    slip of one for the other can be seen.

    Args:
        a: a figure.
        b: another.
        across: the two are in different languages, whose nouns and classifiers for what is
            counted (workers, 人) are not expected to be the same; people and houses are not.
    """
    if same_unit(a, b):
        return True
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions <= _SHARES:
        return _is_change(a) and _is_change(b)
    if dimensions == {"count"}:
        return across and not are_people_and_things(a, b)
    return dimensions == {"currency"}


def are_people_and_things(a: Figure, b: Figure) -> bool:
    """Whether one counts people, nobody perhaps, and the other things: no one hurt, one plane."""
    return {counts_people(a.quantity.unit), counts_people(b.quantity.unit)} == {True, False}


def _same_scale(a: Figure, b: Figure) -> bool:
    """Whether the ends of two figures of one sort can be compared."""
    dimensions = {a.quantity.dimension, b.quantity.dimension}
    if dimensions == {"currency"}:
        return maybe_one_currency(a, b)
    return same_unit(a, b) or dimensions == {"count"}


_READINGS_OF_A_SIGN = (
    frozenset({"CNY", "TWD", "HKD", "MOP", "SGD"}),
    frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"}),
)
"""What 元 and $ may stand for."""


def maybe_one_currency(a: Figure, b: Figure) -> bool:
    """Whether two amounts may be in one currency, because 元 or $ does not say which it is."""
    pair = {a.quantity.currency, b.quantity.currency}
    unsaid = a.quantity.assumed or b.quantity.assumed
    return len(pair) == 1 or (unsaid and any(pair <= family for family in _READINGS_OF_A_SIGN))


_FAR_FROM_THE_USUAL = {"CNY": frozenset({"TWD", "SGD"}), "USD": frozenset({"TWD", "HKD"})}
"""Readings of 元 and $ worth less than a quarter of the usual one, or more than four times it."""
_ONE_FACT = 2.0
"""Two figures for one thing are seldom further apart than this; two currencies are."""


def surely_one_currency(a: Figure, b: Figure) -> bool:
    """Whether 元 or $ must mean what the other side writes out: 28,590元 and NT$29,500.

    Were they in two currencies, the figures would lie apart by more than two reports of one fact
    do. A price in 元 and one in HK$ may well be two prices. Two that only say 元 are in one.
    """
    both = {a.quantity.currency, b.quantity.currency}
    if a.quantity.assumed and b.quantity.assumed and both <= _READINGS_OF_A_SIGN[0]:
        return True
    pair = ((a.quantity, b.quantity), (b.quantity, a.quantity))
    if not any(
        x.assumed and not y.assumed and y.currency in _FAR_FROM_THE_USUAL.get(x.currency or "", ())
        for x, y in pair
    ):
        return False
    low, high = sorted(abs(_slack_and_middle(figure)[1]) for figure in (a, b))
    return 0 < high < _ONE_FACT * low


def meet(a: Figure, b: Figure) -> bool:
    """Whether some value fits both figures, each read with the slack its words allow."""
    if a.day is not None and b.day is not None:
        return meeting(a.day, b.day) != "apart"
    if not _same_scale(a, b):
        return False
    if a.quantity.comparator == b.quantity.comparator == "=":
        return _rounds_to(a, b)
    if _tells_where_it_starts(a) and _tells_where_it_starts(b):
        return math.isclose(a.low or 0.0, b.low or 0.0, rel_tol=_ABOUT)
    return not _below(a, b) and not _below(b, a)


_STARTS = lazily(r"start|起(?![码碼])", re.IGNORECASE)


def _tells_where_it_starts(figure: Figure) -> bool:
    """Whether a lower bound is itself what is stated: prices start at 22.5 million."""
    return _STARTS.match(figure.quantity.comparator_text or "") is not None


def _rounds_to(a: Figure, b: Figure) -> bool:
    """Whether the finer of two plain figures rounds to the coarser: 61.7 to 62, but not 3 to 4.

    A plain figure allows less than "about" would: a million is not 1.4 million, rounded.
    """
    (slack, coarse), (_, fine) = sorted((_slack_and_middle(a), _slack_and_middle(b)), reverse=True)
    if math.isclose(fine, coarse, rel_tol=_TOLERANCE):
        return True
    allowed = min(slack, _ABOUT * abs(coarse))
    off = abs(fine - coarse)
    if math.isclose(off, allowed, rel_tol=_TOLERANCE):
        return off <= _HALF_WAY * abs(coarse)
    return off < allowed


def _slack_and_middle(figure: Figure) -> tuple[float, float]:
    low, high = figure.low or 0.0, figure.high or 0.0
    return (high - low) / 2, (high + low) / 2


def _below(a: Figure, b: Figure) -> bool:
    """Whether everything ``a`` allows is less than everything ``b`` allows."""
    if a.high is None or b.low is None:
        return False
    if math.isclose(a.high, b.low, rel_tol=_TOLERANCE):
        return not (a.quantity.high_closed and b.quantity.low_closed)
    return a.high < b.low
