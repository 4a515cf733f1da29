"""When a figure is for: the dates, quarters and relative years around it, said-on days left out."""

import re

from ledger.quantities.clauses import Clauses
from ledger.quantities.dates import DateMention
from ledger.quantities.line import Line
from ledger.quantities.signals import last_before, within
from ledger.quantities.spans import part_of
from ledger.text.phrases import Mention

# Than last year, since 2019: what a figure is measured against, not what it is for.
_COMPARED = re.compile(
    r"(?:较|比|相较|相比|较之|对比|自|(?<![a-z])(?:than|from|versus|vs\.?|against|compared with|"
    r"compared to|since|on|over|after|before))(?: the| in)? ?$"
)
_AS_OF = re.compile(r"(?:截至|截止|截止到|as of|as at) ?$")
_NEAR = 3
_AFTER = 8
_JOINED = (" in ", " for ", " by ", " in the ", " this ", " (")
_ADVERB = re.compile(r"同期")


def periods(reading: Line, dates: list[DateMention], relative: list[Mention]) -> list[Mention]:
    """Every period a figure of the line could be for, in order; ids are the periods in ISO form.

    A day counts only as an as-of day (截至12月11日); otherwise it is the day somebody spoke.
    """
    if not dates and not relative:
        return []
    lower = reading.lower
    named = [Mention(d.start, d.end, d.period) for d in dates if d.period is not None]
    every = sorted([*named, *relative], key=lambda m: m.start)
    found: list[Mention] = []
    for mention in every:
        if _said_on(lower, mention) or _COMPARED.search(lower, mention.start - 14, mention.start):
            continue
        if _ADVERB.match(lower, mention.end):
            continue
        if found and mention.id[0] in "QHM" and mention.id[1:2].isdigit():
            whole = found[-1]
            if whole.end + _NEAR >= mention.start and _is_year(whole.id):
                found[-1] = Mention(whole.start, mention.end, part_of(whole.id, mention.id))
                continue
            found.append(_with_year(found, mention))
        else:
            found.append(mention)
    return found


def period_of(
    lower: str, found: list[Mention], clauses: Clauses, start: int, end: int
) -> str | None:
    """The period of a figure: the nearest in its clause, else the last ahead in its sentence."""
    if not found:
        return None
    first, last = clauses.clause(start)
    inside = within(found, first, last)
    if len(inside) == 1:
        return inside[0].id
    if inside:
        return min(inside, key=lambda m: _distance(lower, m, start, end)).id
    if found[0].start >= start:
        return None
    opening, _ = clauses.sentence(start)
    ahead = last_before(found, start, opening)
    return ahead.id if ahead is not None else None


def _distance(lower: str, mention: Mention, start: int, end: int) -> int:
    if mention.end <= start:
        return start - mention.end
    return 1 if lower[end : mention.start] in _JOINED else mention.start - end + _AFTER


def _said_on(lower: str, mention: Mention) -> bool:
    day = mention.id.startswith("--") or mention.id.count("-") == 2  # noqa: PLR2004 - year, month and day
    if not day or "/" in mention.id:
        return False
    if mention.id.startswith("---"):
        return True
    return _AS_OF.search(lower, mention.start - 8, mention.start) is None


def _is_year(period: str) -> bool:
    return (len(period) == 4 and period.isdigit()) or period.startswith("Y")  # noqa: PLR2004 - 2025


def _with_year(found: list[Mention], part: Mention) -> Mention:
    year = next((m.id for m in reversed(found) if _is_year(m.id)), None)
    return Mention(part.start, part.end, part_of(year, part.id))
