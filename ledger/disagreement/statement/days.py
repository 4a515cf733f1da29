"""Calendar days as texts give them: often without the year, the month or the day."""

from ledger.disagreement.statement.periods import Stretch, stretch
from ledger.quantities import Quantity
from ledger.text.patterns import lazily

_YEAR_AFTER = lazily(r" ?,? ?(1\d{3}|20\d\d)(?!\d)")
_SOMETIMES_DAYS = frozenset({"date", "number"})
_BARE_YEAR = lazily(r"1\d{3}|20\d\d")


def day_of(quantity: Quantity, key: str, end: int) -> tuple[Stretch | None, int]:
    """The day, month, year or decade a quantity names, and where its words end in the key.

    A year that follows a month and day belongs to them (August 14 , 1964). A bare 1998 counts as
    a year, unless it is all there is in the key. What is no date gives ``None``.
    """
    if quantity.dimension not in _SOMETIMES_DAYS:
        return None, end
    if quantity.dimension == "date":
        period = quantity.period or ""
        year = _YEAR_AFTER.match(key, end) if period.startswith("--") else None
        if year is None:
            return stretch(period), end
        return stretch(f"{year[1]}{period[1:]}"), year.end()
    bare = _BARE_YEAR.fullmatch(quantity.text)
    alone = len(key) <= len(quantity.text) + 1
    return (stretch(quantity.text) if bare and not alone else None), end
