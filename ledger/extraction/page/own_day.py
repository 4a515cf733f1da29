"""The day a page prints as its own, in a line near its top: By Nora Vale | 14 December 2025."""

import re
from datetime import date
from itertools import islice

from ledger.errors import AmbiguousDate, UnreadableDate
from ledger.extraction.lexicon import any_of
from ledger.extraction.page.markdown import without_marks
from ledger.extraction.page.sentences import LINE
from ledger.extraction.spelling import one_spelling
from ledger.text.dates import MONTHS, typed_date
from ledger.text.patterns import lazily

_LINES, _LONGEST = 12, 90
"""How many lines from the top are looked at, and how many characters such a line has at most."""
_MONTH = rf"(?:{any_of(MONTHS)}|(?:{any_of(month[:3] for month in MONTHS)}|Sept)\b\.?)"
_NUMERIC = r"\d{4}(?P<by>[-/.])\d{1,2}(?P=by)\d{1,2}"
_CHINESE = r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
_ENGLISH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
)
# Before it stands nothing, what a mark sets off, or who wrote it; a headline runs on into its date.
_OWN = lazily(
    r"\s*(?:(?:[^\n]{0,60}?[,;:|·•/)\]—–-]|(?:by|记者|编译|文)\b[^\n]{0,40}?"
    r"|[^\n\s]{2,12}(?= \d{4}[-/.])|(?:[a-z]+ )?(?:published|posted)(?: on)?"
    r"|发布|发表|时间|日期)\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?"
    rf"(?P<day>{_NUMERIC}|{_CHINESE}|{_ENGLISH})"
    r"(?![\d年月日])\s*(?:$|[,;|·•/(\[—–-]|at\b|\d{1,2}[:.]\d\d|[上下]午|星期|周"
    r"|(?:updated|published|posted|更新|发布|发表)(?!\w))",
    re.IGNORECASE,
)
_CHANGED = lazily(r"updated|modified|更新|修改", re.IGNORECASE)


def own_day(text: str) -> date | None:
    """The day a page was published, where a line of its own among the first says so.

    A day inside a headline or a sentence is of what it tells, and that of a change is no first day.

    Args:
        text: the page as pasted.
    """
    plain = without_marks(one_spelling(text))
    for line in islice((one for one in LINE.finditer(plain) if one[0].strip()), _LINES):
        if len(line[0]) <= _LONGEST and (found := _OWN.match(line[0])) is not None:
            if _CHANGED.search(line[0], 0, found.start("day")):
                continue
            try:
                return typed_date(found["day"], date.max)
            except (AmbiguousDate, UnreadableDate):
                continue
    return None
