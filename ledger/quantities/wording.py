"""A quantity in words for people, and as the contract's JSON object."""

from ledger.quantities.quantity import Quantity

_KEYS = (
    "text", "start", "end", "low", "high", "low_closed", "high_closed", "value", "unit",
    "currency", "dimension", "comparator", "comparator_text", "change", "measure", "period",
)  # fmt: skip


def as_contract(quantity: Quantity) -> dict[str, str | int | float | bool | None]:
    """The quantity as one object of ``quantities --batch``: exactly these keys, in this order."""
    return {key: getattr(quantity, key) for key in _KEYS}


def interval_text(quantity: Quantity) -> str:
    """The interval for people: ``16.2–19.8 month``, ``over 95 %``, ``under 5 %``."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        span = quantity.period or quantity.text
        return span
    unit = f" {quantity.unit.replace('_', ' ')}" if quantity.unit else ""
    if low is None or (low == 0 and quantity.comparator in ("<", "<=")):
        return f"{'at most' if quantity.high_closed else 'under'} {_number(high)}{unit}"
    if high is None:
        return f"{'at least' if quantity.low_closed else 'over'} {_number(low)}{unit}"
    if low == high:
        return f"{_number(low)}{unit}"
    return f"{_number(low)}–{_number(high)}{unit}"


def _number(value: float | None) -> str:
    """A number without a tail of noughts: 16.2, 2.5 billion."""
    if value is None:
        return ""
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{value / scale:.6g}{word}"
    return f"{value:,.6g}" if abs(value) < 1e5 else f"{value:,.0f}"  # noqa: PLR2004 - 6 digits as they are
