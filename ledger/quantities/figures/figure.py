"""A figure in the making: a numeral with its unit and bound, its neighbours still unknown."""

from dataclasses import dataclass, fields
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.quantity import Change, Comparator, Dimension, Role
from ledger.quantities.units import Unit
from ledger.text.tuples import made

_TENTH = Decimal("0.1")
_MA, _POINT_STEP = Decimal("0.25"), Decimal("0.01")
"""A 碼 is a quarter of a percentage point by definition; nobody rounds to one."""
_HALF = Decimal("0.5")
_NO_SLACK: frozenset[str] = frozenset({"ordinal", "date"})
_BELOW_ZERO: frozenset[str] = frozenset({"number", "temperature"})


@dataclass(slots=True)
class Figure:
    """What is known of one figure so far; offsets are those of the key.

    Attributes:
        start: first character, comparator and currency sign included.
        end: one past the last.
        value: the number in base scale; the lower one of a span.
        step: one unit of its last written digit.
        high: the upper number of a span.
        dimension: what sort of thing it measures.
        unit: the unit's name, or the noun counted.
        currency: ISO 4217 code of money.
        sign: the comparator as the tables write it (``near`` and ``short`` included), empty when
            there is none.
        bound: where the comparator stands.
        numeral: the number as written.
        core: where the number with its unit begins and ends, comparator left out.
        period: of a date, the date.
        per: what money or a count is for each of (year, share).
        unit_of: the unit itself, where it is one of the tables'.
        idle: likely part of a name or an idiom; kept only if a neighbour makes it a quantity.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    numeral: Numeral | None
    core: tuple[int, int]
    high: Decimal | None = None
    dimension: Dimension = "number"
    unit: str | None = None
    currency: str | None = None
    sign: str = ""
    bound: tuple[int, int] | None = None
    per: str | None = None
    period: str | None = None
    measure: str | None = None
    change: Change | None = None
    role: Role = "level"
    modality: str | None = None
    unit_of: Unit | None = None
    interval: "Interval | None" = None
    idle: bool = False

    def but(self, **changes: object) -> "Figure":
        """Another figure that differs from this one in some fields.

        A third of the time of ``dataclasses.replace``, which the ends of every range would take.
        """
        other = Figure(*_every_field(self))
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def measured_in(self, unit: Unit) -> None:
        """Give the figure a unit; the number is multiplied by what the unit stands for."""
        self.unit_of, self.unit = unit, unit.name
        self.dimension, self.currency = unit.dimension, unit.currency
        scale = unit.scale
        if scale != 1:
            self.value, self.step = self.value * scale, self.step * scale
            if scale == _MA:
                self.step = _POINT_STEP
            self.high = self.high and self.high * scale


_every_field = attrgetter(*(field.name for field in fields(Figure)))


class Interval(NamedTuple):
    """Two ends, each open or closed; ``None`` where there is none."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool
    high_closed: bool


COMPARATORS: dict[str, Comparator] = {
    "": "=",
    "~": "~",
    "near": "<",
    "short": "<",
    ">": ">",
    ">=": ">=",
    "<": "<",
    "<=": "<=",
}
"""What a figure is published with, by the sign of its comparator."""


def interval(figure: Figure) -> Interval:
    """What the words of a figure allow.

    About is a tenth either way, nearly from nine tenths up to but below, and nearly nought about
    it; over is open, at least closed; an exact figure may have been rounded by half a unit of its
    last digit, a half rounding up, so that 18 and 19 months do not meet. Dates and ordinals are
    exact. A bound from above starts at nought where less makes no sense.
    """
    if figure.interval is not None:
        return figure.interval
    if figure.high is not None:
        return Interval(figure.value, figure.high, low_closed=True, high_closed=True)
    if figure.dimension in _NO_SLACK:
        return made(Interval, (figure.value, figure.value, True, True))
    if figure.sign:
        return _BY_SIGN[figure.sign](figure)
    value, half = figure.value, figure.step * _HALF
    return made(Interval, (value - half, value + half, True, not half))


def _about(figure: Figure) -> Interval:
    reach = max(abs(figure.value) * _TENTH, figure.step * _HALF)
    return Interval(figure.value - reach, figure.value + reach, low_closed=True, high_closed=True)


def _nearly(figure: Figure) -> Interval:
    if not figure.value:
        return _about(figure)  # 趋近于0
    low = figure.value - abs(figure.value) * _TENTH
    return Interval(low, figure.value, low_closed=True, high_closed=False)


def _above(figure: Figure) -> Interval:
    return Interval(figure.value, None, low_closed=figure.sign == ">=", high_closed=False)


def _below(figure: Figure) -> Interval:
    sinks = figure.value < 0 or figure.dimension in _BELOW_ZERO
    floor = None if sinks else Decimal(0)
    return Interval(floor, figure.value, low_closed=not sinks, high_closed=figure.sign == "<=")


_BY_SIGN = {
    "~": _about,
    "near": _nearly,
    "short": _nearly,
    ">": _above,
    ">=": _above,
    "<": _below,
    "<=": _below,
}
