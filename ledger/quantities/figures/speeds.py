"""Speeds that no unit tells: 時速提至350公里, at a speed of 60 miles."""

from ledger.quantities.figures.figure import Figure
from ledger.text.patterns import lazily

_VERBS = "由从为是约逾近达可高超过至到了提升降增减加快放慢飙冲仅只有在"
_AHEAD = lazily(
    rf"([时球车航风]速|速度|每小时|每秒)(?:最高|最快|最大|平均|一度)?[{_VERBS}]{{0,6}}$"
)
# 時速由300公里提高到350公里.
_AHEAD_OF_BOTH = lazily(
    r"([时球车航风]速|速度)(?:由|从)(?:每小时|每秒)?[\d.]{1,8}(?:公里|英里|千米|公尺|米)"
    r"[提升增降减加放调高低慢快缓至到]{1,5}(?:每小时|每秒)?$"
)
_BEHIND = lazily(r"的?([时车球]速)|的(速度)(?![感])")
_IN_ENGLISH = lazily(
    r"(?:^|[^a-z])speeds?(?: (?:of|reaching|exceeding|topping)| limits? (?:of|is|was|to|at|from)"
    r"| limits? (?:is|was|be|were|been|being) (?:set|cut|raised|lowered|reduced|increased)"
    r" (?:to|at|from)) $"
)
_EACH = {"每小时": "hour", "时速": "hour", "每秒": "second"}
_SHORT = frozenset({"meter", "centimeter", "foot"})
"""Of these a speed is said by the second, of longer ones by the hour."""
_REACH, _LINKS = 36, ("of ", "ng ", "is ", "as ", "to ", "at ", "om ")


def speed(lower: str, figure: Figure) -> None:
    """Make a length a speed where the words around it say so."""
    named = _named(lower, figure)
    if named is not None:
        usual = "second" if figure.unit in _SHORT else "hour"
        figure.dimension, figure.unit = "speed", f"{figure.unit}_per_{_EACH.get(named, usual)}"


def _named(lower: str, figure: Figure) -> str | None:
    """The words that call a length a speed."""
    start, end = figure.start, figure.end
    since = max(0, start - _REACH)
    if lower.startswith(_LINKS, start - 3):
        in_english = lower.find("speed", since, start) >= 0
        found = _IN_ENGLISH.search(lower, since, start) if in_english else None
        return None if found is None else "speed"
    found = _AHEAD.search(lower, since, start) or _AHEAD_OF_BOTH.search(lower, since, start)
    if found is not None:
        return found[1]
    found = _BEHIND.match(lower, end)
    return None if found is None else found[1] or found[2]
