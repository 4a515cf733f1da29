"""Figures that are legs of one matter: from 24 to 19, one in five, 281-24-149 votes."""

from decimal import Decimal
from itertools import pairwise

from ledger.quantities.figures.counted_nouns import may_be_asked
from ledger.quantities.figures.figure import Figure
from ledger.quantities.line import Line
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention

_VOTING = lazily(
    r"vot(?:e|ed|es|ing)(?![a-z])|票|表决|ballot|approved|passed|rejected|senate|parliament|lawmakers|通过"
)
_SIDES = ("votes_for", "votes_against", "abstentions")
_AGAINST = ("-", " - ", ":", "比", "对", " to ", " votes to ", "-to-")
_EVERY = ("in every", "of every", "out of every")
_TEN = Decimal(10)
_WHOLES = frozenset(map(Decimal, (12, 20, 25, 50)))
"""What a share is of, beside hundreds; other numbers are counted: 7 out of 11 centres."""
_LONGEST_GAP = 24
"""Most characters between the two levels of a change."""
_CHAMBER = 50
"""Three hyphened numbers that add up to fewer than this are a team's record, not a vote."""


def ratio(line: Line, first: Figure, second: Figure) -> Figure | None:
    """One in five, two out of three, one over twenty; two thirds of a million."""
    if first.unit is not None or first.dimension != "number" or first.high or second.high:
        return None
    if first.core[1] > second.core[0]:
        return None
    gap = line.lower[first.core[1] : second.core[0]].strip()
    part, whole = first.value, second.value
    if gap == "of" and _is_part_of_scale(first, second):
        return _scaled(first, second)
    if second.dimension not in ("number", "count"):
        return None
    if not (0 < abs(part) < whole and part == part.to_integral_value() and _of(gap, first, second)):
        return None
    end = second.core[1]
    if second.unit is not None and second.numeral is not None:
        end = second.numeral.end
    return first.but(
        end=end,
        core=(first.core[0], end),
        value=part / whole,
        step=Decimal("0.01"),
        idle=False,
        numeral=None,
    )


def _scaled(first: Figure, second: Figure) -> Figure:
    """A quarter of a billion dollars, two thirds of a million: so much of what the scale says."""
    value = first.value * second.value
    return second.but(
        start=first.start,
        core=(first.core[0], second.core[1]),
        value=value,
        step=Decimal("0.01") * abs(value),
        sign=first.sign,
        bound=first.bound,
        idle=False,
        numeral=None,
    )


_OF = lazily(
    r" (?:out )?of "
    r"(?:the [a-z]{2,20}'s? |the |its |their |his |her |our |all |some |about |those |these )?"
    r"(?:last |past |first |final |previous |next |remaining |other )?"
)


def parted(line: Line, figures: list[Figure]) -> None:
    """Let a number of so many count the same: 16 of the 45 clinics, six of eight missiles."""
    for part, whole in pairwise(figures):
        if part.unit is not None or part.dimension != "number" or whole.dimension != "count":
            continue
        of = _OF.fullmatch(line.lower, part.core[1], whole.start)
        if of is not None and 1 <= part.value <= whole.value:
            part.dimension, part.unit = "count", whole.unit


def _is_part_of_scale(first: Figure, second: Figure) -> bool:
    one, two = first.numeral, second.numeral
    return (
        one is not None
        and two is not None
        and one.form == "fraction"
        and two.value == two.scale > 1
    )


def _of(gap: str, first: Figure, second: Figure) -> bool:
    """Whether the words between two whole numbers make one a share of the other."""
    if gap == "out of":
        return second.value <= _TEN or second.value in _WHOLES or second.value % 100 == 0
    if gap == "over":
        return abs(first.value) == 1 and second.unit is None
    if gap in _EVERY:
        return second.unit_of is None
    tenths = first.value == 1 or second.value == _TEN or may_be_asked(second.unit)
    return gap == "in" and tenths and second.unit_of is None


def tallied(line: Line, figures: list[Figure]) -> None:
    """Give the parts of a vote (281-24-149) what they count; other hyphened numbers stay."""
    for index in range(len(figures) - 1):
        group = [figures[index]]
        for figure in figures[index + 1 : index + 3]:
            if line.lower[group[-1].core[1] : figure.core[0]] in _AGAINST:
                group.append(figure)
        if len(group) > 1 and all(_bare(f) for f in group) and _is_vote(line, group):
            for figure, side in zip(group, _SIDES, strict=False):
                figure.dimension, figure.unit, figure.measure = "count", "vote", side
                figure.bound, figure.sign = None, ""


def _bare(figure: Figure) -> bool:
    whole = figure.value == figure.value.to_integral_value() and figure.value >= 0
    return figure.unit_of is None and figure.measure is None and whole and figure.high is None


def _is_vote(line: Line, group: list[Figure]) -> bool:
    if len(group) == 2 and group[0].value < group[1].value:  # noqa: PLR2004 - 20-30 is a range
        return False
    if len(group) == 3 and sum(figure.value for figure in group) >= _CHAMBER:  # noqa: PLR2004 - for, against, abstained
        return True
    around = line.lower[max(0, group[0].start - 80) : group[-1].end + 40]
    return _VOTING.search(around) is not None


_SOURCE = lazily(
    r"(?:由|从|自|(?:^|[^a-z])from)(?:原本|原先|原来|先前|此前|约| about| around)?的? ?$"
)
# Up from 5 % to 7 % is a change, and so is to go from 5 % to 7 %; from 5 % to 7 % alone is a range.
_MOVED_FROM = lazily(
    r"(?:^|[^a-z])(?:up|down|higher|lower|go(?:es|ing|ne)?|went|moved?) from (?:about |around )?$"
)
_TARGET = lazily(
    r"[^,。;!?\d]{0,6}(?:至|到|为|成|回)[^,。;!?\d]{0,3}$"
    r"| to (?:about |around |nearly |almost |just )?$"
)


def changed(line: Line, figures: list[Figure], moves: list[Mention]) -> None:
    """Mark the legs of a change from one level to another, and let them share a unit and scale."""
    for first, second in pairwise(figures):
        if second.start - first.end > _LONGEST_GAP:
            continue
        gap = line.lower[first.end : second.start]
        ahead = line.lower[max(0, first.start - 12) : first.start]
        if _TARGET.fullmatch(gap) is None or _SOURCE.search(ahead) is None:
            continue
        near = any(
            m.id in ("up", "down") and first.start - 40 < m.start < second.end + 12 for m in moves
        ) or _MOVED_FROM.search(line.lower, first.start - 24, first.start)
        if not near and first.value <= second.value:
            continue
        first.role, second.role = "from", "to"
        direction = "up" if second.value > first.value else "down"
        first.change = second.change = direction if first.value != second.value else None  # type: ignore[assignment] # one of the two words
        if first.unit is None:
            share_unit(first, second)
        elif second.unit is None and second.dimension == "number":
            share_unit(second, first)


# 29 percent, up from 27 in May; narrowed to 3 points from 11.
_BEFORE = lazily(
    r"(?: (?:in|on|for|at) [a-z]{2,12})?(?:,? (?:up|down) from|,? compared (?:with|to)|, against"
    r"|,? (from)) "
)
_REACHED = lazily(r" (?:to|at) (?:just |only |about |around |nearly )?$")
_LEVELS = frozenset(
    {
        "age", "area", "currency", "duration", "energy", "index_point", "length", "mass", "percent",
        "percentage_point", "power", "speed", "temperature", "volume",
    }
)  # fmt: skip


def earlier(line: Line, figures: list[Figure]) -> None:
    """Let a bare number share the unit of the figure it is what that was before."""
    for first, second in pairwise(figures):
        if second.unit is not None or first.dimension not in _LEVELS:
            continue
        if first.unit_of is None or second.numeral is None or second.numeral.form != "cardinal":
            continue
        linked = _BEFORE.fullmatch(line.lower, first.end, second.start)
        if linked is None or (first.dimension != "currency" and second.numeral.scale != 1):
            continue
        if not linked[1] or _REACHED.search(line.lower, first.start - 12, first.start):
            share_unit(second, first)


def share_unit(bare: Figure, measured: Figure) -> None:
    """Give a bare leg the unit of the other one."""
    bare.unit_of, bare.unit, bare.currency = measured.unit_of, measured.unit, measured.currency
    bare.dimension = measured.dimension
    scale = measured.unit_of.scale if measured.unit_of is not None else Decimal(1)
    one, two = bare.numeral, measured.numeral
    if one is not None and two is not None and one.scale == 1 and abs(one.value) < two.scale:
        scale *= two.scale
    bare.value, bare.step = bare.value * scale, bare.step * scale
