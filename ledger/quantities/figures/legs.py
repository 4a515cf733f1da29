"""Figures that are legs of one matter: from 24 to 19, one in five, 281-24-149 votes."""

from decimal import Decimal
from itertools import pairwise

from ledger.quantities.figures.counted_nouns import may_be_asked
from ledger.quantities.figures.figure import Figure
from ledger.quantities.lexicon import rows
from ledger.quantities.line import Line
from ledger.quantities.quantity import Change
from ledger.text.patterns import lazily
from ledger.text.phrases import Mention

_VOTING = lazily(
    r"vot(?:e|ed|es|ing)(?![a-z])|票|表决|ballot|approved|passed|rejected|senate|parliament|lawmakers|通过"
    r"|(?:bill|resolution|the house)(?![a-z])"
)
_SIDES = ("votes_for", "votes_against", "abstentions")
_AGAINST = ("-", " - ", ":", "比", "对", " to ", " votes to ", "-to-")
_EVERY = ("in every", "of every", "out of every")
_TEN, _MOST = Decimal(10), Decimal(1000)
_WHOLES = frozenset(map(Decimal, (12, 20, 25, 50)))
"""What a share is of, beside hundreds; other numbers are counted: 7 out of 11 centres."""
_LONGEST_GAP = 36
"""Most characters between the two levels of a change."""
_CHAMBER = 50
"""Three hyphened numbers that add up to fewer than this are a team's record, not a vote."""


def ratio(line: Line, first: Figure, second: Figure) -> Figure | None:
    """One in five, two out of three, one over twenty; two thirds of a million."""
    if first.high or second.high or first.core[1] > second.core[0]:
        return None
    gap = line.lower[first.core[1] : second.core[0]].strip()
    if gap.endswith(" in") and _some_in(line, first, second, gap):
        first, second, gap = first.but(unit=None, dimension="number"), _bared(second), "in every"
    if first.unit is not None or first.dimension != "number":
        return None
    part, whole = first.value, second.value
    if gap == "of" and _is_part_of_scale(first, second):
        return _scaled(first, second)
    if second.dimension not in ("number", "count"):
        return None
    if not (0 < abs(part) < whole and _are_whole(part, whole) and _of(gap, first, second)):
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


def _are_whole(part: Decimal, whole: Decimal) -> bool:
    return part == part.to_integral_value() and whole == whole.to_integral_value()


# One child in four, three households in ten; two strikes in four days are counted.
_NOUN_IN = lazily(r"(?:[a-z-]{3,16} )?[a-z-]{3,16} in")
_NO_NOUNS = frozenset(row["word"] for row in rows("no_nouns.csv"))
_DONE = frozenset(
    {
        "life",
        "work",
        "need",
        "vote",
        "use",
        "face",
        "report",
        "go",
        "die",
        "own",
        "wear",
        "smoke",
        "drink",
        "lack",
        "drive",
    }
)
"""What verbs behind a share look like as nouns: one child in four lives in poverty."""


def _some_in(line: Line, first: Figure, second: Figure, gap: str) -> bool:
    """Whether two numbers with a noun between them say how many of so many: one woman in eight."""
    if second.dimension != "number" and second.unit not in _DONE:
        return False
    if (
        second.idle
        or second.unit_of is not None
        or second.step < 1
        or not 1 < second.value <= _MOST
    ):
        return False
    counted = first.unit is None and first.value == 1 and first.dimension == "number"
    asked = first.dimension == "count" and may_be_asked(first.unit)
    if not (counted or asked) or _NOUN_IN.fullmatch(gap) is None:
        return False
    return _NO_NOUNS.isdisjoint(gap.split()[:-1]) and _ends_there(line.lower, second)


_GOES_ON = lazily(
    r" (?:of|years?|hours?|days?|weeks?|months?|minutes?|or|to|and \d|separate|more)(?![a-z])|-"
)


def _ends_there(lower: str, whole: Figure) -> bool:
    return whole.numeral is not None and _GOES_ON.match(lower, whole.numeral.end) is None


def _bared(figure: Figure) -> Figure:
    return figure.but(unit=None, dimension="number")


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
    for index, (first, second) in enumerate(pairwise(figures)):
        if line.lower[first.core[1] : second.core[0]] not in _AGAINST:
            continue
        group, third = [first, second], figures[index + 2 : index + 3]
        if third and line.lower[second.core[1] : third[0].core[0]] in _AGAINST:
            group += third
        if all(map(_bare, group)) and _is_vote(line, group):
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
    r"(?:由|从|自|(?:^|[^a-z])from)(?:原本|原先|原来|先前|此前|约| about| around"
    r"|(?:\d{4}年|\d{1,2}月|[今去上前][年月季])(?:同期)?)?的? ?$"
)
# Up from 5 % to 7 % is a change, and so is to go from 5 % to 7 %; from 5 % to 7 % alone is a range.
_MOVED_FROM = lazily(
    r"(?:^|[^a-z])(?:up|down|higher|lower|go(?:es|ing|ne)?|went|moved?) from (?:about |around )?$"
)
_TO = " to "
"""What stands between the two in English."""
_TARGET = lazily(
    r"[^,。;!?\d]{0,6}(?:至|到|为|成|回)(?:[^,。;!?\d]{0,3}|(?:\d{4}年|\d{1,2}月|[今去上本][年月季])的?)$"
    r"|(?:,? (?:in|on|for|at|during) (?:the )?(?:[a-z]+\.? )?(?:[a-z]+|\d{4}),?)?"
    r" to (?:about |around |nearly |almost |just )?$"
)
# 時薪190元調至196元: the first is what it was, unless something moved by it.
_SET_TO = lazily(
    r",?(?:再|一口气|将|拟|进一步)?(?:调整|调升|调降|调高|调低|上调|下调|提高|提升|调|升|降|增|加|减|涨|跌|改)"
    r"(?:至|到|为|成)"
)
_REACHED_SIGNS = frozenset("至到为成")
_NO_LEVEL_BEHIND = lazily(r"(?:[升降增减涨跌加少高低长滑落扩缩][了约近逾]?|[至到~-])$")
"""What makes of the figure behind it a difference, or the end of a range."""


def changed(line: Line, figures: list[Figure], moves: list[Mention]) -> None:
    """Mark the legs of a change from one level to another, and let them share a unit and scale."""
    for first, second in pairwise(figures):
        if second.start - first.end > _LONGEST_GAP:
            continue
        gap = line.lower[first.end : second.start]
        if gap.isascii() and _TO not in gap:
            continue
        ahead = line.lower[max(0, first.start - 12) : first.start]
        if (
            gap[-1:] in _REACHED_SIGNS
            and _SET_TO.fullmatch(gap)
            and not _NO_LEVEL_BEHIND.search(ahead)
        ):
            _from_to(first, second)
            continue
        if _TARGET.fullmatch(gap) is None or _SOURCE.search(ahead) is None:
            continue
        if _SET_TO.match(line.lower, second.end) or line.lower.startswith("不等", second.end):
            continue  # 從600元至1800元提高為3000元, 由20元至50元不等: the two are one range
        near = any(
            m.id in ("up", "down") and first.start - 40 < m.start < second.end + 12 for m in moves
        ) or _MOVED_FROM.search(line.lower, first.start - 24, first.start)
        if not near and first.value <= second.value:
            continue
        _from_to(first, second)


def _from_to(first: Figure, second: Figure) -> None:
    """Make two figures the levels before and after a change; a unit said once serves both."""
    if first.unit is None:
        share_unit(first, second)
    elif second.unit is None and second.dimension == "number":
        share_unit(second, first)
    first.role, second.role = "from", "to"
    direction: Change = "up" if second.value > first.value else "down"
    first.change = second.change = direction if first.value != second.value else None


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
