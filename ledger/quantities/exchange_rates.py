"""What one currency costs in another: 1美元兑158.2日圆, 31.2元兑1美元, 153 to the dollar."""

import re

from ledger.quantities.figure import Figure
from ledger.quantities.line import Line
from ledger.quantities.units import unit_named

_CODES = {
    "AUD": ("australian dollar", "aussie dollar", "aussie", "澳元", "澳币"),
    "BRL": ("real", "雷亚尔"),
    "CHF": ("swiss franc", "瑞士法郎", "瑞郎"),
    "CNY": ("renminbi", "yuan", "人民币"),
    "EUR": ("euro", "欧元"),
    "GBP": ("sterling", "pound", "英镑"),
    "HKD": ("hong kong dollar", "港元", "港币"),
    "IDR": ("rupiah", "印尼盾"),
    "INR": ("rupee", "卢比"),
    "JPY": ("yen", "日元", "日圆"),
    "KRW": ("won", "韩元", "韩圜"),
    "MYR": ("ringgit", "令吉"),
    "NZD": ("new zealand dollar", "kiwi dollar", "纽元"),
    "PHP": ("philippine peso", "菲律宾比索"),
    "RUB": ("rouble", "ruble", "卢布"),
    "SGD": ("singapore dollar", "新加坡元", "新元"),
    "THB": ("baht", "泰铢"),
    "TRY": ("lira", "里拉"),
    "TWD": ("taiwan dollar", "新台币", "台币"),
    "USD": ("us dollar", "u.s. dollar", "greenback", "dollar", "美元", "美金"),
    "VND": ("dong", "越南盾"),
}
"""Currencies quoted in the news, and what they are called as things that rise and fall."""
_CODE_OF = {name: code for code, names in _CODES.items() for name in names}
_NAMED = "|".join(sorted(map(re.escape, _CODE_OF), key=len, reverse=True))
_CURRENCY = re.compile(rf"(?<![a-z])({_NAMED})(?![a-z])")
_BOUGHT_BEHIND = re.compile(
    rf" (?:to|per|against) (?:the |a |one |1 )?({_NAMED})(?![a-z])|(?:兑|对|合)[1一]?({_NAMED})"
)
_BOUGHT_AHEAD = re.compile(
    rf"(?:(?:兑|对)[1一]?({_NAMED})|[1一]({_NAMED})(?:兑换?|对|约?合))[^,。;、:\d]{{0,8}}$"
)
_QUOTED_BY_THE_UNIT = frozenset({"EUR", "GBP", "AUD", "NZD"})
"""Currencies of which one is priced in others and not the other way round: the market's custom."""
_REACH = 24
"""Characters ahead of a figure in which both currencies stand."""


def about_exchange(lower: str) -> bool:
    """Whether a line can say what one currency costs in another."""
    if "兑" in lower or "1美元" in lower:
        return True
    if "dollar" in lower or "euro" in lower or "sterling" in lower or "yen" in lower:
        return " to " in lower or " per " in lower or " against " in lower
    return False


def exchange_rate(line: Line, figure: Figure) -> bool:
    """Tell a figure that is an exchange rate what it is in and for, and whether it is one."""
    if figure.dimension not in ("number", "currency"):
        return False
    lower, start = line.lower, figure.start
    begin = max(0, start - _REACH)
    found = _BOUGHT_BEHIND.match(lower, figure.end) or _BOUGHT_AHEAD.search(lower, begin, start)
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
    named = _CURRENCY.findall(words)
    return _CODE_OF[named[-1]] if named else None
