"""What a bare number counts, where words ahead of it say so.

A crowd of 20,000 is people, and the number of beds that fell to 9,000 counts beds. A second number
for a thing that was counted before counts it too: 11,000 protesters, and unions put it at 40,000.
"""

from collections.abc import Container
from decimal import Decimal

from ledger.quantities.figures.counted_nouns import people_before
from ledger.quantities.figures.counts import noun_ahead
from ledger.quantities.figures.figure import Figure
from ledger.text.patterns import lazily

_PEOPLE = (
    r"crowds?|audiences?|gatherings?|attendances?|workforce|delegation|jury|crew|squad|"
    r"staff|team|family|population|headcount|membership|enrolments?|enrollments?|ridership|"
    r"readership|viewership|electorate|garrison|congregations?"
)
_GATHERED = lazily(
    rf"(?:^|[^a-z])(?:{_PEOPLE}|town|city|village|hamlet|island) of (?:just |only |about )?$"
)
_GATHERS = (" of ", " just ", " only ", " about ")
"""What that ends with."""
SIZES = (
    "population", "attendance", "headcount", "membership", "enrolment", "enrollment", "ridership",
    "readership", "viewership", "workforce", "electorate", "crowd", "audience", "turnout",
)  # fmt: skip
"""One of these stands in every line that says how many somewhere are."""
_SIZED = lazily(
    rf"(?:^|[^a-z])(?:{'|'.join(SIZES)})"
    r"(?: (?:there|today|figures?))?,?"
    r"(?: (?:is|was|were|has|had|have|will|would|could|may|been|be|now|then|just|only|currently|"
    r"that|police|officials|organi[sz]ers|expected|projected|forecast|estimated|reported|put|stands?|stood|reached|hit|topped|"
    r"totall?ed|averaged|numbers?|numbered|rose|fell|grew|grown|shrank|shrunk|dropped|climbed|grow|shrink|"
    r"rise|fall|exceeds?|passed|down|up|to|at|from|by then)){1,6} $"
)
HANDLED = (
    "employ", "arrest", "detain", "evacuat", "hospitali", "sicken", "rescu", "infect", "injur",
    "kill", "wound", "displac", "strand", "laid off", "lay off", "laying off", "hired", "hiring",
)  # fmt: skip
"""One of these stands in every line that says to how many something was done."""
# The mine employs 1,150; police arrested 40.
_DONE_TO = lazily(
    r"(?:^|[^a-z])(?:employ(?:s|ed|ing)?|arrest(?:ed|ing|s)|detain(?:ed|ing|s)|evacuat(?:ed|ing)|"
    r"hospitali[sz](?:ed|ing)|sicken(?:ed|ing)|rescu(?:ed|ing)|infect(?:ed|ing)|injur(?:ed|ing)|"
    r"kill(?:ed|ing|s)|wound(?:ed|ing)|displac(?:ed|ing)|strand(?:ed|ing)|laid off|lay off|"
    r"laying off|hir(?:ed|ing))(?: another| a further)? $"
)
_NO_MORE = lazily(
    r"$|[,.;:!?)]| (?:and|in|on|at|after|as|since|when|from|over|by|during|this|last)\b"
)
_COUNTED = lazily(
    r"(人数|人口|人次|户数|票数|件数|家数|店数)(?:[的约共累计已达到至为有增加减少升降首次仅只近逾超过突破多由从]){0,6}$"
)
# 預計達1179萬人,比上年增加21萬.
_CHANGED = lazily(
    r"(?:[较比]|[同环]比|年)[^,。;:\d]{0,8}(?:增加|减少|增长|上升|下降|多|少|增|减)了?$"
)
_COUNTS = {
    "人数": "person", "人口": "person", "人次": "visit", "户数": "household", "票数": "vote",
    "件数": "case", "家数": "company", "店数": "shop",
}  # fmt: skip
_NEAR = 96
"""How many characters ahead of a figure the words that name what it counts may stand."""
_THOUSAND = Decimal(1000)
_LEAST = Decimal(20)
# Unions put the figure at 40,000; up from 12,000; compared with 3,100 a year before.
_AGAIN = lazily(
    r"(?:^|[^a-z])(?:"
    r"(?:put|puts|putting|placed|places|estimated|estimates|reckoned|revised|pegged|counted)"
    r"(?: (?:it|them|that|the|their|its|figure|number|total|count|toll|crowd|turnout|tally)){1,3}"
    r"(?: (?:up|down|closer))? (?:at|to)"
    r"|the (?:figure|number|total|count|toll|tally) (?:was|is|stood at|rose to|fell to|had reached)"
    r"|(?:compared|as against) (?:with|to)|(?:up|down) (?:sharply |slightly )?from|rather than"
    r"|(?:rise|rising|risen|rose|grow|growing|grew|swell|swelling|climb|climbing|fall|falling|fell|"
    r"shrink|shrinking|increase|increasing|drop|dropping) (?:in number )?to"
    r"|(?:drop|fall|rise|increase|decrease|decline|gain|loss|jump|reduction) of"
    r")(?: (?:an? |the )?(?:earlier|initial|previous|record)"
    r"(?: (?:count|toll|tally|figure|total) of)?)? $"
)
_AGAIN_ENDS = frozenset(
    {"at ", "to ", "of ", "as ", "is ", "ed ", "th ", "om ", "an ", "er ", "al ", "us ", "rd "}
)
"""What that ends with, as few words ahead of a number do."""
# Cancelled 430 flights on Friday and another 310 on Saturday.
_MORE = lazily(r"(?:^|[^a-z])(?:another|a further|an additional|the other|the remaining) $")
_MORE_ENDS = frozenset({"er ", "al ", "ng "})
"""The same of these."""
_OTHERS = lazily(
    r" of (?:them|those|these|whom|which)(?![a-z])"
    r"| (?:critically|seriously|fatally|severely|badly|slightly|mortally|"
    r"in (?:critical|serious|stable))(?![a-z])"
    r"| (?:others|more|fewer|less)"
    r"(?= than|[,.;:!?)]|$| (?:were|are|have|had|on|in|at|and)(?![a-z]))"
)


def name_counted(
    lower: str,
    figure: Figure,
    clause: tuple[int, int],
    before: Figure | None,
    clues: Container[str],
) -> None:
    """Give a number without a unit the noun that its clause, or the count before it, is of.

    Args:
        lower: the line.
        figure: the number.
        clause: where its clause begins and ends.
        before: the last count of the line ahead of it.
        clues: what the line may be about: numbers, sizes, or what was done to somebody.
    """
    start = figure.start
    if lower[start - 1 : start] != " ":
        if start > 1:
            _name_in_chinese(lower, figure, before)
        return
    since = start - _NEAR
    if before is not None and _counts_again(lower, figure, before):
        figure.dimension, figure.unit = "count", before.unit
    elif _is_of_people(lower, figure, since, clues):
        figure.dimension, figure.unit = "count", "person"
    elif "numbered" in clues and (noun := noun_ahead(lower, max(clause[0], since), start)):
        figure.dimension, figure.unit = "count", noun


def _name_in_chinese(lower: str, figure: Figure, before: Figure | None) -> None:
    start, unit = figure.start, None
    if figure.step < 1:
        return  # a part of them is a share
    if counted := _COUNTED.search(lower, start - 10, figure.core[0]):
        unit = _COUNTS[counted[1]]
    elif before is not None and before.unit_of is None:
        moved = figure.role == "to" and before.role == "from"
        changed = moved or _CHANGED.search(lower, start - 14, start)
        unit = before.unit if changed else None
    if unit is None and figure.sign:
        unit = people_before(lower, start)
    if unit is not None:
        figure.dimension, figure.unit = "count", unit


def _is_of_people(lower: str, figure: Figure, since: int, clues: Container[str]) -> bool:
    start = figure.start
    if lower.endswith(_GATHERS, 0, start) and _GATHERED.search(lower, start - 32, start):
        return True
    if "sized" in clues and figure.value >= _LEAST and _SIZED.search(lower, since, start):
        return True
    if "handled" not in clues or figure.step < 1 or not _NO_MORE.match(lower, figure.end):
        return False
    return _DONE_TO.search(lower, start - 28, start) is not None


def _counts_again(lower: str, figure: Figure, before: Figure) -> bool:
    """Whether a number says again how many there are of what was counted ahead of it."""
    if before.unit_of is not None or figure.step < 1:
        return False
    start = figure.start
    tail = lower[start - 3 : start]
    if (tail in _MORE_ENDS and _MORE.search(lower, start - 16, start)) or _OTHERS.match(
        lower, figure.core[1]
    ):
        return True
    small, large = sorted((figure.value, before.value))
    near_it = tail in _AGAIN_ENDS and small > _LEAST and large < small * _THOUSAND
    return near_it and _AGAIN.search(lower, start - _NEAR, start) is not None
