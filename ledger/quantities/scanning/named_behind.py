"""Numbers that what stands behind them makes names of: 10 Downing Street, 737 Max, 1999專線."""

from ledger.quantities.heads import headed, headed_large
from ledger.quantities.line import Line
from ledger.text.patterns import lazily

_WAYS = r"(?:Street|Avenue|Road|Boulevard|Lane|Drive|Square|Terrace)"
# 10 Downing Street; but 5 Wall Street banks are counted.
_STREET = lazily(
    r"\d{1,5} (?:[A-Z][\w'.]{0,20} ){1,3}" + _WAYS + r"(?![a-z]| [a-z]+[^s]s(?![a-z]))"
)
# 221B Baker Street.
_HOUSE = lazily(r"\d{1,5}[A-D](?: (?:[A-Z][\w'.]{0,20} ){0,3}" + _WAYS + r"(?![a-z])|[室号座栋])")
# 401(k) plans, a 10-K filing.
_SHEET = lazily(r"\([a-z]\)|-[KQ](?![A-Za-z\d])")
_LETTERED = frozenset("(-")
_LATIN = "\u2e80"
# 1999市民熱線, 101大樓, 台61線, 228事件.
_NAMES_AFTER = lazily(
    r"大[楼厦]|(?<!\d{4})线(?![人以])|(?:[\u3400-\u9fff]{2}){0,3}?[专热]线"
    r"|(?<=\d{3})(?:课纲|事件|学运|大?地震|震灾|惨案|恐怖攻击|恐怖袭击|恐攻|恐袭)"
)
_LENGTHS = range(2, 6)
"""Digits of a number that such words make a name of."""
# Who is among 500強, a round of 16強, who was born as 90後, 618購物節; 前50後50 are counted.
_AMONG = lazily(
    r"(?:(?<=\d\d)|(?<=[48]))强(?![度劲烈震降风])|(?<=\d{3})(?:购物节|晚会)"
    r"|(?<![\d破达至到为过于近第前约升降]\d[05])(?<=\d[05])后(?![的天年来期续台,。]|\d)"
)
_AMONG_BEGINS = frozenset("强购晚后")
# The 737 carried 170; but 737 carriers.
_JET = lazily(
    r"7[0-8]7 (?:(max|dreamliner|jumbo)|jet(?:liner)?|(?:air|aero)?plane|aircraft|airliner"
    r"|freighter|(?:passenger|cargo) (?:jet|plane)|fleet|programme|program|production|crash"
    r"|was|is|has|had|that|which|with|carrying|carried|crashed|landed|took|flying|flew|skidded|overshot|operated"
    r"|bound|belonging)(?![a-z])"
)
_JET_AHEAD = lazily(r"(?:^|[^a-z])(?:an?|the|its|their|each|every|whose|boeing's) $")
_JET_DIGITS = 3


def named_behind(line: Line, at: int, end: int) -> bool:
    """Whether the words behind a whole number make a name of it."""
    behind = line.key[end : end + 1]
    if behind in _LETTERED and _SHEET.match(line.key, end) is not None:
        return True
    if behind == " ":
        large = line.key[end + 1 : end + 2].isupper()
        if large and _STREET.match(line.key, at) is not None:
            return True
        return end - at == _JET_DIGITS and _is_jet(line.lower, at)
    if behind in _AMONG_BEGINS:
        return _AMONG.match(line.lower, end) is not None
    named = behind > _LATIN and end - at in _LENGTHS
    return named and _NAMES_AFTER.match(line.lower, end) is not None


def _is_jet(lower: str, at: int) -> bool:
    """Whether three digits are a jet's model without its maker."""
    named = _JET.match(lower, at)
    if named is None:
        return False
    return named[1] is not None or _JET_AHEAD.search(lower, at - 10, at) is not None


def lettered(line: Line, at: int) -> bool:
    """Whether a letter behind a number belongs to a name, and is no scale: 221B, Gate 12B."""
    return (
        headed(line.lower, at)
        or headed_large(line.key, at)
        or line.lower.startswith("march", at - 6)
        or _HOUSE.match(line.key, at) is not None
    )
