"""What one currency costs in another: 1美元兑158.2日圆, 31.2元兑1美元, 153 to the dollar."""

import re
from collections.abc import Container
from functools import cache

from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import alternation, rows
from ledger.quantities.line import Line
from ledger.quantities.units import unit_named

_CODE_OF = {
    name: row["code"] for row in rows("quoted_currencies.csv") for name in row["names"].split("|")
}
"""Currencies quoted in the news, by what they are called as things that rise and fall."""
_NAMED = alternation(_CODE_OF)
_QUOTED_BY_THE_UNIT = frozenset({"EUR", "GBP", "AUD", "NZD"})
"""Currencies of which one is priced in others and not the other way round: the market's custom."""
EXCHANGED = ("兑", "1美元")
QUOTED = ("dollar", "euro", "sterling", "yen")
"""One of these stands in every line that says what one currency costs in another; with one of the
second sort one of these does too."""
_LINKS = (" to ", " per ", " against ")
_REACH = 24
"""Characters ahead of a figure in which both currencies stand."""


def about_exchange(lower: str, clues: Container[str]) -> bool:
    """Whether a line can say what one currency costs in another.

    Args:
        lower: the line.
        clues: which of the above it holds, ``exchanged`` or ``quoted``.
    """
    return "exchanged" in clues or ("quoted" in clues and any(map(lower.__contains__, _LINKS)))


def exchange_rate(line: Line, figure: Figure) -> bool:
    """Tell a figure that is an exchange rate what it is in and for, and whether it is one."""
    if figure.dimension not in ("number", "currency"):
        return False
    lower, start = line.lower, figure.start
    begin = max(0, start - _REACH)
    found = _bought_behind().match(lower, figure.end) or _bought_ahead().search(lower, begin, start)
    if found is None:
        return False
    bought = _CODE_OF[found[1] or found[2]]
    priced = figure.currency or _last_named(lower[begin : min(start, found.start())])
    if priced is None or priced == bought:
        return False
    if figure.currency is None and priced in _QUOTED_BY_THE_UNIT:
        priced, bought = bought, priced
    unit = unit_named("currency", priced)
    if unit is None:
        return False
    figure.measured_in(unit)
    figure.measure, figure.per = "exchange_rate", bought
    return True


def _last_named(words: str) -> str | None:
    named = _currency().findall(words)
    return _CODE_OF[named[-1]] if named else None


@cache
def _currency() -> re.Pattern[str]:
    """A currency by name; compiled like the others when a text may need it, as few do."""
    return re.compile(rf"(?<![a-z])({_NAMED})(?![a-z])")


@cache
def _bought_behind() -> re.Pattern[str]:
    """The currency bought, behind the figure: to the dollar, 兑1美元."""
    return re.compile(
        rf" (?:to|per|against) (?:the |a |one |1 )?({_NAMED})(?![a-z])"
        rf"|(?:兑|对|合)[1一]?({_NAMED})"
    )


@cache
def _bought_ahead() -> re.Pattern[str]:
    """The currency bought, ahead of the figure: 兑美元报, 1美元兑."""
    return re.compile(
        rf"(?:(?:兑|对)[1一]?({_NAMED})|[1一]({_NAMED})(?:兑换?|对|约?合))[^,。;、:\d]{{0,8}}$"
    )
