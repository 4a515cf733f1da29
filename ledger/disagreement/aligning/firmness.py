"""What the evidence beside two figures holds: a contradiction, an agreement, or neither."""

from ledger.disagreement.lists.measures import is_of_branches, is_trade, same_as
from ledger.disagreement.one_thing.kinship import Kinship, covered, found_in, kinship
from ledger.disagreement.statement.context import Context, Evidence
from ledger.disagreement.statement.surroundings import Times, other_times
from ledger.disagreement.two_sets import share_nothing
from ledger.text.terms import terms


def firm(a: Context, b: Context, whole: Kinship, *, measure: str | None, own: bool) -> bool:
    """Whether the evidence would hold a contradiction, not only an agreement.

    Neither side may be narrowed to a part; they must not speak of other years or months; and
    beside the measure they must share something, unless one side says nothing else. Two languages
    share no words, so that there one more term, name or year counts for much.

    Args:
        a: what stands around one figure.
        b: what stands around the other.
        whole: the kinship of all that stands around them.
        measure: what both measure, where both name it.
        own: whether that was read for both, and not only named near one of them.
    """
    if a.scope != b.scope or other_times(a.when, b.when) or are_others(a, b):
        return False
    if measure is None:
        return _firm_without_a_measure(a, b)
    across = a.evidence.chinese != b.evidence.chinese
    if across and is_of_branches(measure) and of_a_branch(a, b):
        return False
    if is_trade(measure) and _one_names_more(a, b):
        return False
    few = own or len(_one_sided(a, b)) <= _MORE_MEASURES
    return few and _alike_beside_a_measure(a, b, whole)


def bears_out(a: Context, b: Context, *, measure: str | None) -> bool:
    """Whether the evidence would hold an agreement: that the one figure bears the other out.

    It asks for less than ``firm``: who tells of the dead in the suburbs is borne out by one who
    leaves out where they died. But 70 % of the water supplied and 70 % full are two things, and so
    are the same number of two years.
    """
    if _apart_in_time(a.when, b.when) or are_others(a, b):
        return False
    if a.evidence.chinese != b.evidence.chinese:
        return True
    if measure is None:
        return covered(a.evidence, b.evidence) >= _TO_AGREE[a.evidence.chinese]
    return covered(_beside_a_measure(a), _beside_a_measure(b)) >= _TO_AGREE_ON_A_MEASURE


def _apart_in_time(a: Times, b: Times) -> bool:
    """Whether the two name other times of a sort that is seldom the day of telling."""
    return any(a[sort].isdisjoint(b[sort]) for sort in (a.keys() & b) - _OF_TELLING)


_OF_TELLING = frozenset({"weekday", "day"})
_TO_AGREE, _TO_AGREE_ON_A_MEASURE = {True: 0.55, False: 0.66}, 0.4
"""Shares of the poorer side's words that the other must have for two figures that meet to bear each
other out: where no measure is named, in Chinese, whose pairs of characters break, and in English;
and beside a measure of both."""


def are_others(a: Context, b: Context) -> bool:
    """Whether something said beside the figures makes them figures for two of a kind."""
    if share_nothing(a.spans, b.spans) or share_nothing(a.described, b.described):
        return True
    return _is_one_of_several(a, b) or _is_one_of_several(b, a)


def _firm_without_a_measure(a: Context, b: Context) -> bool:
    ours, theirs = a.evidence, b.evidence
    if ours.chinese != theirs.chinese:
        one_year = bool(a.when.get("year", _NONE) & b.when.get("year", _NONE))
        return len(ours.known.keys() & theirs.known.keys()) + one_year > 1
    if done_otherwise(a, b) or _tell_of_else(ours, theirs):
        return False
    if _measures_else(a, b) or _measures_else(b, a):
        return False
    return covered(ours, theirs) >= _NO_MEASURE and _share_more_than_a_rate(ours, theirs)


def done_otherwise(a: Context, b: Context) -> bool:
    """Whether other things are done to what two figures count: signed, ratified."""
    return share_nothing(_acts(a), _acts(b))


def _one_names_more(a: Context, b: Context) -> bool:
    """Whether one names a place besides those of the other: exports, and exports to China."""
    ours, theirs = (context.subject.names.get("place", _NONE) for context in (a, b))
    return bool(ours and theirs) and ours != theirs


def _measures_else(a: Context, b: Context) -> bool:
    """Whether one side names a measure, and the other none but something of its own.

    The planes on order, and the planes an airline operates.
    """
    named = a.measures - b.evidence.known.keys()
    return bool(named) and not b.measures and found_in(b.evidence, a.evidence) < _ALL_OF_ONE


def unsaid(a: Context, b: Context) -> frozenset[str]:
    """The measures named near one figure of which the other side does not speak at all."""
    return (a.measures - b.evidence.known.keys()) | (b.measures - a.evidence.known.keys())


def _is_one_of_several(context: Context, other: Context) -> bool:
    """Whether it is about the fourth man or her second novel, where the other counts none.

    A third rate cut is the rate cut, and the third quarter a time.
    """
    if context.evidence.chinese != other.evidence.chinese:
        return False
    only = context.subject.contrasts.keys() - other.subject.contrasts
    things = {group.removeprefix("series:") for group in only if group.startswith("series:")}
    return any(
        other.evidence.speaks_of(thing)
        and not thing.startswith("pole:")
        and thing.rpartition(":")[2] not in _OF_TIME
        for thing in things - context.measured
    )


_OF_TIME = frozenset({"day", "week", "month", "quarter", "half", "year", "term"})
"""Series whose members are stretches of time, which are compared as such."""


def _acts(context: Context) -> frozenset[str]:
    """The acts with an opposite that stand beside a figure: to sign, to ratify."""
    return frozenset(group for group in context.subject.contrasts if group.startswith("pole:"))


def _tell_of_else(a: Evidence, b: Evidence) -> bool:
    """Whether something is done on one side only, and the other has a thing of its own.

    Homes without power, homes destroyed: what stands near each figure is nowhere on the other side.
    """
    ours, theirs = _near_and_only(a, b), _near_and_only(b, a)
    if not (ours and theirs):
        return False
    known = terms()
    return any(thing in known.concepts and known.kind(thing) == "act" for thing in ours | theirs)


def _near_and_only(a: Evidence, b: Evidence) -> set[str]:
    return {
        thing
        for thing, weight in a.known.items()
        if weight >= _NEAR and ":" not in thing and thing not in b.known
    }


_NEAR = 0.9
"""Evidence, in English words, that stands beside a figure and not only in its sentence."""


def _share_more_than_a_rate(a: Evidence, b: Evidence) -> bool:
    """Whether they have a word or thing in common; that both are by the month says nothing."""
    shared = (a.known.keys() & b.known, a.han.keys() & b.han, a.latin.keys() & b.latin)
    return any(":" not in item and item not in _RATES for items in shared for item in items)


_RATES = frozenset({"daily", "monthly", "annual"})
"""Terms that say by which stretch of time something is counted."""


def _one_sided(a: Context, b: Context) -> set[str]:
    """The measures named near one figure and not near the other."""
    return {*map(same_as, a.measures)} ^ {*map(same_as, b.measures)}


def _alike_beside_a_measure(a: Context, b: Context, whole: Kinship) -> bool:
    first, second = _beside_a_measure(a), _beside_a_measure(b)
    if not (first.chinese or second.chinese) and covered(first, second) < _IN_ENGLISH:
        return False
    rest = kinship(first, second)
    across = first.chinese != second.chinese
    if rest.share and whole.share >= _NEARLY_ONE and whole.mutual >= _NEARLY_BOTH:
        return True
    all_of_one = rest.share >= _ALL_OF_ONE and not _one_sided(a, b)
    mutual = across or all_of_one or rest.mutual >= _OF_BOTH
    return (rest.share >= _BESIDE_A_MEASURE and mutual) or rest.poorer < NOTHING_ELSE


def of_a_branch(a: Context, b: Context) -> bool:
    """Whether one of two takings is of a part of the business that the other nowhere names."""
    return _is_of_a_branch(a, b) or _is_of_a_branch(b, a)


def _is_of_a_branch(context: Context, other: Context) -> bool:
    """Whether a thing of the glossary stands before its measure that the other nowhere names.

    輝達資料中心營收 is not all of Nvidia's revenue; 公司營收 is.
    """
    things = context.described & context.evidence.known.keys()
    return any(thing not in other.evidence.known for thing in things - _OF_ALL)


_OF_ALL = frozenset({"company", "national", "domestic", "global", "average"})
"""Things whose takings are named with or without them."""


def unnamed_alike(a: Context, b: Context) -> bool:
    """Whether two figures of one measure may be of two things, for all two languages can tell.

    One side names somebody no table knows, whom the other language may call anything, and beside
    the measure they have nothing in common: unemployment in Eldra, 松原市失業率.
    """
    if not (_names_a_stranger(a) or _names_a_stranger(b)):
        return False
    rest = kinship(_beside_a_measure(a), _beside_a_measure(b))
    return not (rest.weight or a.scope or _at_one_time(a, b))


def _names_a_stranger(context: Context) -> bool:
    return any(kind == "proper" or ":" in kind for kind in context.subject.names)


def _at_one_time(a: Context, b: Context) -> bool:
    return any(a.when[sort] & b.when[sort] for sort in a.when.keys() & b.when)


def beside_the_measure(a: Context, b: Context) -> Kinship:
    """What the two share but for measures, directions and contrasts."""
    return kinship(_beside_a_measure(a), _beside_a_measure(b))


def _beside_a_measure(context: Context) -> Evidence:
    """What is said but for measures, directions and contrasts, which go with too many to count."""
    known = context.evidence.known
    return context.evidence.without({*context.measured, *(item for item in known if ":" in item)})


_BESIDE_A_MEASURE, _OF_BOTH = 0.34, 0.3
"""Shares of the poorer and the richer side's evidence beside the measure that they must share."""
_ALL_OF_ONE = 0.9
"""Share of the poorer side's evidence from which the other may say much besides, but measure
nothing else."""
_NONE: frozenset[str] = frozenset()
_NO_MEASURE = 0.75
"""Share of the poorer side's evidence that they must share where no measure is named: one may say
more than the other, but not each something else (charged with murder, charged with theft)."""
_IN_ENGLISH = 0.65
"""Share of one side's words beside the measure that must stand on the other; Chinese words are
known by pairs of characters only, which say too little for it."""
_NEARLY_ONE, _NEARLY_BOTH = 0.8, 0.7
"""Shares of all the evidence, the measure too, from which two sides say nearly the same."""
NOTHING_ELSE = 0.1
"""Evidence, in English words, below which a side says nothing but its figure and measure."""
_MORE_MEASURES = 2
"""How many measures may be named on one side alone, unless one was read for both."""
