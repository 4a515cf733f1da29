"""What a quantity is: an interval with a unit, a comparator, a measure, a period and a span."""

from typing import Literal, NamedTuple

Dimension = Literal[
    "number",
    "count",
    "ordinal",
    "percent",
    "percentage_point",
    "multiple",
    "currency",
    "duration",
    "age",
    "date",
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "power",
    "pressure",
    "angle",
    "data",
    "index_point",
]
Comparator = Literal["=", "~", "<", "<=", ">", ">=", "range"]
Change = Literal["up", "down"]
Role = Literal["level", "from", "to", "by"]


class Quantity(NamedTuple):
    """One figure as a text states it; what the contract publishes stands first, in its order.

    Attributes:
        text: the characters it was read from, verbatim.
        start: first code point in the original text.
        end: one past the last code point.
        low: lower end of what the words allow, in base scale; ``None`` for no lower end.
        high: upper end; ``None`` for no upper end.
        low_closed: whether the lower end itself is allowed.
        high_closed: whether the upper end itself is allowed.
        value: the number as stated, in base scale (2.5e9; 25 for 25 %); ``None`` for a true range.
        unit: pint's singular name where pint has one, ``%``, an ISO 4217 code for money, the
            counted noun for counts, ``None`` for a bare number.
        currency: the ISO 4217 code when money is involved.
        dimension: what sort of thing is measured.
        comparator: the bound as a sign.
        comparator_text: the bound as written (近, at least), ``None`` when there is none.
        change: the direction stated, when the figure is, or comes of, a change.
        measure: the concept measured (``market_share``), from the term table; ``None`` if unknown.
        period: when the figure is for: ISO 8601 year, month, day or quarter (``2026``, ``2025-Q3``,
            ``2025-01/2025-09``), or ``past`` for an unknown earlier time (曾, once).
        role: a plain level, or one leg of a change: from, to, or the difference (by).
        modality: the hedge as written (may, 擬) when the figure is not asserted as fact.
        per: what the amount is for each of (``year``, ``share``); ``None`` if for itself.
        assumed: the currency is the usual reading of a sign that has several (元, $), not written.
    """

    text: str
    start: int
    end: int
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    value: float | None
    unit: str | None
    currency: str | None
    dimension: Dimension
    comparator: Comparator = "="
    comparator_text: str | None = None
    change: Change | None = None
    measure: str | None = None
    period: str | None = None
    role: Role = "level"
    modality: str | None = None
    per: str | None = None
    assumed: bool = False
