"""Clauses set against clauses: one denies, turns round or only considers what the other asserts.

Polarity needs scope. A negation counts for what follows it in its clause; two cancel out; and it
makes a conflict only when the two clauses share their subject and nearly all of their words, or
the very act that one of them negates. A negative word alone says nothing.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ledger.disagreement.context import (
    Evidence,
    clause_evidence,
    clause_subject,
)
from ledger.disagreement.denial import denies
from ledger.disagreement.evidence import MANNER
from ledger.disagreement.finding import Finding
from ledger.disagreement.item import Item
from ledger.disagreement.kinship import Kinship, kinship, other_subject
from ledger.disagreement.lazily import lazily
from ledger.disagreement.lookalikes import SIGNS
from ledger.disagreement.reading import Reading
from ledger.disagreement.stance import Stance, stance_at
from ledger.disagreement.surroundings import Times, other_times, times_of

_SHARE, _WEIGHT = 0.6, 2.5
"""Evidence, as a share and in words, from which two clauses speak of one thing."""
_NEARLY_ALL, _WEIGHT_OF_ALL = 0.9, 1.5
"""Share of the richer side's evidence from which fewer words suffice where either side says no more
than that: he will resign, he will not resign."""
_WEIGHT_ACROSS = 2.0
"""The same between two languages, whose words count only where a table knows them."""
_ALMOST_ALL_OF_ONE, _MOST_OF_BOTH, _HALF_OF_BOTH = 0.8, 0.6, 0.5
"""Shares of the poorer and the richer side's evidence from which the two clauses are the same
sentence, so that a negation or a hedge may fall on a word no table knows."""


class _Said:
    """One clause with what it asserts.

    Attributes:
        clause: its number.
        acts: each act with its side, negated or not.
        stance: how the clause as a whole is said.
    """

    def __init__(
        self, reading: Reading, clause: int, acts: dict[str, tuple[str, Stance]], stance: Stance
    ) -> None:
        self._reading, self.clause = reading, clause
        self.acts, self.stance = acts, stance

    def counts_otherwise(self, other: "_Said") -> bool:
        """Whether both count something, and not the same."""
        return bool(self.counts and other.counts) and self.counts != other.counts

    @lazily
    def counts(self) -> list[tuple[float | None, float | None]]:
        """What it counts: 58 % for and 42 % against are of two groups, won and lost 2-1 of one."""
        return [
            (f.low, f.high)
            for f in self._reading.figures
            if f.clause == self.clause and f.day is None
        ]

    @lazily
    def measures(self) -> set[str]:
        """The measures it names."""
        return {i.id for i in self._reading.items[self.clause] if i.kind == "measure"}

    @lazily
    def times(self) -> Times:
        """The years, months and weekdays it mentions."""
        return times_of(self._reading, {self.clause})


def clause_findings(
    a: Reading, b: Reading, taken: tuple[set[int], set[int]], *, one_day: bool
) -> Iterator[Finding]:
    """Denials, opposite acts and hedges between the clauses of two texts.

    Args:
        a: the first text.
        b: the second.
        taken: clauses of each whose figures have been compared and found apart.
        one_day: whether both may have been said on one day; what rises today may fall tomorrow.
    """
    if not _may_differ(a, b):
        return
    ours = [said for said in _all_said(a) if said.clause not in taken[0]]
    theirs = [said for said in _all_said(b) if said.clause not in taken[1]]
    for x, y in product(ours, theirs):
        if not _differ(x, y) or x.counts_otherwise(y) or other_times(x.times, y.times):
            continue
        shared = x.acts.keys() & y.acts.keys()
        clashes = not any(_same_in_effect(x.acts[act], y.acts[act]) for act in shared) and any(
            _clash(x.acts[act], y.acts[act])
            and (x.acts[act][0] == y.acts[act][0] or _at_one_time(x, y))
            and (one_day or act != "pole:rise")
            and not _said_too(ours, y, act)
            and not _said_too(theirs, x, act)
            for act in shared
        )
        code = _relation(a, x, b, y, clashes=clashes)
        if code is not None:
            spans = a.span_of(x.clause), b.span_of(y.clause)
            words = a.words(spans[0]), b.words(spans[1])
            yield Finding(code, *spans, words)


def _may_differ(a: Reading, b: Reading) -> bool:
    """Whether there is any word that could make a clause of one differ from one of the other."""
    if not _TURNING.isdisjoint(a.kinds) or not _TURNING.isdisjoint(b.kinds):
        return True
    if "pole" not in a.kinds or "pole" not in b.kinds:
        return False
    ours, theirs = _poles(a), _poles(b)
    return any(side != other for group, side in ours for same, other in theirs if group == same)


_TURNING = frozenset({"negation", "hedge"})


def _poles(reading: Reading) -> set[tuple[str, str]]:
    return {(s.group, s.side) for s in reading.steering if s.kind == "pole"}


def _said_too(clauses: Iterable[_Said], other: _Said, act: str) -> bool:
    """Whether the other text says it as well: it rises for now, and falls in the long term.

    That profit fell is not that revenue fell.
    """
    return any(
        said.acts.get(act) == other.acts[act]
        and not (said.measures and other.measures and said.measures.isdisjoint(other.measures))
        for said in clauses
    )


@lru_cache(maxsize=1024)
def _all_said(reading: Reading) -> tuple[_Said, ...]:
    """What each clause asserts."""
    acts = [item for item in reading.terms if item.kind == "act"]
    return tuple(_said(reading, n, acts) for n in range(len(reading.clauses)))


def _said(reading: Reading, clause: int, every: Iterable[Item]) -> _Said:
    begin, end = reading.words_begin[clause], reading.clauses[clause].end
    signals = reading.signals[clause]
    manner = {s.start for s in signals if s.kind in MANNER or s.group == "rise"}
    acts = {
        item.id: ("", stance_at(reading, clause, item.start))
        for item in every
        if begin <= item.start < end and item.start not in manner
    }
    for signal in reversed(signals):
        if signal.kind == "pole":
            stance = stance_at(reading, clause, signal.start)
            acts[f"pole:{signal.group}"] = (signal.side, stance)
    return _Said(reading, clause, acts, stance_at(reading, clause, end))


def _at_one_time(x: _Said, y: _Said) -> bool:
    """Whether two opposite acts may be meant for one time.

    A road closed today was opened in 1972, and a bridge that will open is not the one that closed.
    """
    to_come = {x.stance.mood, y.stance.mood} >= {"future", "fact"}
    return _dated(x) == _dated(y) and not to_come


def _dated(said: _Said) -> bool:
    """Whether a clause says which year it speaks of."""
    return not said.times.keys().isdisjoint(("year", "around"))


def _differ(x: _Said, y: _Said) -> bool:
    """Whether anything in the two could make them differ: most clauses are done with here."""
    return x.stance != y.stance or any(
        x.acts[act] != y.acts[act] for act in x.acts.keys() & y.acts.keys()
    )


def _relation(a: Reading, x: _Said, b: Reading, y: _Said, *, clashes: bool) -> str | None:
    moods = {x.stance.mood, y.stance.mood}
    if "open" in moods:
        return None
    shared = x.acts.keys() & y.acts.keys()
    hedged = "may" in moods and len(moods) > 1
    denied = x.stance.negated != y.stance.negated and all(x.acts[a] == y.acts[a] for a in shared)
    if not (hedged or clashes or denied):
        return None
    subjects = clause_subject(a, x.clause), clause_subject(b, y.clause)
    if other_subject(*subjects):
        return None
    ours, theirs = clause_evidence(a, x.clause), clause_evidence(b, y.clause)
    kin = kinship(ours, theirs)
    one_sentence = kin.share >= _ALMOST_ALL_OF_ONE
    if kin.share < _SHARE or kin.weight < _least_weight(a, b, kin):
        return None
    if hedged:
        near = shared or (one_sentence and kin.mutual >= _HALF_OF_BOTH)
        return "modality" if near else None
    holds = (
        (clashes or (one_sentence and kin.mutual >= _MOST_OF_BOTH))
        and not any(sign(a, x.clause, b, y.clause) for sign in SIGNS)
        and len({subject.contrasts.get("contrast:amount") for subject in subjects}) == 1
        and (not x.stance.negated or denies(a, x.clause, b, y.clause))
        and (not y.stance.negated or denies(b, y.clause, a, x.clause))
        and not (clashes and _turned_round(ours, theirs))
    )
    return "polarity" if holds else None


def _least_weight(a: Reading, b: Reading, kin: Kinship) -> float:
    if a.is_chinese != b.is_chinese:
        return _WEIGHT_ACROSS
    alone = len(a.clauses) == len(b.clauses) == 1
    return _WEIGHT_OF_ALL if alone and kin.mutual >= _NEARLY_ALL else _WEIGHT


def _turned_round(ours: Evidence, theirs: Evidence) -> bool:
    """Whether the two name the same parties in another order: the yen against the dollar."""
    shared = {item for item in ours.known.keys() & theirs.known if ":" not in item}
    first = [next((item for item in side.known if item in shared), "") for side in (ours, theirs)]
    return len(shared) > 1 and first[0] != first[1] and ours.chinese == theirs.chinese


def _same_in_effect(one: tuple[str, Stance], other: tuple[str, Stance]) -> bool:
    """One negates the opposite of what the other does: not passed, and rejected."""
    (side, stance), (other_side, other_stance) = one, other
    return side != other_side and stance.negated != other_stance.negated


def _clash(one: tuple[str, Stance], other: tuple[str, Stance]) -> bool:
    """One negates what the other does, or does its opposite; to negate the opposite is to agree."""
    (side, stance), (other_side, other_stance) = one, other
    if side == other_side:
        return stance.negated != other_stance.negated
    return not stance.negated and not other_stance.negated
