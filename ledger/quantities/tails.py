"""What may follow a unit and still belong to the number: 一年半, a year and a half, 九成五, USD million."""

import re
from decimal import Decimal
from functools import cache

from ledger.quantities.chinese import DIGITS
from ledger.quantities.figure import Figure
from ledger.quantities.lexicon import Lexicon, rows

_AND_PART = re.compile(r" and (?:an? |one[ -])?(half|quarter)(?![a-z])")
_HALF = re.compile(r"半(?![导年场个数径岛天小月夜边路价])")
_MORE = re.compile(r"[年月时天周岁里米吨斤元倍成度](?:多|余)(?![少数元边半次])")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_PER_BEFORE = re.compile(
    r"每(?:一|个)?(年|月|日|天|周|季|小时|分钟|股|人|吨|桶|公斤|千克|平方米|坪|辆|户|度|次|张|件)[^,。;\d]{0,4}$"
)
_PER_AFTER = re.compile(
    r"(?: (?:a|an|per|each|every)|-a-|/| ?/) ?(year|month|week|day|hour|minute|second|share|barrel|ton|tonne|person|head|unit|household|"
    r"gallon|liter|litre|kg|kilogram|ounce|vote|mile|kilometer|kilometre|night|student|passenger|vehicle|chip|gpu)(?![a-z])"
    r"|/(年|月|日|天|周|季|小时|股|人|吨|桶|公斤|千克|平方米|坪|户|度)| (annually|yearly|monthly|daily|weekly)(?![a-z])"
)
_PER_NAMES = {
    "年": "year", "月": "month", "日": "day", "天": "day", "周": "week", "季": "quarter",
    "小时": "hour", "分钟": "minute", "股": "share", "人": "person", "吨": "tonne", "桶": "barrel",
    "公斤": "kilogram", "千克": "kilogram", "kg": "kilogram", "annually": "year", "yearly": "year",
    "monthly": "month", "daily": "day", "weekly": "week", "ton": "tonne", "head": "person",
    "litre": "liter", "kilometre": "kilometer", "户": "household", "辆": "vehicle",
}  # fmt: skip


@cache
def _scales() -> Lexicon[int]:
    table = [row for row in rows("scales.csv") if row["place"] != "money"]
    return Lexicon((row["form"], int(row["factor"])) for row in table if row["form"] != "dozen")


def extend(lower: str, figure: Figure) -> None:
    """Add to a figure what is written after its unit."""
    unit = figure.unit_of
    if unit is None or figure.high is not None:
        return
    if lower[figure.end - 1] == "折" and figure.value > 100:  # noqa: PLR2004 - 五五折 is 55 %, not 550 %
        figure.value, figure.step = figure.value / 10, figure.step / 10
    elif _MORE.match(lower, figure.end - 1):
        figure.end += 1
        figure.sign = ">"
    elif "个多" in lower[figure.end - 4 : figure.end]:
        figure.sign = ">"
    elif "个半" in lower[figure.end - 4 : figure.end]:
        _add(figure, Decimal("0.5"), figure.end)
    elif unit.dimension == "percent" and unit.scale == 10 and lower[figure.end - 1] == "成":  # noqa: PLR2004 - 成 is ten percent
        _add_tenth(lower, figure)
    elif part := _AND_PART.match(lower, figure.end):
        _add(figure, _PARTS[part[1]] * unit.scale, part.end())
    elif unit.dimension != "currency" and (half := _HALF.match(lower, figure.end)):
        _add(figure, Decimal("0.5") * unit.scale, half.end())
    elif unit.currency is not None and figure.numeral and figure.numeral.scale == 1:
        _scale(lower, figure)


def _add(figure: Figure, more: Decimal, end: int) -> None:
    figure.value, figure.step, figure.end = figure.value + more, more, end


def _add_tenth(lower: str, figure: Figure) -> None:
    """九成五 is 95 %, 七成半 75 %."""
    after = lower[figure.end : figure.end + 1]
    digit = DIGITS.get(after) if not after.isdigit() else int(after)
    if after == "半":
        digit = 5
    if digit is not None and lower[figure.end + 1 : figure.end + 2] not in ("成", "个", "年"):
        figure.value, figure.step = figure.value + digit, Decimal(1)
        figure.end += 1


def _scale(lower: str, figure: Figure) -> None:
    """75 USD million."""
    if lower[figure.end : figure.end + 1] != " ":
        return
    found = _scales().at(lower, figure.end + 1)
    if found is not None:
        figure.end, scale = found
        figure.value, figure.step = figure.value * scale, figure.step * scale


_SPEED = re.compile(r"(?:时速|每小时|每秒)(?:约|逾|超过|近|高达|达|可达|为)?$")


def speed(lower: str, figure: Figure) -> None:
    """Make a length a speed where the hour stands ahead: 時速120公里."""
    if figure.dimension != "length" or figure.unit is None:
        return
    ahead = _SPEED.search(lower, max(0, figure.start - 8), figure.start)
    if ahead is not None:
        each = "second" if ahead[0].startswith("每秒") else "hour"
        figure.dimension, figure.unit = "speed", f"{figure.unit}_per_{each}"


def per(lower: str, figure: Figure) -> str | None:
    """What an amount is for each of: a year, a share, a barrel."""
    after = _PER_AFTER.match(lower, figure.core[1])
    if after is not None:
        name = next(group for group in after.groups() if group)
        return _PER_NAMES.get(name, name)
    before = _PER_BEFORE.search(lower, max(0, figure.start - 12), figure.start)
    return _PER_NAMES.get(before[1], before[1]) if before is not None else None


_WEIGHED = re.compile(
    r"(?:weigh|lose|lost|losing|gain|gained|drop|dropped|heav|lift|shed|carry|carried)[a-z]*(?: [a-z]+){0,2} $"
)
_OF_STUFF = re.compile(
    r"(?:s? of |s? bag| bags|s? sack| sacks|s?-heavy|s? in weight| bomb| bombs| baby)"
)


def weighs(lower: str, figure: Figure) -> bool:
    """Whether pounds are a weight here: lost 25 pounds, a twenty-pound bag, ten pounds of rice."""
    pound = lower.rfind("pound", figure.core[0], figure.end)
    if pound < 0:
        return False
    ahead = _WEIGHED.search(lower, max(0, figure.start - 24), figure.start)
    return ahead is not None or _OF_STUFF.match(lower, pound + 5) is not None
