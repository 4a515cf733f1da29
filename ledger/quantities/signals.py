"""Words around a figure that say which way it moved, whether it is past, and whether it is fact."""

from bisect import bisect_left
from functools import cache

from ledger.quantities.lexicon import rows
from ledger.text.phrases import Mention, PhraseTable

_NOTHING = "none"


@cache
def _table() -> PhraseTable:
    every = [(row["form"], row["kind"]) for row in rows("signals.csv")]
    return PhraseTable(every, stems=False)


@cache
def _relative() -> PhraseTable:
    return PhraseTable(
        ((r["form"], r["period"]) for r in rows("relative_periods.csv")), stems=False
    )


def signals(lower: str) -> list[Mention]:
    """Every signal in a line: ids are ``up``, ``down``, ``past`` and ``hedge``."""
    return [found for found in _table().find(lower) if found.id != _NOTHING]


def relative_periods(lower: str) -> list[Mention]:
    """Every period named from the day of writing: 去年, next month; ids as ``Y-1``, ``M+1``."""
    return _relative().find(lower)


def last_before(found: list[Mention], at: int, since: int) -> Mention | None:
    """The last of some mentions that ends by ``at`` and begins no earlier than ``since``."""
    index = bisect_left(found, at, key=lambda mention: mention.start)
    while index > 0:
        index -= 1
        if found[index].end <= at:
            return found[index] if found[index].start >= since else None
    return None


def first_after(found: list[Mention], at: int, until: int) -> Mention | None:
    """The first of some mentions that begins at ``at`` or later and ends by ``until``."""
    index = bisect_left(found, at, key=lambda mention: mention.start)
    if index < len(found) and found[index].end <= until:
        return found[index]
    return None
