"""Units of measure and of money: their names in both languages, and what they convert to."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.line import Line
from ledger.quantities.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit a figure may carry.

    Attributes:
        name: pint's singular name, ``%``, or the ISO 4217 code.
        dimension: what sort of thing it measures.
        base: the unit figures of its kind are compared in.
        factor: how many of the base one of it makes.
        scale: what the number as written is multiplied by (成 is ten percent, 碼 a quarter point).
        currency: the ISO 4217 code of money.
        usual: money whose currency the word alone does not settle (元, $): the usual one is meant
            unless the text names another.
    """

    name: str
    dimension: Dimension
    base: str
    factor: Decimal
    scale: Decimal = Decimal(1)
    currency: str | None = None
    usual: bool = False


PERCENT = Unit("%", "percent", "%", Decimal(1))


@dataclass(frozen=True, slots=True)
class _Tables:
    names: Lexicon[Unit]
    symbols: Lexicon[Unit]
    ahead: Lexicon[Unit]
    ahead_codes: Lexicon[Unit]
    every: dict[tuple[str, str], Unit]


@cache
def _tables() -> _Tables:
    names: list[tuple[str, Unit]] = []
    symbols: list[tuple[str, Unit]] = []
    every: dict[tuple[str, str], Unit] = {}
    for row in rows("units.csv"):
        unit = _unit(row)
        every.setdefault((unit.dimension, unit.name), unit)
        written = [form for form in row["names"].split("|") if form]
        # A 3,000-square-metre site: an adjective joins the words of its unit.
        joined = [form.replace(" ", "-") for form in written if " " in form and form.isascii()]
        names += [(form, unit) for form in dict.fromkeys(written + joined)]
        symbols += [(form, unit) for form in row["symbols"].split("|") if form]
    money = list(_money())
    names += [(form, unit) for form, unit, place in money if place in ("both", "after")]
    ahead = [(form, unit) for form, unit, place in money if place in ("both", "before")]
    codes = [(unit.name, unit) for unit in _currencies().values()]
    codes += [("M" + code, replace(unit, scale=Decimal(10**6))) for code, unit in codes]
    return _Tables(Lexicon(names), Lexicon(symbols + codes), Lexicon(ahead), Lexicon(codes), every)


def _unit(row: dict[str, str]) -> Unit:
    dimension: Dimension = row["dimension"]  # type: ignore[assignment] # the table's test checks it
    scale = Decimal(row["scale"])
    return Unit(row["unit"], dimension, row["base"], _factor(row["factor"]), scale)


def _factor(written: str) -> Decimal:
    over, _, under = written.partition("/")
    return Decimal(over) / Decimal(under or 1)


@cache
def _currencies() -> dict[str, Unit]:
    codes = [row["code"] for row in rows("currencies.csv")]
    return {code: Unit(code, "currency", code, Decimal(1), currency=code) for code in codes}


_PARTS = {"cent": ("USD", "0.01"), "pence": ("GBP", "0.01"), "penny": ("GBP", "0.01")}
"""Coins whose currency goes unsaid: kept as they are, compared as those of the commonest one."""


def _money() -> list[tuple[str, Unit, str]]:
    """Forms of money with their unit and where they stand: before the number, after, or both."""
    found = []
    for row in rows("currencies.csv"):
        unit = _currencies()[row["code"]]
        forms = [form for form in (row["en"] + "|" + row["zh"]).split("|") if form]
        found += [(form, unit, "after") for form in forms]
    for row in rows("currency_forms.csv"):
        found.append((row["form"], _form(row), row["place"]))
    return found


def _form(row: dict[str, str]) -> Unit:
    code, usual = row["code"] or None, row["usual"] == "yes"
    base, factor = _PARTS.get(row["unit"], (code or row["unit"], "1"))
    return Unit(row["unit"], "currency", base, Decimal(factor), Decimal(row["scale"]), code, usual)


def unit_at(line: Line, at: int) -> tuple[int, Unit] | None:
    """The unit written right after a number that ends at ``at``: where it ends, and which it is.

    One space or hyphen may stand between (5 %, six-mile); symbols are told apart by case.
    """
    lower, key, start = line.lower, line.key, at
    if (gap := lower[at : at + 1]) in _GAPS and (first := lower[at + 1 : at + 2]) not in _NO_UNIT:
        start += gap == " " or first.isalpha()
    if gap == "升" and _RISES.match(lower, at) is not None:
        return None
    tables = _tables()
    named = tables.names.at(lower, start) or (
        tables.names.at(lower, at) if gap == "-" and start > at else None
    )
    symbol = tables.symbols.at(key, start) if key[start : start + 1] < _NO_SYMBOL else None
    if symbol is not None and not key[symbol[0] : symbol[0] + 1].isdigit():
        return named if named is not None and named[0] >= symbol[0] else symbol
    if named is None and gap in _LETTER_SIGNS:
        return _LETTER_UNITS[gap](line, at)
    return named


# 由12萬升至15萬 rises and is no volume; 5升至6升 is one.
_RISES = re.compile(
    r"升(?:[破穿级格幅势温值学职迁回抵上为]|[至到](?!约?[\d.,十百千万亿一二三四五六七八九]{1,12}公?升))"
)
_GAPS, _NO_UNIT, _LETTER_SIGNS = frozenset(" -"), frozenset({"", "-"}), frozenset("cfip")
_NO_SYMBOL = "\u2e80"
"""From here on there are CJK characters, which write names of units and no symbols."""
# 40C is a temperature in a text about the weather, and a seat in one about a flight.
_WARM = re.compile(
    r"temperature|degrees|heat|warm|cold|hot(?:ter|test)?(?![a-z])|celsius|weather|climate|"
    r"freez|thermometer|mercury|(?:high|low)s? of|above (?:[a-z-]+ ){0,2}(?:average|normal)|"
    r"pre-?industrial|气温|温度|高温|低温|升温|暖化"
)
_AROUND = 120
"""How many characters around a letter a word for heat or cold may stand."""
_LETTERS = {"C": "degree_Celsius", "F": "degree_Fahrenheit"}


def _bare_degrees(line: Line, at: int) -> tuple[int, Unit] | None:
    """Degrees written with the letter of their scale alone: 40C, 104F."""
    name = _LETTERS.get(line.key[at : at + 1])
    if name is None or line.key[at + 1 : at + 2].isalnum():
        return None
    in_tenths = line.lower[at - 2 : at - 1] == "."  # no seat is 45.9C
    if not in_tenths and _WARM.search(line.lower, at - _AROUND, at + _AROUND) is None:
        return None
    return at + 1, _tables().every["temperature", name]


# 86p is money; 720p and 1080p are pictures.
_PENCE = re.compile(r"(?<!720)(?<!480)(?<!360)(?<!240)(?<!144)(?<!\d{4})p(?![a-z\d]|\.[a-z])")


def _pence(line: Line, at: int) -> tuple[int, Unit] | None:
    """Pence written with their letter."""
    found, unit = _PENCE.match(line.lower, at), coin("pence")
    return None if found is None or unit is None else (at + 1, unit)


# 5in of rain; "in" is a word where it stands by itself.
_INCHES = re.compile(r"(?<=\d)in(?![a-z])")


def _inches(line: Line, at: int) -> tuple[int, Unit] | None:
    """Inches written right at their number."""
    found = _INCHES.match(line.lower, at)
    return None if found is None else (found.end(), _tables().every["length", "inch"])


_LETTER_UNITS = {"c": _bare_degrees, "f": _bare_degrees, "i": _inches, "p": _pence}


def money_before(line: Line, at: int) -> tuple[int, Unit] | None:
    """The currency written right before a number that begins at ``at``: US$, NT$, RMB, 人民幣."""
    tables = _tables()
    end = at - 1 if line.lower[at - 1 : at] == " " else at
    found = tables.ahead.before(line.lower, end)
    if found is not None and _EURO.match(line.key, found[0]):
        return None
    if found is None and line.key[end - 1 : end].isupper():
        code = tables.ahead_codes.before(line.key, end)
        word = code is not None and line.key[code[0] : end] in _WORDS_TOO
        return None if word and _FEW.match(line.lower, at) else code
    return found


# A tournament: Euro 2024.
_EURO = re.compile(
    r"(?:Euro|EURO) (?:19[6-9]|20[0-4])\d(?!,?\d|\.\d|[ -](?:thousand|[mbt]n|[mbtr]+illion))"
)
_WORDS_TOO = frozenset({"ALL", "AMD", "COP", "CUP", "MAD", "PEN", "TOP", "TRY"})
"""Codes that capitals write in other words: COP30, TOP 10."""
_FEW = re.compile(r"\d{1,2}(?![\d.,]| ?(?:thousand|[mbt]n|[mbtr]+illion|[kmb](?![a-z])))")


def unit_named(dimension: str, name: str) -> Unit | None:
    """The unit of that name in that dimension, from the tables."""
    return _tables().every.get((dimension, name)) or _currencies().get(name)


@cache
def coin(name: str) -> Unit | None:
    """A unit of money that is no currency of its own (cent, pence, franc)."""
    return next((unit for _, unit, _ in _money() if unit.name == name), None)
