"""Spans of time that are no dates: quarters, halves, 前三季, the first nine months."""

from ledger.quantities.times.dates import DateMention
from ledger.text.patterns import lazily

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"首": 1, "两": 2}
_WORD = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2,
    "3rd": 3, "4th": 4, "opening": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9,
    "ten": 10, "eleven": 11, "eight": 8, "seven": 7, "five": 5,
}  # fmt: skip
_CHINESE = lazily(
    r"(?P<q>(?<=第)[一二三四1-4]季度?|首季度?|(?<![前每这上下近续跨])[一二三四]季度)|(?<=[前首头])(?P<qs>[一二两三四1-4])(?:个)?季度?"
    r"|(?<=上)(?P<h1>半年)|(?<=下)(?P<h2>半年)"
    r"|(?<=[前首头])(?P<ms>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月"
    r"|(?P<from>\d{1,2}|[一二三四五六七八九十]{1,2})(?:月份?)?[至到~-]"
    r"(?P<to>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|(?![球\d一二三四五六七八九十]))"
)
MONTHS_ON = lazily(r"(?:月份?)?[至到~-](?:\d|[一二三四五六七八九十])")
"""What stands behind the first month of several: 1至6月, 7月到9月."""
PARTS_IN_WORDS = frozenset({"first", "second", "third", "fourth", "final", "q", "h"})
"""The words that a part of the year begins with in English."""
_MONTHS = 12
_YEAR = r"(?:(?: of|,)? (?P<y{0}>(?:19|20)\d\d))?"
_ENGLISH = lazily(
    r"(?:(?P<o>first|second|third|fourth|final|1st|2nd|3rd|4th)(?: - |[ -])"
    r"(?:(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) )?"
    rf"(?P<what>quarters?|half|halves|months){_YEAR.format(1)}\b)"
    rf"|q(?P<q>[1-4]){_YEAR.format(2)}(?![\w%])|h(?P<h>[12]){_YEAR.format(3)}(?![\w%])"
)


def span_at(lower: str, at: int) -> DateMention | None:
    """The part of a year named at ``at``: ``Q3``, ``H1``, ``Q1/Q3``, ``M1/M9``; its year too."""
    match = None if "a" <= lower[at] <= "z" else _CHINESE.match(lower, at)
    match = match or _ENGLISH.match(lower, at)
    if match is None:
        return None
    groups = match.groupdict()
    part = _chinese_part(groups) if "qs" in groups else _english_part(groups)
    if part is None:
        return None
    year = next((groups[name] for name in ("y1", "y2", "y3") if groups.get(name)), None)
    return DateMention(at, match.end(), part_of(year, part))


def part_of(year: str | None, part: str) -> str:
    """A part of a year with its year: 2025-Q3, 2025-01/2025-09; the part alone without a year."""
    if year is None:
        return part
    first, _, last = part.partition("/")
    if first.startswith("M"):
        return f"{year}-{int(first[1:]):02d}/{year}-{int(last[1:]):02d}"
    return f"{year}-{first}" + (f"/{year}-{last}" if last else "")


def _chinese_part(groups: dict[str, str | None]) -> str | None:
    if quarter := groups["q"]:
        return f"Q{_number(quarter[0])}"
    if quarters := groups["qs"]:
        return f"Q1/Q{_number(quarters)}"
    if months := groups["ms"]:
        return f"M1/M{_number(months)}"
    if groups["from"] and groups["to"]:
        first, last = _number(groups["from"]), _number(groups["to"])
        return f"M{first}/M{last}" if 1 <= first < last <= _MONTHS else None
    return "H1" if groups["h1"] else "H2"


def _english_part(groups: dict[str, str | None]) -> str | None:
    if groups["q"] or groups["h"]:
        return f"Q{groups['q']}" if groups["q"] else f"H{groups['h']}"
    order, what, count = _WORD[groups["o"] or "first"], groups["what"] or "", groups["n"]
    if count is None:
        return f"H{order}" if what == "half" else f"Q{order}" if what == "quarter" else None
    if order != 1 or not what.endswith("s"):
        return None
    letter = "M" if what == "months" else "Q"
    return f"{letter}1/{letter}{int(count) if count.isdigit() else _WORD[count]}"


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written.startswith("十"):
        return 10 + _DIGIT.get(written[1:], 0)
    return _DIGIT[written[0]]
