"""What may follow a unit and still belong to the number: 一年半, 九成五, USD million."""

from collections.abc import Container
from decimal import Decimal
from functools import cache

from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.numerals.chinese_integers import DIGITS
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.units import Unit, unit_named
from ledger.text.patterns import lazily

_AND_PART = lazily(r" and (?:an? |one[ -])?(half|quarter)(?![a-z])")
_HALF = lazily(r"半(?![导年场个数径岛天小月夜边路价])")
_MORE = lazily(r"[年月时天周岁里米吨斤元倍成度](?:多|余)(?![少数元边半次出于则])")
# 身高1米85, 一米八五, 9秒58: decimals behind the unit, where nothing is counted by them.
_DECIMALS = lazily(
    rf"[米尺秒](\d{{1,2}}|[{''.join(DIGITS)}]{{1,2}})(?=[的高夺获破跑游连刷创摘勇率冲完排晋拿列再]|左右|$|[^\w.:%])"
    r"|厘(\d{1,2})(?![\d.,万千百%年月日个])"  # 2厘2, 3厘75
)
_WITH_DECIMALS = frozenset({"meter", "second"})
# A batting average of 3成12: tenths and thousandths of one.
_AVERAGE = lazily(r"(\d)(\d)(?![\d.%]|(?!的)[\u3400-\u9fff])")
# 三塊二 is 3.2; 三塊二斤 is two for three.
_TENTH = lazily(r"块([1-9一二三四五六七八九])(?![\d十百千万亿.点半角毛个斤两公瓶只支张盒包条份])")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_WORD = lazily(r"(?:(?:square|cubic) )?[a-z]+|[\u3400-\u9fff]{1,2}")
_BREAK = lazily(r"[,。;\d]")
_PER_AFTER = lazily(r" (?:an?|per|each|every) |-an?-|/ ?| ")
_PER_BEGINS = frozenset(" -/")
# 250,000 cars a year; not 30 people a day after, nor 12 men in a year.
_EVERY_SO = lazily(
    r" (?:an?|per|each|every) ([a-z]{3,9})"
    r"(?![a-z]| (?:ago|after|before|earlier|later|from|since|old|when|for|of|in|to)(?![a-z]))"
)
_WORDS_BETWEEN, _PER_REACH = 3, 44
_NO_NOUNS = frozenset(row["word"] for row in rows("no_nouns.csv")) - {"of"}
_COUNTED_SO = frozenset({"count", "mass", "volume", "energy"})
_PAID = lazily(r"([时日周月年])薪[^,。;\d]{0,6}$")
_PAID_EACH = {"时": "hour", "日": "day", "周": "week", "月": "month", "年": "year"}


@cache
def _each() -> dict[str, str]:
    """Names of what an amount can be for each of."""
    return {row["form"]: row["name"] for row in rows("per.csv")}


@cache
def _scales() -> Lexicon[int]:
    table = [row for row in rows("scales.csv") if row["place"] != "money"]
    return Lexicon((row["form"], int(row["factor"])) for row in table if row["form"] != "dozen")


def extend(lower: str, figure: Figure) -> None:
    """Add to a figure what is written after its unit."""
    unit = figure.unit_of
    if unit is None:
        return
    if figure.high is None and lower[figure.end - 1] != "%":
        _extend(lower, figure, unit)
    if unit.name == "times" and _is_counted(lower, figure):
        figure.unit_of, figure.unit, figure.dimension = None, "time", "count"
    if figure.currency == "GBP" and weighs(lower, figure):
        figure.unit_of = unit_named("mass", "pound")
        figure.unit, figure.dimension, figure.currency = "pound", "mass", None


def _extend(lower: str, figure: Figure, unit: Unit) -> None:
    if lower[figure.end - 1] == "折" and figure.value > 100:  # noqa: PLR2004 - 五五折 is 55 %, not 550 %
        figure.value, figure.step = figure.value / 10, figure.step / 10
    elif lower[figure.end - 1].isascii():
        _extend_word(lower, figure, unit)
    elif unit.currency is not None and (found := _TENTH.match(lower, figure.end - 1)):
        figure.value, figure.end = figure.value + Decimal(_digit(found[1])) / 10, found.end()
        figure.step = Decimal("0.1")
    elif (unit.name in _WITH_DECIMALS or lower[figure.end - 1] == "厘") and (
        found := _DECIMALS.match(lower, figure.end - 1)
    ):
        part = Decimal(
            "0." + "".join(str(DIGITS.get(digit, digit)) for digit in found[1] or found[2])
        )
        figure.value, figure.end = figure.value + part, found.end()
        figure.step = Decimal(1).scaleb(-len(found[1] or found[2]))
    elif _MORE.match(lower, figure.end - 1):
        figure.end += 1
        figure.sign = ">"
    elif "个多" in lower[figure.end - 4 : figure.end]:
        figure.sign = ">"
    elif "个半" in lower[figure.end - 4 : figure.end]:
        _add(figure, Decimal("0.5"), figure.end)
    elif unit.dimension == "percent" and unit.scale == 10 and lower[figure.end - 1] == "成":  # noqa: PLR2004 - 成 is ten percent
        _add_tenth(lower, figure)
    elif unit.dimension != "currency" and (half := _HALF.match(lower, figure.end)):
        _add(figure, Decimal("0.5") * unit.scale, half.end())


def _extend_word(lower: str, figure: Figure, unit: Unit) -> None:
    """Three years and a half, 75 USD million."""
    if lower[figure.end : figure.end + 1] != " ":
        return
    if part := _AND_PART.match(lower, figure.end):
        _add(figure, _PARTS[part[1]] * unit.scale, part.end())
    elif unit.currency is not None and figure.numeral and figure.numeral.scale == 1:
        _scale(lower, figure)


def _digit(written: str) -> int:
    return int(written) if written.isdigit() else DIGITS[written]


def _add(figure: Figure, more: Decimal, end: int) -> None:
    figure.value, figure.step, figure.end = figure.value + more, more, end


def _add_tenth(lower: str, figure: Figure) -> None:
    """九成五 is 95 %, 七成半 75 %, 3成12 31.2 %."""
    if average := _AVERAGE.match(lower, figure.end):
        figure.value += Decimal(f"{average[1]}.{average[2]}")
        figure.step, figure.end = Decimal("0.1"), average.end()
        return
    after = lower[figure.end : figure.end + 1]
    digit = DIGITS.get(after) if not after.isdigit() else int(after)
    if after == "半":
        digit = 5
    if digit is not None and lower[figure.end + 1 : figure.end + 2] not in ("成", "个", "年"):
        figure.value, figure.step = figure.value + digit, Decimal(1)
        figure.end += 1


def _scale(lower: str, figure: Figure) -> None:
    """75 USD million."""
    found = _scales().at(lower, figure.end + 1)
    if found is not None:
        figure.end, scale = found
        figure.value, figure.step = figure.value * scale, figure.step * scale


_OFTEN = 1000
"""From here on times are mostly counted: seen a million times, but a thousand times as strong."""
_COUNTED = lazily(r" times(?! (?:as|the|more|less|its|their|[a-z]{2,}er)(?![a-z]))(?![a-z])")
# Raised three times since June: as often, and not to three times what it was.
_SO_OFTEN = lazily(
    r" times (?:since|this|last|already|before|during|between|daily|(?:an?|per) (?:day|week|month|"
    r"year)|in (?:a row|the (?:past|last)|\d{4}|(?:[a-z]+|\d+) (?:year|month|week|day)s?))(?![a-z])"
)


_DONE_AHEAD = 64
# Hitting him six times, arrested 12 times.
_DONE_SO_OFTEN = lazily(
    r"(?:^|[^a-z])(?:him|her|them|me|us|shot|stabbed|arrested|hit|voted|married|convicted|visited|met"
    r"|called|punched|kicked|struck|tested|tried|jailed|fined) $"
    # Denied parole 17 times, won the race seven times.
    r"|(?:^|[^a-z])(?:won|winning|denied|refused|rejected|played|appeared|scored|failed|attempted"
    r"|postponed|delayed|served|elected|nominated|named|warned|asked|crossed|sued|been on|beaten)"
    r"(?: [a-z'-]{2,16}){1,4} $"
)


def _is_counted(lower: str, figure: Figure) -> bool:
    """Whether times are how often something happened, and no multiple."""
    done = _DONE_SO_OFTEN.search(lower, max(0, figure.start - _DONE_AHEAD), figure.start)
    if done and _COUNTED.match(lower, figure.end - 6):
        return True
    if figure.step >= 1 and _SO_OFTEN.match(lower, figure.end - 6):
        return True
    return figure.value >= _OFTEN and _COUNTED.match(lower, figure.end - 6) is not None


_SCALE_AHEAD = lazily(r"(摄氏|华氏)(?:温度|气温)?(?:约|近|达|高达|零下)?$")
# In Chinese a temperature without a scale is in Celsius; 23度 of latitude or of an angle is none.
_WEATHER = lazily(
    r"[高低气体水室升降增均]温|温度|零[下上度]|[酷寒严暖]|热浪|炎热|发烧|高烧|冷气团|天气|气象"
)
_WEATHER_REACH = 24
_DEGREES = {"摄氏": "degree_Celsius", "华氏": "degree_Fahrenheit"}
# 三度出任, 兩度訪問: so often; 北緯三度海域 and 三度燒傷 are none of it.
_SO_MANY_TIMES = lazily(
    r"(?<![升降跌低高温差约近达到过纬经斜转每零上下])[两三四五六七八]度(?=[\u3400-\u9fff])"
    r"(?![角电空纬经的左右以上下至到和与或间内烧灼烫冻仰俯])"
)


_ELECTRIC = lazily(r"电量?[^,。;:\d]{0,6}$")
_HOTTEST = 10000
"""So many degrees are none of heat: 80億度 are kilowatt hours, which Chinese calls degrees too."""


def degrees(lower: str, figure: Figure) -> None:
    """Give plain degrees the scale that stands ahead of them: 華氏98.6度, 用電500度."""
    if lower[figure.core[1] - 1] == "度" and (
        figure.value >= _HOTTEST or _ELECTRIC.search(lower, figure.start - 9, figure.start)
    ):
        figure.unit_of = unit_named("energy", "kilowatt_hour")
        figure.unit, figure.dimension = "kilowatt_hour", "energy"
        return
    ahead = _SCALE_AHEAD.search(lower, figure.start - 8, figure.start)
    if ahead is not None:
        figure.unit = _DEGREES[ahead[1]]
    elif lower[figure.core[1] - 1] == "度" and (
        _WEATHER.search(lower, figure.start - _WEATHER_REACH, figure.core[0] + 2)
        or _WEATHER.match(lower, figure.core[1] + (lower[figure.core[1] :][:1] == "的"))
    ):
        figure.unit = "degree_Celsius"
    elif _SO_MANY_TIMES.match(lower, figure.core[0]):
        figure.unit_of, figure.unit, figure.dimension = None, "time", "count"


EACH = ("每", "薪")
"""What stands in every line that says in Chinese what an amount is for each of."""


def per(lower: str, figure: Figure, clues: Container[str]) -> str | None:
    """What an amount is for each of: a year, a share, a barrel."""
    end = figure.core[1]
    after = _PER_AFTER.match(lower, end) if lower[end : end + 1] in _PER_BEGINS else None
    if after is not None:
        word = _WORD.match(lower, after.end())
        adverb = word is not None and word[0].endswith("ly")
        if word is not None and (after[0] != " " or adverb) and word[0] in _each():
            return _each()[word[0]]
        if figure.dimension in _COUNTED_SO and (so := _every_so(lower, end)) is not None:
            return so
    if "each" not in clues:
        return None
    start = figure.core[0]
    if figure.currency and (paid := _PAID.search(lower, start - 10, start)) is not None:
        return _PAID_EACH[paid[1]]
    at = lower.rfind("每", max(0, start - 8), start)
    if at < 0 or _BREAK.search(lower, at, start):
        return None
    rest = lower[at + 1 : start].removeprefix("一").removeprefix("个")
    return next((_each()[rest[:size]] for size in (4, 3, 2, 1) if rest[:size] in _each()), None)


def _every_so(lower: str, end: int) -> str | None:
    """What is named with an article behind a noun or two: 250,000 cars a year."""
    every = _EVERY_SO.search(lower, end, end + _PER_REACH)
    if every is None or every[1] not in _each():
        return None
    words = lower[end : every.start()].split()
    nouns = 0 < len(words) <= _WORDS_BETWEEN and all(map(str.isalpha, words))
    return _each()[every[1]] if nouns and _NO_NOUNS.isdisjoint(words) else None


_PACKS = ("a dozen", "a hundred", "a thousand")


def is_each(lower: str, before: Figure, numeral: Numeral) -> bool:
    """Whether a number only says for how many the money ahead of it is: $5.90 a dozen."""
    return numeral.start == before.end + 1 and lower.startswith(_PACKS, numeral.start)


_WEIGHED = lazily(
    r"(?:weigh|lose|lost|losing|gain|drop|heav|lift|shed|carr)[a-z]{0,6}(?: [a-z]+){0,2} $"
    r"|-(?:foot|inch|foot-\d{1,2}),? (?:and )?$"
)
_OF_STUFF = lazily(
    r"(?:s? of |s? bag| bags|s? sack| sacks|s?-heavy|s? in weight| bomb| bombs| baby)"
)


def weighs(lower: str, figure: Figure) -> bool:
    """Whether pounds are a weight here: lost 25 pounds, a twenty-pound bag, ten pounds of rice."""
    pound = lower.rfind("pound", figure.core[0], figure.end)
    if pound < 0:
        return False
    ahead = _WEIGHED.search(lower, figure.start - 24, figure.start)
    return ahead is not None or _OF_STUFF.match(lower, pound + 5) is not None
