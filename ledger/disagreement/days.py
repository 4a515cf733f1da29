"""Calendar days as texts give them: often without the year, the month or the day."""

import re
from functools import lru_cache

from ledger.quantities import Quantity

Day = tuple[int | None, int | None, int | None]
"""Year, month and day, each ``None`` when the text does not say it."""

_ISO = re.compile(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?")
_YEAR_AFTER = re.compile(r" ?,? ?(1\d{3}|20\d\d)(?!\d)")
_BARE_YEAR = re.compile(r"1\d{3}|20\d\d")


def day_of(quantity: Quantity, key: str, end: int) -> tuple[Day | None, int]:
    """The day a quantity names, ``None`` for what is no date, and where its words end in the key.

    A year that follows a month and day belongs to them (August 14 , 1964). A bare 1998 counts as
    a year, unless it is all there is in the key.
    """
    if quantity.dimension == "date":
        day = _parsed(quantity.period or "")
        year = _YEAR_AFTER.match(key, end) if day is not None and day[0] is None else None
        return (day, end) if year is None or day is None else ((int(year[1]), *day[1:]), year.end())
    bare = quantity.dimension == "number" and _BARE_YEAR.fullmatch(quantity.text)
    alone = len(key) <= len(quantity.text) + 1
    return ((int(quantity.text), None, None) if bare and not alone else None), end


@lru_cache(maxsize=4096)
def _parsed(period: str) -> Day | None:
    match = _ISO.fullmatch(period)
    if match is None:
        return None
    year, month, day = (int(part) if part and part != "-" else None for part in match.groups())
    return year, month, day


def one_day(a: Day, b: Day) -> bool | None:
    """Whether two dates may be one day; ``None`` when they share no year, month or day to tell."""
    shared = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
    return all(x == y for x, y in shared) if shared else None
