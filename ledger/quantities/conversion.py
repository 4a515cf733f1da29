"""Figures of like kind in one unit, so that 18 months and a year and a half meet."""

from decimal import Decimal
from functools import lru_cache

from ledger.quantities.figures.counted_nouns import sort_counted
from ledger.quantities.numerals.rests import end_of_rest
from ledger.quantities.quantity import Quantity
from ledger.quantities.units import coin, unit_named


def comparable(quantity: Quantity) -> tuple[str, float | None, float | None]:
    """The base unit of a quantity and its two ends converted to it.

    Months for durations and ages, metres, kilograms, litres, percentage points, degrees Celsius;
    money stays in its currency, a count in what it counts (in Chinese the sort its classifier
    names), a bare number in ``number``. Chinese degrees of no stated scale are Celsius.
    """
    unit, (low, high) = quantity.unit, ends(quantity)
    if unit is not None and quantity.dimension == "count" and not quantity.text.isascii():
        unit = sort_counted(quantity.text, unit)
    if unit is None or quantity.dimension in ("count", "date", "ordinal"):
        return unit or quantity.dimension, low, high
    if unit == "degree" and quantity.dimension == "temperature" and quantity.text.endswith("度"):
        unit = "degree_Celsius"
    base, shift, factor = _scale(quantity.dimension, unit)
    if factor == 1 and not shift:
        return base, low, high
    return base, _converted(low, shift, factor), _converted(high, shift, factor)


def ends(quantity: Quantity) -> tuple[float | None, float | None]:
    """Its two ends in its own unit; a rest (500余万) ends short of the next round number."""
    return quantity.low, end_of_rest(quantity) if quantity.high is None else quantity.high


_ZEROS = {"degree_Fahrenheit": Decimal(-32), "kelvin": Decimal("-273.15")}


@lru_cache(maxsize=4096)
def _scale(dimension: str, unit: str) -> tuple[str, Decimal, Decimal]:
    """The base of a unit, what is added to get to its nought, and what one of it is of the base."""
    known = unit_named(dimension, unit) or coin(unit)
    if known is None:
        return unit, Decimal(0), Decimal(1)
    return known.base, _ZEROS.get(unit, Decimal(0)), known.factor


def _converted(end: float | None, shift: Decimal, factor: Decimal) -> float | None:
    return None if end is None else float((Decimal(repr(end)) + shift) * factor)
