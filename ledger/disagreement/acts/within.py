"""What came of a fact, as a short claim tells it and as a longer text does that tells all of it.

A wire sentence tells of many outcomes: prices rose, jobs were lost, a bill passed. Which of them a
claim is about shows in the words they stand beside; where that one shuts out the claim's own, the
two cannot both hold.
"""

from collections.abc import Iterator
from itertools import product

from ledger.disagreement.acts.opposed import of_two_things
from ledger.disagreement.acts.told import FACTS, Told, each_told, within_reach
from ledger.disagreement.aligning.intervals import meet, same_sort
from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.within import Claimed
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import stance_at
from ledger.disagreement.wording import quoted

_REACH = {True: 6.0, False: 18.0}
"""Characters of the key after which a word beside an outcome counts half."""
_CLEARLY = 1.2
"""How much nearer the words of a claim must stand to one outcome than to its opposite."""
_DONE_TO = 3.0
"""How much more what it is done to says than any other word of the claim."""
_POLE = "pole:"


def within_findings(a: Prepared, b: Prepared, claimed: Claimed) -> Iterator[Finding]:
    """The outcomes of which a claim and the longer text that tells all of it tell otherwise."""
    if (claim := claimed()) is None:
        return
    groups = _groups(a) & _groups(b)
    if not groups or not claim.is_within:
        return
    short, long = claim.short, claim.long
    agreed = _held(short, long, groups)
    for group in sorted(groups):
        if group == _MOVED and _move_alike(a, b):
            continue
        ours = [one for one in _told(short, group) if one.start not in agreed]
        if len({(one.side, one.denied, one.mood in FACTS) for one in ours}) != 1:
            continue
        told = _the_same_fact(short, ours[0], long, _told(long, group))
        if (
            told is not None
            and _shut_out(ours[0], told, group)
            and not of_two_things(ours[0], told, group)
        ):
            spans = ours[0].passage.span, told.passage.span
            found = Finding("polarity", *spans, quoted(short, long, *spans))
            yield found if short is a else found.mirrored()
            return


def _held(short: Prepared, long: Prepared, groups: set[str]) -> set[int]:
    """Where a claim says that a rate or a forecast was held, or moved, as the other text does."""
    found: set[int] = set()
    for group in groups & _HELD:
        ours, theirs = _told(short, group), _told(long, group)
        if len({(one.side, one.denied) for one in (*ours, *theirs)}) == 1:
            found |= {one.start for one in ours}
    return found


def _groups(reading: Prepared) -> set[str]:
    poles = {_POLE + s.group for s in reading.steering if s.kind == "pole"}
    groups = {*reading.outcome_groups, *poles}
    moves = not groups.isdisjoint(_MOVES) or any(f.quantity.change for f in reading.figures)
    voted = {_UNANIMOUS} if reading.score is not None else set()
    return groups - {*_MOVES} | ({_MOVED} if moves else set()) | voted


def _told(reading: Prepared, group: str) -> list[Told]:
    """Every place where a text tells of an outcome, or of an act with an opposite.

    What stands behind another word of the same sort, which is negated, is no outcome: it failed to
    slow the decline.
    """
    found = _of_moves(reading) if group == _MOVED else [*_of_group(reading, group)]
    found.sort(key=lambda one: one.start)
    return [
        one
        for at, one in enumerate(found)
        if not (one.negated and any(_negates_first(before, one) for before in found[:at]))
    ]


def _negates_first(before: Told, one: Told) -> bool:
    return before.negated and before.passage is one.passage and before.end <= one.start


def _of_group(reading: Prepared, group: str) -> Iterator[Told]:
    if not group.startswith(_POLE):
        yield from each_told(reading, group)
        score = reading.score if group == _UNANIMOUS else None
        if score is not None and all(score.halves):
            yield _plainly(reading, score.first, score.second.end, "-")
        return
    for s in reading.steering:
        if s.kind == "pole" and _POLE + s.group == group:
            clause = reading.clause_at(s.start)
            negated, mood = stance_at(reading, clause, s.start)
            if negated and not within_reach(reading, clause, s.start):
                continue
            side = _OPPOSITE.get(s.side, s.side) if negated else s.side
            denied = negated and side == s.side
            yield Told(s.start, s.end, side, negated, denied, mood, reading.passages[clause])


def _of_moves(reading: Prepared) -> list[Told]:
    """Every place where a text says that something rose or fell, by a word or by a figure."""
    words = [one for group in _MOVES for one in _of_group(reading, group)]
    found = [one._replace(side=_WAYS.get(one.side, one.side)) for one in words]
    for f in reading.figures:
        change = f.quantity.change
        if change is not None:
            found.append(_plainly(reading, f, f.end, change))
    return found


def _plainly(reading: Prepared, figure: Figure, end: int, side: str) -> Told:
    """What a figure tells, that nothing negates."""
    mood = stance_at(reading, figure.clause, figure.start).mood
    passage = reading.passages[figure.clause]
    return Told(figure.start, end, side, negated=False, denied=False, mood=mood, passage=passage)


_HELD = frozenset({"policy", "forecast"})
_UNANIMOUS = "unanimous"
_OPPOSITE = {"+": "-", "-": "+"}
_MOVED = "moved"
_MOVES = ("trend", "pole:rise")
"""Two tables that tell of one thing, whether something rose or fell."""
_WAYS = {"+": "up", "-": "down", "0": "level"}


def _move_alike(a: Prepared, b: Prepared) -> bool:
    """Whether both give one figure by which something moved, and the same way."""
    return any(
        x.quantity.change == y.quantity.change is not None and same_sort(x, y) and meet(x, y)
        for x, y in product(a.figures, b.figures)
    )


def _shut_out(one: Told, other: Told, group: str) -> bool:
    moods = {one.mood, other.mood}
    decided = group in _DECIDED and moods <= FACTS | {"future"}
    if not (moods <= FACTS or moods == {"future"} or decided):
        return False
    if one.side == other.side:
        return one.denied != other.denied
    return not one.denied and not other.denied


_DECIDED = frozenset({"tenure", "pole:tenure", "candidacy", "invite", "appeals", "presence"})
"""What somebody has decided, whether it has come about or not."""


def _the_same_fact(short: Prepared, claimed: Told, long: Prepared, told: list[Told]) -> Told | None:
    """The outcome of the longer text that stands nearest to the words of a claim."""
    if not told:
        return None
    reach = _REACH[short.is_chinese]
    told_of = [i for i in short.told if ":" not in i.id]
    behind = [i for i in told_of if i.start >= claimed.end][:1]
    done_to = behind or [i for i in told_of if i.end <= claimed.start][-1:]
    words = {
        i.id: i.weight / (1 + _between(i.start, i.end, claimed.start, claimed.end) / reach)
        for i in told_of
    }
    for i in done_to:
        words[i.id] *= _DONE_TO
    nearness = [_nearness(words, one, long) for one in told]
    best = max(range(len(told)), key=lambda at: nearness[at])
    sides = (told[best].side, told[best].denied)
    others = [
        near for one, near in zip(told, nearness, strict=True) if (one.side, one.denied) != sides
    ]
    if not nearness[best] or (others and max(others) * _CLEARLY > nearness[best]):
        return None
    return told[best]


def _nearness(words: dict[str, float], one: Told, long: Prepared) -> float:
    reach = _REACH[long.is_chinese]
    best: dict[str, float] = {}
    for i in long.told:
        if i.id in words:
            near = words[i.id] / (1 + _between(i.start, i.end, one.start, one.end) / reach)
            best[i.id] = max(near, best.get(i.id, 0.0))
    return sum(best.values())


def _between(start: int, end: int, other: int, its_end: int) -> int:
    return max(0, other - end, start - its_end)
