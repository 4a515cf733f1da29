"""Figures in words that keep their direction: ``down 4 %`` is not ``up 4 %``."""

from ledger.quantities import Quantity, interval_text

_BY = {"up": "up", "down": "down"}
_TO = {"up": "risen to", "down": "fallen to"}
"""A level that was reached. “Up to 40” would be a bound."""
_CHANGES = {"time", "cut", "hike", "rise", "raise", "increase", "decrease", "reduction"}
"""Units that count the changes themselves: three cuts are not down three."""


def figure_text(quantity: Quantity) -> str:
    """A figure for people with the direction its source gives it: ``fallen to EUR 30 million``."""
    return directed(quantity, interval_text(quantity))


def directed(quantity: Quantity, words: str) -> str:
    """The direction of a figure before its words; nothing before the level a change set out from.

    Args:
        quantity: the figure.
        words: its value, for people.
    """
    if quantity.change is None or quantity.role == "from" or quantity.unit in _CHANGES:
        return words
    reached = quantity.role == "to" or quantity.dimension == "multiple"
    return f"{(_TO if reached else _BY)[quantity.change]} {words}"
