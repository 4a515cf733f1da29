"""What came of a fact, as a short claim tells it and as a longer text does that tells all of it.

A wire sentence tells of many outcomes: prices rose, jobs were lost, a bill passed. Which of them a
claim is about shows in the words they stand beside; where that one shuts out the claim's own, the
two cannot both hold.
"""

from collections.abc import Callable, Iterator

from ledger.disagreement.acts.opposed import of_two_things
from ledger.disagreement.acts.told import FACTS, Told, each_told, within_reach
from ledger.disagreement.finding import Finding
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.stance import stance_at
from ledger.disagreement.wording import quoted

_REACH = {True: 10.0, False: 30.0}
"""Characters of the key after which a word beside an outcome counts half."""
_CLEARLY = 1.2
"""How much nearer the words of a claim must stand to one outcome than to its opposite."""
_POLE = "pole:"


def within_findings(
    a: Prepared, b: Prepared, within: Callable[[], tuple[Prepared, Prepared] | None]
) -> Iterator[Finding]:
    """The outcomes of which a claim and the longer text that tells all of it tell otherwise."""
    groups = _groups(a) & _groups(b)
    if not groups or (both := within()) is None:
        return
    short, long = both
    for group in sorted(groups):
        ours = [*_told(short, group)]
        if len({(one.side, one.denied, one.mood in FACTS) for one in ours}) != 1:
            continue
        told = _the_same_fact(short, ours[0], long, [*_told(long, group)])
        if told is not None and _shut_out(ours[0], told) and not of_two_things(ours[0], told, group):
            spans = ours[0].passage.span, told.passage.span
            found = Finding("polarity", *spans, quoted(short, long, *spans))
            yield found if short is a else found.mirrored()
            return


def _groups(reading: Prepared) -> set[str]:
    poles = {_POLE + s.group for s in reading.steering if s.kind == "pole"}
    moved = any(figure.quantity.change for figure in reading.figures)
    return reading.outcome_groups | poles | ({"trend", "pole:rise"} if moved else set())


def _told(reading: Prepared, group: str) -> Iterator[Told]:
    """Every place where a text tells of an outcome, or of an act with an opposite."""
    yield from each_told(reading, group)
    if group in _MOVES:
        for f in reading.figures:
            if f.quantity.change is not None:
                side = _MOVES[group][f.quantity.change]
                yield Told(f.start, f.end, side, False, False, stance_at(reading, f.clause, f.start).mood, reading.passages[f.clause])
    for s in reading.steering:
        if s.kind == "pole" and _POLE + s.group == group:
            clause = reading.clause_at(s.start)
            negated, mood = stance_at(reading, clause, s.start)
            if negated and not within_reach(reading, clause, s.start):
                continue
            side = {"+": "-", "-": "+"}.get(s.side, s.side) if negated else s.side
            yield Told(s.start, s.end, side, negated, negated and side == s.side, mood, reading.passages[clause])


_MOVES = {"trend": {"up": "up", "down": "down"}, "pole:rise": {"up": "+", "down": "-"}}


def _shut_out(one: Told, other: Told) -> bool:
    moods = {one.mood, other.mood}
    if not (moods <= FACTS or moods == {"future"}):
        return False
    if one.side == other.side:
        return one.denied != other.denied
    return not one.denied and not other.denied


def _the_same_fact(short: Prepared, claimed: Told, long: Prepared, told: list[Told]) -> Told | None:
    """The outcome of the longer text that stands nearest to the words of a claim."""
    if not told:
        return None
    reach = _REACH[short.is_chinese]
    words = {
        i.id: i.weight / (1 + _between(i.start, i.end, claimed.start, claimed.end) / reach)
        for i in short.told
        if ":" not in i.id
    }
    nearness = [_nearness(words, one, long) for one in told]
    best = max(range(len(told)), key=lambda at: nearness[at])
    sides = (told[best].side, told[best].denied)
    others = [near for one, near in zip(told, nearness, strict=True) if (one.side, one.denied) != sides]
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
