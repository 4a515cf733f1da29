"""The rules for two aligned figures, in the order they are asked; the first that answers decides.

Each rule looks at one pair with both texts and returns a code of ``side.RELATIONS`` or ``None``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ledger.disagreement import intervals, periods
from ledger.disagreement.measures import is_cumulative
from ledger.disagreement.pairing import Pair
from ledger.disagreement.reading import Figure, Reading
from ledger.disagreement.side import Side
from ledger.disagreement.sources import other_day, same_source
from ledger.disagreement.stance import Stance, stance_before


@dataclass(frozen=True, slots=True)
class Case:
    """One aligned pair and what the rules may ask about it.

    Attributes:
        pair: the two figures.
        a: the first side.
        b: the second side.
        stance_a: what the words before the first figure do to it (negate, hedge).
        stance_b: the same for the second.
    """

    pair: Pair
    a: Side
    b: Side
    stance_a: Stance
    stance_b: Stance

    @property
    def figures(self) -> tuple[Figure, Figure]:
        """The two figures."""
        return self.pair.a, self.pair.b


Rule = Callable[[Case], str | None]


def judge(pair: Pair, a: tuple[Side, Reading], b: tuple[Side, Reading]) -> str:
    """The code of the first rule that answers."""
    stances = stance_before(a[1], pair.a), stance_before(b[1], pair.b)
    case = Case(pair, a[0], b[0], *stances)
    return next(code for code in (rule(case) for rule in RULES) if code is not None)


def other_measure(case: Case) -> str | None:
    """Both name a measure, and not the same one.

    A 20 % market share and 30 % of revenue are no contradiction, but they are taken for one
    another (BBC and Caixin on one company's business in China), so a person should look.
    """
    a, b = (figure.quantity.measure for figure in case.figures)
    return "measure_mismatch" if None not in (a, b) and a != b else None


def other_period(case: Case) -> str | None:
    """Stated periods that do not meet are never a conflict: growth in 2025 and in 2026.

    A part of a period (a quarter of the year) may well have another figure than the whole. A
    figure "once reached" is of no stated time: it contradicts nothing. A forecast is not an
    outcome.
    """
    if case.pair.a.day is not None:
        return None
    a, b = (figure.quantity.period for figure in case.figures)
    apart = intervals.meet(*case.figures) is False
    met = periods.overlap(a, b, said_a=case.a.said_on, said_b=case.b.said_on)
    if met == "apart" or (met == "nested" and apart):
        return "period_mismatch"
    if apart and "past" in (a, b):
        return "period_mismatch"
    return "period_mismatch" if {case.stance_a.mood, case.stance_b.mood} == _FORECAST else None


_FORECAST = {"future", "done"}


def revision(case: Case) -> str | None:
    """A later figure of the same source is a revision: 1.6 % in September, 1.7 % in December.

    A count of what has happened so far may be higher the next day whoever gives it. One that
    falls is no revision, unless both figures are loose enough to meet.
    """
    if intervals.meet(*case.figures) or not other_day(case.a, case.b):
        return None
    if any(is_cumulative(figure.quantity.measure) for figure in case.figures):
        return "revision" if _grows(case) else None
    return "revision" if same_source(case.a, case.b) else None


def _grows(case: Case) -> bool:
    """Whether the later of two figures that are apart is the higher one."""
    first, second = case.figures
    if (
        case.a.said_on is not None
        and case.b.said_on is not None
        and case.a.said_on > case.b.said_on
    ):
        first, second = second, first
    return first.high is not None and second.low is not None and first.high <= second.low


def modality(case: Case) -> str | None:
    """Considered or possible on one side, a fact or a promise on the other."""
    moods = {case.stance_a.mood, case.stance_b.mood}
    return "modality" if "may" in moods and len(moods) > 1 else None


def polarity(case: Case) -> str | None:
    """One side denies the figure the other gives, or gives it the other direction.

    "Did not cut by a quarter point" against "cut by a quarter point"; "up 3 %" against "down
    3 %". To deny one figure is not to contradict another: "not 25 but 50" and "50" agree.
    """
    a, b = (figure.quantity for figure in case.figures)
    negated = case.stance_a.negated != case.stance_b.negated
    if negated:
        return "polarity" if intervals.meet(*case.figures) else "unaligned"
    turned = {a.change, b.change} == {"up", "down"}
    return "polarity" if turned and a.role != "to" and b.role != "to" else None


_SLIPS = (1e2, 1e3, 1e4, 1e8)
"""Ratios that come of a misread unit: percent and fraction, thousand, 萬, 億."""


def unit(case: Case) -> str | None:
    """The same digits in another unit, or a ratio that a misread unit explains.

    0.25 % against 0.25 percentage points, $5.5 bn against 5.5 bn yuan, 100萬 against 100億.
    Other figures in two currencies may be the same amount at some rate, and are left alone.
    """
    a, b = case.figures
    if a.day is not None:
        return None
    values = a.quantity.value, b.quantity.value
    if values[0] is None or values[1] is None:
        return None if intervals.same_scale(a, b) else "unaligned"
    if not intervals.same_scale(a, b):
        return "unit_mismatch" if values[0] == values[1] else "unaligned"
    small, large = sorted(map(abs, values))
    if intervals.meet(a, b) or small == 0:
        return None
    slip = any(abs(large / small / ratio - 1) < _ALIKE for ratio in _SLIPS)
    return "unit_mismatch" if slip and a.quantity.dimension not in _NO_SCALE else None


_ALIKE = 1e-9
_NO_SCALE = frozenset({"date", "ordinal"})


def disjoint(case: Case) -> str | None:
    """No value fits both, whatever rounding their words allow."""
    return None if intervals.meet(*case.figures) else "numeric_disjoint"


def meeting(case: Case) -> str | None:
    """The figures meet: how."""
    a, b = (figure.quantity for figure in case.figures)
    if a.unit != b.unit:
        return "unit_equivalence"
    if (a.low, a.high, a.comparator) == (b.low, b.high, b.comparator):
        return "same"
    return "rounding" if a.comparator == b.comparator == "=" else "bounds_overlap"


RULES: tuple[Rule, ...] = (
    other_measure,
    other_period,
    revision,
    modality,
    polarity,
    unit,
    disjoint,
    meeting,
)
"""The order of the design: measure, period, revision, modality, polarity, unit, intervals."""
