"""Numbers in Chinese characters, or in digits and characters mixed: 三百五 · 3万5千 · 二分之一.

Works on a folded key, so characters are Simplified whatever the text was written in.
"""

from decimal import Decimal

from ledger.quantities.numerals.chinese_integers import (
    DIGITS,
    MYRIADS,
    NEVER_ALONE,
    NUMERALS,
    POINT,
    TENS,
    integer_at,
)
from ledger.quantities.numerals.numeral import Form, Numeral
from ledger.text.patterns import lazily
from ledger.text.tuples import made

# 一千多元 is money; 多元文化 is no sum, and neither is 余额.
_REST = lazily(r"(?:[余多几](?![额下数边半]|元[文化性族社教角素价宇思智媒发共融主]))")
_PERCENT = lazily(
    r"(百|佰|千|万|百万|千万|万万|亿)分之(?=负?[\d〇零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰])"
)
_THOUSANDS = lazily(r"k(?![a-z])")
_IN_THEIR = lazily(r"数以([十百千万亿]{1,2})计")
# 恒指失守万六: in the market's talk 16,000.
_MYRIAD_AND = lazily(
    r"(?<=[指市股破守穿上失探望叩见])万([一二三四五六七八九])(?=[关点]|$|[,。、;!?])"
)
_IDIOMS = frozenset("数万")
_SEVERAL = lazily(r"[数几](?=[十百千万亿])(?!.分之)")
_HALF = lazily(
    r"半(?:(?=年|码|数|个月|个小时|个钟头|个世纪|个百分点|个基点|个多|小时|天|日|月|成|世纪|百)|(?<=[过逾近]半)(?![导月年天])"
    r"|(?<=[大泰]半)(?![导月年天夜辈生个场部边路径球]))"
)
_BASE = {"百": 100, "佰": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7}
_BASE |= {"万万": 10**8, "亿": 10**8}
_ONE = Decimal(1)
_ALONE = {sign: Decimal(digit) for sign, digit in DIGITS.items() if sign not in NEVER_ALONE}
"""Signs that are a number by themselves, as most numbers in characters are."""
_GOING_ON = frozenset(NUMERALS + "0123456789点又分余多几来半")
"""What a number may go on with."""


def read_chinese(key: str, at: int) -> Numeral | None:
    """The numeral that begins at ``at``, or ``None`` where the characters make none.

    Colloquial endings count (三百五 is 350), 余, 多 and 几 leave the numeral open above, two digits
    in a row name a span (二三十), 数百 means some hundreds.
    """
    start, following = at, key[at + 1 : at + 2]
    if (alone := _ALONE.get(key[at : at + 1])) and following not in _GOING_ON:
        return made(Numeral, (at, at + 1, alone, _ONE, "cardinal", None, False, True, _ONE))
    if key[at : at + 1] == "负":
        at += 1
    found = (
        (_idiom(key, at) if key[at : at + 1] in _IDIOMS else None)
        or _several(key, at)
        or _percentage(key, at)
        or _half(key, at)
        or _fraction(key, at, start)
    )
    if found is None or (start < at and found.high is not None):
        return found
    if start < at:
        return Numeral(start, found.end, -found.value, found.step, found.form, worded=True)
    return found


def _idiom(key: str, at: int) -> Numeral | None:
    """數以萬計 is more than one of the unit; in 萬六 the digit behind 萬 counts thousands."""
    sign = key[at : at + 1]
    if sign == "数" and (many := _IN_THEIR.match(key, at)) is not None:
        unit = Decimal(1)
        for scale in many[1]:
            unit *= TENS.get(scale) or MYRIADS[scale]
        return Numeral(at, many.end(), unit, unit, more=True, worded=True)
    if sign == "万" and (level := _MYRIAD_AND.match(key, at)) is not None:
        value = Decimal(10_000 + DIGITS[level[1]] * 1000)
        return Numeral(at, level.end(), value, Decimal(1000), worded=True)
    return None


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
    part, end = Decimal(100) / _BASE[head[1]], top.end
    if thousands := _THOUSANDS.match(key, end):
        part, end = part * 1000, thousands.end()
    return Numeral(at, end, top.value * part, top.step * part, "percent", worded=True)


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
    tally = integer_at(key, at)
    if tally is None:
        return None
    value, step, end, more = tally.value(), tally.step, tally.end, False
    if point := POINT.match(key, end):
        written = "".join(str(DIGITS.get(c, c)) for c in point[1])
        step = Decimal(1).scaleb(-len(written))
        value, end = value + Decimal(f"0.{written}"), point.end()
    if key.startswith("来", end) and (scale := MYRIADS.get(key[end + 1 : end + 2])) is not None:
        value, step, end = value * scale, step * scale, end + 2  # 20来万
    if rest := _REST.match(key, end):
        more, end = True, rest.end()
    high = None if tally.pair is None else value + tally.step * (tally.pair[1] - tally.pair[0])
    if more and (again := MYRIADS.get(key[end : end + 1])) is not None and value >= again:
        end += 1  # the scale is said twice: 500万余万
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
