"""How closely two figures say the same, and how seldom two figures of two things would.

Two intervals may meet and yet bear nothing out: over 70,000 leaves room for 400,000. What two
reports of one thing say lies close together, and the more is said (152, not 100), the less it is by
chance that the two are alike.
"""

import math

from ledger.disagreement.statement.figures import Figure

_BOUNDS = frozenset({"<", "<=", ">", ">="})
NEAR_A_BOUND = 0.2
"""How far apart, as a share of the larger, two figures lie where one only bounds the other, if both
are told of one thing: over 200 of 241."""
_ROUNDED, _PLAIN = 0.1, 0.05
"""The same where one of them is said to be about so much, whose last digit may be another (about 60
of 65, about 18 of 17, but not some 58 of 52), and where none is."""
_DEGREES = 1.0
"""The same for two temperatures, whose zero is far off."""
_WEIGHTY = frozenset(
    {"currency", "area", "mass", "length", "volume", "energy", "power", "data", "speed"}
)
"""Dimensions of which each thing has a size of its own; of days and percent there are few."""
_A_FEW, _MANY = 100.0, 1000.0
_DECIMALS = 10
_TOLERANCE = 1e-6


def are_close(x: Figure, y: Figure, *, bounded: float = NEAR_A_BOUND) -> bool:
    """Whether what two figures of one sort state, bound or not, is nearly the same.

    Args:
        x: a figure.
        y: another, of its sort.
        bounded: how far apart they may lie where one of them is only bounded.
    """
    if x.day is not None:
        return True
    a, b = _stated(x), _stated(y)
    if a is None or b is None or not a or not b:
        return a == b == 0
    off = abs(a - b)
    if x.quantity.dimension == "temperature" and not (x.moved or y.moved):
        return off <= _DEGREES
    if not _BOUNDS.isdisjoint((x.quantity.comparator, y.quantity.comparator)):
        return off <= bounded * max(abs(a), abs(b))
    rounded = [_last_digit(one) for one in (x, y) if one.quantity.comparator == "~"]
    allowed = max([_PLAIN, *rounded])
    return off <= allowed * max(abs(a), abs(b))


def _last_digit(figure: Figure) -> float:
    """What one more in its last digit makes, as a share of a figure; no more than ``_ROUNDED``."""
    digits = _digits(figure)
    if digits < 1:
        return 0.0
    first = float(f"{abs(figure.quantity.value or 1.0):.5e}".partition("e")[0])
    return min(_ROUNDED, 10.0 ** (1 - digits) / first)


def _stated(figure: Figure) -> float | None:
    """The number of a figure in its base unit: its bound, where it is only bounded."""
    low, high = figure.low, figure.high
    if figure.quantity.comparator in ("<", "<="):
        return high
    if figure.quantity.comparator in (">", ">="):
        return low
    return low if high is None else high if low is None else (low + high) / 2


TELLING, SPECIAL = 2, 3
"""How much is told by two figures that are alike: 1 for two people or a fifth, ``TELLING`` for 12
of them or 70 dollars, ``SPECIAL`` for 152 millimetres or 31 million pounds."""


def tells(x: Figure, y: Figure) -> int:
    """How much is told by two figures being alike, from 1 up to ``SPECIAL``."""
    digits = max(_digits(x), _digits(y))
    weighty = _is_weighty(x)
    if digits >= SPECIAL or (digits >= TELLING and weighty):
        return SPECIAL
    return TELLING if digits >= TELLING or weighty else 1


def _is_weighty(figure: Figure) -> bool:
    dimension, value = figure.quantity.dimension, abs(figure.quantity.value or 0.0)
    few = dimension in ("percent", "number") and value < _A_FEW
    return not few and (dimension in _WEIGHTY or value >= _MANY)


def _digits(figure: Figure) -> int:
    """How many digits are stated, up to the last that is not 0; of a third or two thirds one."""
    value = abs(figure.quantity.value or 0.0)
    if not value:
        return 0
    tenths = value * _DECIMALS
    if figure.quantity.dimension == "percent" and not math.isclose(
        tenths, round(tenths), rel_tol=_TOLERANCE
    ):
        return 1
    digits = f"{value:.5e}".partition("e")[0].replace(".", "")
    return len(digits.rstrip("0"))
