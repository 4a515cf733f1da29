"""What a figure is about: what it measures or counts, and which way that went."""

import re
from collections.abc import Container
from dataclasses import dataclass

from ledger.quantities.about.inferred import inferred, moved_or_level, outright
from ledger.quantities.about.kinds import CRASH, kinds_of
from ledger.quantities.about.measures import measure_of
from ledger.quantities.about.reading import Reading
from ledger.quantities.figures.casualties import CASUALTIES, THINGS
from ledger.quantities.figures.counted_nouns import noun_of
from ledger.quantities.figures.figure import Figure
from ledger.quantities.figures.indices import name_level
from ledger.quantities.figures.shares import name_share, name_share_of
from ledger.quantities.figures.speeds import speed
from ledger.quantities.figures.tails import degrees, per
from ledger.quantities.figures.unsaid import name_counted
from ledger.quantities.homes import coin_at_home
from ledger.quantities.quantity import Change, Role
from ledger.quantities.scanning.signals import first_after, last_before
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention

_SHARES = frozenset({"market_share", "revenue_share", "vote_share", "stake", "turnout"})
_MOVING = frozenset({None, "exchange_rate"})
"""What can rise and fall; votes and casualties only come in."""
_SHARED_OUT = frozenset({"currency", "count", "number", "energy", "volume", "mass"})
"""What there can be so much of for each of something."""
_OF_PEOPLE = CASUALTIES | {"population"}
"""Measures that count people even where the text leaves the word out."""
_REACH = 28
"""How far ahead of a figure, in characters, a verb of change may stand."""
_FAR = 64
"""How far where "to" or "by" stands at the figure: reduced the risk of ... by 27 %."""
_TO_OR_BY = (" to ", " by ")
_TOUCHING = 2
"""Characters between a verb and the figure it governs at most: a space and one 了."""
_WAYS: dict[str, Change] = {" higher than ": "up", " lower than ": "down"}
_DIFFERING = tuple(_WAYS)
_MAY_DIFFER = frozenset(words[:2] for words in _WAYS)
_BEHIND = 12
"""How far behind: a quarter-point cut, 4.4 % decline."""
_TO = lazily(r"(?:(?:至|到|为|成|达|达到|回)(?:每[^,。;\d]{1,3})?| to|^to) ?$")
# To a record $112 billion, to an average of 348.
_TO_A = lazily(r" to (?:an?|its|their) (?:(?:[a-z-]+ ){0,2}record |(?:[a-z-]+ ){1,3}of )$")
_FROM = lazily(
    r"(?:由|从|自|from)"
    r"(?:原本|原先|原来|先前|此前|当初|之前|去年|the|an?|about|around)? ?(?:的)? ?$"
)
# From an earlier estimate of 3 %; 较5月的4.8%.
_FROM_THE_EARLIER = {
    "of ": re.compile(
        r"from (?:an?|the|its|their|his|her) (?:previous|earlier|prior|initial|original|former|"
        r"preliminary|projected) (?:[a-z]+ ){1,2}of $"
    ),
    "的": re.compile(
        r"[较比](?:[去上前][^,。;]{0,5}|\d{1,4}[年月][^,。;]{0,4}|此前|先前|原先|原本)的$"
    ),
}
_EARLIER = 48
"""Characters of the longest words that make a figure the one a change began from."""
_TENOR = lazily(
    r"期|以?来|[以之]?内|间|前|新[高低]|-| (?:ago|later|earlier|bonds?|notes?|yields?|low|high)\b"
)
_OVER = lazily(
    r"(?:(?:^|[^a-z])(?:in|within|over|for|after|past|last|next|first|the)"
    r"|过去|未来|近|连续|时隔) ?$"
)
_LINKS = frozenset({"to ", "om ", "he ", " a ", "an ", "ut ", "nd ", "rd ", "of "})
_LINK_SIGNS = frozenset("至到为成达回由从自本先来前初之年约的")
"""What either can end with."""
# Fell below 100 is no fall by 100; grew over 5 % is growth.
_ON = frozenset("至到")
_PAST_A_LEVEL = lazily(r"(?:just |well |slightly )?(?:below|above|beyond|beneath|past) ")
_BY = lazily(r"(?:^| )by ?(?:about |around |nearly )?$")


def _measure(
    reading: Reading, figure: Figure, moves: list[Mention], clause: tuple[int, int]
) -> None:
    """Tell what a figure measures, and which way that went."""
    line, clues = reading.line, reading.clues
    if clues and figure.measure is None:
        figure.measure = outright(line, figure, clues)
    if figure.measure in _MOVING and figure.role == "level" and figure.change is None:
        _direct(line.lower, figure, moves, clause)
    if figure.measure is None:
        named = reading.measures and measure_of(reading.measures, reading.clauses, clause, figure)
        figure.measure = inferred(line.lower, figure, clues) or (
            moved_or_level(named, figure) if named else None
        )
    if figure.dimension == "number" and figure.measure in _SHARES:
        name_share_of(figure)


@dataclass(slots=True)
class _Counted:
    """What a text has counted so far: the last noun of each classifier, and the last count."""

    nouns: dict[str, str]
    last: Figure | None


def situate(reading: Reading) -> None:
    """Tell each figure of a text what its clause says that it measures, and which way that went."""
    clauses, clues = reading.clauses, reading.clues
    lower = reading.line.lower
    reading.kinds = kinds_of(reading.moves, reading.dates)
    moves = reading.kinds["move"]
    if "价格计算" in lower:
        reading.measures = [named for named in reading.measures if not _reckoned(lower, named)]
    counted = _Counted({}, None)
    for figure in reading.figures:
        if figure.dimension == "ordinal":
            continue
        clause = clauses.clause(figure.core[0])
        if figure.dimension == "number" and figure.unit is None:
            _say(lower, figure, clause, counted.last, clues)
        _complete(lower, figure, clues)
        _measure(reading, figure, moves, clause)
        if figure.dimension == "count" and figure.unit_of is None:
            _name(lower, figure, clause, counted)
        if figure.measure in _OF_PEOPLE:
            _of_people(figure)


def _reckoned(lower: str, named: Mention) -> bool:
    """Whether prices say how something is reckoned: GDP at constant prices, 按不变价格计算."""
    return lower.startswith("计算", named.end) and lower[named.start : named.end] == "价格"


def _of_people(figure: Figure) -> None:
    """Casualties are people: a whole number counts them, and houses destroyed are none."""
    if figure.dimension == "number" and figure.unit is None:
        if figure.step >= 1:
            figure.dimension, figure.unit = "count", "person"
    elif figure.unit in THINGS:
        figure.measure = None


def _say(
    lower: str,
    figure: Figure,
    clause: tuple[int, int],
    before: Figure | None,
    clues: Container[str],
) -> None:
    """Give a bare number what goes unsaid at it: what it counts, its points, of what it is."""
    name_counted(lower, figure, clause, before, clues)
    if "indexed" in clues:
        name_level(lower, figure)
    name_share(lower, figure)


def _name(lower: str, figure: Figure, clause: tuple[int, int], counted: _Counted) -> None:
    """Give a count with a classifier its noun; one left out is that said before."""
    counted.last = figure
    found = noun_of(lower, figure, clause[0])
    if found is None:
        return
    classifier, noun = found
    if noun:
        figure.unit = counted.nouns[classifier] = noun
    elif figure.unit == classifier:
        figure.unit = counted.nouns.get(classifier, classifier)


def _complete(lower: str, figure: Figure, clues: Container[str]) -> None:
    """Give a figure what belongs to its unit and stands elsewhere: each of what, the hour ahead."""
    if figure.dimension in _SHARED_OUT:
        figure.per = per(lower, figure, clues)
        if figure.dimension == "currency" and figure.currency is None and figure.unit_of:
            coin = coin_at_home(lower, figure.unit_of)
            if coin is not None:
                figure.measured_in(coin)
    elif figure.dimension == "length":
        speed(lower, figure)
    elif figure.unit == "degree":
        degrees(lower, figure)


def _direct(lower: str, figure: Figure, moves: list[Mention], clause: tuple[int, int]) -> None:
    """Set the direction and the leg of a change: from, to, or the difference."""
    start, end = figure.start, figure.core[1]
    ahead, behind = (
        _verbs(lower, figure, moves, clause) if moves else (None, _differing(lower, end))
    )
    tail = lower[start - 3 : start] if start > 2 else lower[:start]  # noqa: PLR2004 - three
    last = tail[-1:]
    links = (
        tail in _LINKS
        or (tail[-2:-1] if last == " " else last) in _LINK_SIGNS
        or "每" in lower[start - 4 : start]
    )
    earlier = _FROM_THE_EARLIER.get(tail if last == " " else last)
    if not (links or ahead or behind or earlier) or (
        figure.dimension == "duration" and _since(lower, figure)
    ):
        return
    if ahead is not None and ahead.start >= start:
        figure.role, figure.change = "to", _id(ahead)
        return
    if (links and _FROM.search(lower, start - 8, start)) or (
        earlier is not None and earlier.search(lower, start - _EARLIER, start)
    ):
        figure.role = "from"
        behind = behind or first_after(moves, end, min(len(lower), end + _REACH))
        figure.change = _id(ahead) or _id(behind)
        return
    if (
        links
        and (_TO.search(lower, start - 8, start) or _TO_A.search(lower, start - 32, start))
        and (ahead is not None or _rising(lower, start))
    ):
        figure.role, figure.change = "to", _id(ahead)
        return
    if ahead is None:
        figure.change = _id(behind)
        figure.role = "level" if behind is None else _role_before(lower, end, behind)
        return
    figure.change = _id(ahead)
    if _PAST_A_LEVEL.match(lower, start):
        figure.role = "to"
    elif _moved_by(lower, figure, ahead.end):
        figure.role = "by"


def _role_before(lower: str, end: int, behind: Mention) -> Role:
    """A figure ahead of its verb is how far something moved, or where it began: 每月2490元調至."""
    goes_on = lower[behind.end - 1 : behind.end + 1]
    return "from" if behind.start == end and not _ON.isdisjoint(goes_on) else "by"


def _verbs(
    lower: str, figure: Figure, moves: list[Mention], clause: tuple[int, int]
) -> tuple[Mention | None, Mention | None]:
    """The words of change nearest to a figure, ahead of it and behind it."""
    start, end = figure.start, figure.core[1]
    if figure.dimension == "count":
        moves = [move for move in moves if move.id != CRASH]
    # A verb may have grown into the bound: 漲逾500點, 跌破50元.
    reach = _FAR if lower.endswith(_TO_OR_BY, 0, start) else _REACH
    ahead = last_before(moves, figure.core[0], max(clause[0], start - reach))
    behind = first_after(moves, end, min(clause[1], end + _BEHIND))
    if behind is None or not _is_its_own(lower, figure, behind):
        behind = _differing(lower, end)
    return ahead, behind


def _is_its_own(lower: str, figure: Figure, behind: Mention) -> bool:
    """Whether a verb behind a figure is about it: in 61個城市房價下跌 cities do not fall.

    One right before the next figure is about that: 步行7000步可降低47%.
    """
    if behind.start <= figure.core[1] + 1 or lower[behind.start].isascii():
        return True
    return figure.dimension != "count" and not lower[behind.end : behind.end + 1].isdigit()


def _moved_by(lower: str, figure: Figure, verb_ends: int) -> bool:
    """Whether a figure behind a verb of change, and no link, is how far something moved."""
    if figure.dimension == "percentage_point" or figure.start - verb_ends <= _TOUCHING:
        return True
    return _BY.search(lower, verb_ends, figure.start) is not None


def _differing(lower: str, end: int) -> Mention | None:
    """How a figure sets one thing against another: 5 % higher than a year ago."""
    if lower[end : end + 2] not in _MAY_DIFFER or not lower.startswith(_DIFFERING, end):
        return None
    words = next(words for words in _WAYS if lower.startswith(words, end))
    return Mention(end, end + len(words), _WAYS[words])


def _since(lower: str, figure: Figure) -> bool:
    """Whether a duration says over what time something moved, or what is due when."""
    return (
        _TENOR.match(lower, figure.core[1]) is not None
        or _OVER.search(lower, figure.start - 12, figure.start) is not None
    )


def _rising(lower: str, start: int) -> bool:
    return lower[max(0, start - 2) : start - 1] in ("升", "降", "增", "减", "涨", "跌", "调")


def _id(mention: Mention | None) -> Change | None:
    return None if mention is None else "up" if mention.id == "up" else "down"
