"""Whose 元 and whose $: the currency a text names decides, else the usual one is meant.

Where a text names none, the places, offices and firms of one land alone say whose 元 it is. That
is a guess as well, and kept as one. The script says nothing: both give the same answer.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from ledger.quantities.lexicon import alternation, rows
from ledger.quantities.units import Unit, unit_named

_HOMES = {
    "元": (
        ("TWD", re.compile(r"新台币|台币|nt\$|\bntd\b")),
        ("HKD", re.compile(r"港币|港元|hk\$|\bhkd\b")),
        ("SGD", re.compile(r"新币|坡币|s\$|\bsgd\b")),
    ),
    "$": (
        ("TWD", re.compile(r"nt\$|taiwan dollar")),
        ("HKD", re.compile(r"hk\$|hong kong dollar")),
        ("AUD", re.compile(r"(?<![a-z])a(?:u|us)?\$|australian dollar")),
        ("CAD", re.compile(r"(?<![a-z])c(?:a)?\$|canadian dollar")),
        ("SGD", re.compile(r"(?<![a-z])sg?\$|singapore dollar")),
    ),
    "¥": (("CNY", re.compile(r"人民币|yuan|renminbi|\brmb\b")),),
}
_HINTS = {
    "元": ("币", "港元", "t$", "k$", "s$", "ntd", "hkd", "sgd"),
    "$": ("dollar", "t$", "k$", "a$", "u$", "s$", "c$", "g$"),
    "¥": ("人民币", "yuan", "renminbi", "rmb"),
}
"""Without any of these nothing of the above is there: most texts name no second currency."""
_SIGN = {"CNY": "元", "USD": "$", "JPY": "¥"}


@lru_cache(maxsize=64)
def at_home(lower: str, unit: Unit) -> Unit:
    """The currency meant by a sign that several share."""
    sign = _SIGN.get(unit.name)
    if sign is None:
        return unit
    if any(map(lower.__contains__, _HINTS[sign])):
        for code, named in _HOMES[sign]:
            if named.search(lower) is not None:
                return in_parts(unit_named("currency", code) or unit, unit)
    home = _land(lower) if sign == "元" else None
    known = home and unit_named("currency", home)
    return replace(in_parts(known, unit), usual=True) if known else unit


def in_parts(money: Unit, unit: Unit) -> Unit:
    """Money in tenths where a unit stands for tenths of some other: two 角 of Hong Kong."""
    return money if unit.scale >= 1 else replace(money, scale=unit.scale)


_COINS = {
    "cent": (("EUR", ("€", "euro")), ("USD", ("$", "dollar", "美元"))),
    "pence": (("GBP", ("£", "pounds", "sterling")),),
}
_HUNDREDTH = Decimal("0.01")


def coin_at_home(lower: str, unit: Unit) -> Unit | None:
    """A coin as a part of the one currency its text names: down 92 cents, to $78.15."""
    named = [code for code, cues in _COINS.get(unit.name, ()) if any(map(lower.__contains__, cues))]
    if len(named) != 1 or (whole := unit_named("currency", named[0])) is None:
        return None
    return replace(at_home(lower, whole), scale=_HUNDREDTH, usual=False)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        "|".join(
            f"(?P<{row['currency']}>{alternation(row['cues'].split('|'))})"
            for row in rows("homes.csv")
        )
    )


def _land(lower: str) -> str | None:
    """The currency of the land that a text speaks of, if it is one."""
    lands = {match.lastgroup for match in _cues().finditer(lower)}
    return lands.pop() if len(lands) == 1 else None
