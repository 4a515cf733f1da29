"""Measures that no phrase names, but the build of a clause gives away.

A percentage held of a market is a market share (87% of the China market, 占中国市场九成), and one
of sales that come from somewhere a share of sales (三成营收来自中国). What a policy rate is cut by
is a cut, and what it is cut to is the rate again; a GDP that grew by 7.6 % had growth of 7.6 %.
规模7.2 of an earthquake is its magnitude, and so much an ounce in a text about gold its price.
"""

import re
from collections.abc import Container

from ledger.quantities.about.measures import vote
from ledger.quantities.figures.casualties import fate
from ledger.quantities.figures.exchange_rates import about_exchange, exchange_rate
from ledger.quantities.figures.figure import Figure
from ledger.quantities.line import Line
from ledger.text.patterns import lazily

_OF_A_MARKET = lazily(
    r" of (?:the |its |their |a )?(?:[a-z'-]+ ){0,3}market(?![a-z'-]| (?:value|cap|price|index))"
)
_HOLD = r"(?:占|占有|占据|拿下|握有|掌握|控制|攻占|吃下|取得|抢下|囊括)(?:了|有)?"
_MARKET_AHEAD = lazily(
    rf"(?:{_HOLD}[^,。;、:\d]{{0,10}}市场|市场[^,。;、:\d]{{0,4}}{_HOLD})(?:的|达|高达|中的)?$"
)
_HELD_AHEAD = lazily(rf"{_HOLD}$")
_MARKET_BEHIND = lazily(r"的[^,。;、:\d]{0,8}市场(?![值价])")
_REACH = 20
"""How many characters ahead of a figure a market may begin."""

_GROWTHS = {"gdp": "gdp_growth"}
_LEVELS = {"rate_cut": "policy_rate", "rate_hike": "policy_rate"}
_MOVES: dict[tuple[str, str | None], str] = {
    (rate, change): move
    for rate in ("policy_rate", "interest_rate")
    for change, move in (("down", "rate_cut"), ("up", "rate_hike"))
}
_FUELS = (
    (("petrol", "gasoline", "汽油"), "fuel_price"),
    (("diesel", "柴油"), "diesel_price"),
)
_PRICES = {
    "ounce": (
        (("gold", "黄金", "金价"), "gold_price"),
        (("silver", "platinum", "palladium", "银价", "白银", "铂", "钯"), None),
    ),
    "barrel": ((("oil", "crude", "brent", "油"), "oil_price"),),
    "liter": _FUELS,
    "gallon": _FUELS,
}
"""What money for so much of something is the price of, by the word for it in the text; no measure
of ours for some. A text that speaks of two does not say of which it is."""
_OF_STAFF = lazily(
    r" of (?:its|their|his|her|the) (?:[a-z'-]+ ){0,2}"
    r"(?:workforce|staff|employees|workers|headcount)(?![a-z])"
)
_SHARE = lazily(
    r"(?P<vote_share> of (?:the )?(?:(?:popular|total|valid|national) )?votes?(?![a-z])|的选?票)"
    r"|(?P<revenue_share>的?(?:总?营收|销售额|收入|营业额)(?:是|都|皆)?"
    r"(?:来自|源自|出自|仰赖|依赖|倚赖))"
    r"|(?P<efficacy> effective(?! (?:from|on|as|tax|rate|duty|\w*ly)\b))"
)
"""What stands right behind a percentage, named for what that then measures."""
_SOLD_FOR = lazily(
    r"(?:^|[^a-z])(?:(?:sold|bought|auctioned|went|acquired) for|fetch(?:ed|es)) $"
    r"|(?:成交价|拍出|卖出|售出|买下)(?:为|达|了)?$"
)
_HAS_PEOPLE = lazily(r"(?:^|[^a-z])(?:has|have|home to) (?:some |about |nearly )?$")
_NATION = 10**6
"""From so many on the people somewhere has are its population, and below maybe a firm's staff."""
_VERB = 16
"""Characters of the longest verb below."""
_MADE = frozenset({"vehicle", "car", "truck", "bus", "aircraft", "plane", "jet", "ship", "unit"})
_DONE = (
    (r"add(?:s|ed)?|creat(?:e|es|ed)|gain(?:s|ed)?", "", frozenset({"job"}), "jobs_added"),
    (r"deliver(?:s|ed)?|handed over", "交付|交车|交货", _MADE, "shipments"),
    (r"built|builds|assembl(?:ed|es)", "生产|制造|组装", _MADE, "output"),
    (r"sold|sells", "卖出|售出|卖掉|卖", _MADE, "sales"),
)
"""What was done to so many of something, in both languages, and what their number then measures."""
_VERBS = {
    unit: [
        (re.compile(rf"(?:^|[^a-z])(?:{en}) $|(?:{zh or en})了?$"), measure)
        for en, zh, units, measure in _DONE
        if unit in units
    ]
    for unit in {"job", *_MADE}
}
_SIZE = lazily(r"规模(?:达|为|约|至少)?$")


_WEATHER = {
    "speed": (
        re.compile(
            r"(?:(?:^|[^a-z])(?:winds?|gust(?:s|ed|ing)?)(?![a-z])|风速|阵风|瞬间风|最大风)[^,.。;、:]{0,24}$"
        ),
        re.compile(r"[ -](?:winds?|gusts?)(?![a-z])|的?(?:阵风|强风|狂风)"),
        "wind_speed",
    ),
    "length": (
        re.compile(r"(?:(?:^|[^a-z])rain(?:fall|s)?(?![a-z])|[降暴豪大]雨|雨量)[^,.。;、:]{0,16}$"),
        re.compile(r" of rain(?:fall)?(?![a-z])|的?(?:降雨|雨量|暴雨|豪雨|大雨)"),
        "rainfall",
    ),
}
"""What stands ahead of or behind a speed or a length that is of the weather, and its measure."""
_DEEP_RAIN = frozenset({"millimeter", "centimeter", "inch"})
"""Units that rain is measured in; nobody says in miles how much of it fell."""
_WEATHER_REACH = 48
MARKET, QUAKE = ("market", "市场"), ("震",)
"""One of these stands in every line about a market or an earthquake."""
BLOWING = ("wind", "gust", "rain", "风", "雨")
"""One of these stands in every line about wind or rain."""


def outright(line: Line, figure: Figure, clues: Container[str]) -> str | None:
    """What the words right at a figure say it measures, whatever moves in its clause.

    Args:
        line: the line.
        figure: the figure; of an exchange rate it is told what it is in and for.
        clues: what the line may be about.
    """
    if about_exchange(line.lower, clues) and exchange_rate(line, figure):
        return "exchange_rate"
    measure = vote(line.lower, figure) if "voted" in clues else None
    return fate(line.lower, figure) if measure is None and "fated" in clues else measure


def inferred(lower: str, figure: Figure, clues: Container[str]) -> str | None:
    """What a figure without a measure of its own measures by the build of its clause."""
    if "market" in clues and _may_be_share(figure) and _of_a_market(lower, figure):
        return "market_share"
    if (told := _BY_DIMENSION.get(figure.dimension)) is not None:
        return told(lower, figure)
    if "weather" in clues and figure.dimension in _WEATHER:
        return _of_weather(lower, figure)
    if "quake" in clues and figure.dimension == "number" and _SIZE.search(lower, 0, figure.start):
        return "magnitude"
    return None


def _of_weather(lower: str, figure: Figure) -> str | None:
    """Winds of up to 180 km/h, 300mm of rain."""
    ahead, behind, measure = _WEATHER[figure.dimension]
    if measure == "rainfall" and figure.unit not in _DEEP_RAIN:
        return None
    start, end = figure.start, figure.core[1]
    blows = ahead.search(lower, start - _WEATHER_REACH, start) or behind.match(lower, end)
    return None if blows is None else measure


def _price(lower: str, figure: Figure) -> str | None:
    """What money for so much of something, or for all of it, is the price of."""
    if figure.per in _PRICES:
        named = [price for words, price in _PRICES[figure.per] if _names_any(lower, words)]
        return named[0] if len(named) == 1 else None
    sold = _SOLD_FOR.search(lower, figure.start - _VERB, figure.start)
    return "price" if sold is not None else None


def _percentage(lower: str, figure: Figure) -> str | None:
    """What a percentage is of, by the words right behind it."""
    if figure.change == "down" and _OF_STAFF.match(lower, figure.end):
        return "layoffs"
    share = _SHARE.match(lower, figure.end)
    return None if share is None else share.lastgroup


def _done_to(lower: str, figure: Figure) -> str | None:
    """What a count measures, by the verb right ahead: added 5,000 jobs, delivered 300 cars."""
    if figure.unit == "person" and figure.value >= _NATION:
        has = _HAS_PEOPLE.search(lower, figure.start - _VERB, figure.start)
        return "population" if has is not None else None
    for ahead, measure in _VERBS.get(figure.unit or "", ()):
        if ahead.search(lower, figure.start - _VERB, figure.start):
            return measure
    return None


_BY_DIMENSION = {"percent": _percentage, "count": _done_to, "currency": _price}


def _names_any(lower: str, words: tuple[str, ...]) -> bool:
    return any(map(lower.__contains__, words))


def _may_be_share(figure: Figure) -> bool:
    fraction = figure.dimension == "number" and figure.value < 1
    return figure.role == "level" and (fraction or figure.dimension == "percent")


def _of_a_market(lower: str, figure: Figure) -> bool:
    start, end = figure.start, figure.end
    if _OF_A_MARKET.match(lower, end) or _MARKET_AHEAD.search(lower, start - _REACH, start):
        return True
    held = _HELD_AHEAD.search(lower, start - _REACH, start)
    return held is not None and _MARKET_BEHIND.match(lower, end) is not None


def moved_or_level(measure: str, figure: Figure) -> str:
    """A rate where a cut is named but a level given (cut to 4 %), and the other way round."""
    moved = figure.role == "by"
    if figure.dimension == "percentage_point" and moved:
        return _MOVES.get((measure, figure.change), measure)
    if figure.dimension == "percent":
        return (_GROWTHS if moved else _LEVELS).get(measure, measure)
    return measure
