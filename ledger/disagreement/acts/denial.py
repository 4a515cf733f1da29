"""Whether what one clause negates is what another says: the scope of a denial."""

from collections.abc import Sequence

from ledger.disagreement.one_thing.kinship import kinship
from ledger.disagreement.statement.context import evidence_of
from ledger.disagreement.statement.item import Item
from ledger.disagreement.statement.passage import Passage
from ledger.text.patterns import lazily

_WHY = lazily(r" (?:because(?! of)|amid|as the|as a|after|when|while) |因为|由于")
_IN_SCOPE = 0.7
"""Share of what a negation denies that the other side must say."""


def denies(x: Passage, y: Passage) -> bool:
    """Whether what a negated clause negates is what the other says.

    "Did not comment on the report" denies no report: nearly all that follows a negation must stand
    on the other side, its first word and its last too, and not be negated there as well.
    """
    denied = _denied(x)
    if denied is None or x.reading.is_chinese != y.reading.is_chinese:
        return True
    if not denied:
        return len(x.reading.clauses) == 1
    kin = kinship(evidence_of(x.reading, denied), y.evidence)
    ends = denied[0].id, denied[-1].id
    said = kin.share >= _IN_SCOPE and all(map(y.evidence.speaks_of, ends))
    return said and denied[0].id not in _negated(y)


def _denied(passage: Passage) -> Sequence[Item] | None:
    """What follows the last negation of a clause, ``None`` where it has none of its own.

    Why it did not is not denied: failed to agree because nobody came.
    """
    ends = _negations(passage)
    if not ends:
        return None
    why = _WHY.search(passage.reading.folded.key, ends[-1], passage.end)
    last = passage.end if why is None else why.start()
    return [i for i in passage.items if ends[-1] <= i.start < last]


def _negated(passage: Passage) -> set[str]:
    """What stands right behind each negation of a clause."""
    ends = _negations(passage)
    return {next((i.id for i in passage.items if i.start >= end), "") for end in ends}


def _negations(passage: Passage) -> list[int]:
    return [s.end for s in passage.signals if s.kind == "negation"]


def denies_of_some(no: Passage) -> bool:
    """Whether only some are said not to have: four of the bombs did not explode."""
    last = max((s.start for s in no.signals if s.kind == "negation"), default=no.start)
    figures = (f for f in no.reading.figures if f.clause == no.clause and f.day is None)
    return any(figure.start < last for figure in figures)
