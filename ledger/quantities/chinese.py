"""Numbers in Chinese characters, or in digits and characters mixed: 三百五 · 3万5千 · 二分之一.

Works on a folded key, so characters are Simplified whatever the text was written in.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ledger.quantities.digits import BODY, plain
from ledger.quantities.numeral import LONGEST, Form, Numeral

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "俩": 2}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SHORT_TENS = {"廿": 20, "卅": 30}
NUMERALS = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS) + "".join(SHORT_TENS)
"""Every character a Chinese numeral is made of."""

_NEVER_ALONE = frozenset("肆伍陆柒捌玖拾佰仟俩零")
_TOKEN = re.compile(rf"{BODY}|[{NUMERALS}]")
_POINT = re.compile(
    r"点(?!两)([〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]+|\d+)(?![十百千拾佰仟\d分钟半整时])"
)
_REST = re.compile(r"(?:[余多几](?![额下数元边半]))")
_PERCENT = re.compile(
    r"(百|佰|千|万|百万|千万|万万|亿)分之(?=负?[\d〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰])"
)
_SMALL_UNIT = re.compile(r"[千兆](?=米|克|瓦|卡|伏|焦|帕|赫|牛|字节|比特|位元)")
_SEVERAL = re.compile(r"[数几](?=[十百千万亿])")
_HALF = re.compile(
    r"半(?=年|码|数|个月|个小时|个世纪|个多|小时|天|日|月|成|世纪|百)|(?<=[过逾近])半(?![导月年天])"
)
_BASE = {"百": 100, "佰": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7}
_BASE |= {"万万": 10**8, "亿": 10**8}


@dataclass(slots=True)
class _Sum:
    """A numeral being added up, from its largest part down."""

    end: int
    chunks: list[Decimal] = field(default_factory=list)
    section: Decimal = Decimal(0)
    number: Decimal | None = None
    written: int = 0
    step: Decimal = Decimal(1)
    last: int = 0
    zero: bool = False
    pair: tuple[int, int] | None = None

    def value(self) -> Decimal:
        return sum(self.chunks, self.section) + (self.number or 0)


def read_chinese(key: str, at: int) -> Numeral | None:
    """The numeral that begins at ``at``, or ``None`` where the characters make none.

    Colloquial endings count (三百五 is 350), 余, 多 and 几 leave the numeral open above, two digits
    in a row name a span (二三十), 数百 means some hundreds.
    """
    start = at
    if key[at : at + 1] == "负":
        at += 1
    found = _several(key, at) or _percentage(key, at) or _half(key, at) or _fraction(key, at, start)
    if found is None or (start < at and found.high is not None):
        return found
    if start < at:
        return Numeral(start, found.end, -found.value, found.step, found.form, worded=True)
    return found


def _several(key: str, at: int) -> Numeral | None:
    """数十, 几百万: from two of the unit up to ten of it."""
    if _SEVERAL.match(key, at) is None:
        return None
    unit, end = Decimal(1), at + 1
    while (scale := TENS.get(key[end : end + 1]) or MYRIADS.get(key[end : end + 1])) is not None:
        unit, end = unit * scale, end + 1
    return Numeral(at, end, 2 * unit, unit, high=10 * unit, worded=True)


def _percentage(key: str, at: int) -> Numeral | None:
    """百分之五 as a percentage; 千分之 and smaller ones too."""
    head = _PERCENT.match(key, at)
    if head is None:
        return None
    top = _signed(key, head.end())
    if top is None:
        return None
    part = Decimal(100) / _BASE[head[1]]
    return Numeral(at, top.end, top.value * part, top.step * part, "percent", worded=True)


def _half(key: str, at: int) -> Numeral | None:
    if key.startswith("一半", at):
        return Numeral(at, at + 2, Decimal("0.5"), Decimal("0.01"), "fraction", worded=True)
    if _HALF.match(key, at) is None:
        return None
    if key.startswith("百", at + 1):
        return Numeral(at, at + 2, Decimal(50), Decimal(10), worded=True)
    end = at + 2 if key.startswith("数", at + 1) else at + 1
    form: Form = "fraction" if end == at + 2 else "cardinal"
    return Numeral(at, end, Decimal("0.5"), Decimal("0.5"), form, worded=True)


def _fraction(key: str, at: int, start: int) -> Numeral | None:
    """An integer or decimal, and what may follow it: 分之 and its numerator, 又 and a fraction."""
    whole = _decimal(key, at)
    if whole is None:
        return None
    if key.startswith("又", whole.end):
        part = _decimal(key, whole.end + 1)
        if part is not None and key.startswith("分之", part.end):
            mixed = _over(key, part, whole.start)
            if mixed is not None:
                value = whole.value + mixed.value
                return Numeral(start, mixed.end, value, mixed.step, worded=True)
    if key.startswith("分之", whole.end):
        return _over(key, whole, at)
    return whole


def _over(key: str, bottom: Numeral, start: int) -> Numeral | None:
    top = _signed(key, bottom.end + 2)
    if top is None or bottom.value == 0:
        return None
    step = Decimal("0.01") if bottom.value < 100 else top.step / bottom.value  # noqa: PLR2004 - 三分之一 is a third, give or take; 一百分之二 is exact
    return Numeral(start, top.end, top.value / bottom.value, step, "fraction", worded=True)


def _signed(key: str, at: int) -> Numeral | None:
    if key[at : at + 1] != "负":
        return _decimal(key, at)
    found = _decimal(key, at + 1)
    return found and Numeral(at, found.end, -found.value, found.step)


def _decimal(key: str, at: int) -> Numeral | None:
    """An integer, its decimals after 点, an open rest (余, 多, 几) and a last scale."""
    tally = _integer(key, at)
    if tally is None:
        return None
    value, step, end, more = tally.value(), tally.step, tally.end, False
    if point := _POINT.match(key, end):
        written = "".join(str(DIGITS.get(c, c)) for c in point[1])
        step = Decimal(1).scaleb(-len(written))
        value, end = value + Decimal(f"0.{written}"), point.end()
    if rest := _REST.match(key, end):
        more, end = True, rest.end()
    high = None if tally.pair is None else value + tally.step * (tally.pair[1] - tally.pair[0])
    while (more or point) and (scale := MYRIADS.get(key[end : end + 1])) is not None:
        value, step, end = value * scale, step * scale, end + 1
        high = high and high * scale
    return Numeral(
        at, end, value, step, high=high, more=more, worded=True, scale=_last_scale(key, at, end)
    )


def _last_scale(key: str, at: int, end: int) -> Decimal:
    """The scale a numeral ends with: ten million for 3千万."""
    scale = Decimal(1)
    while end > at and (unit := TENS.get(key[end - 1]) or MYRIADS.get(key[end - 1])) is not None:
        scale, end = scale * unit, end - 1
    return scale


def _integer(key: str, at: int) -> _Sum | None:
    tally = _Sum(end=at)
    while (token := _TOKEN.match(key, tally.end)) is not None and token.end() - at <= LONGEST:
        if not _take(tally, token[0], key, at):
            break
        tally.end = token.end()
    alone = tally.end == at + 1 and key[at] in _NEVER_ALONE
    if tally.end == at or (alone and _POINT.match(key, tally.end) is None):
        return None
    _finish(tally, key)
    return tally


def _take(tally: _Sum, token: str, key: str, at: int) -> bool:
    """Add one token to the tally; false when it does not belong to this numeral."""
    if token in MYRIADS:
        return _take_myriad(tally, MYRIADS[token], key)
    if token in TENS:
        return _take_ten(tally, TENS[token], key)
    if token in SHORT_TENS:
        tally.section += SHORT_TENS[token]
        tally.last = 10
        return True
    if token in DIGITS:
        return _take_digit(tally, DIGITS[token], key, at)
    if tally.number:
        return False
    tally.number, tally.step = plain(token)
    tally.written = len(token)
    return True


def _take_digit(tally: _Sum, digit: int, key: str, at: int) -> bool:
    if (
        key[tally.end] in "两俩"
        and tally.end > at
        and key[tally.end + 1 : tally.end + 2]
        not in (
            *TENS,
            *MYRIADS,
        )
    ):
        return False  # 三两: the weight, not the digit
    if not tally.number:
        tally.zero = tally.zero or digit == 0
        tally.number, tally.written, tally.step = Decimal(digit), 1, Decimal(1)
    else:
        tally.pair = (int(tally.number), digit) if tally.written == 1 else None
        tally.number, tally.written = tally.number * 10 + digit, tally.written + 1
    return True


def _take_ten(tally: _Sum, unit: int, key: str) -> bool:
    if _SMALL_UNIT.match(key, tally.end) and (tally.number is not None or tally.section):
        return False  # 12千米: kilometres
    if tally.number is None and not tally.section and not tally.chunks and unit > 10:  # noqa: PLR2004 - 百 and 千 want a digit
        following = key[tally.end + 1 : tally.end + 2]
        if DIGITS.get(following, 1) <= 1 and not _bare_unit(key, tally.end):
            return False
    if tally.number is None and tally.section and unit > tally.last:
        return False  # 五十千 is no number
    count = _pair_or_number(tally, unit)
    if count is None:
        return False
    tally.section += count * unit
    tally.step = tally.step * unit if tally.step < 1 else tally.step
    tally.number, tally.last, tally.zero = None, unit, False
    return True


def _pair_or_number(tally: _Sum, unit: int) -> Decimal | None:
    """How many of the unit: the digit before it; the lower one of 二三十."""
    if tally.number is None or (tally.number == 0 and tally.written == 1):
        return Decimal(1)
    if tally.pair is not None:
        if not _spoken_span(tally.pair):
            return None
        tally.step = Decimal(unit)
        return Decimal(tally.pair[0])
    return tally.number


def _spoken_span(pair: tuple[int, int]) -> bool:
    """Whether two digits in a row name a span: 二三十, 七八成, and 三五."""
    return (pair[0] > 0 and pair[1] == pair[0] + 1) or pair == (3, 5)


def _take_myriad(tally: _Sum, unit: int, key: str) -> bool:
    if _SMALL_UNIT.match(key, tally.end) and tally.value():
        return False
    if tally.pair is not None and tally.number is not None:
        if not _spoken_span(tally.pair):
            return False
        tally.number = Decimal(tally.pair[0])
    chunk = tally.section + (tally.number or 0)
    if chunk == 0 and not tally.chunks:
        if not _bare_unit(key, tally.end):
            return False
        chunk = Decimal(1)
    if chunk == 0:
        tally.chunks[-1] *= unit
    else:
        smaller = sum((c for c in tally.chunks if c < unit), chunk)
        tally.chunks = [c for c in tally.chunks if c >= unit]
        tally.chunks.append(smaller * unit)
    tally.step *= unit
    tally.section, tally.number, tally.last, tally.zero = Decimal(0), None, unit, False
    return True


def _bare_unit(key: str, at: int) -> bool:
    """Whether 百, 千 or 万 stands for one of it: 上百, 近千, 百余."""
    if at > 0 and (key[at - 1] in "上近过破逾超" or key.startswith("分之", at - 2)):
        return True
    end = at
    while key[end : end + 1] in (*TENS, *MYRIADS) and end - at < 4:  # noqa: PLR2004 - 千万亿
        end += 1
    return key[end : end + 1] in ("余", "多")


def _finish(tally: _Sum, key: str) -> None:
    """Read the colloquial ending (九万四 is 94,000) and the span of two digits (五六个)."""
    if tally.number is None:
        tally.pair = tally.pair if tally.step > 0 else None
        return
    if tally.written == 1 and tally.last >= 100 and not tally.zero:  # noqa: PLR2004 - after 十 a digit is a one
        unit = Decimal(tally.last) / 10
        tally.number, tally.step = tally.number * unit, tally.step * unit
        if unit >= 1000:  # noqa: PLR2004 - 九万四
            return
        tally.step = Decimal(1)
        return
    if tally.pair is not None and _spoken_span(tally.pair) and not key[tally.end - 1].isdigit():
        tally.number = tally.number - tally.pair[0] * 10 - tally.pair[1] + tally.pair[0]
    else:
        tally.pair = None
