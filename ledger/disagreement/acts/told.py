"""Which outcome a text tells of, and of which it tells that it did not come about."""

from collections.abc import Iterator
from typing import NamedTuple

from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import Mood, stance_at
from ledger.text.patterns import lazily


class Told(NamedTuple):
    """An outcome as a text tells it.

    Attributes:
        start: where it is told.
        end: one past that.
        side: which one.
        negated: whether a word before it turned it round.
        denied: whether it is told that it was not, in a group of more than two.
        mood: whether it came about.
        passage: the clause.
    """

    start: int
    end: int
    side: str
    negated: bool
    denied: bool
    mood: Mood
    passage: Passage

    @property
    def word(self) -> str:
        """How it is told."""
        return self.passage.reading.folded.key[self.start : self.end]


FACTS = frozenset({"fact", "done"})
"""Moods of what came about."""


def told_of(reading: Prepared, group: str) -> Told | None:
    """The outcome a text tells of, ``None`` if it tells of none or of two.

    What came about goes before what is to come: it is still being tested, and will open in May.
    """
    found = [*each_told(reading, group)]
    found = [one for one in found if one.mood in FACTS] or found
    sides = {(one.side, one.denied, one.mood in FACTS) for one in found}
    return found[0] if len(sides) == 1 else None


def each_told(reading: Prepared, group: str) -> Iterator[Told]:
    """Every place where a text tells of an outcome of a group."""
    key = reading.folded.key
    for start, end, of, side in reading.outcomes:
        if of != group or _IN_PASSING.match(key, end):
            continue
        clause = reading.clause_at(start)
        negated, mood = stance_at(reading, clause, start)
        if negated and not within_reach(reading, clause, start):
            continue
        if negated and _MEANT.match(key, end):
            continue
        told = _OPPOSITE.get(side, side) if negated else side
        denied = negated and side not in _OPPOSITE
        yield Told(start, end, told, negated, denied, mood, reading.passages[clause])


_OPPOSITE = {"+": "-", "-": "+"}
"""Sides of which it must be one: what was not passed was rejected."""
_IN_PASSING = lazily(r"[\d一二三四五六七八九十多年个月天日]{0,6}(?:的(?!是)|以来|以前|之前)")
"""Behind what only says which or when: the line that was cut off for fifteen years runs again."""


_MEANT = lazily(r"的?(?:打算|计划|意愿|念头|意图|规划|准备)")
"""Behind what nobody means to do, and may yet do."""


def within_reach(reading: Prepared, clause: int, at: int) -> bool:
    """Whether the last negation before a place is near enough to be of it, and denies it.

    "No" and "none of" reach over all that they count; "did not mention the death" denies no death,
    and that he need not go does not say that he stayed.
    """
    before = [s for s in reading.signals[clause] if s.kind == "negation" and s.end <= at]
    if not before:
        return True
    key, last = reading.folded.key, before[-1]
    between = key[last.end : at]
    if _NO_DENIAL.search(key, last.start, at):
        return False
    if reading.is_chinese:
        return len(between) <= _FAR_IN_CHINESE
    words = between.split()
    counted = key.startswith(_COUNTED, last.start)
    far = _FAR_BEHIND_A_COUNT if counted else _FAR
    return len(words) <= far and _OF_ANOTHER.isdisjoint(words)


_FAR, _FAR_BEHIND_A_COUNT, _FAR_IN_CHINESE = 3, 7, 9
"""Words, or characters, between a negation and what it negates."""
_COUNTED = ("no ", "none", "nobody", "not one", "not a single")
_NO_DENIAL = lazily(
    r"无意|不打算|没打算|计划|plans?\b|inten(?:d|tion)"
    r"|不必|不需|无需|毋须|不用|没有必要|公布|公开|透露|提及|说明|need|have to|necessar"
)
_OF_ANOTHER = frozenset({"who", "which", "that", "and", "but", "mention", "because", "after"})
