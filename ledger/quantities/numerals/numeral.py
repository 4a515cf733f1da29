"""What a numeral is: a number as written, before anybody knows what it counts."""

from decimal import Decimal
from typing import Literal, NamedTuple

Form = Literal["cardinal", "ordinal", "fraction", "percent", "multiple"]

LONGEST = 40
"""More digits than any figure in the news has; a longer run is a code, not a quantity."""


class Numeral(NamedTuple):
    """A number found in a key.

    Attributes:
        start: first character in the key.
        end: one past the last.
        value: the number, in base scale (3萬5千 is 35000).
        step: one unit of the last digit written (0.01 for 1.20, 10000 for 100萬): what rounding
            may have hidden.
        form: a cardinal, an ordinal, a fraction of one, a percentage (百分之五) or a multiple
            (doubled, 翻一番).
        high: upper end where the words name a span (二三十, 數百); ``value`` is then the lower.
        more: the words add an unstated rest (十餘, 五百多).
        worded: written in words or characters, not digits.
        scale: the scale written last (million, 億, k); one where there is none.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    form: Form = "cardinal"
    high: Decimal | None = None
    more: bool = False
    worded: bool = False
    scale: Decimal = Decimal(1)
