"""Periods in an editor's words: ``--12-08`` is 8 December, ``Y-1`` last year."""

import re
from collections.abc import Callable

from ledger.text.dates import MONTHS

_MONTHS = {f"{number:02}": name for number, name in enumerate(MONTHS, start=1)}
_UNITS = {"Y": "year", "H": "half-year", "Q": "quarter", "M": "month", "W": "week", "D": "day"}
_SHIFTS = {"-1": "last", "+0": "this", "+1": "next"}


def period_text(period: str) -> str:
    """A period for people; one of no known form is given back as it is."""
    for form, words in _FORMS:
        if found := form.fullmatch(period):
            return words(found)
    return period


def _range(found: re.Match[str]) -> str:
    return f"{period_text(found[1])} to {period_text(found[2])}"


def _relative(found: re.Match[str]) -> str:
    unit, shift, part = _UNITS[found[1]], found[2], found[3]
    when = f"{_SHIFTS[shift]} {unit}" if shift in _SHIFTS else f"{shift} {unit}s"
    return when if part is None else f"{_MONTHS.get(part, part)} {when}"


def _day_of_year(found: re.Match[str]) -> str:
    year, month, day = found[1], _MONTHS.get(found[2], found[2]), found[3]
    words = [str(int(day)) if day else "", month, "" if year == "-" else year]
    return " ".join(word for word in words if word)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"past"), lambda _: "earlier"),
    (re.compile(r"([^/]+)/(.+)"), _range),
    (re.compile(r"([YHQMWD])([+-]\d{1,3})(?:-(.+))?"), _relative),
    (re.compile(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?"), _day_of_year),
    (re.compile(r"---(\d\d)"), lambda found: f"day {int(found[1])} of the month"),
    (re.compile(r"(\d{4})-([QH]\d)"), lambda found: f"{found[2]} {found[1]}"),
)
"""Each form a period takes, and how it is said; the first that fits wins."""
