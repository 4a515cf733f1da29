"""Shares said as fractions: half, 三分之二 and nine in ten are percentages in other words."""

import re

from ledger.disagreement.statement.figures import Figure
from ledger.quantities import Quantity, comparable
from ledger.text.patterns import lazily

_DECIMAL = lazily(r"\d[.．]\d|[点點]")
_PERCENT = lazily(r"[%％‰成折趴]|per ?cent|pct|[百千]分|巴仙|對折|對半|percent", re.IGNORECASE)
_REACH = 0.1
"""What a plain fraction allows either way, as a share of it: a third is said of 34 % too."""


def alike(x: Figure, y: Figure) -> tuple[Figure, Figure]:
    """Two figures with a fraction as a percentage where the other is one; else as they stand."""
    return _beside(x, y), _beside(y, x)


def _beside(figure: Figure, other: Figure) -> Figure:
    if other.quantity.dimension != "percent" or not is_share(figure.quantity):
        return figure
    if is_share(other.quantity):
        return figure
    share = _as_percentage(figure.quantity)
    unit, low, high = comparable(share)
    return figure._replace(quantity=share, unit=unit, low=low, high=high)


def _as_percentage(quantity: Quantity) -> Quantity:
    """A fraction as the percentage it is.

    It is a rounding by habit, so one that is not bounded by a word counts as "about".
    """
    value = quantity.value
    low, high = quantity.low, quantity.high
    if quantity.comparator == "=" and value is not None:
        low, high = value * (1 - _REACH), value * (1 + _REACH)
        quantity = quantity._replace(low_closed=True, high_closed=True)
    if quantity.dimension == "percent":
        return quantity._replace(low=low, high=high)
    return quantity._replace(
        dimension="percent",
        unit="%",
        value=_percent(value),
        low=_percent(low),
        high=_percent(high),
    )


def is_share(quantity: Quantity) -> bool:
    """Whether a figure is a fraction of a whole, in words or with a stroke."""
    value = quantity.value
    if quantity.dimension == "percent":
        return _PERCENT.search(quantity.text) is None
    bare = quantity.dimension == "number" and quantity.unit is None
    return bare and value is not None and 0 < value < 1 and not _DECIMAL.search(quantity.text)


def _percent(end: float | None) -> float | None:
    return None if end is None else end * 100
