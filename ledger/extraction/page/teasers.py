"""The line that ends a teaser: whose article it is, how old, and the headline glued to it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ledger.extraction.lexicon import any_of, words

_AGO = re.compile(
    r"(?P<count>\d{1,4})\s*(?P<unit>分钟|小时|天|日|周|星期|个月|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?"
    r"|w|months?)\s*(?:前|ago)?|(?P<named>刚刚|昨天|前天|yesterday|just now)",
    re.IGNORECASE,
)
_DAYS = {"天": 1, "日": 1, "d": 1, "周": 7, "星": 7, "w": 7, "个": 30, "mo": 30}
_NAMED = {"刚刚": 0, "just now": 0, "昨天": 1, "yesterday": 1, "前天": 2}
_BETWEEN = r"\s*[·|]\s*"
_LONGEST_OUTLET, _LOOKED_AT = 30, 90


@dataclass(frozen=True, slots=True)
class Tail:
    """What the last line of a teaser says.

    Attributes:
        outlet: the place of the outlet's name in the page.
        published: the day, when the page's own day is known.
        glued: the place of the next headline, where it runs on in the same line.
    """

    outlet: tuple[int, int]
    published: date | None
    glued: tuple[int, int] | None


def tail_of(plain: str, start: int, end: int, today: date | None) -> Tail | None:
    """Read a line as the last one of a teaser; ``None`` when it is something else.

    Args:
        plain: the page in one spelling.
        start: where the line begins.
        end: where it ends.
        today: the day the age is counted from.
    """
    found = _tail().match(plain, start, min(end, start + _LOOKED_AT))
    if found is None:
        return None
    glued = (found.end(), end) if plain[found.end() : end].strip() else None
    days = _days_ago(found)
    published = today - timedelta(days=days) if today is not None else None
    return Tail(found.span("outlet"), published, glued)


def _days_ago(found: re.Match[str]) -> int:
    if found["named"]:
        return _NAMED[found["named"].lower()]
    unit = found["unit"].lower()
    if unit in ("分钟", "小时"):
        return 0
    return int(found["count"]) * _DAYS.get("mo" if unit.startswith("mo") else unit[0], 0)


@cache
def _tail() -> re.Pattern[str]:
    invitation = any_of(words("page", "invitations"))
    return re.compile(
        rf"\s*(?P<outlet>(?!\s)[^·|。,，!?]{{1,{_LONGEST_OUTLET}}}?){_BETWEEN}(?:{_AGO.pattern})"
        rf"(?:{_BETWEEN}(?:(?:\d{{1,4}}\s*)?{invitation}|\d{{1,4}}(?![\d/.%,])))?",
        re.IGNORECASE,
    )
