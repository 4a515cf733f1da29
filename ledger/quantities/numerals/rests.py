"""How far a number left open by 余, 多 or 几 can go: 500余万 stays short of 600万."""

import re
from decimal import Decimal

from ledger.quantities.numerals.chinese_integers import NUMERALS
from ledger.quantities.quantity import Quantity
from ledger.text.fold import fold

_RESTS = frozenset("余餘多几幾")
_INSIDE = re.compile(rf"[{NUMERALS}\d] ?[余多几]")


def end_of_rest(quantity: Quantity) -> float | None:
    """The next round number, which a rest inside the number stays short of.

    One more of the last digit that is no nought: 160 for 150多, 600 for 500余. The published
    interval is open above, as for any "over"; this end is for comparing.

    Returns:
        The end in the quantity's own unit; ``None`` where no rest inside the number is what leaves
        it open.
    """
    if quantity.comparator_text not in _RESTS or not quantity.value or quantity.high is not None:
        return None
    if _INSIDE.search(fold(quantity.text)) is None:
        return None
    value = Decimal(repr(quantity.value)).normalize()
    exponent = value.as_tuple().exponent
    return float(value + Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else None
