"""When a figure is for: the dates, quarters and relative years around it, said-on days left out."""

import re
from typing import NamedTuple

from ledger.quantities.clauses import Clauses
from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import alternation
from ledger.quantities.scanning.signals import first_after, last_before, within
from ledger.quantities.times.dates import MONTHS, DateMention
from ledger.quantities.times.spans import part_of
from ledger.text.phrases import Mention
from ledger.text.tuples import made

# Than last year, since 2019: what a figure is measured against, not what it is for.
_COMPARED = re.compile(
    r"(?:较|比|相较|相比|较之|对比|自|(?<![a-z])(?:than|from|versus|vs\.?|against|compared with|"
    r"compared to|since|on|over|after|before))(?: the| in)? ?$"
)
_AS_OF = re.compile(r"(?:截至|截止|截止到|as of|as at) ?$")
_NEAR = 3
_AFTER = 8
_JOINED = (" in ", " for ", " by ", " in the ", " this ", " (")
_AGAINST = re.compile(r"(?:^| )(?:from|against|versus|vs\.?|compared (?:with|to)|than) $")
_AGAINST_ENDS = ("from ", "against ", "versus ", "vs ", "vs. ", "with ", "to ", "than ")
_OF_THEN = re.compile(
    r" ?(?:(?:in|for|during) )?(?:the same (?:period|quarter|month|week) ?)?(?:of |in )?"
)
_THAN = re.compile(r"(?:[由从自较比]|[高低优逊少多大小]于|不及|超过|不如)$")
_THEN = re.compile(r"(同期|同月|同季)?(?:的|则?[为是]|仅|只有)?")
_LONGEST, _BASE = 36, 16
"""Characters of the longest words between a figure and its period, with that period, and of those
that say another figure is set against it."""


class Times(NamedTuple):
    """The periods a line names, and whose they are.

    Attributes:
        own: those of figures that others are set against, by where such a figure begins: £312m
            against £298m a year earlier, 由去年的4.8%升至5.1%, 去年同期為29億.
        shared: those any other figure of the line could be for, in order; ids are the periods in
            ISO form.
    """

    own: dict[int, Mention]
    shared: list[Mention]


_NONE = Times({}, [])


def times(
    lower: str, figures: list[Figure], dates: list[DateMention], relative: list[Mention]
) -> Times:
    """The periods of a line.

    A day counts only as an as-of day (截至12月11日); otherwise it is the day somebody spoke.
    """
    if not dates and not relative:
        return _NONE
    dated = [made(Mention, found[:3]) for found in dates if found.period is not None]
    named = sorted([*dated, *relative], key=lambda m: m.start)
    named = [m for m in named if not (_said_on(lower, m) or _goes_on(lower, m))]
    found = _periods(lower, named)
    if len(figures) == 1 and len(found) == len(named):
        return Times({}, found)
    set_against = [figure for figure in figures if _may_have_base(lower, figure.start)]
    if not set_against:
        return Times({}, found)
    every = _with_bases(found, named)
    own: dict[int, Mention] = {}
    for figure in set_against:
        base = _base_behind(lower, figure, every) or _base_ahead(lower, figure, every)
        if base is not None:
            own[figure.start] = base
    return Times(own, [mention for mention in found if mention not in own.values()])


def _may_have_base(lower: str, start: int) -> bool:
    """Whether the words ahead of a figure can set another against it; in Chinese any may."""
    return not lower[start - 1 : start].isascii() or lower.endswith(_AGAINST_ENDS, 0, start)


def _with_bases(found: list[Mention], named: list[Mention]) -> list[Mention]:
    """The periods of figures and those that things are set against, in order."""
    whole = {mention.start for mention in found}
    return sorted([*found, *(mention for mention in named if mention.start not in whole)])


def _periods(lower: str, named: list[Mention]) -> list[Mention]:
    """The periods a figure could be for, each quarter and month with its year."""
    found: list[Mention] = []
    for mention in named:
        compared = _COMPARED.search(lower, mention.start - 14, mention.start)
        if compared or lower.startswith("同期", mention.end):
            continue
        if _MONTH.fullmatch(mention.id):
            whole = found[-1] if found else None
            if whole and whole.end + _NEAR >= mention.start and _is_year(whole.id):
                found[-1] = Mention(whole.start, mention.end, whole.id + mention.id[1:])
            else:
                found.append(mention)
        elif found and mention.id[0] in "QHM" and mention.id[1:2].isdigit():
            whole = found[-1]
            if whole.end + _NEAR >= mention.start and _is_year(whole.id):
                found[-1] = Mention(whole.start, mention.end, part_of(whole.id, mention.id))
                continue
            found.append(_with_year(found, mention))
        else:
            found.append(mention)
    return found


def _base_behind(lower: str, figure: Figure, every: list[Mention]) -> Mention | None:
    """The period behind a figure something is set against: from 7 % in 2023."""
    then = first_after(every, figure.end, figure.end + _LONGEST)
    if then is None or not _OF_THEN.fullmatch(lower, figure.end, then.start):
        return None
    return then if _AGAINST.search(lower, figure.start - _BASE, figure.start) else None


def _base_ahead(lower: str, figure: Figure, every: list[Mention]) -> Mention | None:
    """The same ahead of it: 由去年的4.8%, 去年同期為29億."""
    then = last_before(every, figure.start, figure.start - _LONGEST)
    link = _THEN.fullmatch(lower, then.end, figure.start) if then is not None else None
    if then is None or link is None:
        return None
    named = link[1] or _THAN.search(lower, then.start - _BASE, then.start)
    return then if named else None


def period_of(lower: str, times: Times, clauses: Clauses, figure: Figure) -> str | None:
    """The period of a figure: its own, the nearest in its clause, or the last in its sentence."""
    start = figure.start
    if start in times.own:
        return times.own[start].id
    if not times.shared:
        return None
    found = _nearest(lower, times.shared, clauses, figure)
    if found is None or _is_of_another_time(lower, found, clauses, figure):
        return None
    return found.id


def _nearest(lower: str, found: list[Mention], clauses: Clauses, figure: Figure) -> Mention | None:
    start = figure.start
    first, last = clauses.clause(start)
    inside = within(found, first, last)
    if len(inside) == 1:
        return inside[0]
    if inside:
        return min(inside, key=lambda m: _distance(lower, m, start, figure.end))
    if found[0].start >= start:
        return None
    opening, _ = clauses.sentence(start)
    return last_before(found, start, opening)


# Reopens in April after repairs that cost 12 million; 耗资1200万修缮后将于4月重开.
_THEN_OTHERWISE = re.compile(
    r",? (?:shortly |soon |just |months |weeks |days )?(?:after|following|before) "
    r"(?!(?:tax|interest|inflation)(?![a-z]))"
)
_LATER = re.compile(
    r"[^,。;]{0,16}[^\d最其随此今前落背]后(?:将|拟|预计|预定|可望|有望|已)?[于在]?$"
)
_FARTHEST = 160
"""Characters between a period and a figure behind it in which such a turn is looked for."""
_LATER_ENDS = frozenset("于在后将")
_TURNS = (" after ", " following ", " before ")
_IS_TO_COME = re.compile(
    r" (?:will|(?:is|are|was|were) (?:due|set|scheduled|expected|planned|to))(?![a-z])"
)


def _is_of_another_time(lower: str, named: Mention, clauses: Clauses, figure: Figure) -> bool:
    """Whether a figure is of what came before or after that for which a period is named.

    A period right before "after" ends what it is for; one ahead of it all is of what is to come,
    and not of what was.
    """
    if named.start >= figure.end:
        return lower[named.start - 1 : named.start] in _LATER_ENDS and (
            _LATER.match(lower, figure.end, named.start) is not None
        )
    between = lower[named.end : min(figure.start, named.end + _FARTHEST)]
    if not between.isascii() or not any(map(between.__contains__, _TURNS)):
        return False
    if _THEN_OTHERWISE.match(between):
        return True
    opening, _ = clauses.sentence(figure.start)
    turn = max(map(between.rfind, _TURNS))
    return _IS_TO_COME.search(lower, opening, named.end + turn) is not None


def _distance(lower: str, mention: Mention, start: int, end: int) -> int:
    if mention.end <= start:
        return start - mention.end
    return 1 if lower[end : mention.start] in _JOINED else mention.start - end + _AFTER


def _said_on(lower: str, mention: Mention) -> bool:
    day = mention.id.startswith("--") or mention.id.count("-") == 2  # noqa: PLR2004 - year, month and day
    if not day or "/" in mention.id or _MONTH.fullmatch(mention.id):
        return False
    if mention.id.startswith("---"):
        return True
    return _AS_OF.search(lower, mention.start - 8, mention.start) is None


_MONTH = re.compile(r"--\d\d")
_TO_ANOTHER = re.compile(
    r" ?[-–] ?[a-z]|(?: to| through) (?:[a-z]{3,9}day|" + alternation(MONTHS) + r")(?![a-z])"
)


def _goes_on(lower: str, mention: Mention) -> bool:
    """Whether a month only begins a stretch of several: in January-March."""
    return mention.id.startswith("--") and _TO_ANOTHER.match(lower, mention.end) is not None


def _is_year(period: str) -> bool:
    return (len(period) == 4 and period.isdigit()) or period.startswith("Y")  # noqa: PLR2004 - 2025


def _with_year(found: list[Mention], part: Mention) -> Mention:
    year = next((m.id for m in reversed(found) if _is_year(m.id)), None)
    return Mention(part.start, part.end, part_of(year, part.id))
