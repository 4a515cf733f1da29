"""Whose 元 and whose $: the currency a text names decides, else the usual one is meant."""

import re
from functools import lru_cache

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
    if sign is None or not any(map(lower.__contains__, _HINTS[sign])):
        return unit
    for code, named in _HOMES[sign]:
        if named.search(lower) is not None:
            return unit_named("currency", code) or unit
    return unit
