"""Whether two whole statements tell of one event, by all that they have in common.

Two reporters seldom choose the same words for the thing they count, but they name the same people,
places and days. Weights and shares are those of ``kinship``; they were set on reports of one story
by two outlets beside reports that only look like them, and nothing changes when each of them is a
third higher or lower.
"""

from collections.abc import Callable, Container
from enum import IntEnum

from ledger.disagreement.one_thing.kinship import Kinship, kinship
from ledger.disagreement.statement.context import evidence_of
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.surroundings import Times, naming, other_times
from ledger.text.patterns import lazily
from ledger.text.tokens import CJK

_SHARE, _MUTUAL, _WEIGHT = 0.35, 0.2, 4.0
"""What they must have in common: as a share of what the poorer and the richer side says, and in
ordinary English words."""
_MOST_OF_IT, _MUCH = 0.7, 4.0
"""The same where one name or day in common is enough."""
_HALF_OF_IT, _SOME = 0.5, 3.0
"""What two tellings of one story have in common, if not of one event, beside a name or a phrase."""
_NEARLY_ALL, _VERY_MUCH = 0.75, 7.0
"""From where they need neither."""
_NAMES = {True: 1, False: 2}
"""How many names and days they must have in common: in Chinese, where only names that a table
knows can be told from other words, and otherwise."""
_LIKELY_SHARE, _LIKELY_NAMED, _LIKELY_UNNAMED = 0.3, 2.0, 3.0
"""What makes one event likely: of what they speak of beside measures and what is done, as a share
of the poorer side and in words, with a name, a day or a figure in common and without."""


class Nearness(IntEnum):
    """How surely two texts tell of one event."""

    APART = 0
    STORY = 1
    """They share most of what the shorter says, as a headline does with its report: enough where
    the very thing in dispute is named in both."""
    LIKELY = 2
    """They speak of the same things: enough where nothing beside the dispute sets them apart."""
    EVENT = 3


class Near:
    """How surely two texts tell of one event, worked out when it is first asked."""

    def __init__(self, a: Prepared, b: Prepared) -> None:
        """Remember the texts."""
        self._both = a, b

    @kept
    def _nearness(self) -> Nearness:
        return nearness(*self._both)

    def __call__(self) -> Nearness:
        """How surely."""
        return self._nearness


def nearness(a: Prepared, b: Prepared) -> Nearness:
    """Whether they do: they share names and days and much else, and no day sets them apart.

    Who said so counts as well: two reports from one weather office are the likelier of one storm.
    """
    ours, theirs = a.times, b.times
    if other_times(ours, theirs):
        return Nearness.APART
    days = _times_shared(ours, theirs)
    names = names_shared(a, b)
    named = days + figures_shared(a, b) + len(names)
    more = named - len(names) + sum(i.kind == "proper" and i.id in names for i in a.told)
    kin = _with_more(in_common(a, b), more)
    if kin.share >= _MOST_OF_IT and kin.weight >= _MUCH and named:
        return Nearness.EVENT
    alike = kin.share >= _SHARE and kin.mutual >= _MUTUAL
    if alike and kin.weight >= _WEIGHT and named >= _NAMES[a.is_chinese and b.is_chinese]:
        return Nearness.EVENT
    if alike and _speak_of_the_same(a, b, named, more):
        return Nearness.LIKELY
    half = kin.share >= _HALF_OF_IT and kin.weight >= _SOME
    nearly_all = kin.share >= _NEARLY_ALL and kin.weight >= _VERY_MUCH
    if half and (named or nearly_all or _share_a_phrase(a, b)):
        return Nearness.STORY
    return Nearness.APART


def have_nothing_in_common(a: Prepared, b: Prepared) -> bool:
    """Whether the two speak of nothing alike, and share one time or figure at most.

    They are then ``APART``, and no clause of either tells of what a clause of the other tells of.
    """
    if not a.told_ids.isdisjoint(b.told_ids):
        return False
    return _times_shared(a.times, b.times) + figures_shared(a, b) <= 1


def _times_shared(a: Times, b: Times) -> int:
    """Of how many sorts both name one time."""
    return sum(not a[sort].isdisjoint(b[sort]) for sort in a.keys() & b)


def in_common(a: Reading, b: Reading, but: Container[str] = ()) -> Kinship:
    """What two whole texts share of all they speak of, whichever sides of contrasts they take.

    Args:
        a: a text.
        b: another.
        but: what is left out of both.
    """
    return _kin(a, b, lambda text: [i for i in text.told if ":" not in i.id and i.id not in but])


def _kin(a: Reading, b: Reading, of: Callable[[Reading], list[Item]]) -> Kinship:
    return kinship(evidence_of(a, of(a)), evidence_of(b, of(b)))


def _speak_of_the_same(a: Reading, b: Reading, named: int, more: int) -> bool:
    kin = _with_more(_kin(a, b, _things), more)
    least = _LIKELY_NAMED if named else _LIKELY_UNNAMED
    return kin.share >= _LIKELY_SHARE and kin.weight >= least


def _things(reading: Reading) -> list[Item]:
    """What it speaks of but what is measured and what is done."""
    return [item for item in reading.told if item.kind not in _NO_THING]


_NO_THING = frozenset({"measure", "act", "pole", "contrast"})


def _with_more(kin: Kinship, more: float) -> Kinship:
    """The same with what is shared besides words: days, figures, and that a name is rare."""
    if not more:
        return kin
    weight = kin.weight + more
    poorer = kin.poorer + more
    richer = (kin.weight / kin.mutual if kin.mutual else kin.poorer) + more
    return kin._replace(
        share=weight / poorer, mutual=weight / max(richer, poorer), weight=weight, poorer=poorer
    )


def figures_shared(a: Reading, b: Reading) -> int:
    """How many figures of the one are in the other as well, but for days and small numbers."""
    ours, theirs = (
        {
            (f.quantity.dimension, f.unit, f.low, f.high)
            for f in reading.figures
            if f.day is None and (f.quantity.value or 0.0) > _FEW
        }
        for reading in (a, b)
    )
    return len(ours & theirs)


_FEW = 2.0
"""Numbers up to this one are in any text."""


def _share_a_phrase(a: Reading, b: Reading) -> bool:
    """Whether four Chinese characters in a row stand in both: 紅葉國小, 肺癌新藥."""
    if not (a.is_chinese and b.is_chinese):
        return False
    ours, theirs = ({*_PHRASE.findall(reading.folded.key)} for reading in (a, b))
    return not ours.isdisjoint(theirs)


_PHRASE = lazily(rf"(?=([{CJK}]{{4}}))")


def names_shared(a: Reading, b: Reading) -> set[str]:
    """What either side names and the other speaks of.

    At the head of a sentence no capital tells a name from another word.
    """
    ours, theirs = ({item.id for item in naming(reading.told)} for reading in (a, b))
    return (ours & b.told_ids) | (theirs & a.told_ids)
