"""Numbers that are part of a name or an idiom: this one, Stoxx 600, 三 alone in a word."""

import re
from decimal import Decimal
from functools import cache

from ledger.quantities.figures.counts import SOMEBODY
from ledger.quantities.figures.figure import Figure
from ledger.quantities.heads import headed, headed_large
from ledger.quantities.lexicon import Lexicon, rows
from ledger.quantities.line import Line
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.scanning.identifiers import named_by
from ledger.quantities.scanning.named_behind import named_behind

_SMALL_WORDS = ("one", "zero", "一")
_COUNTED_ONE = ("person", "vote", "vehicle", "aircraft", "household", "pair", "seat", "cut", "hike")
# 降息一次 counts cuts; 再一次 and 有一次 count nothing.
_MOVED = re.compile(r"[降减加升调]息[了过]?$")
_SCORED = re.compile(r"[\d一二两三四五六七八九十]比$")
# 25 per 100,000 people, 每十万人: what a rate is reckoned on is no figure of its own.
_EACH = (" per ", "每")
_GRADE = ("无铅", " 无铅", "-octane", " octane")
"""95无铅 is a sort of petrol."""
_PAUSE = re.compile(r"-[a-z]| time(?=[,. ](?!job|work|staff))")
"""Half-time is when a match pauses; half-staff, half-brother and half-human are no measures."""
_GROUP = re.compile(r"(?:^|[^A-Za-z])(?:(?:Group|Gang) of|Big) [A-Z]$")
"""Ahead of a number that names who belongs to something: the Group of Seven, the Big Four."""


@cache
def _names() -> Lexicon[bool]:
    """Names with a number in words: Six Nations, the Magnificent Seven."""
    return Lexicon((row["name"], True) for row in rows("named.csv"))


_OF_LAW = "条之"
"""A number behind this is of an article, whatever it seems to count: 第185条之3起诉."""
_ROUND = frozenset(Decimal(10) ** power for power in range(2, 9))
_WHOLE_WORD = 4
"""Letters a word has that also names what is counted in words: phase two, but not no two."""
_ABSTENTION = " abstention"
_EQUALS = ("是", "为", "于")
_OPENS = frozenset({"", *",.;:。、;:!? "})
_ENDS_HERE = re.compile(
    r"$|[\s,.;:!?、，。；：！？)(\"'%~+-]|[的和与比是却而还以至到起或及在这那又了]"
)


def idle(reading: Line, figures: list[Figure]) -> None:
    """Mark the figures of a line that count nothing by themselves."""
    for figure in figures:
        if figure.unit_of is None and figure.dimension != "ordinal" and figure.numeral is not None:
            figure.idle |= _is_idle(reading, figure, figure.numeral)


def _is_idle(reading: Line, figure: Figure, numeral: Numeral) -> bool:
    """Whether a number counts nothing by itself; a range or a ratio may still need it.

    The two sides of a dispute are both of them.
    """
    lower, start = reading.lower, numeral.start
    written = lower[start : numeral.end]
    if figure.unit == "side" or (lower.endswith(_EACH, 0, start) and figure.value in _ROUND):
        return True
    if written in _SMALL_WORDS and (not figure.sign or lower.endswith(" the ", 0, start)):
        return not _counts_one(reading, figure, numeral)
    if written.isdigit():
        return _is_name(reading, figure, numeral.start, numeral.end)
    if written.isalpha() and (
        (reading.key[start].isupper() and _is_of_name(reading.key, start, numeral.end))
        or headed(lower, start, _WHOLE_WORD)
        or (written == "half" and _PAUSE.match(lower, numeral.end))
    ):
        return True
    # 過半民眾 says how many; 三 alone in a word may not.
    alone = len(written) == 1 and not written.isascii() and not (figure.sign and written == "半")
    if figure.unit is None and alone:
        scored = _SCORED.search(lower, start - 2, start)
        return scored is None and (
            _ENDS_HERE.match(lower, numeral.end) is None or _names_a_point(lower, start)
        )
    return False


def _names_a_point(lower: str, start: int) -> bool:
    """Whether a sign opens one of several points: 一是减税,二是降息."""
    return lower[start + 1 : start + 2] == "是" and lower[max(0, start - 1) : start] in _OPENS


def _is_of_name(key: str, start: int, end: int) -> bool:
    """Whether a number in words, written large, is part of a name."""
    if _GROUP.search(key, start - 12, start + 1) or headed_large(key, start):
        return True
    name = _names().before(key, end)
    return (name is not None and name[0] < start) or _names().at(key, start) is not None


def _is_name(reading: Line, figure: Figure, at: int, end: int) -> bool:
    """Whether a number in digits belongs to a name, or is a sort of petrol."""
    lower = reading.lower
    if lower[at - 2 : at] == _OF_LAW:
        return True
    if lower[at - 1] == "国" and end == at + 1 and lower[max(0, at - 2) : at - 1] in _OPENS:
        return True  # 国3苗栗段: a motorway
    return (
        (named_by(reading, at, end) if figure.unit is None else headed(lower, at))
        or (figure.unit != "person" and headed_large(reading.key, at))
        or named_behind(reading, at, end)
        or lower.startswith(_GRADE, end)
    )


def _counts_one(reading: Line, figure: Figure, numeral: Numeral) -> bool:
    """Whether a one or a zero in words is meant as a number: is one, one vote, zero deaths."""
    before = reading.lower[max(0, numeral.start - 3) : numeral.start]
    if figure.unit is None:
        behind = reading.lower[numeral.end : numeral.end + len(_ABSTENTION)]
        said = before[-1:] in _EQUALS and _ENDS_HERE.match(reading.lower, numeral.end)
        return bool(said) or behind == _ABSTENTION
    if figure.unit == "time" and _MOVED.search(before):
        return True
    return figure.value == 0 or figure.unit in _COUNTED_ONE or figure.unit in SOMEBODY
