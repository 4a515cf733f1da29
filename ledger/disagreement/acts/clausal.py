"""Clauses set against clauses: one denies, turns round or only considers what the other asserts.

Polarity needs scope. A negation counts for what follows it in its clause; two cancel out; and it
makes a conflict only when the two clauses share their subject and nearly all of their words, or
the very act that one of them negates. A negative word alone says nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from ledger.disagreement.acts.denial import denies, denies_of_some
from ledger.disagreement.acts.refuted import is_refuted
from ledger.disagreement.finding import Finding
from ledger.disagreement.one_thing.heads import other_kind
from ledger.disagreement.one_thing.kinship import Kinship, kinship, other_subject
from ledger.disagreement.one_thing.lookalikes import SIGNS
from ledger.disagreement.one_thing.one_event import Nearness, have_nothing_in_common
from ledger.disagreement.one_thing.turned import turned_round
from ledger.disagreement.one_thing.whom import names_else
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.reading import Reading
from ledger.disagreement.statement.stance import Stance
from ledger.disagreement.statement.surroundings import naming, other_times
from ledger.disagreement.two_sets import each_has_its_own
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily

_SHARE, _WEIGHT = 0.6, 2.5
"""Evidence, as a share and in words, from which two clauses speak of one thing."""
_NEARLY_ALL, _WEIGHT_OF_ALL = 0.9, 1.5
"""Share of the richer side's evidence from which fewer words suffice where either side says no more
than that: he will resign, he will not resign."""
_WEIGHT_OF_MOST = 2.0
"""The same for two short sentences in Chinese, whose pairs of characters say one thing twice: the
words on the one side that the other lacks break two or three pairs each."""
_WEIGHT_ACROSS = 2.0
"""The same between two languages, whose words count only where a table knows them."""
_ALMOST_ALL_OF_ONE, _MOST_OF_BOTH, _HALF_OF_BOTH = 0.8, 0.6, 0.5
"""Shares of the poorer and the richer side's evidence from which the two clauses are the same
sentence, so that a negation or a hedge may fall on a word no table knows."""


def clause_findings(
    a: Prepared,
    b: Prepared,
    taken: tuple[set[int], set[int]],
    near: Callable[[], Nearness],
    *,
    one_day: bool,
) -> Iterator[Finding]:
    """Denials, opposite acts and hedges between the clauses of two texts.

    Args:
        a: the first text.
        b: the second.
        taken: clauses of each whose figures have been compared and found apart.
        near: asks how surely the texts tell of one event.
        one_day: whether both may have been said on one day; what rises today may fall tomorrow.
    """
    if not _may_differ(a, b) or have_nothing_in_common(a, b):
        return
    ours = [one for one in a.passages if one.clause not in taken[0] and not is_refuted(one)]
    theirs = [one for one in b.passages if one.clause not in taken[1] and not is_refuted(one)]
    in_both = {said.words for said in ours} & {said.words for said in theirs}
    # Who says it too does not deny it.
    apart = ([said for said in text if said.words not in in_both] for text in (ours, theirs))
    for x, y in product(*apart):
        if not _differ(x, y) or _count_otherwise(x, y) or other_times(x.times, y.times):
            continue
        shared = x.acts.keys() & y.acts.keys()
        agreed = any(_same_in_effect(x.acts[act], y.acts[act]) for act in shared)
        clashing = {
            act
            for act in (() if agreed else shared)
            if _clash(x.acts[act], y.acts[act])
            and (x.acts[act][0] == y.acts[act][0] or _at_one_time(x, y))
            and (one_day or act != "pole:rise")
            and not (_tells_both_ways(x, act) or _tells_both_ways(y, act))
            and not _said_too(ours, y, act)
            and not _said_too(theirs, x, act)
        }
        settled = _on_one_side(clashing, ours, theirs)
        code = _relation(x, y, clashing, settled, near)
        if code is not None:
            spans = x.span, y.span
            yield Finding(code, *spans, quoted(a, b, *spans))


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


def _said_too(clauses: Iterable[Passage], other: Passage, act: str) -> bool:
    """Whether the other text says it as well: it rises for now, and falls in the long term.

    That profit fell is not that revenue fell.
    """
    return any(
        said.acts.get(act) == other.acts[act]
        and not (said.measures and other.measures and said.measures.isdisjoint(other.measures))
        for said in clauses
    )


def _tells_both_ways(said: Passage, act: str) -> bool:
    """Whether one clause tells of an act and its opposite: prices rose after falling on Tuesday."""
    sides = {s.side for s in said.signals if s.kind == "pole" and f"pole:{s.group}" == act}
    return len(sides) > 1


def _at_one_time(x: Passage, y: Passage) -> bool:
    """Whether two opposite acts may be meant for one time.

    A road closed today was opened in 1972, and a bridge that will open is not the one that closed.
    """
    to_come = {x.stance.mood, y.stance.mood} >= {"future", "fact"}
    return _dated(x) == _dated(y) and not to_come


def _dated(said: Passage) -> bool:
    """Whether a clause says which year it speaks of."""
    return not said.times.keys().isdisjoint(("year", "around"))


def _count_otherwise(x: Passage, y: Passage) -> bool:
    """Whether each counts something that the other does not."""
    return each_has_its_own({*x.counts}, {*y.counts})


def _differ(x: Passage, y: Passage) -> bool:
    """Whether anything in the two could make them differ: most clauses are done with here."""
    return x.stance != y.stance or any(
        x.acts[act] != y.acts[act] for act in x.acts.keys() & y.acts.keys()
    )


def _relation(
    x: Passage, y: Passage, clashing: set[str], settled: set[str], near: Callable[[], Nearness]
) -> str | None:
    moods = {x.stance.mood, y.stance.mood}
    if "open" in moods:
        return None
    shared = x.acts.keys() & y.acts.keys()
    hedged = "may" in moods and len(moods) > 1
    denied = x.stance.negated != y.stance.negated and all(x.acts[a] == y.acts[a] for a in shared)
    if not (hedged or clashing or denied):
        return None
    kin = kinship(x.evidence, y.evidence)
    one_sentence = kin.share >= _ALMOST_ALL_OF_ONE
    of_one = not hedged and _may_be_the_event(settled, kin) and near() >= Nearness.LIKELY
    if not of_one and (kin.share < _SHARE or kin.weight < _least_weight(x.reading, y.reading, kin)):
        return None
    subjects = x.subject, y.subject
    if other_subject(*subjects) or _may_yet(x, y) or _may_yet(y, x):
        return None
    if hedged:
        alike = shared or (one_sentence and kin.mutual >= _HALF_OF_BOTH)
        return "modality" if alike else None
    surely = of_one and near() is Nearness.EVENT
    holds = (
        (clashing or (one_sentence and kin.mutual >= _MOST_OF_BOTH))
        and not any(sign(x, y) for sign in SIGNS if not (surely and sign is names_else))
        and not (of_one and (_of_others(x, y) or other_kind(x, y)))
        and not any(denies_of_some(one) for one in (x, y))
        and len({subject.contrasts.get("contrast:amount") for subject in subjects}) == 1
        and (surely or not x.stance.negated or denies(x, y))
        and (surely or not y.stance.negated or denies(y, x))
        and not (clashing - _DONE_TO_ONE and (turned_round(x, y) or _each_for_itself(x, y)))
    )
    return "polarity" if holds else None


def _of_others(x: Passage, y: Passage) -> bool:
    """Whether each clause begins with another name: Lowmere advanced, Velbury were knocked out.

    At the head of a sentence a name is known as one from the other text.
    """
    names = {item.id for one in (x, y) for item in naming(one.reading.told)}
    ours, theirs = (next((i.id for i in one.items if i.id in names), None) for one in (x, y))
    if ours is None or theirs is None or ours == theirs:
        return False
    return {ours, theirs} <= x.reading.told_ids & y.reading.told_ids


def _may_be_the_event(settled: set[str], kin: Kinship) -> bool:
    """Whether an act can be what two statements of one event are about: accepted, refused.

    An act that settles something need not be told in the same words; any other must be to a part.
    """
    return bool(settled - _OF_DEGREE if kin.share >= _PART else settled & _SETTLING)


def _on_one_side(acts: set[str], *texts: Sequence[Passage]) -> set[str]:
    """The acts that neither text tells of in two ways."""
    return {
        act
        for act in acts
        if all(
            len({(one.acts[act][0], one.acts[act][1].negated) for one in text if act in one.acts})
            == 1
            for text in texts
        )
    }


_PART = 0.4
"""Evidence, as a share, from which two clauses of one event speak of one thing."""


def _opposites(*groups: str) -> frozenset[str]:
    return frozenset(f"pole:{group}" for group in groups)


_OF_DEGREE = _opposites(
    *("rise", "size", "stature", "quality", "pace", "age"),
    *("record", "threshold", "strength", "gap"),
)
"""Opposites of which each may be true of another thing in one event: shares rose, the yen fell."""
_SETTLED_FOR_ONE = _opposites(
    *("pass", "staged", "life", "flight", "tenure", "custody", "deal"),
    *("guilt", "charge", "standing"),
)
_SETTLING = _SETTLED_FOR_ONE | _opposites("kept", "advance")
"""Opposites of which one event has one."""
_DONE_TO_ONE = _SETTLED_FOR_ONE | _opposites("allow", "open", "run", "law", "truth")
"""Acts done to one thing, whatever the order of the words: a bill is rejected by a parliament."""


def _may_yet(said: Passage, other: Passage) -> bool:
    """What did not come about, or has not so far, may yet: not in force, in force from July."""
    to_come = said.stance == _TO_COME and other.stance.negated
    return to_come and _SO_FAR.search(other.key) is not None


_TO_COME = Stance(negated=False, mood="future")
_SO_FAR = lazily(
    r"[尚仍从并]未|未曾|没(?!收)|\bdid(?: not|n't)|\bha(?:s|ve|d)(?: not|n't)|\bnever\b|\bnot yet\b"
)


def _least_weight(a: Reading, b: Reading, kin: Kinship) -> float:
    if a.is_chinese != b.is_chinese:
        return _WEIGHT_ACROSS
    if not len(a.clauses) == len(b.clauses) == 1:
        return _WEIGHT
    if kin.mutual >= _NEARLY_ALL:
        return _WEIGHT_OF_ALL
    same = kin.share >= _ALMOST_ALL_OF_ONE and kin.mutual >= _HALF_OF_BOTH
    return _WEIGHT_OF_MOST if same and a.is_chinese else _WEIGHT


def _each_for_itself(x: Passage, y: Passage) -> bool:
    """Whether one names whom the other does not, of what each may do otherwise: parties, voters."""
    if "pole:support" not in x.acts:
        return False
    return any(
        item.id not in other.reading.told_ids
        for said, other in ((x, y), (y, x))
        for item in naming(said.reading.sentence_items(said.clause))
    )


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
