"""Words around a figure that say which way it moved, whether it is past, and whether it is fact."""

from bisect import bisect_left
from functools import cache

from ledger.quantities.lexicon import rows
from ledger.text.phrases import Mention, Page, PhraseTable

_NOTHING = "none"


@cache
def _table() -> tuple[PhraseTable, frozenset[str]]:
    every = [(row["form"], row["kind"]) for row in rows("signals.csv")]
    every += [(row["form"], row["period"]) for row in rows("relative_periods.csv")]
    wanted = frozenset(identity for _, identity in every) - {_NOTHING}
    return PhraseTable.of(every, stems=False), wanted


def signals(page: Page) -> list[list[Mention]]:
    """Every signal in each line of a page.

    Their ids are ``up``, ``down``, ``past``, ``hedge``, or a relative period, which is named from
    the day of writing: 去年 is ``Y-1``, next month ``M+1``.
    """
    table, wanted = _table()
    return table.in_each(page, wanted)


def within(found: list[Mention], first: int, last: int) -> list[Mention]:
    """The mentions that begin between two places, in order."""
    if not found:
        return []
    start = bisect_left(found, (first,))
    return found[start : bisect_left(found, (last,), lo=start)]


def last_before(found: list[Mention], at: int, since: int) -> Mention | None:
    """The last of some mentions that ends by ``at`` and begins no earlier than ``since``."""
    if not found:
        return None
    index = bisect_left(found, (at,))
    while index > 0:
        index -= 1
        if found[index].end <= at:
            return found[index] if found[index].start >= since else None
    return None


def first_after(found: list[Mention], at: int, until: int) -> Mention | None:
    """The first of some mentions that begins at ``at`` or later and ends by ``until``."""
    index = bisect_left(found, (at,)) if found else 0
    if index < len(found) and found[index].end <= until:
        return found[index]
    return None
