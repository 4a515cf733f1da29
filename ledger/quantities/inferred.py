"""Measures that no phrase names, but the build of a clause gives away.

A percentage held of a market is a market share: 87% of the China market, 占中国市场九成. What a
policy rate is cut *by* is a cut, and what it is cut *to* is the rate again. 规模7.2 of an earthquake
is its magnitude.
"""

import re

from ledger.quantities.figure import Figure

_OF_A_MARKET = re.compile(
    r" of (?:the |its |their |a )?(?:[a-z'-]+ ){0,3}market(?![a-z'-]| (?:value|cap|price|index))"
)
_HOLD = r"(?:占|占有|占据|拿下|握有|掌握|控制|攻占|吃下|取得|抢下|囊括)(?:了|有)?"
_MARKET_AHEAD = re.compile(
    rf"(?:{_HOLD}[^,。;、:\d]{{0,10}}市场|市场[^,。;、:\d]{{0,4}}{_HOLD})(?:的|达|高达|中的)?$"
)
_HELD_AHEAD = re.compile(rf"{_HOLD}$")
_MARKET_BEHIND = re.compile(r"的[^,。;、:\d]{0,8}市场(?![值价])")
_REACH = 20
"""How many characters ahead of a figure a market may begin."""

_LEVELS = {"rate_cut": "policy_rate", "rate_hike": "policy_rate"}
_MOVES = {
    (rate, change): move
    for rate in ("policy_rate", "interest_rate")
    for change, move in (("down", "rate_cut"), ("up", "rate_hike"))
}
_SIZE = re.compile(r"规模(?:达|为|约|至少)?$")


def inferred(lower: str, figure: Figure, *, market: bool, quake: bool) -> str | None:
    """What a figure without a measure of its own measures by the build of its clause.

    Args:
        lower: the key of the text.
        figure: one of its figures.
        market: whether the text speaks of a market.
        quake: whether it speaks of an earthquake.
    """
    if market and figure.role == "level" and _may_be_share(figure) and _of_a_market(lower, figure):
        return "market_share"
    if quake and figure.dimension == "number" and _SIZE.search(lower, 0, figure.start):
        return "magnitude"
    return None


def _may_be_share(figure: Figure) -> bool:
    return figure.dimension == "percent" or (figure.dimension == "number" and figure.value < 1)


def _of_a_market(lower: str, figure: Figure) -> bool:
    start, end = figure.start, figure.end
    if _OF_A_MARKET.match(lower, end) or _MARKET_AHEAD.search(lower, max(0, start - _REACH), start):
        return True
    held = _HELD_AHEAD.search(lower, max(0, start - _REACH), start)
    return held is not None and _MARKET_BEHIND.match(lower, end) is not None


def moved_or_level(measure: str | None, figure: Figure) -> str | None:
    """A rate where a cut is named but a level given (cut to 4 %), and the other way round."""
    if figure.dimension == "percentage_point" and figure.role == "by":
        return _MOVES.get((measure or "", figure.change or ""), measure)
    if figure.dimension == "percent" and figure.role in ("to", "from", "level"):
        return _LEVELS.get(measure or "", measure)
    return measure
