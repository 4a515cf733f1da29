"""Figures of like kind in one unit, so that 18 months and a year and a half meet."""

from decimal import Decimal

from ledger.quantities.quantity import Quantity
from ledger.quantities.rests import end_of_rest
from ledger.quantities.units import coin, unit_named


def comparable(quantity: Quantity) -> tuple[str, float | None, float | None]:
    """The base unit of a quantity and its two ends converted to it.

    Months for durations and ages, metres, kilograms, litres, percentage points, degrees Celsius;
    money stays in its currency, a count in what it counts, a bare number in ``number``. A rest
    (500余万) ends short of the next round number. Chinese degrees of no stated scale are Celsius.
    """
    unit, high = quantity.unit, quantity.high
    if high is None:
        high = end_of_rest(quantity)
    if unit is None or quantity.dimension in ("count", "date", "ordinal"):
        return unit or quantity.dimension, quantity.low, high
    if unit == "degree" and quantity.dimension == "temperature" and quantity.text.endswith("度"):
        unit = "degree_Celsius"
    known = unit_named(quantity.dimension, unit) or coin(unit)
    if known is None:
        return unit, quantity.low, high
    shift = Decimal(-32) if unit == "degree_Fahrenheit" else Decimal(0)
    if unit == "kelvin":
        shift = Decimal("-273.15")
    return (
        known.base,
        _converted(quantity.low, shift, known.factor),
        _converted(high, shift, known.factor),
    )


def _converted(end: float | None, shift: Decimal, factor: Decimal) -> float | None:
    return None if end is None else float((Decimal(repr(end)) + shift) * factor)
