"""Clauses set against clauses: one denies, turns round or only considers what the other asserts.

Polarity needs scope. A negation counts for what follows it in its clause; two cancel out; and it
makes a conflict only when the two clauses share their subject and nearly all of their words, or
the very act that one of them negates. A negative word alone says nothing.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ledger.disagreement.context import clause_context
from ledger.disagreement.finding import Finding
from ledger.disagreement.kinship import kinship, other_subject
from ledger.disagreement.reading import Reading
from ledger.disagreement.stance import Stance, stance_at

_SHARE, _WEIGHT = 0.6, 2.5
"""Evidence, as a share and in words, from which two clauses speak of one thing."""
_ALMOST_ALL_OF_ONE, _MOST_OF_BOTH, _HALF_OF_BOTH = 0.8, 0.6, 0.5
"""Shares of the poorer and the richer side's evidence from which the two clauses are the same
sentence, so that a negation or a hedge may fall on a word no table knows."""


class _Said(NamedTuple):
    """One clause with what it asserts: each act with its side, negated or not.

    Two clauses that both count something (58 % support, 42 % oppose) speak of two groups.
    """

    clause: int
    acts: dict[str, tuple[str, Stance]]
    stance: Stance
    counts: bool


def clause_findings(
    a: Reading, b: Reading, taken: tuple[set[int], set[int]], *, one_day: bool
) -> Iterator[Finding]:
    """Denials, opposite acts and hedges between the clauses of two texts.

    Args:
        a: the first text.
        b: the second.
        taken: clauses of each whose figures have been compared already.
        one_day: whether both may have been said on one day; what rises today may fall tomorrow.
    """
    ours = [said for said in _all_said(a) if said.clause not in taken[0]]
    theirs = [said for said in _all_said(b) if said.clause not in taken[1]]
    for x in ours:
        for y in theirs:
            if (x.counts and y.counts) or not _differ(x, y):
                continue
            code = _relation(a, x, b, y, one_day=one_day)
            if code is not None:
                spans = a.span_of(x.clause), b.span_of(y.clause)
                words = a.words(spans[0]), b.words(spans[1])
                yield Finding(code, *spans, words)


@lru_cache(maxsize=4096)
def _all_said(reading: Reading) -> tuple[_Said, ...]:
    """What each clause asserts; one that speaks of nothing asserts nothing."""
    return tuple(_said(reading, n) for n in range(len(reading.clauses)) if reading.items[n])


def _said(reading: Reading, clause: int) -> _Said:
    acts = {
        item.id: ("", stance_at(reading, clause, item.start))
        for item in reversed(reading.items[clause])
        if item.kind == "act"
    }
    for signal in reversed(reading.signals[clause]):
        if signal.kind == "pole":
            stance = stance_at(reading, clause, signal.start)
            acts[f"pole:{signal.group}"] = (signal.side, stance)
    counts = any(f.clause == clause and f.day is None for f in reading.figures)
    return _Said(clause, acts, stance_at(reading, clause, reading.clauses[clause].end), counts)


def _differ(x: _Said, y: _Said) -> bool:
    """Whether anything in the two could make them differ: most clauses are done with here."""
    return x.stance != y.stance or any(
        x.acts[act] != y.acts[act] for act in x.acts.keys() & y.acts.keys()
    )


def _relation(a: Reading, x: _Said, b: Reading, y: _Said, *, one_day: bool) -> str | None:
    first, second = clause_context(a, x.clause), clause_context(b, y.clause)
    if other_subject(first, second):
        return None
    kin = kinship(first, second)
    if kin.share < _SHARE or kin.weight < _WEIGHT:
        return None
    clashes = [act for act in sorted(x.acts.keys() & y.acts.keys()) if _clash(x, y, act)]
    if not one_day:
        clashes = [act for act in clashes if act != "pole:rise"]
    one_sentence = kin.share >= _ALMOST_ALL_OF_ONE and kin.mutual >= _MOST_OF_BOTH
    denied = x.stance.negated != y.stance.negated and one_sentence
    shared = x.acts.keys() & y.acts.keys()
    if x.stance.mood != y.stance.mood and "may" in {x.stance.mood, y.stance.mood}:
        alike = kin.share >= _ALMOST_ALL_OF_ONE and kin.mutual >= _HALF_OF_BOTH
        return "modality" if clashes or shared or alike else None
    return "polarity" if clashes or (denied and not shared) else None


def _clash(x: _Said, y: _Said, act: str) -> bool:
    """One negates what the other does, or does its opposite; to negate the opposite is to agree."""
    (side_x, stance_x), (side_y, stance_y) = x.acts[act], y.acts[act]
    if side_x == side_y:
        return stance_x.negated != stance_y.negated
    return not stance_x.negated and not stance_y.negated
