"""How something moved: by a factor, by a difference, or from one level to another."""

from typing import NamedTuple

from ledger.disagreement.aligning.intervals import same_unit
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.shares import is_share

_TOLERANCE = 0.1
"""How far two accounts of one change may lie apart: "a quarter" is said of 23 percent too."""


class Levels(NamedTuple):
    """Where something moved from, and where to."""

    first: Figure
    last: Figure

    @property
    def rose(self) -> bool:
        """Whether it moved up."""
        return _middle(self.last) > _middle(self.first)


def amounts(reading: Prepared) -> list[Figure]:
    """The figures of a text that tell by how much something moved."""
    return [f for f in reading.figures if f.moved or f.quantity.dimension == "multiple"]


def levels(reading: Prepared) -> Levels | None:
    """The two levels of a text, and no third: from 30 to 40, 80 in 2015 and 76 in 2022."""
    ends = [f for f in reading.figures if f.quantity.role in ("from", "to") and f.day is None]
    if ends:
        ends.sort(key=lambda figure: figure.quantity.role)  # from, to
    else:
        ends = [f for f in reading.figures if f.day is None and f.quantity.dimension != "multiple"]
        if len({f.period for f in ends}) != _TWO or None in {f.period for f in ends}:
            return None
        ends.sort(key=lambda figure: figure.period or "")
    if len(ends) != _TWO or ends[0].quantity.role == ends[1].quantity.role != "level":
        return None
    plain = all(end.quantity.value and end.quantity.comparator in "=~" for end in ends)
    return Levels(*ends) if plain and same_unit(*ends) else None


_TWO = 2


def leads(levels: Levels, amount: Figure) -> bool | None:
    """Whether what moved by so much went from the one level to the other.

    Returns:
        ``None`` where that cannot be told: another unit, another direction, or a percentage of
        percentages, which may be points.
    """
    quantity, last = amount.quantity, levels.last
    if quantity.change is not None and levels.rose != (quantity.change == "up"):
        return None
    factor = _factor(amount)
    if factor is not None:
        return None if last.quantity.dimension in _RATES else _is_factor(levels, factor)
    if quantity.role != "by" or last.day is not None or not _in_the_unit_of(amount, last):
        return None
    return _is_difference(levels, amount)


_RATES = frozenset({"percent", "date", "ordinal", "temperature"})
_POINTS = frozenset({"percentage_point", "index_point"})


def _factor(figure: Figure) -> float | None:
    quantity = figure.quantity
    value, sign = quantity.value, {"up": 1, "down": -1}.get(quantity.change or "", 0)
    if value is None or not sign or quantity.comparator not in "=~":
        return None
    if quantity.dimension == "multiple":
        return 1 + value if quantity.role == "by" else value
    if quantity.role != "by":
        return None
    if quantity.dimension == "percent":
        return 1 + sign * value / 100
    return 1 + sign * value if is_share(quantity) else None


def _is_factor(levels: Levels, factor: float) -> bool:
    moved = _middle(levels.last) / _middle(levels.first)
    return abs(factor - moved) <= _TOLERANCE * max(1.0, factor)


def _in_the_unit_of(amount: Figure, level: Figure) -> bool:
    """Whether an amount is told as the level is: in its unit, or in points of a percentage."""
    if level.quantity.dimension == "percent":
        return amount.quantity.dimension in _POINTS
    return amount.unit == level.unit and level.quantity.dimension not in _RATES


def _is_difference(levels: Levels, amount: Figure) -> bool:
    """Whether two levels lie so far apart; both are as exact as the finer: from 5.25 to 5 %."""
    apart = abs(_middle(levels.last) - _middle(levels.first))
    slack = 2 * min(map(_slack, levels)) + _TOLERANCE * apart
    above = amount.low is not None and amount.low > apart + slack
    return not above and (amount.high is None or amount.high >= apart - slack)


def _middle(figure: Figure) -> float:
    return ((figure.low or 0.0) + (figure.high or 0.0)) / 2


def _slack(figure: Figure) -> float:
    return ((figure.high or 0.0) - (figure.low or 0.0)) / 2
