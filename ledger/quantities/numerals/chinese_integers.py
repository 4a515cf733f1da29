"""Integers in Chinese characters: digits, tens and myriads added up from the largest down."""

from dataclasses import dataclass, field
from decimal import Decimal

from ledger.quantities.numerals.bounds import bound_before
from ledger.quantities.numerals.digits import BODY, plain
from ledger.quantities.numerals.numeral import LONGEST
from ledger.text.patterns import lazily

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2, "俩": 2}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SHORT_TENS = {"廿": 20, "卅": 30}
NUMERALS = "".join(DIGITS) + "".join(TENS) + "".join(MYRIADS) + "".join(SHORT_TENS)
"""Every character a Chinese numeral is made of."""

OR_SO = lazily(r"来(?=个|[位名人岁斤年天公米里吨元块间家座台部件条只头张分秒万亿])")
"""More or less, behind a round number: 五十來斤, 百來人; 三年來 has a unit ahead of it."""
_ONE_OR_TWO = frozenset("个年天日周次名位人小分公")
"""Behind 一兩 these are counted, one or two of them; 一兩黃金 is a weight."""
NEVER_ALONE = frozenset("肆伍陆柒捌玖拾佰仟俩零")
"""Signs that are no number by themselves."""
_TOKEN = lazily(rf"{BODY}|[{NUMERALS}]")
POINT = lazily(
    r"点(?!两)([〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]+|\d+)(?![十百千拾佰仟\d分钟半整时])"
)
"""A decimal point and its digits: 三点五, but not 三点十五分."""
SMALL_UNIT = r"百(?=帕|万瓦)|[千兆](?=米|克|瓦|卡|伏|焦|帕|赫|牛|字节|比特|位元)"
"""What looks like a scale and begins a unit: 千米, 兆瓦."""
_SMALL_UNIT = lazily(SMALL_UNIT)


@dataclass(slots=True)
class Sum:
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
        """What has been added up so far."""
        return sum(self.chunks, self.section) + (self.number or 0)


def integer_at(key: str, at: int) -> Sum | None:
    """The integer that begins at ``at``, added up; its ``end`` tells how far it goes."""
    digit = DIGITS.get(key[at : at + 1])
    if digit and key[at] not in NEVER_ALONE and _TOKEN.match(key, at + 1) is None:
        return Sum(at + 1, number=Decimal(digit), written=1)
    tally = Sum(end=at)
    while (token := _TOKEN.match(key, tally.end)) is not None and token.end() - at <= LONGEST:
        if not _take(tally, token[0], key, at):
            break
        tally.end = token.end()
    alone = tally.end == at + 1 and key[at] in NEVER_ALONE and not key.startswith("零度", at)
    if tally.end == at or (alone and POINT.match(key, tally.end) is None):
        return None
    _finish(tally, key)
    return tally


def _take(tally: Sum, token: str, key: str, at: int) -> bool:
    """Add one token to the tally; false when it does not belong to this numeral."""
    if token in MYRIADS:
        return _take_myriad(tally, MYRIADS[token], key)
    if token in TENS:
        return _take_ten(tally, TENS[token], key, at)
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


def _take_digit(tally: Sum, digit: int, key: str, at: int) -> bool:
    following = key[tally.end + 1 : tally.end + 2]
    if (
        key[tally.end] in "两俩"
        and tally.end > at
        and following not in (*TENS, *MYRIADS)
        and not (key[tally.end - 1] == "一" and following in _ONE_OR_TWO)
    ):
        return False  # 三两: the weight, not the digit
    if not tally.number:
        tally.zero = tally.zero or digit == 0
        tally.number, tally.written, tally.step = Decimal(digit), 1, Decimal(1)
    else:
        tally.pair = (int(tally.number), digit) if tally.written == 1 else None
        tally.number, tally.written = tally.number * 10 + digit, tally.written + 1
    return True


def _take_ten(tally: Sum, unit: int, key: str, at: int) -> bool:
    if _SMALL_UNIT.match(key, tally.end) and (tally.number is not None or tally.section):
        return False  # 12千米: kilometres
    if tally.number is None and not tally.section and not tally.chunks and unit > 10:  # noqa: PLR2004 - 百 and 千 want a digit
        following = key[tally.end + 1 : tally.end + 2]
        if DIGITS.get(following, 1) <= 1 and not _bare_unit(key, tally.end):
            return False
    if unit > tally.last and tally.section and unit == _THOUSAND and not tally.chunks:
        return _take_thousands(tally, key, at)
    if tally.number is None and (unit > tally.last if tally.section else tally.chunks):
        return False  # 360万千瓦 are kilowatts
    count = _pair_or_number(tally, unit)
    if count is None:
        return False
    bare = tally.number is None and not tally.section and not tally.chunks
    if bare and unit > 10 and key[tally.end - 1 : tally.end] != "之":  # noqa: PLR2004 - 百万 is round, 百分之百 exact
        tally.step = Decimal(unit)
    tally.section += count * unit
    tally.step = tally.step * unit if tally.step < 1 else tally.step
    tally.number, tally.last, tally.zero = None, unit, False
    return True


_THOUSAND = 1000


def _take_thousands(tally: Sum, key: str, at: int) -> bool:
    """Count what is there in thousands, as Cantonese does: 五十千人 are 50,000.

    With 兆 or letters behind it 千 begins a unit: 五十千兆的带宽. Where there is no other word the
    number may as well be a slip.
    """
    if tally.end + 1 == len(key) and not key[:at].strip():
        return False
    following = key[tally.end + 1 : tally.end + 2]
    if following == "兆" or (following.isascii() and following.isalnum()):
        return False
    tally.section = tally.value() * _THOUSAND
    tally.step *= _THOUSAND
    tally.number, tally.last, tally.zero = None, _THOUSAND, False
    return True


def _pair_or_number(tally: Sum, unit: int) -> Decimal | None:
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


def _take_myriad(tally: Sum, unit: int, key: str) -> bool:
    if _SMALL_UNIT.match(key, tally.end) and tally.value():
        return False
    if tally.pair is not None and tally.number is not None:
        if not _spoken_span(tally.pair):
            return False
        tally.number = Decimal(tally.pair[0])
    chunk = tally.section + (tally.number or 0)
    step = _rounded(tally) * unit
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
    tally.step = step
    tally.section, tally.number, tally.last, tally.zero = Decimal(0), None, unit, False
    return True


def _rounded(tally: Sum) -> Decimal:
    """One unit of the last digit written: 三千五百萬 and 3萬5千 are as round as 35 million.

    A single digit ahead of all else is worth two, as in 30 million.
    """
    if tally.number is not None or tally.step != 1 or tally.pair or not tally.section:
        return tally.step
    written = str(tally.section).rstrip("0")
    significant = max(len(written), 1 if tally.chunks else 2)
    return Decimal(1).scaleb(max(0, len(str(tally.section)) - significant))


# 百萬人, 千萬美元; but not 百萬富翁.
_COUNTED = lazily(r"[人名位户家辆吨]|(?:新?台币|人民币|[美欧日港英澳加])?[元镑币]")


def _bare_unit(key: str, at: int) -> bool:
    """Whether 百, 千 or 万 stands for one of it: 上百, 近千, 百余; 百万 before what it counts."""
    if at > 0 and (key[at - 1] in "上近过破逾超" or key.startswith("分之", at - 2)):
        return True
    end = at
    while key[end : end + 1] in (*TENS, *MYRIADS) and end - at < 4:  # noqa: PLR2004 - 千万亿
        end += 1
    if key[end : end + 1] in ("余", "多") or OR_SO.match(key, end) or bound_before(key, at):
        return True
    counts = end - at > 1 and key[at - 1 : at] != "每"
    return counts and _COUNTED.match(key, end) is not None


def _finish(tally: Sum, key: str) -> None:
    """Read the colloquial ending (九万四 is 94,000) and the span of two digits (五六个)."""
    if tally.number is None:
        tally.pair = tally.pair if tally.step > 0 else None
        tally.step = _rounded(tally) if tally.chunks else tally.step
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
