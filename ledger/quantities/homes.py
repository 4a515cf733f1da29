"""Whose 元 and whose $: the currency a text names decides, else the usual one is meant.

Who writes NT$ keeps the bare $ for the usual dollar, unless it goes on with the same money: from
NT$500 to $700. In Chinese it is the same money all the same, but in brackets.

Where a text names none, the places, offices and firms of one land alone say whose 元 it is. That
is a guess as well, and kept as one. The script says nothing: both give the same answer.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from ledger.quantities.lexicon import rows
from ledger.quantities.units import Unit, unit_named


def _dollars(sign: str, land: str) -> re.Pattern[str]:
    """A land's dollars, by their sign or by name; the dollar of a land is what others cost."""
    return re.compile(rf"((?<![a-z]){sign}\$)|{land} dollars|(?:\d|illion) {land} dollar(?!s)")


_HOMES = {
    "元": (
        ("TWD", re.compile(r"新台币|台币|nt\$|\bntd\b")),
        ("HKD", re.compile(r"港币|港元|hk\$|\bhkd\b")),
        ("SGD", re.compile(r"新币|坡币|s\$|\bsgd\b")),
    ),
    "$": (
        ("TWD", _dollars("nt", "taiwan")),
        ("HKD", _dollars("hk", "hong kong")),
        ("AUD", _dollars("a(?:u|us)?", "australian")),
        ("CAD", _dollars("ca?", "canadian")),
        ("SGD", _dollars("sg?", "singapore")),
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


def at_home(lower: str, unit: Unit, at: int | None = None) -> Unit:
    """The currency meant by a sign that several share.

    Args:
        lower: the line.
        unit: the usual currency of the sign.
        at: where the sign stands; ``None`` where only the text decides.
    """
    sign = _SIGN.get(unit.name)
    if sign is None:
        return unit
    home, signed = _home(lower, sign)
    if home is None or (signed and at is not None and not _goes_on(lower, at)):
        return unit
    return in_parts(home, unit)


@lru_cache(maxsize=64)
def _home(lower: str, sign: str) -> tuple[Unit | None, bool]:
    """The currency a text means by a sign, and whether its own sign alone says so (NT$)."""
    if any(map(lower.__contains__, _HINTS[sign])):
        for code, named in _HOMES[sign]:
            if (found := named.search(lower)) is not None:
                return unit_named("currency", code), sign == "$" and found[1] is not None
    home = _land(lower) if sign == "元" else None
    known = home and unit_named("currency", home)
    return (replace(known, usual=True), False) if known else (None, False)


# From NT$500 to $700, S$500 fines cut to $300; NT$290 billion ($8.4 billion) is what that is
# elsewhere, and so is NT$290 billion, equal to $8.4 billion.
_GOES_ON = re.compile(
    r"[a-z]\$ ?[\d.,]{1,16}(?: ?(?:[mbk]n?|million|billion|trillion))?"
    r"(?:,? (?:and|plus|than)|,| ?-|[^.;:()\d$]{0,40}"
    r"(?<! equal)(?<!ivalent)(?<! amounts)(?<! close)(?<! comes) (?:to|from))"
    r" ?(?:about |around )?$"
)
_HAN = re.compile(r"[\u3400-\u9fff][^a-z]{0,4}$")
_REACH = 80
"""Characters of the longest words that lead from one sum to another of the same money."""


def _goes_on(lower: str, at: int) -> bool:
    """Whether a bare $ is of the money whose own sign the text has elsewhere."""
    if _GOES_ON.search(lower, max(0, at - _REACH), at) is not None:
        return True
    return lower[at - 1 : at] != "(" and _HAN.search(lower, max(0, at - 5), at) is not None


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
def _cues() -> tuple[AhoCorasick, list[str]]:
    """What finds the words of each land, and the currency of each of them."""
    every = [(cue, row["currency"]) for row in rows("homes.csv") for cue in row["cues"].split("|")]
    found = AhoCorasick(
        [cue for cue, _ in every],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return found, [currency for _, currency in every]


def _land(lower: str) -> str | None:
    """The currency of the land that a text speaks of, if it is one."""
    words, currencies = _cues()
    lands = {currencies[word] for word, _, _ in words.find_matches_as_indexes(lower)}
    return lands.pop() if len(lands) == 1 else None
