"""What a figure measures: the nearest measure the glossary knows in its clause."""

import re
from functools import cache

from ledger.quantities.clauses import Clauses
from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import rows
from ledger.quantities.quantity import Dimension
from ledger.quantities.scanning.signals import last_before, within
from ledger.text.phrases import Mention

_AFTER = 3
"""How many characters nearer a measure must stand behind a figure than one ahead of it."""
_VOTES = (
    (
        re.compile(r"[ -]?(?:votes? )?(?:赞成|同意|支持|in favou?r|for\b|yes|ayes?|yeas?)"),
        "votes_for",
    ),
    (
        re.compile(r"[ -]?(?:votes? )?(?:反对|不同意|against|opposed|no\b|nays?|noes)"),
        "votes_against",
    ),
    (re.compile(r"[ -]?(?:votes? )?(?:弃权|abstentions?|abstained|abstaining)"), "abstentions"),
)
# 355 in favour and 190 against; 120 against Spain are runs.
_BARE_VOTES = re.compile(r" (?:(in) favou?r|(for|against|opposed)(?=[,.;)]|$| and | with ))")
VOTED = ("in favo", "票", "vot", "投", "abst", "弃权")
"""One of these stands in every line that says how anybody voted."""
# 不同意3萬5,000票, 反對票有12票.
_CAST_AHEAD = re.compile(
    r"(不同意|同意|赞成|支持|反对|弃权)(?:票数?|者)?(?:共|有|为|达|获得?|则?有)?$"
)
# The words between 5名官員 and 投了反對票 are at most a title.
_CAST = re.compile(r"[^,。;、\d]{0,6}投(?:了|下|出)?(赞成|反对|弃权)")
_NO_RATE: frozenset[Dimension] = frozenset(
    {
        "area", "currency", "data", "energy", "length", "mass", "power", "speed", "temperature",
        "volume",
    }
)  # fmt: skip
_NEVER: dict[str, frozenset[Dimension]] = {
    "rate": _NO_RATE,
    "magnitude": _NO_RATE | {"age", "count", "duration", "percent"},
    "toll": _NO_RATE | {"age", "duration"},
    "money": _NO_RATE - {"currency"} | {"age", "count", "duration"},
    "made": frozenset({"age", "angle", "duration", "speed", "temperature"}),
}
"""Dimensions a sort of measures never has: no share is in dollars, nobody makes half a turn."""
_WHOLE = "gdp"
_OF_GDP = frozenset({_WHOLE})
_OF_ITS, _OF = len(" of its "), len("的")
_GROWTH, _INDEX = "growth_rate", "index"
_CAST_FOR = {
    "赞成": "votes_for", "同意": "votes_for", "支持": "votes_for", "反对": "votes_against",
    "不同意": "votes_against", "弃权": "abstentions",
}  # fmt: skip


def measure_of(
    found: list[Mention], clauses: Clauses, clause: tuple[int, int], figure: Figure
) -> str | None:
    """The measure of a figure: the nearest in its clause, else the last ahead in its sentence.

    Growth is of what is named ahead of it: exports with a growth of 5 % grew by it.
    """
    measure = _nearest(found, clauses, clause, figure)
    if measure is None:
        return None
    never = _never(figure.dimension)
    if measure == _WHOLE and _is_of_gdp(found, figure):
        never = _OF_GDP
    if measure in never:
        rest = [mention for mention in found if mention.id not in never]
        return measure_of(rest, clauses, clause, figure) if rest else None
    if measure == _INDEX:
        measure = _index_of(found, figure) or measure
    if measure == _GROWTH and figure.role == "by":
        rest = [mention for mention in found if mention.id != _GROWTH]
        return _last_ahead(rest, clauses, figure) or measure
    return measure


def _index_of(found: list[Mention], figure: Figure) -> str | None:
    """What an index is of that ends in that word: consumer confidence index."""
    index = last_before([m for m in found if m.id == _INDEX], figure.start, 0)
    if index is None:
        return None
    return next((m.id for m in found if m.end in (index.start, index.start - 1)), None)


def _is_of_gdp(found: list[Mention], figure: Figure) -> bool:
    """Whether a percentage is reckoned on the GDP: debt at 90 % of GDP, 赤字占GDP的3.1%."""
    if figure.dimension != "percent" or figure.role == "by":
        return False
    start, end = figure.start, figure.core[1]
    return any(
        mention.id == _WHOLE
        and (end < mention.start <= end + _OF_ITS or start - mention.end == _OF)
        for mention in found
    )


def _nearest(
    found: list[Mention], clauses: Clauses, clause: tuple[int, int], figure: Figure
) -> str | None:
    first, last = clause
    inside = within(found, first, last)
    if inside and inside[-1].end > last:
        inside.pop()
    if len(inside) == 1:
        return inside[0].id
    if inside:
        return min(inside, key=lambda m: _distance(m, figure)).id
    return _last_ahead(found, clauses, figure)


def _last_ahead(found: list[Mention], clauses: Clauses, figure: Figure) -> str | None:
    opening, _ = clauses.sentence(figure.core[0])
    ahead = last_before(found, figure.start, opening)
    return ahead.id if ahead is not None else None


@cache
def _never(dimension: Dimension) -> frozenset[str]:
    """The measures that a figure of a dimension is none of."""
    table = rows("measure_sorts.csv")
    return frozenset(row["measure"] for row in table if dimension in _NEVER[row["sort"]])


def vote(lower: str, figure: Figure) -> str | None:
    """Which side the votes of a figure were cast for, where the words after it say so."""
    if figure.unit == "person" and (cast := _CAST.match(lower, figure.core[1])) is not None:
        return _CAST_FOR[cast[1]]
    if figure.unit is None and (bare := _BARE_VOTES.match(lower, figure.core[1])) is not None:
        return "votes_for" if bare[1] in ("in", "for") else "votes_against"
    if figure.unit not in ("vote", None):
        return None
    if figure.unit == "vote" and (
        cast := _CAST_AHEAD.search(lower, figure.start - 9, figure.start)
    ):
        return _CAST_FOR[cast[1]]
    for end in (figure.end, figure.core[1]):
        for pattern, measure in _VOTES:
            match = pattern.match(lower, end)
            if match is not None and (figure.unit == "vote" or measure == "abstentions"):
                return measure
    return None


def _distance(mention: Mention, figure: Figure) -> int:
    if mention.end <= figure.core[0]:
        return figure.core[0] - mention.end
    gap = max(0, mention.start - figure.core[1])
    return gap if gap <= 1 else gap + _AFTER
