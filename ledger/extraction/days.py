"""The day somebody spoke: dates beside a verb of saying, read by the day of publication.

Only what stands between subject and verb, or opens the sentence right before them, says when
somebody spoke. A day behind 截至 or "since", or one end of a span, is the day of something else.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice

from ledger.extraction.cue import Span
from ledger.extraction.lexicon import any_of
from ledger.text.dates import MONTHS

_WEEK = 7
_LONGEST_TITLE = 60
_CHINESE_WEEKDAYS = {day: n for n, day in enumerate("一二三四五六日")} | {"天": 6}
_MONTHS = [month[:3].lower() for month in MONTHS]
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NOT_SPEAKING = re.compile(
    r"(?:截至|截止|自|至|到|直到|从|上市|生效|成立|\b(?:since|until|till|by|from|of|before|after"
    r"|through|listed on|due|effective|ending|ended|starting|as of|for))\s*(?:[a-z]+ )?$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\s*(?:至|到|-|~|、\d|起|以来|前|之后|后|以前|收盘|盘|作收|生效|上市"
    r"|\bto\b|\bthrough\b|and \d)"
)

_CHINESE = re.compile(
    r"(?:(?P<y>\d{4})\s?年\s?)?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号]"
    r"|(?P<near>今|昨|前)\s?(?:\((?P<nd>\d{1,2})\)\s?)?[日天早晚](?!起)"
    r"|(?P<wk>上|本|这|下)?(?:周|星期|礼拜)(?P<wd>[一二三四五六日天])(?:\s?\((?P<wdd>\d{1,2})\s?[日号]?\))?"
    r"|(?P<mon>本月|上月|上个月|当月)?\s?(?<![\d.])(?P<only>\d{1,2})\s?[日号](?![元圆本])"
    r"|(?<![\d./])(?P<sm>\d{1,2})/(?P<sd>\d{1,2})(?![\d./%])"
)
_ENGLISH = re.compile(
    rf"\b(?:(?P<last>last|next)\s+)?(?P<wd>{any_of((*_WEEKDAYS,))})[a-z]*day\b"
    rf"|\b(?P<m>{any_of(_MONTHS)})[a-z]*\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>\d{{4}})\b)?"
    rf"|\b(?P<d2>\d{{1,2}})\s(?P<m2>{any_of(_MONTHS)})[a-z]*\b(?:\s(?P<y2>\d{{4}})\b)?"
    r"|\b(?P<near>today|yesterday)\b(?!\s(?:programme|program|show)\b)",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\s*(?:Speaking|Writing|Addressing|Appearing|(?:In|On|At) an? (?:[a-z]+ )?(?:statement|call"
    r"|interview|speech|letter|post|email|filing|note|memo|conference|briefing|hearing|rally))\b"
    r"[^,]{0,80},"
)
_NEAR = {"今": 0, "昨": 1, "前": 2, "today": 0, "yesterday": 1}


def day_of_speaking(plain: str, about: Span, published: date | None) -> date | None:
    """The day a sentence says its words were said on.

    Args:
        plain: the sentence in one spelling.
        about: where the words about the speaking stand, subject and verb.
        published: the day of publication; without it only dates with a year can be read.
    """
    start, end = about
    spoken = _named_between(plain, start, end, published)
    leading = _leading_day().match(plain)
    for opening in (leading, _SPEAKING.match(plain)):
        if spoken is None and opening is not None and _opens(plain, opening.end(), start):
            spoken = _named_between(plain, 0, opening.end(), published)
    return spoken


def _opens(plain: str, end: int, start: int) -> bool:
    """Whether a day at the start of a sentence stands right before the words about speaking."""
    return start - end <= _LONGEST_TITLE and "," not in plain[end:start]


def _named_between(plain: str, start: int, end: int, published: date | None) -> date | None:
    for found, day in _named(plain, (start, end), published):
        before = max(start, found.start() - 16), found.start()
        of_something_else = _NOT_SPEAKING.search(plain, *before) or _SPAN.match(plain, found.end())
        if not of_something_else and (published is None or day <= published):
            return day
    return None


def day_of_dateline(written: str, published: date | None) -> date | None:
    """The day a dateline names: 新加坡2025年12月12日專電, LONDON, Dec 5."""
    return next((day for _, day in _named(written, (0, len(written)), published)), None)


def _named(
    written: str, within: Span, published: date | None
) -> Iterator[tuple[re.Match[str], date]]:
    """The days named in a part of a text, those in Chinese first."""
    for form, read in ((_CHINESE, _chinese_day), (_ENGLISH, _english_day)):
        for found in form.finditer(written, *within):
            for day in islice(read(found, published), 1):
                yield found, day


def _chinese_day(found: re.Match[str], published: date | None) -> Iterator[date]:
    if found["m"] and found["d"]:
        yield from _dated(found["y"], int(found["m"]), int(found["d"]), published)
    elif published is None:
        return
    elif found["near"]:
        yield from _near(found["near"], found["nd"], published)
    elif found["wd"]:
        yield from _weekday(_CHINESE_WEEKDAYS[found["wd"]], found["wk"], published)
    elif found["only"]:
        yield from _day_of_month(int(found["only"]), found["mon"], published)
    elif found["sm"]:
        yield from _dated(None, int(found["sm"]), int(found["sd"]), published)


def _english_day(found: re.Match[str], published: date | None) -> Iterator[date]:
    month = (found["m"] or found["m2"] or "").lower()
    if month:
        day = int(found["d"] or found["d2"])
        yield from _dated(found["y"] or found["y2"], _MONTHS.index(month[:3]) + 1, day, published)
    elif published is None:
        return
    elif found["near"]:
        yield published - timedelta(days=_NEAR[found["near"].lower()])
    elif found["wd"]:
        weekday = _WEEKDAYS.index(found["wd"].lower())
        yield from _weekday(weekday, (found["last"] or "").lower() or None, published)


def _dated(year: str | None, month: int, day: int, published: date | None) -> Iterator[date]:
    """A month and a day; without a year the latest one not after publication."""
    if year is not None:
        years: tuple[int, ...] = (int(year),)
    elif published is not None:
        years = (published.year, published.year - 1)
    else:
        return
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or (published is not None and found <= published):
            yield found


def _near(word: str, day: str | None, published: date) -> Iterator[date]:
    if day is not None:
        yield from _day_of_month(int(day), None, published)
    yield published - timedelta(days=_NEAR[word])


def _weekday(weekday: int, which: str | None, published: date) -> Iterator[date]:
    """The latest such weekday not after publication; 上週五 is the one of the week before."""
    if which in ("下", "next"):
        return
    monday = published - timedelta(days=published.weekday())
    if which == "上":
        yield monday - timedelta(days=_WEEK - weekday)
    elif which == "last":
        yield published - timedelta(days=(published.weekday() - weekday - 1) % _WEEK + 1)
    else:
        yield published - timedelta(days=(published.weekday() - weekday) % _WEEK)


def _day_of_month(day: int, which: str | None, published: date) -> Iterator[date]:
    """The latest such day of a month not after publication."""
    month = date(published.year, published.month, 1)
    earlier = (month - timedelta(days=1)).replace(day=1)
    for first in (earlier,) if which in ("上月", "上个月") else (month, earlier):
        try:
            found = first.replace(day=day)
        except ValueError:
            continue
        if found <= published:
            yield found


@cache
def _leading_day() -> re.Pattern[str]:
    """A clause at the start of a sentence that is nothing but a day: 12月8日, On Tuesday,."""
    return re.compile(
        rf"\s*(?:(?:(?:当地|美东|北京|台北)时间|(?:(?:earlier|late|later|early)\s)?on\s)\s*)?(?:{_plain(_CHINESE)}|{_plain(_ENGLISH)})[^,，。]{{0,8}},",
        re.IGNORECASE,
    )


def _plain(pattern: re.Pattern[str]) -> str:
    """The pattern without names for its groups, to stand beside another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)
