"""Growth said as a multiple: doubled is 100 % more, 減半 half less, 增加兩倍 200 % more."""

from ledger.disagreement.statement.figures import Figure
from ledger.quantities import Quantity, comparable

_REACH = 0.1
"""What a plain multiple allows either way, as a share of it: doubled is said of 95 % more too."""


def alike(x: Figure, y: Figure) -> tuple[Figure, Figure]:
    """Two figures as growth in percent where one is a multiple and the other is said otherwise."""
    return _beside(x, y), _beside(y, x)


def _beside(figure: Figure, other: Figure) -> Figure:
    growth = grown(figure.quantity, other.quantity)
    if growth is None:
        return figure
    unit, low, high = comparable(growth)
    return figure._replace(quantity=growth, unit=unit, low=low, high=high, moved=True)


def grown(own: Quantity, beside: Quantity) -> Quantity | None:
    """A multiple as growth in percent, where what it is set beside is no multiple of that sort.

    Returns:
        ``None`` where it is compared as it stands.
    """
    if own.dimension != "multiple" or own.value is None:
        return None
    percent = beside.dimension == "percent" and beside.role == "by"
    if percent and own.text.endswith(_COMPARING):
        return None
    otherwise = beside.dimension == "multiple" and _is_added(own) != _is_added(beside)
    return _as_growth(own, own.value) if percent or otherwise else None


_COMPARING = ("twice", "times")
"""What multiples of something else end in, which tell of no growth: twice as fast as wages."""


def _is_added(quantity: Quantity) -> bool:
    """Whether a multiple is what is added (增加兩倍) and not all there is now (threefold)."""
    return quantity.role == "by" and quantity.text.endswith("倍")


def _as_growth(quantity: Quantity, value: float) -> Quantity | None:
    """A multiple as the growth it is, ``None`` for a bounded one that shrinks."""
    before = 0 if _is_added(quantity) else 1
    plain = quantity.comparator == "="
    if value < before and not plain:
        return None
    low, high = quantity.low, quantity.high
    if plain:
        slack = (value + 1 - before) * _REACH
        low, high = (abs(value - before) + reach for reach in (-slack, slack))
    else:
        low, high = (None if end is None else end - before for end in (low, high))
    return quantity._replace(
        dimension="percent",
        unit="%",
        role="by",
        change="up" if value >= before else "down",
        comparator="~" if plain else quantity.comparator,
        value=100 * abs(value - before),
        low=None if low is None else 100 * max(0.0, low),
        high=None if high is None else 100 * high,
        low_closed=plain or quantity.low_closed,
        high_closed=plain or quantity.high_closed,
    )
