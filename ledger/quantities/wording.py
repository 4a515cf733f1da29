"""A quantity in words for people, and as the contract's JSON object."""

from math import isclose

from ledger.quantities.figures.counts import OWN_PLURALS
from ledger.quantities.quantity import Quantity
from ledger.quantities.times.period_text import period_text

_KEYS = Quantity._fields[: Quantity._fields.index("role")]
"""What the contract publishes."""
_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
    "inch": "inches", "century": "centuries", "hertz": "hertz", "country": "countries",
    "times": "times", "pence": "pence", "penny": "pennies", "ppm": "ppm", "ppb": "ppb",
}  # fmt: skip
_HISSING = ("s", "x", "z", "ch", "sh")
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_EXACT_BELOW = 1e5
"""Numbers as large as this are written out without decimals."""
_SAME = 1e-12
"""How far two floats of one number may differ: 1,234,567 is no 1.23457 million."""


def as_contract(quantity: Quantity) -> dict[str, str | int | float | bool | None]:
    """The quantity as one object of ``quantities --batch``: exactly these keys, in this order.

    A multiple is of what it multiplies, and has no unit.
    """
    told = dict(zip(_KEYS, quantity, strict=False))
    if quantity.dimension == "multiple":
        told["unit"] = None
    return told


def interval_text(quantity: Quantity) -> str:
    """The interval for people: ``16.2–19.8 months``, ``over 95 %``, ``USD 2.5–3 billion``.

    What is stated exactly is said so, ``58 %``: that 58.4 may have been rounded to it only matters
    where it is compared.
    """
    if quantity.dimension == "date":
        period = quantity.period or quantity.text
        return period_text(period) if period.startswith("-") else period
    if quantity.dimension == "ordinal":
        return _ordinal(int(quantity.low or 0))
    low, high = quantity.low, quantity.high
    if quantity.comparator == "=" and quantity.value is not None:
        low = high = quantity.value
    if high is None:
        amount, lead = _number(low or 0.0), "at least " if quantity.low_closed else "over "
    elif low is None or (low == 0 and quantity.comparator in ("<", "<=")):
        amount, lead = _number(high), "at most " if quantity.high_closed else "under "
    else:
        amount, lead = _span(low, high), ""
    return lead + _with_unit(amount, quantity, single=amount == "1")


def _with_unit(amount: str, quantity: Quantity, *, single: bool) -> str:
    """Money leads with its code; everything else is followed by its unit."""
    if quantity.currency is not None and quantity.unit == quantity.currency:
        return f"{quantity.currency} {amount}"
    unit = quantity.unit
    if unit is None:
        return amount
    return f"{amount} {unit.replace('_', ' ') if single else plural(unit)}"


def plural(unit: str) -> str:
    """More than one of a unit: degrees Celsius, kilometers per hour; signs stay as they are."""
    if unit in _PLURALS:
        return _PLURALS[unit]
    if unit in OWN_PLURALS or not unit.isascii() or not unit[-1].isalpha():
        return unit
    if unit.startswith("degree_"):
        return unit.replace("degree_", "degrees ")
    head, _, rest = unit.partition("_per_")
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    else:
        head += "es" if head.endswith(_HISSING) else "s"
    return (head + (f" per {rest}" if rest else "")).replace("_", " ")


def _span(low: float, high: float) -> str:
    """Both ends, with the scale said once where they share it."""
    first, last = _number(low), _number(high)
    if first == last:
        return first
    scale = next((word for _, word in _SCALES if first.endswith(word) and last.endswith(word)), "")
    return f"{first.removesuffix(scale)}–{last}"


def _number(value: float) -> str:
    """A number without a tail of noughts: 16.2, 2.5 billion."""
    for scale, word in _SCALES:
        short = f"{value / scale:.6g}"
        if abs(value) >= scale and isclose(float(short) * scale, value, rel_tol=_SAME):
            return short + word
    return f"{value:,.6g}" if abs(value) < _EXACT_BELOW else f"{value:,.0f}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
