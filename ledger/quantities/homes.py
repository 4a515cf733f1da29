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
_SIGN = {"CNY": "元", "USD": "$", "JPY": "¥"}


@lru_cache(maxsize=64)
def at_home(lower: str, unit: Unit) -> Unit:
    """The currency meant by a sign that several share."""
    for code, named in _HOMES.get(_SIGN.get(unit.name, ""), ()):
        if named.search(lower) is not None:
            return unit_named("currency", code) or unit
    return unit
