"""Years that name what happened in them: the 2011 Veterans Day parade, 2024巴黎奧運."""

import re

from ledger.quantities.lexicon import alternation, rows
from ledger.quantities.line import Line
from ledger.quantities.times.dates import DateMention

_EVENTS = [row["form"] for row in rows("events.csv")]
_ENGLISH, _CHINESE = (
    alternation(event for event in _EVENTS if event.isascii() is latin) for latin in (True, False)
)
_YEAR = r"(?:19|20)\d\d"
# A headline writes all its words large; and round numbers count 2000 Rohingya Muslims.
_NAMED = re.compile(rf"(?<=[a-zA-Z] ){_YEAR}(?<!00) [A-Z][A-Za-z'-]* (?:of |and )?[A-Z]")
_LOWER_AHEAD = re.compile(r"(?:^|[^A-Za-z])(?:[Tt]he|[a-z]+) $")
_OF_EVENT = re.compile(
    rf"{_YEAR} (?:[a-z'-]{{2,16}} ){{0,2}}"
    rf"(?:{_ENGLISH})(?![a-z])"
)
_THE = re.compile(r"(?:^|[^a-z])(?:the|at|for|in) $")
# 2024名選手 and 2024萬元 are counted.
_OF_CHINESE_EVENT = re.compile(
    rf"{_YEAR}(?![万亿千百余多几元名位个人家间所座辆架艘件份张票股吨米公里度岁天]|台(?![北中南东湾]))"
    rf"[\u3400-\u9fffa-z]{{0,6}}?(?:{_CHINESE})"
)
_DIGITS = 4


def named_year(line: Line, at: int, token: str) -> DateMention | None:
    """The year of an event that four digits at ``at`` belong to the name of."""
    if len(token) != _DIGITS or token[:2] not in ("19", "20"):
        return None
    end = at + _DIGITS
    if line.lower[end : end + 1] == " ":
        named = _NAMED.match(line.key, at) and _LOWER_AHEAD.search(line.key, at - 16, at)
        event = _THE.search(line.lower, at - 6, at) and _OF_EVENT.match(line.lower, at)
    else:
        named, event = None, _OF_CHINESE_EVENT.match(line.lower, at)
    return DateMention(at, end, token, int(token)) if named or event else None
