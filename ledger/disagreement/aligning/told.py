"""The figure of a short claim, and the one that a longer text gives of the same fact.

The evidence beside two figures is weighed by how near it stands, which says little of a sentence
that names its subject once and tells six figures of it. Where the longer text tells all that the
claim speaks of, it is enough that one figure alone of its sort goes with what the claim counts.
"""

from collections.abc import Iterator

from ledger.disagreement.aligning.alike import side_by_side
from ledger.disagreement.aligning.closeness import are_close
from ledger.disagreement.aligning.contests import names_a_contest
from ledger.disagreement.aligning.intervals import meet, same_sort
from ledger.disagreement.aligning.pairing import Pair
from ledger.disagreement.one_thing.whom import changed_round
from ledger.disagreement.one_thing.within import Claimed, is_light
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.kept import kept
from ledger.disagreement.statement.parts import is_whole
from ledger.disagreement.statement.prepared import Prepared
from ledger.text.patterns import lazily as pattern
from ledger.text.tokens import tokens

_WHICH = frozenset({"date", "ordinal", "age"})
_FAR = {True: 5, False: 16}
"""Characters of the key from a figure to what is done to it."""
_DONE = frozenset({"latin", "act", "pole", "term", "han"})


class ToldPair(Pair):
    """Two figures held together by a claim of which the longer text tells all."""

    @kept
    def firm(self) -> bool:
        """Whether it would hold a contradiction: it is there for nothing else."""
        return True


def with_the_told(
    pairs: list[Pair],
    a: Prepared,
    b: Prepared,
    claimed: Claimed,
    *,
    one_claim: bool,
) -> list[Pair]:
    """The pairs of two texts, and the figures that a short claim and a longer text give of a fact.

    Args:
        pairs: those that the evidence beside the figures holds together.
        a: a text.
        b: another.
        claimed: asks which of them is a claim of which the other tells all.
        one_claim: whether they are filed under one claim.
    """
    if not _may_differ(pairs, a, b) or (claim := claimed()) is None or not claim.is_within:
        return pairs
    held = {(p.a.at, p.b.at) for p in pairs if p.met or p.firm}
    found = [
        ToldPair(
            (a, b), side_by_side(*((x, y) if claim.short is a else (y, x))), one_claim=one_claim
        )
        for x, y in _of_one_fact(claim.short, claim.long)
    ]
    found = [p for p in found if (p.a.at, p.b.at) not in held and not p.met]
    ours, theirs = {p.a.at for p in found}, {p.b.at for p in found}
    return [*found, *(p for p in pairs if p.a.at not in ours and p.b.at not in theirs)]


def _may_differ(pairs: list[Pair], a: Prepared, b: Prepared) -> bool:
    """Whether any figure of the text with fewer is not met by one that it goes with."""
    fewer = min(len(a.quantities), len(b.quantities))
    return len(pairs) < fewer or sum(pair.met for pair in pairs) < fewer


def told_alike(
    a: Prepared,
    b: Prepared,
    claimed: Claimed,
    *,
    one_claim: bool,
) -> list[Pair]:
    """The figures that a short claim and the longer text which tells all of it both give.

    None where the claim gives another figure that the longer text does not.
    """
    if not (a.quantities and b.quantities) or (claim := claimed()) is None or not claim.is_within:
        return []
    short, long = claim.short, claim.long
    across = short.is_chinese != long.is_chinese
    found = []
    for x in short.figures:
        if x.day is not None or x.quantity.dimension in _WHICH:
            continue
        met = [
            y
            for y in long.figures
            if y.quantity.role == x.quantity.role != "from"
            and same_sort(*side_by_side(x, y), across=across)
            and meet(*side_by_side(x, y))
        ]
        if len(met) != 1 or not _are_one(short, x, long, met[0]):
            return []
        found.append((x, met[0]) if short is a else (met[0], x))
    return [ToldPair((a, b), side_by_side(*two), one_claim=one_claim) for two in found]


def _are_one(short: Prepared, x: Figure, long: Prepared, y: Figure) -> bool:
    """Whether nothing beside two figures that meet says that they are of two things."""
    if is_whole(short, x) or is_whole(long, y) or not are_close(x, y):
        return False
    if {x.quantity.change, y.quantity.change} == {"up", "down"}:
        return False
    if x.measure is not None and y.measure is not None and x.measure != y.measure:
        return False
    return _goes_with(short, long, y) > _AGAINST and not _changed(short, x, long, y)


def _of_one_fact(short: Prepared, long: Prepared) -> Iterator[tuple[Figure, Figure]]:
    """Each figure of a claim, and the only one of the longer text that goes with it."""
    across = short.is_chinese != long.is_chinese
    ours, theirs = short.score, long.score
    if ours is not None and theirs is not None:
        if {*ours.halves} != {*theirs.halves}:
            x, y = ours.first, theirs.first
            yield (x, y) if not meet(x, y) else (ours.second, theirs.second)
        return
    for x in short.figures:
        if x.quantity.dimension in _WHICH or is_whole(short, x) or names_a_contest(short, x):
            continue
        alike = [
            y
            for y in long.figures
            if y.quantity.role != "from"
            and y.day is None
            and not names_a_contest(long, y)
            and (x.measure == y.measure or (x.quantity.value == 0) == (y.quantity.value == 0))
            and same_sort(*side_by_side(x, y), across=across)
        ]
        if any(meet(*side_by_side(x, y)) for y in alike):
            continue
        if any(f.low == x.low for f in (*long.ordinals, *_counts(long))):
            continue
        own = [y for y in alike if x.measure is not None and y.measure == x.measure]
        if x.quantity.value == 0 and not own:
            continue
        both = {y.at: _goes_with(short, long, y) for y in own or alike}
        best = max(both.values(), default=_AGAINST)
        rest = [y for y in own or alike if both[y.at] == best]
        if best > _AGAINST and len(rest) == 1 and not _changed(short, x, long, rest[0]):
            yield x, rest[0]


def _counts(reading: Prepared) -> list[Figure]:
    """What a text counts, whatever the noun: three police officers are three policemen."""
    return [f for f in reading.figures if f.quantity.dimension == "count"]


def _changed(short: Prepared, x: Figure, long: Prepared, y: Figure) -> bool:
    return changed_round(short.passages[x.clause], long.passages[y.clause])


_AGAINST, _OPEN, _FOR = range(3)


def _goes_with(short: Prepared, long: Prepared, y: Figure) -> int:
    """Whether a claim speaks of what is done to a figure: of nothing, if nothing is said of it."""
    key, reach = long.folded.key, y.start - _FAR[long.is_chinese]
    before = [
        i
        for i in long.items[y.clause]
        if i.kind in _DONE and not is_light(i) and reach <= i.end <= y.start
    ][-1:]
    if not before or _DIVIDES.search(key, before[0].end, y.start):
        return _OPEN
    done = before[0]
    words = tokens(key[done.start : done.end])
    named = done.id in short.told_ids or (words and short.stems.issuperset(words))
    return _FOR if named else _AGAINST


_DIVIDES = pattern(r"[、,;]")
