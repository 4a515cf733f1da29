"""Whether two short texts tell enough of one event for what sets them apart to be of one thing.

The charity's treasurer was convicted, the charity's founder acquitted: where each of two has a word
of its own beside what is done and how much of it, that word may say of which thing it is told. Two
reports of one event tell more of it in common, or one of them tells it at length: clauses, a day, a
figure. What tells of nothing else than the other does needs no more.
"""

from math import fsum

from ledger.disagreement.one_thing.one_event import figures_shared
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.prepared import Prepared, plain
from ledger.disagreement.statement.surroundings import naming

_BESIDE_IT = frozenset({"now", "still", "alreadi", "again", "current", "onli", "just"})
"""Stems of words that say when it is so, or how little it is, and nothing of what."""
_A_WORD = 1.0
"""How much each side has of its own that tells them apart, in ordinary English words."""
_CLAUSE, _ANCHOR, _ENOUGH = 2.0, 3.0, 8.0
"""What a clause of either, and a day or a figure of both, count for beside each word that the one
with more of its own has; and how much of that is enough. Set on pairs of which most had not been
looked at, by which of all that can be counted in two texts (names, words in common and nearness,
too, which told little) foretold in each set what was found rightly in the others. From 8 to 10 one
in thirty of the findings comes or goes."""
_MOST = 2
"""How many figures of both are counted."""


def told_too_little(a: Prepared, b: Prepared) -> bool:
    """Whether each has a word of its own, and they tell too little to be of one thing. Symmetric.

    Two languages have no words in common by which that could be told.
    """
    clauses = len(a.clauses) + len(b.clauses)
    if a.is_chinese != b.is_chinese or clauses * _CLAUSE + _A_WORD > _ENOUGH:
        return False
    own = words_of_its_own(a, b), words_of_its_own(b, a)
    less, more = sorted(map(width, own))
    if less < _A_WORD:
        return False
    if all(map(naming, own)):  # from Cork to Rome, from Cork to Milan
        return True
    anchors = min(figures_shared(a, b), _MOST) + _days_shared(a, b)
    return clauses * _CLAUSE + anchors * _ANCHOR + more < _ENOUGH


def _days_shared(a: Prepared, b: Prepared) -> int:
    """Whether both name a day of the week; and whether they name two years, or a month of one."""
    ours, theirs = a.times, b.times
    years, months, weekdays, quarters = (
        len(ours[sort] & theirs[sort]) if sort in ours and sort in theirs else 0
        for sort in ("year", "month", "weekday", "quarter")
    )
    return bool(weekdays) + (years + bool(years and months) > 1 or bool(months or quarters))


def words_of_its_own(reading: Prepared, other: Prepared) -> list[Item]:
    """Of what a text speaks and the other does not, but for what is done and who says so."""
    told = other.plain
    return [
        i
        for i in reading.spoken
        if plain(i.id) not in told
        and i.id not in _BESIDE_IT
        and not (i.kind == "han" and all(c in other.folded.key for c in i.id))
    ]


def width(own: list[Item]) -> float:
    """For how many words they count: a name is one word, for all that it tells more."""
    return fsum({item.id: min(item.weight, _A_WORD) for item in own}.values())
