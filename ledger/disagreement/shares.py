"""Shares said as fractions: half, 三分之二 and nine in ten are percentages in other words."""

import re

from ledger.quantities import Quantity

_DECIMAL = re.compile(r"\d[.．]\d|[点點]")
_REACH = 0.1
"""What a plain fraction allows either way, as a share of it: a third is said of 34 % too."""


def as_percentage(quantity: Quantity) -> Quantity:
    """A share of a whole as the percentage it is; any other quantity as it stands.

    A fraction is a rounding by habit, so one that is not bounded by a word counts as "about".
    """
    if not _is_share(quantity):
        return quantity
    value = quantity.value
    low, high = quantity.low, quantity.high
    if quantity.comparator == "=" and value is not None:
        low, high = value * (1 - _REACH), value * (1 + _REACH)
        quantity = quantity._replace(low_closed=True, high_closed=True)
    return quantity._replace(
        dimension="percent",
        unit="%",
        value=_percent(value),
        low=_percent(low),
        high=_percent(high),
    )


def _is_share(quantity: Quantity) -> bool:
    value = quantity.value
    bare = quantity.dimension == "number" and quantity.unit is None
    return bare and value is not None and 0 < value < 1 and not _DECIMAL.search(quantity.text)


def _percent(end: float | None) -> float | None:
    return None if end is None else end * 100
