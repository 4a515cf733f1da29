"""Nobody killed, hurt or missing: a count of zero that is said without a numeral."""

import re
from decimal import Decimal

from ledger.quantities.figures.figure import Figure

SPARED = ("no ", "nobody ", "none of ", "人", "零", "无")
"""One of these stands in every line that says so."""
_PEOPLE = (
    "people|persons?|passengers?|residents?|civilians?|soldiers?|workers?|crew|students?|pupils?|"
    "children|staff|officers?|firefighters?"
)
# That nobody was seriously hurt, or no deaths were reported, leaves some that may have been.
_ENGLISH = (
    rf"(?:no one|nobody|no (?:{_PEOPLE})|none of (?:the|those|its|them)(?: [a-z]+){{0,2}})"
    r"(?: else)? (?:(?:was|were|is|are|has been|have been|had been|got) )?"
    r"(killed|died|hurt|injured|wounded|harmed|missing)(?! (?:by|in order))"
    r"|no (deaths|fatalities|casualties|injuries)"
    r"(?! (?:were|was|have|has|had|so|reported)(?![a-z]))"
)
_CHINESE = (
    r"(?:无|没有)(?:任何)?人(?:员)?(死亡|丧生|罹难|遇难|身亡|受伤|失踪|伤亡)"
    r"|(?:未|没有|没)造成(?:任何)?(?:人员)?(死亡|伤亡|受伤)"
    r"|[零无](死亡|伤亡)(?![率者])"
)
_NOBODY = re.compile(rf"\b(?:{_ENGLISH})|{_CHINESE}")
_MEASURES = {
    "hurt": "injured", "injured": "injured", "wounded": "injured", "harmed": "injured",
    "injuries": "injured", "受伤": "injured", "missing": "missing", "失踪": "missing",
    "casualties": "casualties", "伤亡": "casualties",
}  # fmt: skip
_NONE = Decimal(0)


def nobody(lower: str) -> list[Figure]:
    """The counts of zero in a line."""
    return [_none_of(match) for match in _NOBODY.finditer(lower)]


def _none_of(match: re.Match[str]) -> Figure:
    span = match.span()
    fate = match[match.lastindex or 0]
    figure = Figure(*span, _NONE, _NONE, None, span, dimension="count", unit="person")
    figure.measure = _MEASURES.get(fate, "deaths")
    return figure
