"""Dates as people type them. A date with two readings is refused, never guessed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ledger.errors import AmbiguousDate, UnreadableDate
from ledger.text.fold import fold
from ledger.text.patterns import lazily
from ledger.text.tables import rows

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the machine's locale, which strftime would follow."""
_YEARS_BETWEEN_LEAP_DAYS = 8
_DAYS_IN_A_WEEK = 7
_FIRST_YEAR_OF_THE_REPUBLIC = 1912

_FORMS = tuple(
    lazily(form)
    for form in (
        r"(?P<y>\d{4})(?P<by>[-/.])(?P<m>\d{1,2})(?P=by)(?P<d>\d{1,2})(?:[t ]\d{1,2}:\d\d\b.*)?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?:(?P<y>\d{4})年|民国(?P<roc>\d{1,3})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?",
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?P<name>[a-z]+)\.?,?(?:[ -](?P<y>\d{4}))?",
        r"(?P<name>[a-z]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,?(?: (?P<y>\d{4}))?",
    )
)
_TWO_WAYS = lazily(r"(\d{1,2})(?P<by>[-/.])(\d{1,2})(?:(?P=by)(?P<y>\d{4}))?")
_WEEKDAY_FIRST = lazily(r"(?P<weekday>[a-z]+)\.?,? (?P<day>.*\d.*)")

_NUMERAL = lazily(r"[〇零一二三四五六七八九十廿]{1,4}(?=[年月日号])")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def typed_date(written: str, today: date) -> date:
    """The day somebody typed.

    ISO dates, 14 March 2026, Mar 14, 2026, 2026年3月14日, 民國115年3月14日, today, 昨天, Tuesday,
    週二. A date without a year, and a day of the week, is the latest one not after today.

    Args:
        written: what was typed, in English or Chinese.
        today: the day that "today" means.

    Raises:
        AmbiguousDate: it can be read as two days, as 03/04/2026 can.
        UnreadableDate: it can be read as none.
    """
    key = _NUMERAL.sub(lambda numeral: _in_digits(numeral[0]), fold(written))
    readings = list(dict.fromkeys(_readings(key, today)))
    if not readings:
        raise UnreadableDate(written)
    if len(readings) > 1:
        raise AmbiguousDate(written, *readings)
    return readings[0]


def is_to_come(day: date, today: date) -> bool:
    """Whether a day is still to come everywhere: where the sun rises, today's morrow has begun."""
    return day > today + timedelta(days=1)


def _readings(key: str, today: date) -> Iterator[date]:
    """Every day a folded date can mean; a weekday before the date must be that date's own."""
    named = _WEEKDAY_FIRST.fullmatch(key)
    if named is None or named["weekday"] not in date_words("weekday"):
        yield from _dated(key, today)
    else:
        weekday = date_words("weekday")[named["weekday"]]
        yield from (day for day in _dated(named["day"], today) if day.weekday() == weekday)


def _dated(key: str, today: date) -> Iterator[date]:
    """Every day a folded date can mean that names at most one of a weekday and a date."""
    if key in date_words("days ago"):
        yield today - timedelta(days=date_words("days ago")[key])
    if key in date_words("weekday"):
        yield today - timedelta(
            days=(today.weekday() - date_words("weekday")[key]) % _DAYS_IN_A_WEEK
        )
    for form in _FORMS:
        if found := form.fullmatch(key):
            yield from _day(_year(found), _month(found), int(found["d"]), today)
    if two_ways := _TWO_WAYS.fullmatch(key):
        one, other = int(two_ways[1]), int(two_ways[3])
        yield from _day(_year(two_ways), other, one, today)
        yield from _day(_year(two_ways), one, other, today)


def _year(found: re.Match[str]) -> int | None:
    written = found.groupdict()
    if written.get("roc") is not None:
        return int(written["roc"]) + _FIRST_YEAR_OF_THE_REPUBLIC - 1
    return None if written["y"] is None else int(written["y"])


def _month(found: re.Match[str]) -> int:
    """The month by number or by name; 0, which is none, for another word."""
    written = found.groupdict()
    return int(written["m"]) if "m" in written else date_words("month").get(written["name"], 0)


def _day(year: int | None, month: int, day: int, today: date) -> Iterator[date]:
    """The day if the calendar has it; without a year the latest one not after today."""
    years = range(today.year, today.year - _YEARS_BETWEEN_LEAP_DAYS - 1, -1)
    for candidate in years if year is None else (year,):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or found <= today:
            yield found
            return


def _in_digits(numeral: str) -> str:
    """二〇二六 is 2026, 十四 is 14, 廿一 and 二十一 are 21."""
    tens, ten, ones = numeral.replace("廿", "二十").partition("十")
    if not ten:
        return tens.translate(_DIGITS)
    return (tens or "一").translate(_DIGITS) + (ones or "〇").translate(_DIGITS)


@cache
def date_words(role: str) -> dict[str, int]:
    """Words of one role (month, weekday, days ago), folded, and their number."""
    words = rows("ledger.text", "date_words.csv")
    return {fold(row["word"]): int(row["value"]) for row in words if row["role"] == role}
