"""Whether two figures are for one time, by their periods, and by how they are said.

A forecast is no outcome, what there is is not what it will become, and last year is not now.
"""

from datetime import date

from ledger.disagreement.judging.case import Case
from ledger.disagreement.statement import periods
from ledger.disagreement.two_sets import share_nothing
from ledger.text.patterns import lazily


def other_period(case: Case) -> str | None:
    """Stated periods that do not meet are never a conflict: growth in 2025 and in 2026.

    A part of a period (a quarter of the year) may well have another figure than the whole. A
    figure "once reached" is of no stated time: it contradicts nothing but a ceiling for all of the
    past (最高只到過). So much a year is not so much once, and a forecast is not an outcome.
    """
    if case.pair.a.day is not None:
        return None
    a, b = (figure.period for figure in case.figures)
    apart = not case.pair.met
    met = periods.overlap(a, b, said_a=case.a.said_on, said_b=case.b.said_on)
    if met == "apart" or (met == "nested" and apart):
        return "period_mismatch"
    once = "past" in (a, b) and not (a == b and _is_ceiling(case))
    if apart and (once or any(of(case) for of in _OF_ANOTHER_TIME)):
        return "period_mismatch"
    moods = {case.stance_a.mood, case.stance_b.mood}
    to_come_and_there = apart and moods == {"future", "fact"}
    if moods == {"future", "done"} or (to_come_and_there and _has_come_or_is_there(case)):
        return "period_mismatch"
    return None


def told_of_other_sorts_of_time(case: Case) -> bool:
    """Whether each names a time, and not of one sort: in March, and this year so far."""
    a, b = case.figures
    both = (a.period or case.reading_a.tells_time) and (b.period or case.reading_b.tells_time)
    if a.day is not None or not both:
        return False
    if a.period and b.period:
        met = periods.overlap(a.period, b.period, said_a=case.a.said_on, said_b=case.b.said_on)
        return met == "unknown" and a.period != b.period
    if _is_so_far(a.period) or _is_so_far(b.period):
        return True
    ours, theirs = (
        {*reading.contexts[figure.at].when, *(["period"] if figure.period else [])} - _HOW_LONG
        for reading, figure in case.placed
    )
    return share_nothing(ours, theirs)


def _is_so_far(period: str | None) -> bool:
    """Whether a period is of several months: ten of them are no October, though they end in it."""
    return period is not None and _MONTHS.fullmatch(period) is not None


_MONTHS = lazily(r"M\d+/M\d+")
_HOW_LONG = frozenset({"stretch"})
"""Times that say how long and not when: for the quarter, for the year."""


def _has_come_or_is_there(case: Case) -> bool:
    """Whether the side that expects nothing tells of what is past, or how many there are.

    Profit was 310 million; there are 800 shops, of which 60 will close. Tense tells the past in
    English; in Chinese only a word does (了, 錄得).
    """
    first = case.stance_a.mood == "fact"
    reading, figure = (case.reading_a, case.pair.a) if first else (case.reading_b, case.pair.b)
    first_clause = reading.sentences[figure.clause].start if reading.is_chinese else figure.clause
    key = reading.folded.key[reading.clauses[first_clause].start : figure.start]
    if _THERE_ARE.search(key) is not None:
        return case.pair.measure is None and figure.quantity.dimension == "count"
    return _PAST.search(key) is not None and _PRESENT.search(key) is None


_THERE_ARE = lazily(r"\b(?:has|have|there are|already)\b|[共现已]?有$")
_PAST = lazily(
    r"\b(?:was|were|rose|fell|grew|shrank|made|lost|won|hit|came|took|sold"
    r"|(?!(?:agreed|pledged|vowed|promised|decided) to\b)[a-z]{3,20}ed)\b|了|录得|测得|统计|实际|仅"
)
_PRESENT = lazily(r"\b(?:is|are|has|have)\b")


def _is_ceiling(case: Case) -> bool:
    """Whether one of the figures is the most there ever was."""
    return any(figure.quantity.comparator in ("<", "<=") for figure in case.figures)


def _another_rate(case: Case) -> bool:
    """So much a day against so much a year."""
    rates = {figure.quantity.per for figure in case.figures}
    return len(rates) > 1 and None not in rates


def _long_past_or_to_come(case: Case) -> bool:
    """One side names a year that is not the one the other, naming none, can be speaking of."""
    a, b = case.figures
    for dated, undated, said_on, mood in (
        (a, b, case.b.said_on, case.stance_b.mood),
        (b, a, case.a.said_on, case.stance_a.mood),
    ):
        days = periods.stretch(dated.period)
        if days is None or days.calendar != "stated" or undated.period or not said_on:
            continue
        if days.last[0] < said_on.year - 1 or (days.first[0] > said_on.year and mood == "fact"):
            return True
    return False


def _at_a_time_of_its_own(case: Case) -> bool:
    """One side speaks of the year before, or of a year, and the other names none: it means now.

    Where it is known when both were said, that tells more: who spoke in the year the other calls
    the last one may mean that one (for a year that is named, see ``_long_past_or_to_come``).
    """
    sides = (
        (case.a, case.pair.a, case.stance_a, case.reading_a),
        (case.b, case.pair.b, case.stance_b, case.reading_b),
    )
    for (teller, dated, ours, reading), (side, undated, theirs, _) in (sides, sides[::-1]):
        if undated.period is None and dated.period is not None:
            if _BEFORE.fullmatch(dated.period) is not None:
                return not _spoke_before(side.said_on, teller.said_on, dated.period)
            start, end, _ = reading.clauses[dated.clause]
            named = _YEAR.fullmatch(dated.period) and dated.period in reading.folded.key[start:end]
            return bool(named) and ours.mood == theirs.mood == "fact" and side.said_on is None
    return False


def _of_last_year(case: Case) -> bool:
    """One side speaks of a part of last year, the other of that part of a year it does not name."""
    if case.a.said_on is not None or case.b.said_on is not None:
        return False
    a, b = (figure.period or "" for figure in case.figures)
    if {a, b} in ({a, f"Y-1-{a}"}, {b, f"Y-1-{b}"}):
        return True
    ours, theirs = (_LAST_YEARS.search(one.folded.key) for one in (case.reading_a, case.reading_b))
    return (ours is None) != (theirs is None) and a == b


def _spoke_before(spoke: date | None, told: date | None, period: str) -> bool:
    """Whether somebody spoke before the year, or the month, in which another tells of the last."""
    if spoke is None or told is None:
        return False
    if period.startswith("Y"):
        return spoke.year < told.year
    return (spoke.year, spoke.month) < (told.year, told.month)


_BEFORE = lazily(r"[YQMW]-1")
_YEAR = lazily(r"\d{4}")
_LAST_YEARS = lazily(r"\b(?:in|for) (?:the )?[a-z]{3,9}(?: quarter| half)? (?:of )?last year\b")


def _becomes(case: Case) -> bool:
    """A figure that will be reached against the one there is: capacity is 3, it will rise to 5."""
    moods = (case.stance_a.mood, case.stance_b.mood)
    (x, ours), (y, theirs) = zip(case.figures, moods, strict=True)
    return any(
        new.quantity.role == "to" and to_come == "future" and old.quantity.role == "level" and now
        for new, to_come, old, now in (
            (x, ours, y, theirs == "fact"),
            (y, theirs, x, ours == "fact"),
        )
    )


def _told_of_earlier(case: Case) -> bool:
    """One side speaks of last season, of what once was, or of a month ago, the other does not."""
    if "past" in (case.pair.a.period, case.pair.b.period):
        return False  # that is asked about already, with ceilings for all of the past
    ours, theirs = (reading.contexts[figure.at].when for reading, figure in case.placed)
    return any(
        (time in ours.get(sort, ())) != (time in theirs.get(sort, ())) for sort, time in _EARLIER
    )


def _as_of_other_days(case: Case) -> bool:
    """One side says how it stood on a day, the other on another: 截至21日, 23日."""
    keys = case.reading_a.folded.key, case.reading_b.folded.key
    for one, other in (keys, keys[::-1]):
        stood = _AS_OF.search(one)
        if stood is None:
            continue
        if _AT_THE_START.search(other) and not _AT_THE_START.search(one):
            return True
        days = {*_DAY.findall(other)}
        if stood["day"] and days and stood["day"] not in days:
            return True
    return False


_AS_OF = lazily(r"\bas of\b|(?:截至|截止)到?[^,。日号]{0,6}?(?P<day>\d{1,2})?[日号月]")
_DAY = lazily(r"(\d{1,2})[日号]")
_AT_THE_START = lazily(r"[年月]初|\bat the (?:start|beginning) of the (?:year|month)\b")

_EARLIER = (("edition", "last"), ("past", "once"), ("past", "ago"))
"""Times that are over, as ``when`` signals name them."""

_OF_ANOTHER_TIME = (
    _another_rate,
    _long_past_or_to_come,
    _at_a_time_of_its_own,
    _of_last_year,
    _becomes,
    _told_of_earlier,
    _as_of_other_days,
)
"""What tells two times apart though no two periods are stated."""
