"""Nobody against somebody: no child had to be hospitalised, four children were treated in hospital.

Where two texts tell of one event, one of them counts those of whom the other says that there were
none: the same is said of both, and of the same sort.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from ledger.disagreement.finding import Finding
from ledger.disagreement.lists.measures import is_toll
from ledger.disagreement.one_thing.kinship import other_subject
from ledger.disagreement.one_thing.one_event import Nearness
from ledger.disagreement.one_thing.replaced import replaced
from ledger.disagreement.statement.figures import Figure
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.passage import Passage
from ledger.disagreement.statement.prepared import Prepared
from ledger.disagreement.statement.surroundings import other_times
from ledger.disagreement.wording import quoted
from ledger.text.patterns import lazily
from ledger.text.tokens import stem

_NO = lazily(r"\b(?:no|without any|not any) ([a-z]{3,20})\b")
_SAID = frozenset({"act", "measure", "term", "latin", "contrast", "pole"})


class Nil(NamedTuple):
    """Where a text says that there were none, and none of what, if it names it."""

    clause: int
    start: int
    end: int
    thing: str


def nobody_findings(a: Prepared, b: Prepared, near: Callable[[], Nearness]) -> Iterator[Finding]:
    """What one text says of nobody and the other of some."""
    ours, theirs = _nils(a), _nils(b)
    if bool(ours) == bool(theirs):
        return
    none, some = (a, b) if ours else (b, a)
    if any(figure.quantity.value == 0 for figure in some.figures):
        return  # both say of nobody
    for nil in ours or theirs:
        clause = _contradicted(none, nil, some)
        if clause is not None and near() is not Nearness.APART:
            spans = none.span_of(nil.clause), some.span_of(clause)
            found = Finding("numeric_disjoint", *spans, quoted(none, some, *spans))
            yield found if ours else found.mirrored()
            return


def _nils(reading: Prepared) -> list[Nil]:
    key = reading.folded.key
    found = [Nil(clause, cue.start, cue.end, "") for clause, cue in reading.cued("nil")]
    if " no " in key or key.startswith("no ") or " any " in key:
        found += [
            Nil(reading.clause_at(no.start()), *no.span(), stem(no[1])) for no in _NO.finditer(key)
        ]
    return found


def _contradicted(none: Prepared, nil: Nil, some: Prepared) -> int | None:
    """The clause of the other text that counts some of whom the same is said."""
    x = none.passages[nil.clause]
    said = [item for item in x.items if item.start >= nil.end]
    for figure in some.figures:
        if _is_a_count(figure):
            y = some.passages[figure.clause]
            if _of_one_sort(nil, figure) and _say_the_same(said, y, x):
                return figure.clause
    return None


def _is_a_count(figure: Figure) -> bool:
    quantity = figure.quantity
    counts = quantity.dimension == "count" or is_toll(figure.measure or "")
    return (
        counts
        and quantity.role == "level"
        and (quantity.low or 0.0) > 0
        and quantity.change is None
    )


def _of_one_sort(nil: Nil, figure: Figure) -> bool:
    unit = figure.quantity.unit or ""
    return not nil.thing or stem(unit) == nil.thing


def _say_the_same(said: Sequence[Item], y: Passage, x: Passage) -> bool:
    if y.stance.negated or y.stance.mood != x.stance.mood or replaced(x, y, or_added=True):
        return False
    if other_times(x.times, y.times) or other_subject(x.subject, y.subject):
        return False
    if _survivors(x) != _survivors(y):
        return False  # none of them survived, and all of them were killed
    told = {item.id for item in y.items}
    return any(item.kind in _SAID and _is_told(item.id, told) for item in said)


def _survivors(passage: Passage) -> set[str]:
    """How many a clause says came through: some, all or none."""
    found = passage.reading.outcomes
    return {
        o.side for o in found if o.group == "survive" and passage.start <= o.start < passage.end
    }


def _is_told(word: str, told: Collection[str]) -> bool:
    """Whether a word is among those told, or begins as one of them: hospitalised, hospital."""
    if word in told:
        return True
    head = word[:_OF_ONE_STEM]
    return len(head) == _OF_ONE_STEM and word.isascii() and any(t.startswith(head) for t in told)


_OF_ONE_STEM = 7
"""Letters at the head of two words that make them of one stem."""
