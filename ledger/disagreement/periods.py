"""When a figure is for: whether two stated periods are one, one within the other, or apart."""

import re
from functools import lru_cache
from typing import Literal

_YEAR = re.compile(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4])|-H([12]))?")
Day = tuple[int, int, int]
Overlap = Literal["same", "nested", "apart", "unknown"]


def overlap(a: str | None, b: str | None) -> Overlap:
    """How two periods meet; ``unknown`` when one is not stated or is only "once, in the past".

    Args:
        a: ISO 8601 year, quarter, month, day, or two of them with a slash; ``past``; ``None``.
        b: the same.
    """
    if a == b:
        return "unknown" if a in {None, "past"} else "same"
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return "unknown"
    if first[1] < second[0] or second[1] < first[0]:
        return "apart"
    return "same" if first == second else "nested"


@lru_cache(maxsize=4096)
def days_of(period: str | None) -> tuple[Day, Day] | None:
    """First and last day of a period, ``None`` for one that has no stated days."""
    ends = [_days(part) for part in period.split("/")] if period else []
    if not ends or None in ends:
        return None
    known = [end for end in ends if end is not None]
    return known[0][0], known[-1][1]


def _days(period: str) -> tuple[Day, Day] | None:
    """A month without its last day and a year without its last month end at 31 and 12."""
    match = _YEAR.fullmatch(period)
    if match is None:
        return None
    year, month, day, quarter, half = (int(part) if part else 0 for part in match.groups())
    if quarter:
        return (year, 3 * quarter - 2, 1), (year, 3 * quarter, 31)
    if half:
        return (year, 6 * half - 5, 1), (year, 6 * half, 31)
    return (year, month or 1, day or 1), (year, month or 12, day or 31)
