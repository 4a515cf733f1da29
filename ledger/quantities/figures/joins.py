"""Figures that belong together: ranges, bounds from both sides, compound units, shared units."""

from decimal import Decimal
from itertools import repeat

from ledger.quantities.figures.figure import Figure, Interval, interval
from ledger.quantities.figures.legs import changed, earlier, parted, ratio, share_unit, tallied
from ledger.quantities.figures.lists import listed
from ledger.quantities.figures.shares import among
from ledger.quantities.line import Line
from ledger.quantities.numerals.numeral import Numeral
from ledger.quantities.units import unit_named
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention

_TO = lazily(r"-to-|- (?:to|or) | ?(?:--?|~|至|到|to|through|till|until) ?\+?")
_AND = lazily(r" ?(?:和|与|及|跟|and|and the|or|, and) ?")
_LONGEST_LINK = len(" through +")
"""Characters of the longest of these."""
_BETWEEN = lazily(r"((?:between|between the|between about|介于|介乎|在|位于|处于)[ 约]{0,2})$")
_FROM = lazily(r"(?:^|[^a-z])(from (?:about )?)$")
_BETWIXT = lazily(r" ?(?:之间|间)")
_BOTH = lazily(r"(?:的?同时|而?且|并且|并|但|又| and | but | yet |,|、|，| and yet ){0,3} ?$")
_SIDES_MEET = frozenset({"-", "to"})
_THOUSAND = Decimal(1000)
_APART = 24
"""Figures further apart than this, in characters, are never one."""
_UPPER, _LOWER = ("<", "<="), (">", ">=")
_PAUSES, _SIDES_APART = frozenset(",、"), 10
"""With a pause between them, bounds further apart than so many times are of two quantities."""


def joined(line: Line, figures: list[Figure], moves: list[Mention]) -> list[Figure]:
    """The figures with neighbours that are one quantity made one."""
    if len(figures) == 1 or not any(map(_may_join, repeat(line.lower), figures, figures[1:])):
        return figures
    tallied(line, figures)
    changed(line, figures, moves)
    earlier(line, figures)
    listed(line, figures)
    out: list[Figure] = []
    for figure in figures:
        if out and figure.start - out[-1].end <= _APART:
            merged = (
                _compound(line, out[-1], figure)
                or _coins(line, out[-1], figure)
                or ratio(line, out[-1], figure)
                or among(line.lower, out[-1], figure)
                or _tolerance(line, out[-1], figure)
                or _range(line, out[-1], figure)
                or _two_bounds(line, out[-1], figure)
            )
            if merged is not None:
                out[-1] = merged
                continue
        out.append(figure)
    parted(line, out)
    return out


def _may_join(lower: str, first: Figure, second: Figure) -> bool:
    """Whether two figures are near, and in one sentence as far as the sign between them tells."""
    start = second.start
    return start - first.end <= _APART and lower[start - 2 : start] != ". "


def _compound(line: Line, first: Figure, second: Figure) -> Figure | None:
    """5 feet 2 inches, 3 dollars 50 cents, 1小時30分: one quantity in two units."""
    one, two = first.unit_of, second.unit_of
    gap = line.lower[first.core[1] : second.core[0]]
    if one is not None and one.name == "hour" and second.unit == "point":
        two = unit_named("duration", "minute")  # 2小時30分
    elif first.unit == "point" and two is not None and two.name == "second" and not gap:
        one = unit_named("duration", "minute")  # 1分52秒30
    elif one is not None and one.name == "hour" and line.lower[second.core[1] - 2].isdigit():
        if line.lower[second.core[1] - 1] == "m":
            two = unit_named("duration", "minute")  # 3h 20m
    elif one is not None and one.name == "foot" and second.unit is None and gap == "-":
        two = unit_named("length", "inch")  # 6-foot-4
    elif (
        one is not None
        and one.name == "foot"
        and gap == " "
        and _inches_unsaid(line, first, second)
    ):
        two = unit_named("length", "inch")  # 6ft 4
    if one is None or two is None or one.dimension != two.dimension or first.high or second.high:
        return None
    if (
        gap not in ("", " ", " and ", ", ", "-", "又")
        or one.base != two.base
        or two.factor >= one.factor
    ):
        return None
    if second.sign or (one.currency is None and one.name not in _SPLIT):
        return None
    share = two.factor / one.factor
    return first.but(
        end=second.end,
        core=(first.core[0], second.core[1]),
        value=first.value + second.value * share,
        step=second.step * share,
        dimension=one.dimension,
        unit=one.name,
        unit_of=one,
    )


_INCHES_TO_A_FOOT = 12


def _inches_unsaid(line: Line, foot: Figure, bare: Figure) -> bool:
    short = line.lower.endswith("ft", 0, foot.core[1]) and foot.step == bare.step == 1
    return short and bare.unit is None and 0 < bare.value < _INCHES_TO_A_FOOT


_HUNDREDTH = Decimal("0.01")


def _coins(line: Line, first: Figure, second: Figure) -> Figure | None:
    """三元五角, 3元5角2分: a tenth and a hundredth of what stands before."""
    at = first.core[1]
    if first.currency is None or at != second.core[0] or line.lower[at - 1] not in "元块角":
        return None
    coin = line.lower[second.core[1] - 1]
    if coin == "分" and second.dimension == "count":
        value, step = second.value * _HUNDREDTH, second.step * _HUNDREDTH
    elif coin == "角" and second.currency is not None:
        value, step = second.value, second.step
    else:
        return None
    core = first.core[0], second.core[1]
    return first.but(end=second.end, core=core, value=first.value + value, step=step)


_GIVE_OR_TAKE = lazily(r" ?(?:±|\+/-) ?|(?: [a-z-]{2,16}){0,2},? (?:plus or minus|(give or take)) ")
_TOLERANCE_ENDS = ("±", "± ", "+/-", "+/- ", "minus ", "take ")


def _tolerance(line: Line, first: Figure, second: Figure) -> Figure | None:
    """120 ± 5 km/h, 25±2度: from the one less the other to both together."""
    if not line.lower.endswith(_TOLERANCE_ENDS, 0, second.core[0]):
        return None
    between = _GIVE_OR_TAKE.fullmatch(line.lower, first.core[1], second.core[0])
    if between is None:
        return None
    if second.unit is not None and not _may_pair(first, second):
        return None
    middle, reach = _shared(first, second)
    if between[1]:
        low, high = middle.value - abs(reach.value), middle.value + abs(reach.value)
        around = Interval(low, high, low_closed=True, high_closed=True)
        core = first.core[0], second.core[1]
        return middle.but(
            end=second.end, core=core, sign="~", bound=between.span(1), interval=around
        )
    return (second if second.unit is not None else middle).but(
        start=first.start,
        end=second.end,
        core=(first.core[0], second.core[1]),
        value=middle.value - abs(reach.value),
        high=middle.value + abs(reach.value),
        step=min(middle.step, reach.step),
        sign="",
        bound=first.bound,
        idle=False,
    )


_SPLIT = frozenset(
    {"foot", "pound", "stone", "hour", "minute", "year", "month", "week", "day", "jin"}
)


# A record of 13-17-2, sets of 3-6 6-3.
_AND_THIRD = lazily(r"-\d{1,3}(?![\d,.%]\d|\d)|,? \d{1,2}-\d{1,2}(?![\d-])")


def _range(line: Line, first: Figure, second: Figure) -> Figure | None:
    """20-30, 20 to 30, between 20 and 30, 20到30之間; the unit of one side serves both."""
    if second.start - first.end > _LONGEST_LINK or not _may_pair(first, second):
        return None
    gap = line.lower[first.end : second.start]
    goes_to = _TO.fullmatch(gap)
    if not goes_to and not _AND.fullmatch(gap):
        return None
    ahead = _BETWEEN.search(line.lower, first.start - 16, first.start)
    behind = _BETWIXT.match(line.lower, second.end)
    if not (goes_to or ahead or behind):
        return None
    score = gap == "-" and _is_score(line, first, second)
    if not ahead and (score or _are_two(first, second, gap)):
        return None
    source = ahead or _FROM.search(line.lower, first.start - 12, first.start)
    part = _is_part(first) and not _is_part(second)
    if _moved_by(line, first, second, gap) or (part and _by(line, first)):
        return None
    low, high = _shared(first, second)
    ends = sorted((low.value, high.value))
    return (second if second.unit is not None else low).but(
        start=first.start if source is None else source.start(1),
        end=behind.end() if behind else second.end,
        core=(first.core[0], second.core[1]),
        value=ends[0],
        high=ends[1],
        step=min(low.step, high.step),
        sign="",
        bound=first.bound,
        currency=first.currency or second.currency,
        idle=False,
    )


# Rose by 2 points to 30 points, 增加了1.2萬人至35萬人: a difference and a level.
_BY = lazily(r"(?:[增减升降涨跌加少长滑落]了| by )$")
# 調升0.6元至31.2元 too, where no range is as wide; 調升1元至2元 may be a range.
_MOVES = lazily(
    r"(?:[调上下][升降涨跌调高低]|[增减][加少])$|(?:^|[^a-z])(?:rose|rises|fell|falls|gained|lost|"
    r"climbed|dropped|jumped|slid|slipped|surged|added|shed|up|down|soared|plunged|tumbled|sank|"
    r"advanced|declined|eased|grew|shrank|increased|decreased) $"
)
_WIDER_THAN_A_RANGE = 5


def _by(line: Line, figure: Figure) -> bool:
    return _BY.search(line.lower, figure.start - 4, figure.start) is not None


def _moved_by(line: Line, first: Figure, second: Figure, gap: str) -> bool:
    """Whether the first of two figures says by how much something moved to reach the second."""
    if "-" in gap:
        return False
    wide = second.value >= _WIDER_THAN_A_RANGE * first.value > 0
    counted = (first.unit_of is not None or first.unit is not None) and not _are_near(first, second)
    if _by(line, first) and (wide or counted):
        return True
    return wide and _MOVES.search(line.lower, first.start - 12, first.start) is not None


def _are_near(first: Figure, second: Figure) -> bool:
    """Whether two percentages are the ends of one, rather than a difference and what it led to."""
    return first.unit == second.unit == "%" and first.value < second.value < 2 * first.value


def _may_pair(first: Figure, second: Figure) -> bool:
    """Whether two figures could be the ends of one range."""
    if not _same_kind(first, second) or first.high is not None or second.high is not None:
        return False
    if first.role == "from" or first.measure is not None or second.sign:
        return False
    if first.sign in (*_UPPER, *_LOWER):
        return False
    unit_ahead = first.currency is not None or first.dimension == "age" or _form(first) == "percent"
    return first.unit_of is None or second.unit_of is not None or unit_ahead


def _are_two(first: Figure, second: Figure, gap: str) -> bool:
    """Whether two figures that look like a range are told apart by their size."""
    level = second.unit_of is None or second.currency is not None or second.unit == "%"
    if _is_part(first) and not _is_part(second) and level:
        return True  # down by a third to 1.8 million, to $3.2 billion
    if first.value < second.value or gap == "至":
        return False
    if second.unit is None:
        return True  # 2-1 is a score, 52 to 48 a majority, 50-50 a chance
    sides = second.unit == "%" and gap.strip() in _SIDES_MEET and second.step == 1
    if sides and first.unit is None:
        share_unit(first, second)
    return sides  # 48-43 percent in a poll


# Lost 78-81, trailing 1-2.
_PLAYED = lazily(
    r"(?:^|[^a-z])(?:w[io]ns?|los(?:t|es?|ing)|winning|drew|draws?|beaten|led|leads?|leading"
    r"|trail(?:s|ed|ing)?) $"
)


def _is_score(line: Line, first: Figure, second: Figure) -> bool:
    """Whether two bare numbers are the score of a match, the winner's last, or of a record."""
    if _AND_THIRD.match(line.lower, second.end):
        return True
    if first.unit is not None or second.unit is not None:
        return False
    return _PLAYED.search(line.lower, first.start - 12, first.start) is not None


def _is_part(figure: Figure) -> bool:
    return _form(figure) == "fraction" and figure.numeral is not None and figure.numeral.worded


def _form(figure: Figure) -> str | None:
    return None if figure.numeral is None else figure.numeral.form


def _shared(first: Figure, second: Figure) -> tuple[Figure, Figure]:
    """Both ends with the unit and the scale that only one of them says."""
    low, high = first, second
    if first.unit_of is None and second.unit_of is not None:
        low = _with_unit(first, second)
    elif first.unit_of is not None and second.unit_of is None:
        high = _with_unit(second, first)
    if low is first and low.numeral and high.numeral:
        low = _rescaled(low, _missing_scale(low.numeral, high.numeral))
    return low, high


def _with_unit(bare: Figure, measured: Figure) -> Figure:
    """A bare number with its neighbour's unit and, if it has none of its own, scale (25-30億)."""
    scale = Decimal(1)
    numeral, other = bare.numeral, measured.numeral
    if numeral is not None and other is not None:
        scale = _missing_scale(numeral, other)
    unit = measured.unit_of
    times = scale * (unit.scale if unit else 1)
    return bare.but(
        value=bare.value * times,
        step=bare.step * times,
        dimension=measured.dimension,
        unit=measured.unit,
        currency=measured.currency,
    )


def _rescaled(figure: Figure, scale: Decimal) -> Figure:
    return figure.but(value=figure.value * scale, step=figure.step * scale)


def _missing_scale(bare: Numeral, scaled: Numeral) -> Decimal:
    """The neighbour's scale, for a number that has none and is too small to mean itself."""
    small = bare.scale == 1 and abs(bare.value) < min(scaled.scale, _THOUSAND)
    return scaled.scale if small else Decimal(1)


def _same_kind(first: Figure, second: Figure) -> bool:
    if first.dimension == second.dimension:
        return first.unit == second.unit or first.unit is None or second.unit is None
    bare = ("number", "count")
    if first.dimension in bare:
        return first.unit_of is None and first.unit is None
    return second.dimension in bare and second.unit_of is None and second.unit is None


def _two_bounds(line: Line, first: Figure, second: Figure) -> Figure | None:
    """Over 20 and at most 35: one quantity held from both sides."""
    lower, upper = (first, second) if first.sign in _LOWER else (second, first)
    if lower.sign not in _LOWER or upper.sign not in _UPPER or not _same_kind(first, second):
        return None
    gap = line.lower[first.end : second.start]
    if lower.value >= upper.value or _BOTH.fullmatch(gap) is None:
        return None
    if gap[:1] in _PAUSES and 0 < lower.value * _SIDES_APART < upper.value:
        return None  # 不到300万,65岁以上 are two
    low, high = interval(lower), interval(upper)
    return second.but(
        start=first.start,
        core=(first.start, second.end),
        value=lower.value,
        high=upper.value,
        sign="",
        bound=first.bound,
        interval=Interval(low.low, high.high, low.low_closed, high.high_closed),
        idle=False,
    )
