"""Two statements of one event that tell of outcomes of which it has only one.

That the bill passed and that it was voted down cannot both hold, in whatever words the two reports
tell of the bill. Asked only where each text tells of one outcome alone: who reports that he first
denied it and then admitted it contradicts neither.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.context import evidence_of
from ledger.disagreement.finding import Finding
from ledger.disagreement.kinship import Kinship, kinship, other_side
from ledger.disagreement.passage import Passage
from ledger.disagreement.prepared import Prepared
from ledger.disagreement.stance import Mood, stance_at
from ledger.disagreement.surroundings import naming, other_times, times_of
from ledger.disagreement.whom import other_scope
from ledger.disagreement.wording import quoted


class Told(NamedTuple):
    """An outcome as a text tells it.

    Attributes:
        start: where it is told.
        end: one past that.
        side: which one.
        denied: whether it is told that it was not, of a group that has more than two.
        mood: whether it came about.
        passage: the clause.
    """

    start: int
    end: int
    side: str
    denied: bool
    mood: Mood
    passage: Passage


def opposed_findings(a: Prepared, b: Prepared) -> Iterator[Finding]:
    """The outcomes of one event that shut each other out, one finding for each group."""
    groups = {one.group for one in a.outcomes} & {one.group for one in b.outcomes}
    if not groups or not _may_be_of_one(a, b):
        return
    kin: Kinship | None = None
    for group in sorted(groups):
        ours, theirs = (_told(reading, group) for reading in (a, b))
        if ours is None or theirs is None or not _shut_out(ours, theirs, group):
            continue
        if kin is None:
            kin = _kin(a, b)
        if _near_enough(kin, group, ours.passage, theirs.passage) and (group not in _BY_ONE or _by_one(ours, theirs)) and (group not in _DONE_TO_SOMETHING or _done_to_one(ours, theirs)) and not _of_two(ours.passage, theirs.passage, group):
            spans = ours.passage.span, theirs.passage.span
            yield Finding("polarity", *spans, quoted(a, b, *spans))


def _may_be_of_one(a: Prepared, b: Prepared) -> bool:
    """Whether no day sets them apart."""
    return not other_times(*(times_of(one, range(len(one.clauses))) for one in (a, b)))


def _told(reading: Prepared, group: str) -> Told | None:
    """The outcome a text tells of, ``None`` if it tells of two.

    What came about goes before what is to come: it is still being tested, and will open in May.
    """
    found = [*_each(reading, group)]
    found = [one for one in found if one.mood in _FACTS] or found
    return found[0] if len({(one.side, one.denied, one.mood in _FACTS) for one in found}) == 1 else None


def _each(reading: Prepared, group: str) -> Iterator[Told]:
    key = reading.folded.key
    for start, end, of, side in reading.outcomes:
        if of != group or _IN_PASSING.match(key, end):
            continue
        clause = reading.clause_at(start)
        negated, mood = stance_at(reading, clause, start)
        negated = negated and _within_reach(reading, clause, start)
        told = _OPPOSITE.get(side, side) if negated else side
        denied = negated and side not in _OPPOSITE
        yield Told(start, end, told, denied, mood, reading.passages[clause])


_IN_PASSING = re.compile(r"[\d一二三四五六七八九十多年个月天日]{0,6}(?:的(?!是)|以来|以前|之前)")
"""Behind what only says which or when: the line that was cut off for fifteen years runs again."""


def _within_reach(reading: Prepared, clause: int, at: int) -> bool:
    """Whether the last negation before a place is near enough to be of it.

    "No" and "none of" reach over all that they count; "did not mention the death" denies no death.
    """
    before = [s for s in reading.signals[clause] if s.kind == "negation" and s.end <= at]
    if not before:
        return True
    key, last = reading.folded.key, before[-1]
    between = key[last.end : at]
    if reading.is_chinese:
        return len(between) <= _FAR_IN_CHINESE
    words = between.split()
    far = _FAR_BEHIND_A_COUNT if key.startswith(("no ", "none", "nobody", "no one"), last.start) else _FAR
    return len(words) <= far and _OF_ANOTHER.isdisjoint(words)


_FAR, _FAR_BEHIND_A_COUNT, _FAR_IN_CHINESE = 3, 7, 9
"""Words, or characters, between a negation and what it negates."""
_OF_ANOTHER = frozenset({"who", "which", "that", "and", "but", "mention", "because", "after", "when"})


_OPPOSITE = {"+": "-", "-": "+"}
"""Sides that one of two must be: what was not passed was rejected."""


def _shut_out(one: Told, other: Told, group: str) -> bool:
    """Whether only one of two outcomes can be; what is planned or weighed may come otherwise."""
    moods = {one.mood, other.mood}
    if not (moods <= _FACTS or moods == {"future"} or (group in _AT_ANY_TIME and moods <= _SURE)):
        return False
    if one.side == other.side:
        return one.denied != other.denied
    return not one.denied and not other.denied


_SURE = frozenset({"fact", "done", "future"})
_AT_ANY_TIME = frozenset({"payment", "time"})
"""Groups that tell how something is to be done, whether it has been or not."""
_FACTS = frozenset({"fact", "done"})


def _kin(a: Prepared, b: Prepared) -> Kinship:
    evidence = (
        evidence_of(one, [item for item in one.told if ":" not in item.id]) for one in (a, b)
    )
    return kinship(*evidence)


_SHARE, _WEIGHT = 0.35, 2.0
"""Evidence, as a share of what the poorer side says and in words, that holds them to one event: an
outcome and its opposite are seldom told of two things that share so much."""
_MOST, _MUTUAL = 0.6, 0.4
"""Shares from which they speak of one measure as well, where none is named on both sides."""
_OF_A_MEASURE = frozenset(
    {
        *("trend", "policy", "record", "result", "quality", "risk", "compare", "forecast", "expect"),
        *("longer", "cheaper", "faster", "warmth", "earlier"),
    }
)
"""Groups of which one event may have many: turnover rose and profit fell."""


def _near_enough(kin: Kinship, group: str, x: Passage, y: Passage) -> bool:
    """Whether what the texts share holds them to one event, and to one measure."""
    if group not in _OF_A_MEASURE:
        return kin.share >= _SHARE and kin.weight >= _WEIGHT
    alike = kin.share >= _MOST and kin.mutual >= _MUTUAL
    return alike and (group != "trend" or not _measured(x).isdisjoint(_measured(y)))


def _measured(passage: Passage) -> set[str]:
    """The measures of its sentence."""
    reading = passage.reading
    sentence = reading.sentences[passage.clause]
    return {item.id for n in sentence for item in reading.items[n] if item.kind == "measure"}


def _of_two(x: Passage, y: Passage, group: str) -> bool:
    """Whether the clauses are about two: two defendants, two chambers, a deputy."""
    if _names_apart(x, y) or other_scope(x, y):
        return True
    return group not in _CONTRASTS_ITSELF and other_side(x.subject, y.subject)


_CONTRASTS_ITSELF = frozenset({"result", "intact", "dead", "hurt", "found", "survive", "bail"})
"""Groups whose own words tell two sides of a contrast: a profit, a loss."""


def _names_apart(x: Passage, y: Passage) -> bool:
    """Whether each names somebody of whom the other text does not speak.

    Between two languages only of one kind that tables know: an unknown name has no other form.
    """
    ours, theirs = _strangers(x, y), _strangers(y, x)
    if x.reading.is_chinese == y.reading.is_chinese:
        return bool(ours) and bool(theirs)
    return not ({kind for _, kind in ours} & {kind for _, kind in theirs}) <= {"proper"}


def _strangers(x: Passage, y: Passage) -> set[tuple[str, str]]:
    told = {item.id for item in y.reading.told}
    return {(item.id, item.kind) for item in naming(x.items) if item.id not in told}


_BY_ONE = frozenset({"stand", "match", "candidacy", "invite"})
"""Groups of which each may tell of its own: one party is for it, another against."""


def _by_one(x: Told, y: Told) -> bool:
    """Whether the nearest name before each is the same one."""
    ours, theirs = _doer(x), _doer(y)
    return ours is not None and ours == theirs


def _doer(told: Told) -> str | None:
    passage = told.passage
    names = {item.id for item in naming(passage.reading.told)}
    before = [item for item in passage.items if item.end <= told.start and item.id in names]
    return before[-1].id if before else None


def _done_to_one(x: Told, y: Told) -> bool:
    """Whether what it is done to, or who does it, is spoken of on the other side."""
    return not _beside(x).isdisjoint(_spoken_of(y)) or not _beside(y).isdisjoint(_spoken_of(x))


def _spoken_of(told: Told) -> set[str]:
    return {item.id for item in told.passage.reading.told}


_NEAR = 3


def _beside(told: Told) -> set[str]:
    """The words nearest to an outcome: its object, or its subject where none follows."""
    reading, clause = told.passage.reading, told.passage.clause
    sentence = [item for n in reading.sentences[clause] for item in reading.items[n] if item.kind not in _NO_THING]
    key = reading.folded.key
    behind = [item.id for item in sentence if item.start >= told.end and item.start < told.passage.end][:_NEAR]
    if behind and not reading.is_chinese and not _PASSIVE.match(key, told.end) and not _WAS.search(key, max(0, told.start - 12), told.start):
        return {*behind}
    before = [item.id for item in sentence if item.end <= told.start][-_NEAR:]
    if reading.is_chinese:
        return {*before, *behind}
    return {*before} or {*behind}


_PASSIVE = re.compile(r"[,.;:!?)]|$| (?:by|with|on|in|at|for|from|to|after|before|despite|as|when|while|because|over|during|until)\b")
_WAS = re.compile(r" (?:was|were|be|been|is|are|gets|got|being) (?:\w+ )?$")
_NO_THING = frozenset({"act", "pole", "contrast"})


_DONE_TO_SOMETHING = frozenset({"vote", "ban", "report", "feat", "rule", "party", "presence", "lawful"})
